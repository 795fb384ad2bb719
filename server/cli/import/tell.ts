/** Says what an import carried over, and line by line what it did not. */
import type { OpenQuestion, Remark } from '../../core/import/source.ts';
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

/** How each of them is decided on the command line, as the end of a sentence. */
const decided: Readonly<Record<OpenQuestion, string>> = {
  dates: 'say which with `--map dates=day-first` or `month-first`',
  cycle: '`--cycle 2026-Q4` puts it into one',
  day: '`--as-of DATE` gives it one',
  'at-risk': 'say which with `--map at-risk=off-track` or `--map at-risk=at-risk`',
};

/** @param isDry nothing was written */
export function tell(session: Session, { counts, leftOut, readAs }: Told, files: number, isDry: boolean): void {
  const { yellow, bold } = coloursFor(session.io.stderr, session.io.env);
  session.note(bold(`${counts} ${isDry ? 'would be' : 'are'} in ${plural(files, 'file')}.`));
  const list = (title: string, remarks: readonly Remark[]) => {
    if (remarks.length === 0) return;
    session.note(`\n${bold(yellow(`${title} (${remarks.length}):`))}`);
    for (const remark of remarks) session.note(`  ${printable(remarkText(remark))}${howToDecide(remark)}`);
  };
  list('Not carried over, or only as words', leftOut);
  list('Taken one way, and perhaps meant another', readAs);
  session.note('');
}

function howToDecide({ open }: Remark): string {
  return open === undefined ? '' : `: ${decided[open]}`;
}
