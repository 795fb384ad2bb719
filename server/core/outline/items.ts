/** An objective with its key results, or a KPI, as one line of the outline each. */
import type { Statement } from '../../../grammar/tree.ts';
import type { FeatureContext } from '../features/context.ts';
import { referenceTo, standingInShort, titleOf } from '../features/naming.ts';
import { healthInWords, statusInWords } from '../features/words.ts';
import type { KeyResultEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { idOf, mention, placeOf } from '../reports/written.ts';
import type { OutlineItem } from '../requests/outline.ts';
import { headingSpan, statementOf } from '../rules/rule.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import type { ObjectiveStanding } from '../scores/objective.ts';
import { showScore } from '../scores/rounding.ts';
import { formatValue } from '../scores/value-text.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';

/** An objective, with its key results below it. */
export function objectiveItem(context: FeatureContext, entry: ObjectiveEntry): OutlineItem {
  const { objective: standing } = context.standings.objective(entry);
  const { line, owner, keyResults } = entry.element;
  return {
    kind: 'objective',
    ...told(context, entry, entry, owner, line),
    ...stands(standing, standingInShort(context, entry)),
    ...extent(entry, undefined),
    items: keyResults.map(keyResult => keyResultItem(context, { objective: entry, keyResult })),
  };
}

export function keyResultItem(context: FeatureContext, entry: KeyResultEntry): OutlineItem {
  const { objective, keyResult } = entry;
  const standing = context.standings.keyResult(entry);
  const source = context.standings.source(entry).keyResult;
  return {
    kind: 'key result',
    ...told(context, entry, objective, keyResult.owner ?? source.owner ?? objective.element.owner, keyResult.line),
    ...stands(standing, standingInShort(context, entry)),
    ...extent(objective, keyResult.line),
    items: [],
  };
}

export function kpiItem(context: FeatureContext, entry: KpiEntry): OutlineItem {
  const { value, health } = context.standings.kpi(entry);
  const { owner, line } = entry.element;
  return {
    kind: 'kpi',
    ...told(context, entry, entry, owner, line),
    score: value === undefined ? null : formatValue(value, kpiUnit(entry, context.workspace)),
    status: health,
    standing: healthInWords(health),
    ...extent(entry, undefined),
    items: [],
  };
}

function told(
  context: FeatureContext,
  target: ObjectiveEntry | KeyResultEntry | KpiEntry,
  entry: ObjectiveEntry | KpiEntry,
  owner: string | undefined,
  line: number,
) {
  const { workspace } = context;
  const ref = referenceTo(target) ?? null;
  const title = titleOf(context, target);
  const cycle = cycleOf(workspace, entry)?.id ?? null;
  return {
    id: idOf(entry, cycle, ref ?? title),
    ref,
    title,
    owner: mention(owner),
    teamTitle: typeof entry.team === 'string' ? teamInfo(workspace, entry.team).title : null,
    cycle,
    place: placeOf(entry, line),
  };
}

function stands(standing: ObjectiveStanding | KeyResultStanding | undefined, inShort: string) {
  if (standing === undefined) return { score: null, status: 'pending', standing: inShort } as const;
  const { score, status, saidStatus, verdict } = standing;
  return {
    score: score === undefined ? null : showScore(score),
    status: status === 'ended' && verdict !== undefined ? verdict : status,
    standing: score === undefined && saidStatus === undefined ? inShort : statusInWords(status, verdict),
  };
}

/** @param keyResult the line of one of its key results, counted from the block's first; undefined for all of it */
function extent(entry: ObjectiveEntry | KpiEntry, keyResult: number | undefined) {
  const { file, block } = entry;
  const root = statementOf(entry);
  const heading = keyResult === undefined ? root : (root.body.find(({ line }) => line === keyResult) ?? root);
  let last = heading;
  while (last.body.length > 0) last = last.body.at(-1) as Statement;
  const found = {
    character: file.rangeOf(block, headingSpan(heading)).start.character,
    lastLine: file.lineOf(block, last.line),
  };
  if (!file.isOpen) block.release();
  return found;
}
