/**
 * Gives a KPI another owner. It has no check-ins that could tell who had it till then: a comment above the owner does, and
 * its readings get the `by` of whoever said them.
 */
import type { Reading, Span, Statement } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import type { KpiEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { bodyIndentation, indentationOf, lineBreakOf, lineEndOf } from '../rules/lines.ts';
import { type PlacedEdit, statementOf } from '../rules/rule.ts';
import { nextOwner, refuseToMisread } from './hand-over.ts';
import { type Happening, reasonIn, refuseUnlessRead, type Told } from './happening.ts';

/**
 * @param to who has it from that day on, with or without `@`
 * @throws Refusal where it cannot be theirs
 */
export function handOverKpi(workspace: Workspace, kpi: KpiEntry, { day, why }: Told, to: string): Happening {
  const { file, block, element } = kpi;
  const { owner } = element;
  const heading = statementOf(kpi);
  refuseUnlessRead(kpi, heading);
  const reason = reasonIn(why);
  const next = nextOwner(workspace, owner, to, day);

  const edit = (span: Span, text: string): PlacedEdit => ({ place: { file, block, span }, text });
  const lineBreak = lineBreakOf(block);
  const told = `# ${owner === undefined ? "Nobody's" : `@${owner}'s`} till ${toIso(day)}: ${reason}`;
  const line = heading.body.find(each => each.kind === 'owner');
  const person = line?.kind === 'owner' ? line.person : undefined;
  const edits: PlacedEdit[] = [];
  if (line === undefined || person === undefined) {
    const at = lineEndOf(block, heading);
    const start = lineBreak + bodyIndentation(block, heading);
    edits.push(edit({ start: at, end: at }, `${start}${told}${start}owner @${next}`));
  } else {
    const at = block.lineStarts[line.line] ?? line.start;
    edits.push(edit({ start: at, end: at }, indentationOf(block, line) + told + lineBreak), edit(person, `@${next}`));
  }
  if (owner !== undefined)
    for (const { end } of unsaid(heading.body, day)) edits.push(edit({ start: end, end }, ` by @${owner}`));
  refuseToMisread(block, edits, next);
  return { edits, uri: file.uri, line: file.lineOf(block, line?.line ?? heading.line + 1) };
}

/** The last argument before `by`, of each reading up to a day that does not say whose it is. */
function unsaid(body: readonly Statement[], until: number): Span[] {
  return body.flatMap(each => {
    if (each.kind !== 'reading' || each.by !== undefined) return [];
    const { value, date }: Reading = each;
    return value === undefined || (date?.day ?? 0) > until ? [] : [value];
  });
}
