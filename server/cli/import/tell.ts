/** Says what an import carried over, and line by line what it did not. */
import type { Remark } from '../../core/import/source.ts';
import { remarkText } from '../../core/import/summary.ts';
import { plural } from '../check/counts.ts';
import type { Session } from '../session.ts';
import { coloursFor } from '../terminal/colours.ts';
import { printable } from '../terminal/printable.ts';

export interface Told {
  readonly counts: string;
  readonly leftOut: readonly Remark[];
  readonly readAs: readonly Remark[];
}

/** @param isDry nothing was written */
export function tell(session: Session, { counts, leftOut, readAs }: Told, files: number, isDry: boolean): void {
  const { yellow, bold } = coloursFor(session.io.stderr, session.io.env);
  session.note(bold(`${counts} ${isDry ? 'would be' : 'are'} in ${plural(files, 'file')}.`));
  const list = (title: string, remarks: readonly Remark[]) => {
    if (remarks.length === 0) return;
    session.note(`\n${bold(yellow(`${title} (${remarks.length}):`))}`);
    for (const remark of remarks) session.note(`  ${printable(remarkText(remark))}`);
  };
  list('Not carried over, or only as words', leftOut);
  list('Taken one way, and perhaps meant another', readAs);
  session.note('');
}
