/** The page on all rules, made from their list: why, a bad and a good example, how to set it, where the advice comes from. */

import { dayInWords, fromIso } from '../calendar/day.ts';
import { fileOf, readAtOnce } from '../data/read.ts';
import { openWorkspace } from '../open-workspace.ts';
import { exampleVersions } from '../revisions/example.ts';
import { pastTargets } from '../revisions/past-targets.ts';
import type { Rule } from './rule.ts';

const ROOT = 'file:///example';
/** The day of all examples that have none of their own. */
const TODAY = '2026-11-21';

export interface Said {
  readonly rule: string;
  readonly message: string;
}

/**
 * What is said of an example: an `okr.json` where it begins with a brace, else an `.okr` file.
 * @param rule whose example it is: on its day, and turned on where it is off
 */
export function tryOut(example: string, rule?: Rule): readonly Said[] {
  const { workspace, diagnosis } = openWorkspace(ROOT, fromIso(rule?.today ?? TODAY) as number);
  readAtOnce(workspace.data, uri =>
    fileOf(uri.endsWith('/metrics/uptime.csv') ? 'date,availability\n2026-10-05,99.95\n' : undefined),
  );
  if (example.trim() === '') return [];
  if (example.trimStart().startsWith('{')) {
    const uri = `${ROOT}/okr.json`;
    workspace.settings.set(uri, example);
    return (workspace.settings.problems().get(uri) ?? []).map(({ message }) => ({ rule: 'settings-invalid', message }));
  }
  if (rule?.severity === 'off') workspace.settings.set(`${ROOT}/okr.json`, turnsOn(rule));
  const file = workspace.setFile(`${ROOT}/example.okr`, plain(example), true);
  diagnosis.findings(file);
  for (const wanted of workspace.revisions.takeWanted())
    workspace.revisions.set(wanted, pastTargets(exampleVersions(plain(example))));
  return diagnosis.findings(file).map(({ rule, message }) => ({ rule, message }));
}

/** An `okr.json` for a rule that is off unless somebody wants it. */
export function turnsOn({ id }: Rule): string {
  return `{ "rules": { "${id}": "hint" } }`;
}

/** An example without the indentation that it has in the source. */
export function plain(example: string): string {
  const lines = example.replace(/^\n/, '').trimEnd().split('\n');
  const [indentation = ''] = /^ */.exec(lines[0] ?? '') ?? [];
  return `${lines.map(line => line.slice(Math.min(indentation.length, line.length))).join('\n')}\n`;
}

/** A table of all rules, each linked to its part of a page, as the formatter lays tables out. */
export function rulesTable(rules: readonly Rule[], page = ''): string {
  const rows = rules.map(({ id, severity, summary }) => [`[${id}](${page}#${id})`, severity as string, summary]);
  const all = [['rule', 'unless set otherwise', 'finds'], ...rows];
  const widths = [0, 1, 2].map(column => Math.max(...all.map(cells => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** The whole page, as Markdown. */
export function rulesPage(rules: readonly Rule[]): string {
  return `${[
    '# What the coach says',
    `<!-- Made from the list of rules by rules-page.ts. After a change: UPDATE_GOLDEN=1 npm test -->`,
    `Every remark of the editor and of \`okr check\` comes from one of these rules. What is broken is an error; what is only
advice on the method is a warning, or quieter: schools differ, and so do teams.`,
    rulesTable(rules),
    `**Turn a rule up, down or off** in \`okr.json\`, for everybody, or in the \`okr.json\` of a folder, for what is in it. A rule is
an \`error\`, a \`warning\`, an \`info\`, a \`hint\` or \`off\`:`,
    fence(
      'json',
      '{\n  "rules": {\n    "kr-measure-in-title": "off",\n    "objective-too-many": { "severity": "info", "limit": 4 }\n  }\n}',
    ),
    '**Silence a rule on one line** from the line above, and say why:',
    fence(
      'okr',
      'cycle 2026-Q4\n\nobjective proud: A place to be proud of\n  # okr-ignore kr-unmeasurable: we shall know it when we see it\n  kr faces: Monday mornings look different\n    checkin 2026-11-20 confidence 6/10\n  kr stay: Colleagues who are still here after a year\n    from 71% to 85%\n    checkin 2026-11-20 74%',
    ),
    `What has ended is left in peace: a cycle that is over, and what was dropped, gets no advice any more. In the examples it is 21
November 2026, unless another day is said.`,
    ...rules.flatMap(section),
  ].join('\n\n')}\n`;
}

export interface RuleHelp {
  /** What is said of the bad example. */
  readonly said: string | undefined;
  readonly language: 'json' | 'okr';
  /** Without the indentation of the source; empty where there is none to show. */
  readonly bad: string;
  readonly good: string;
  /** `limit`, 5 unless set: what it means. */
  readonly limits: readonly { readonly name: string; readonly default: number; readonly description: string }[];
  /** What stands behind its name in `okr.json`, for instance; undefined for what cannot be set. */
  readonly setting: string | undefined;
}

/** What a page or a terminal says about a rule beside its own words. */
export function helpOf(rule: Rule): RuleHelp {
  const { id, severity, bad, good, options = {}, isAlwaysError } = rule;
  const limits = Object.entries(options).map(([name, option]) => ({ name, ...option }));
  const [first] = limits;
  const plainly = severity === 'error' ? '"warning"' : severity === 'off' ? '"info"' : '"off"';
  return {
    said: tryOut(bad, rule).find(said => said.rule === id)?.message,
    language: bad.trimStart().startsWith('{') ? 'json' : 'okr',
    bad: bad === '' ? '' : plain(bad),
    good: good === '' ? '' : plain(good),
    limits,
    setting:
      isAlwaysError === true
        ? undefined
        : first === undefined || severity === 'off'
          ? plainly
          : `{ "${first.name}": ${another(first.default)} }`,
  };
}

/** More of it: of what is counted one, of a share a tenth. */
function another(limit: number): number {
  return limit < 1 ? Number((limit * 1.1).toPrecision(1)) : limit + 1;
}

function section(rule: Rule): string[] {
  const { id, severity, summary, why, source, isReminder, today } = rule;
  const { said, language, bad, good, limits, setting } = helpOf(rule);
  return [
    `## ${id}`,
    `**${summary}.** ${why}`,
    ...(isReminder === true
      ? ['⏰ A reminder: it comes with a day that passed, and `okr check` counts it only with `--reminders`.']
      : []),
    ...(bad === ''
      ? []
      : [
          today === undefined ? 'Not so:' : `Not so, on ${dayInWords(fromIso(today) as number)}:`,
          fence(language, bad),
        ]),
    ...(said === undefined ? [] : [`> ${said.replaceAll('<', '&lt;')}`]),
    ...(good === '' ? [] : ['But so:', fence(language, good)]),
    ...(limits.length === 0
      ? []
      : [limits.map(limit => `- \`${limit.name}\`, ${limit.default} unless set: ${limit.description}`).join('\n')]),
    setting === undefined
      ? 'It is always an **error**: what it speaks of could not be read.'
      : `Set it with \`"${id}": ${setting}\` in \`okr.json\`; it is ${article(severity)} unless set otherwise.`,
    ...(source === undefined ? [] : [`From: ${source}`]),
  ];
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function article(severity: Rule['severity']): string {
  if (severity === 'off') return '**off**';
  return `${/^[aeiou]/.test(severity) ? 'an' : 'a'} **${severity}**`;
}
