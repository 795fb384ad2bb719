/**
 * A workspace as one table: a row for each objective, key result, KPI and initiative, under the names of columns that
 * `okr import`, and most tools, know again.
 */
import { toIso } from '../calendar/day.ts';
import type { Day, Hold, KeyResult, Measure } from '../model/elements.ts';
import type { Entry, InitiativeEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { fromEntry, nameOf, refOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Cell, csvText, share } from '../reports/csv.ts';
import { refsOf } from '../reports/references.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import type { Standings } from '../standing/standings.ts';

const columns = [
  'ID',
  'Type',
  'Title',
  'Owner',
  'Team',
  'Time Period',
  'Due Date',
  'Status',
  'Progress',
  'Unit',
  'Start',
  'Target',
  'Target Type',
  'Current',
  'Last Check-in',
  'Confidence',
  'Note',
  'Weight',
  'Parent',
  'Tags',
  'Link',
  'Description',
] as const;
type Row = Partial<Record<(typeof columns)[number], Cell>>;

/** @param entries in the order in which they are to stand @returns RFC 4180; no cell of it is a formula */
export function exportCsv(workspace: Workspace, standings: Standings, entries: readonly Entry[]): string {
  const rows = entries.flatMap(entry => rowsOf(workspace, standings, entry));
  return csvText(
    columns,
    rows.map(row => columns.map(column => row[column] ?? null)),
  );
}

function rowsOf(workspace: Workspace, standings: Standings, entry: Entry): Row[] {
  switch (entry.element.type) {
    case 'objective':
      return objectiveRows(workspace, standings, entry as ObjectiveEntry);
    case 'kpi':
      return [kpiRow(workspace, standings, entry as KpiEntry)];
    case 'initiative':
      return [initiativeRow(workspace, entry as InitiativeEntry)];
    default:
      return [];
  }
}

function common(
  workspace: Workspace,
  entry: Entry,
  facts: Pick<KeyResult, 'title' | 'owner' | 'supports' | 'tags' | 'links' | 'description'>,
): Row {
  return {
    Title: facts.title,
    Owner: facts.owner ?? null,
    Team: entry.team ?? null,
    'Time Period': entry.cycle ?? null,
    Parent: refsOf(workspace, facts.supports, fromEntry(entry)).join('; '),
    Tags: facts.tags.join(', '),
    Link: facts.links[0] ?? null,
    Description: facts.description,
  };
}

function objectiveRows(workspace: Workspace, standings: Standings, entry: ObjectiveEntry): Row[] {
  const { element } = entry;
  const { objective, keyResults } = standings.objective(entry);
  const last = element.checkins.at(-1);
  const id = refOf(entry) ?? null;
  const head: Row = {
    ...common(workspace, entry, element),
    ID: id,
    Type: 'Objective',
    'Due Date': dayOf(element.due),
    Status: objective.status,
    Progress: share(objective.score),
    'Last Check-in': dayOf(last?.day),
    Confidence: last?.confidence ?? null,
    Note: last?.note ?? null,
  };
  const rows = element.keyResults.map((keyResult, i): Row => {
    const standing = keyResults[i];
    const measure = standing?.measure ?? keyResult.measure;
    const newest = keyResult.checkins.at(-1);
    const own = common(workspace, entry, keyResult);
    return {
      ...own,
      ...measureCells(measure),
      ID: refOf({ objective: entry, keyResult }) ?? null,
      Type: 'Key Result',
      Owner: own.Owner ?? element.owner ?? null,
      'Due Date': dayOf(keyResult.due ?? element.due),
      Status: standing?.status ?? null,
      Progress: share(standing?.score),
      Current: standing?.value ?? null,
      'Last Check-in': dayOf(standing?.lastCheckin),
      Confidence: newest?.confidence ?? null,
      Note: newest?.note ?? null,
      Weight: keyResult.weight,
      Parent: [id ?? element.title, own.Parent].filter(text => text !== '').join('; '),
    };
  });
  return [head, ...rows];
}

function kpiRow(workspace: Workspace, standings: Standings, entry: KpiEntry): Row {
  const { element } = entry;
  const { value, day, health, readings } = standings.kpi(entry);
  return {
    ...common(workspace, entry, element),
    ID: nameOf(entry) ?? null,
    Type: 'KPI',
    Status: health,
    Unit: kpiUnit(entry, workspace),
    Target: holdText(element.healthy),
    Current: value ?? null,
    'Last Check-in': dayOf(day),
    Note: readings.at(-1)?.note ?? null,
  };
}

function initiativeRow(workspace: Workspace, entry: InitiativeEntry): Row {
  const { element } = entry;
  return {
    ...common(workspace, entry, element),
    ID: nameOf(entry) ?? null,
    Type: 'Initiative',
    'Due Date': dayOf(element.due),
    Status: element.status,
  };
}

function measureCells(measure: Measure | undefined): Row {
  switch (measure?.kind) {
    case 'from-to':
      return { Unit: measure.unit, Start: measure.from, Target: measure.to, 'Target Type': 'reach' };
    case 'keep': {
      const { low, high, bound, unit } = measure.hold;
      if (bound === 'between') return { Unit: unit, Target: holdText(measure.hold), 'Target Type': 'between' };
      return { Unit: unit, Target: low ?? high, 'Target Type': bound };
    }
    case 'milestones':
      return { 'Target Type': 'milestones', Target: measure.steps.length };
    case undefined:
      return {};
  }
}

function holdText(hold: Hold | undefined): string | null {
  if (hold === undefined) return null;
  return hold.bound === 'between'
    ? `${hold.low ?? '?'} to ${hold.high ?? '?'}`
    : `${hold.bound} ${hold.low ?? hold.high ?? '?'}`;
}

function dayOf(day: Day | undefined): string | null {
  return day === undefined ? null : toIso(day);
}
