/**
 * A plan as `.okr` files, in their form: who we are, each team, and each team's cycles in files of their own, as the
 * samples have them.
 */
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import type { ImportPlan, PlannedElement } from './plan.ts';

export interface PlannedFile {
  /** From the folder that it goes to, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Settings for files of which no others say when their fiscal years begin. @param fiscalYearStart the month, 1 to 12 */
export function settingsFile(fiscalYearStart: number): PlannedFile {
  return { path: 'okr.json', text: `${JSON.stringify({ root: true, fiscalYearStart }, null, 2)}\n` };
}

export function filesOf(plan: ImportPlan): PlannedFile[] {
  const files = new Map<string, string[][]>();
  const add = (path: string, block: readonly string[]) => {
    const blocks = files.get(path) ?? [];
    files.set(path, blocks);
    blocks.push([...block]);
  };
  for (const { id, title, properties } of plan.cycles) {
    if (title !== '' || properties.length > 0) add('cycles.okr', [headed('cycle', id, title), ...indented(properties)]);
  }
  if (plan.persons.some(({ name }) => name !== ''))
    for (const { handle, name } of plan.persons) add('who-is-who.okr', [headed('person', handle, name)]);
  for (const { name, title, properties, description } of plan.teams) {
    const lines = [...properties, ...quoted(description)];
    if (title === '' && lines.length === 0) continue;
    add(`${name}/team.okr`, [headed('team', name, title), ...indented(lines)]);
  }
  for (const element of plan.elements) {
    const path = pathOf(element);
    if (!files.has(path)) {
      const heading = [
        ...(element.team === undefined ? [] : [`team ${element.team}`]),
        ...(element.cycle === undefined || element.kind === 'kpi' ? [] : [`cycle ${element.cycle}`]),
      ];
      if (heading.length > 0) add(path, heading);
    }
    add(path, elementLines(element));
  }
  return [...files]
    .map(([path, blocks]) => ({ path, text: formatDocument(new Document(textOf(path, blocks))) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** People stand one below the other; what is longer than a line stands apart. */
function textOf(path: string, blocks: readonly (readonly string[])[]): string {
  const gap = path === 'who-is-who.okr' ? '\n' : '\n\n';
  return `${blocks.map(lines => lines.join('\n')).join(gap)}\n`;
}

function pathOf({ kind, team, cycle }: PlannedElement): string {
  const folder = team === undefined ? '' : `${team}/`;
  if (kind === 'kpi') return team === undefined ? 'kpis.okr' : `${folder}team.okr`;
  return `${folder}${cycle ?? 'objectives'}.okr`;
}

function elementLines(element: PlannedElement): string[] {
  const { kind, name, title, properties, description, facts, keyResults } = element;
  const keyword = kind === 'key result' ? 'kr' : kind;
  const lines = [headed(keyword, name, title), ...indented([...properties, ...quoted(description), ...facts])];
  for (const keyResult of keyResults) lines.push('', ...indented(elementLines(keyResult)));
  return lines;
}

function headed(keyword: string, name: string, title: string): string {
  const head = name === '' ? keyword : `${keyword} ${name}`;
  return title === '' ? head : `${head}: ${title}`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => (line === '' ? '' : `  ${line}`));
}

function quoted(lines: readonly string[]): string[] {
  return lines.map(line => (line.trim() === '' ? '>' : `> ${line}`));
}
