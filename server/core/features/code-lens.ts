/**
 * What to do with an element, above its heading: check in, add a reading, write the report, look at the preview; and,
 * above the first heading, what is due of mine. A lens is given only where the client has its command; what it says is
 * worked out when it is shown.
 */
import type { CodeLens } from 'vscode-languageserver-types';
import type { Statement } from '../../../grammar/tree.ts';
import { nextCycle } from '../calendar/cycle.ts';
import { dueInFile } from '../edits/check-in-subjects.ts';
import type { CycleEntry, Entry, KeyResultEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import type { OkrFile, Row } from '../model/file.ts';
import { cycleOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { ofType } from '../reports/selection.ts';
import { isOver, periodOf } from '../scores/pace.ts';
import { isDropped } from '../standing/dropped.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import type { FeatureContext } from './context.ts';
import { cursorAt, entryOf, keyResultAt } from './cursor.ts';
import { scoreInShort } from './naming.ts';
import { isHeading } from './parts.ts';
import { bare, healthInWords, shortDay } from './words.ts';

/** The commands of the client that lenses call, each with one argument. */
export type LensCommand =
  /** `{ uri, line }`: the heading of a key result. */
  | 'okr.checkIn'
  /** `{ uri, line }`: the heading of a KPI. */
  | 'okr.addReading'
  /** `{ uri, line }`: a line of the file whose check-ins are asked for. */
  | 'okr.myCheckIns'
  /** `{ uri, line }`: the heading of an objective. */
  | 'okr.openPreviewToSide'
  /** `{ uri, cycle }` */
  | 'okr.quarterlyReport'
  /** `{ uri, cycle }` */
  | 'okr.closeCycle';

/** What a lens calls; its title is worked out from it. Lines count from 0. */
export interface LensData {
  readonly command: LensCommand;
  /** As the client spells it. */
  readonly uri: string;
  readonly line: number;
  /** As it is written, where the command takes one. */
  readonly cycle?: string;
  /** How many are due. */
  readonly due?: number;
}

/** One has a lens of its own. */
const SEVERAL = 2;

/**
 * The lenses of a file, without their titles.
 * @param uri the file's key in the workspace
 * @param address its URI as the client spells it
 * @param has whether the client has a command
 * @param me `@ana`: who looks at it; empty where nobody knows
 */
export function codeLenses(
  context: FeatureContext,
  uri: string,
  address: string,
  has: (command: LensCommand) => boolean,
  me: string,
): CodeLens[] {
  const file = context.workspace.file(uri);
  if (file === undefined) return [];
  const lenses: CodeLens[] = [];
  let isSaid = false;
  const due = me === '' || !has('okr.myCheckIns') ? 0 : dueInFile(context, file, me).length;
  for (const row of file.content) {
    for (const statement of row.block.tree.statements) {
      if (!isHeading(statement)) continue;
      const range = rangeOf(file, row, statement);
      if (due >= SEVERAL && !isSaid) {
        isSaid = true;
        const data: LensData = { command: 'okr.myCheckIns', uri: address, line: range.start.line, due };
        lenses.push({ range, data });
      }
      for (const offer of offersFor(context, row, statement)) {
        const data: LensData = { ...offer, uri: address, line: range.start.line };
        if (has(offer.command)) lenses.push({ range, data });
      }
    }
  }
  return lenses;
}

function rangeOf(file: OkrFile, { block }: Row, statement: Statement): CodeLens['range'] {
  return file.rangeOf(block, { start: statement.start, end: statement.end });
}

type Offered = Pick<LensData, 'command' | 'cycle'>;

/** What can be done with an element today. */
function offersFor(context: FeatureContext, row: Row, statement: Statement): Offered[] {
  switch (statement.kind) {
    case 'kr': {
      const keyResult = keyResultAt(row, statement);
      return keyResult !== undefined && takesCheckIns(context, keyResult) ? [{ command: 'okr.checkIn' }] : [];
    }
    case 'kpi': {
      const entry = entryOf(row, statement);
      return entry?.element.type !== 'kpi' || entry.element.follows !== undefined
        ? []
        : [{ command: 'okr.addReading' }];
    }
    case 'objective':
      return entryOf(row, statement) === undefined ? [] : [{ command: 'okr.openPreviewToSide' }];
    case 'cycle': {
      const entry = entryOf(row, statement);
      return entry?.element.type === 'cycle' ? offersForCycle(context, entry as CycleEntry) : [];
    }
    default:
      return [];
  }
}

function offersForCycle({ workspace }: FeatureContext, entry: CycleEntry): Offered[] {
  const { id } = entry.element;
  if (!hasObjectives(workspace, entry)) return [];
  const report: Offered = { command: 'okr.quarterlyReport', cycle: id };
  const { last } = workspace.cycles.of(id).period;
  const next = nextCycle(id, workspace.settings.shared.fiscalYearStart);
  const isOpen =
    last !== undefined && last < workspace.today.get() && next !== undefined && !goesOn(workspace, entry, next);
  return isOpen ? [report, { command: 'okr.closeCycle', cycle: id }] : [report];
}

/** Whether the team has anything in the next cycle: then it has looked back on this one, or does not mean to. */
function goesOn(workspace: Workspace, { team }: CycleEntry, next: string): boolean {
  const { key } = workspace.cycles.of(next);
  return ofType(workspace.entries.get(), 'objective').some(
    entry => (team === undefined || entry.team === team) && cycleOf(workspace, entry)?.key === key,
  );
}

/** Without any there is nothing to report. Those in the file of the heading are looked at first. */
function hasObjectives(workspace: Workspace, { file, element }: CycleEntry): boolean {
  const { key } = workspace.cycles.of(element.id);
  const objectives = ofType(workspace.entries.get(), 'objective');
  const isIn = (entry: ObjectiveEntry) => cycleOf(workspace, entry)?.key === key;
  return objectives.some(entry => entry.file === file && isIn(entry)) || objectives.some(isIn);
}

/** Not what is over or dropped, nor what takes its check-ins from another key result. */
function takesCheckIns({ workspace, standings }: FeatureContext, entry: KeyResultEntry): boolean {
  const { objective, keyResult } = entry;
  const period = periodOf(standings.cyclePeriod(objective), keyResult.due ?? objective.element.due);
  const isOpen = !isOver(period, workspace.today.get()) && !isDropped(workspace, entry);
  return isOpen && keyResult.follows === undefined;
}

/**
 * A lens with its command, and what it says today.
 * @param uri the key of its file in the workspace
 * @param scoreElsewhere the score is shown beside the heading already
 */
export function resolveCodeLens(
  context: FeatureContext,
  uri: string,
  lens: CodeLens,
  scoreElsewhere: boolean,
): CodeLens {
  const { command, uri: address, line, cycle } = lens.data as LensData;
  const at = cycle === undefined ? { uri: address, line } : { uri: address, cycle };
  return {
    ...lens,
    command: { title: titleOf(context, uri, lens.data as LensData, scoreElsewhere), command, arguments: [at] },
  };
}

function titleOf(
  context: FeatureContext,
  uri: string,
  { command, line, due }: LensData,
  scoreElsewhere: boolean,
): string {
  switch (command) {
    case 'okr.checkIn':
      return 'Check in';
    case 'okr.myCheckIns':
      return `${due} of yours are due: check in one by one`;
    case 'okr.quarterlyReport':
      return 'Report';
    case 'okr.closeCycle':
      return 'Close';
    case 'okr.addReading':
      return ['Add reading', ...latestReading(context, elementAt(context, uri, line))].join(' · ');
    case 'okr.openPreviewToSide':
      return ['Open in preview', ...(scoreElsewhere ? [] : score(context, elementAt(context, uri, line)))].join(' · ');
  }
}

function elementAt({ workspace }: FeatureContext, uri: string, line: number): Entry | undefined {
  const cursor = cursorAt(workspace, uri, { line, character: 0 });
  return cursor?.statement && entryOf(cursor.row, cursor.statement);
}

/** `371 on 14 Nov`, `▲ watch` */
function latestReading({ workspace, standings }: FeatureContext, entry: Entry | undefined): string[] {
  if (entry?.element.type !== 'kpi') return [];
  const { value, day, health } = standings.kpi(entry as KpiEntry);
  if (value === undefined || day === undefined) return [];
  const number = bare(value, kpiUnit(entry as KpiEntry, workspace));
  return [`${number} on ${shortDay(day, workspace.today.get())}`, healthInWords(health)];
}

/** `0.35 ▲ at risk`, where there is something to tell. */
function score(context: FeatureContext, entry: Entry | undefined): string[] {
  if (entry?.element.type !== 'objective') return [];
  const told = scoreInShort(context, entry as ObjectiveEntry);
  return told === undefined ? [] : [told];
}
