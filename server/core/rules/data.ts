/** Values that are taken from a file: it must be one of the workspace's, and hold what is asked of it. */
import type { Data, Statement, Word } from '../../../grammar/tree.ts';
import type { UnknownWord } from '../data/data-files.ts';
import { canBeWritten, writtenName } from '../data/written-name.ts';
import type { KeyResult, Kpi } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import {
  keyResultNodes,
  type Place,
  placeOf,
  type Remedy,
  type Rule,
  type RuleText,
  replaces,
  statementOf,
} from './rule.ts';

type DataText = RuleText & { readonly id: 'data-unreadable' | 'data-outside-workspace' };

function dataRule(text: DataText): Rule {
  return {
    ...text,
    checkEntry(entry, { workspace }, say) {
      for (const [holder, { data }] of holdersIn(entry)) {
        const node = holder.body.find(each => each.kind === 'data');
        if (data === undefined || node?.path === undefined) continue;
        const series = workspace.data.series(entry.file.uri, data);
        if (typeof series !== 'object' || !('code' in series) || series.code !== text.id) continue;
        const { message, word } = series;
        const { start, end } = (word && written(node, word)) ?? node.path;
        const place = { start, end };
        say({ span: place, message, remedies: () => rewrites(word?.meant, placeOf(entry, place)) });
      }
    },
  };
}

function written({ valueColumn, dateColumn, where }: Data, { text, condition }: UnknownWord): Word | undefined {
  if (condition !== undefined) return where[condition]?.value;
  return [valueColumn, dateColumn, ...where.map(({ name }) => name)].find(each => each?.text === text);
}

/** Never unasked: another column, or other rows, are other numbers. */
function rewrites(meant: string | undefined, place: Place): Remedy[] {
  if (meant === undefined || !canBeWritten(meant)) return [];
  return [replaces(`Write \`${meant}\``, place, writtenName(meant), false)];
}

/** The key results of an objective, or a KPI: the statements, and what they say. */
function holdersIn(entry: Entry): [Statement, Pick<KeyResult | Kpi, 'data'>][] {
  const { element } = entry;
  if (element.type === 'kpi') return element.data === undefined ? [] : [[statementOf(entry), element]];
  if (element.type !== 'objective' || element.keyResults.every(({ data }) => data === undefined)) return [];
  const root = statementOf(entry);
  return root.kind === 'objective'
    ? keyResultNodes(root).map((node, index) => [node, element.keyResults[index] as KeyResult])
    : [];
}

export const dataUnreadable = dataRule({
  id: 'data-unreadable',
  severity: 'error',
  today: '2026-10-05',
  summary: 'A data file that cannot be read',
  why: 'A score from numbers that could not be read would be wrong in silence.',
  bad: `
    cycle 2026-Q4

    objective calm: The peak is a day like any other
      kr uptime: The shop is open
        keep at least 99.9%
        data metrics/no-such-file.csv column availability
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
  good: `
    cycle 2026-Q4

    objective calm: The peak is a day like any other
      kr uptime: The shop is open
        keep at least 99.9%
        data metrics/uptime.csv column availability
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
});

export const dataOutside = dataRule({
  id: 'data-outside-workspace',
  severity: 'error',
  today: '2026-10-05',
  summary: 'A data file outside the workspace',
  why: 'Only files of the workspace are read, so that opening a file never reaches further than the folder you opened.',
  bad: `
    cycle 2026-Q4

    objective calm: The peak is a day like any other
      kr uptime: The shop is open
        keep at least 99.9%
        data ../elsewhere/uptime.csv column availability
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
  good: `
    cycle 2026-Q4

    objective calm: The peak is a day like any other
      kr uptime: The shop is open
        keep at least 99.9%
        data metrics/uptime.csv column availability
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
});
