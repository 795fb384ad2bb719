/** A KPI becomes a key result of an objective: where it stands is known already, where it should stand is to be filled in. */
import { brief } from '../../../../grammar/problems.ts';
import type { Reading, Statement } from '../../../../grammar/tree.ts';
import type { KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import { fromEntry } from '../../model/resolve.ts';
import { bodyIndentation, lineBreakOf } from '../../rules/lines.ts';
import { isFinished } from '../../rules/method.ts';
import { shortest } from '../../rules/near-references.ts';
import { keyResultNodes, type PlacedEdit, statementOf } from '../../rules/rule.ts';
import { endOfBody } from './lines-of-file.ts';
import type { Offer, Spot } from './offer.ts';

/** More objectives than a menu has room for. */
const MOST = 5;
/** Where nobody has a team all objectives are candidates, and an editor asks at every step. */
const MOST_READ = 100;

/** One for each objective of the same team that is not over yet. */
export function kpiToKeyResult({ context, entry, statement }: Spot): Offer[] {
  if (statement.kind !== 'kpi' || statement.parent !== undefined || statement.broken) return [];
  const kpi = entry as KpiEntry;
  const offers: Offer[] = [];
  for (const each of context.workspace.inTeam('objective', entry.team ?? undefined).slice(0, MOST_READ)) {
    const objective = each as ObjectiveEntry;
    const { name, title, keyResults } = objective.element;
    if (
      isFinished(objective, context.workspace, context.standings) ||
      keyResults.some(each => each.kpi?.name === kpi.element.name)
    )
      continue;
    const reference = shortest(context.workspace, kpi, undefined, fromEntry(objective), false);
    if (reference === undefined) continue;
    const what = name === undefined ? `“${brief(title)}”` : `\`${name}\``;
    offers.push({
      title: `Make it a key result of ${what}`,
      kind: 'refactor.extract',
      edits: () => [keyResultOn(objective, kpi, statement, reference)],
    });
    if (offers.length === MOST) break;
  }
  return offers;
}

function keyResultOn(objective: ObjectiveEntry, kpi: KpiEntry, node: Statement, reference: string): PlacedEdit {
  const { file, block } = objective;
  const root = statementOf(objective);
  const siblings = root.kind === 'objective' ? keyResultNodes(root) : [];
  const own = bodyIndentation(block, root);
  const body =
    siblings[0] === undefined ? own + (own.includes('\t') ? '\t' : '  ') : bodyIndentation(block, siblings[0]);
  const { name, title } = kpi.element;
  const isTaken = objective.element.keyResults.some(each => each.name === name);
  const head = name === undefined || isTaken ? 'kr' : `kr ${name}`;
  const lines = [`${own}${head}: ${title || name}`, `${body}from ${now(kpi, node)} to ?`, `${body}kpi ${reference}`];
  const lineBreak = lineBreakOf(block);
  const at = endOfBody(block);
  return {
    place: { file, block, span: { start: at, end: at } },
    text: lineBreak.repeat(2) + lines.join(lineBreak),
  };
}

/** The newest reading as it is written; `?` without one. */
function now({ block }: KpiEntry, node: Statement): string {
  let newest: Reading | undefined;
  for (const each of node.body)
    if (each.kind === 'reading' && each.value !== undefined && (each.date?.day ?? 0) >= (newest?.date?.day ?? 0))
      newest = each;
  return newest?.value === undefined ? '?' : block.text.slice(newest.value.start, newest.value.end);
}
