/** What was carried over, in numbers, and what was not, line by line. */
import type { PlannedFile } from './files.ts';
import type { ImportPlan, PlannedElement } from './plan.ts';
import type { Remark } from './source.ts';

/** `2 objectives, 5 key results, 12 check-ins and 3 people`. */
export function carriedOver({ elements, teams, persons }: ImportPlan): string {
  const keyResults = elements.flatMap(each => each.keyResults);
  const all = [...elements, ...keyResults];
  const ofKind = (kind: PlannedElement['kind']) => elements.filter(each => each.kind === kind).length;
  const facts = (keyword: string) =>
    all.flatMap(each => each.facts).filter(line => line.startsWith(`${keyword} `)).length;
  const counts: [number, string, string][] = [
    [ofKind('objective'), 'objective', 'objectives'],
    [keyResults.length, 'key result', 'key results'],
    [ofKind('kpi'), 'KPI', 'KPIs'],
    [ofKind('initiative'), 'initiative', 'initiatives'],
    [facts('checkin'), 'check-in', 'check-ins'],
    [facts('reading'), 'reading', 'readings'],
    [facts('grade'), 'grade', 'grades'],
    [teams.length, 'team', 'teams'],
    [persons.length, 'person', 'people'],
  ];
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => `${count} ${count === 1 ? one : several}`);
  const last = parts.pop() ?? 'nothing';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

export function remarkText({ place, what, why }: Remark): string {
  return `${place}: ${what}${what === '' ? '' : ': '}${why}`;
}

/** The same as a document, for an editor to show. */
export function importSummary(name: string, plan: ImportPlan, files: readonly PlannedFile[]): string {
  const list = (title: string, remarks: readonly Remark[]) =>
    remarks.length === 0 ? [] : ['', `## ${title}`, '', ...remarks.map(each => `- ${escaped(remarkText(each))}`)];
  return [
    `# Imported from ${escaped(name)}`,
    '',
    `${carriedOver(plan)}, in ${files.length === 1 ? '1 file' : `${files.length} files`}.`,
    ...(plan.fiscalYearStart === undefined
      ? []
      : [
          '',
          `Its fiscal years begin in month ${plan.fiscalYearStart}, as its dates tell: \`okr.json\` ${files.some(({ path }) => path === 'okr.json') ? 'says so' : `should say \`"fiscalYearStart": ${plan.fiscalYearStart}\``}.`,
        ]),
    ...list('Not carried over, or only as words', plan.leftOut),
    ...list('Taken one way, and perhaps meant another', plan.readAs),
    '',
  ].join('\n');
}

/** As Markdown that shows it as it is. */
function escaped(text: string): string {
  return text.replace(/[\\*_[\]<>#|~&!]/g, '\\$&');
}
