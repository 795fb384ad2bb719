/** One rule's page on a terminal. */
import { rulesPage } from '../../core/rules/page-address.ts';
import type { Rule } from '../../core/rules/rule.ts';
import { helpOf } from '../../core/rules/rules-page.ts';
import type { Severity } from '../../core/settings/settings.ts';
import type { Session } from '../session.ts';
import { wrapped } from '../show/details.ts';
import { plain } from '../show/looks.ts';
import { paintSeverity } from '../terminal/severity.ts';

const WIDEST = 100;

/** @param severity how loudly it speaks where somebody asks */
export function rulePage(rule: Rule, severity: Severity, { colours, columns }: Session): string {
  const { id, summary, why, source, isReminder } = rule;
  const { said, bad, good, limits, setting } = helpOf(rule);
  const room = Math.min(columns, WIDEST);
  const prose = (text: string) => wrapped(plain(text.replaceAll(/[*_]/g, '')), room - 2, '  ');
  const title = (text: string) => colours.bold(text);
  const example = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map(line => (line === '' ? '' : `    ${line}`));
  const usually = severity === rule.severity ? '' : colours.dim(` (usually ${rule.severity})`);
  const part = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title(heading), ...lines];
  const set =
    setting === undefined
      ? prose('It is always an error: what it speaks of could not be read.')
      : [
          `    "rules": { "${id}": ${setting} }`,
          ...limits.flatMap(limit => prose(`\`${limit.name}\`: ${limit.description} ${limit.default} unless set.`)),
        ];
  return `${[
    `${title(id)}  ${paintSeverity(severity, colours)(severity)}${usually}`,
    ...wrapped(`${summary}.`, room - 2, '  '),
    '',
    ...prose(why),
    ...(isReminder === true
      ? ['', ...prose('⏰ A reminder: it comes with a day that passed, and counts with `okr check --reminders` only.')]
      : []),
    ...part('Not so', bad === '' ? [] : example(bad)),
    ...part('What it says', said === undefined ? [] : prose(said)),
    ...part('But so', good === '' ? [] : example(good)),
    ...part('In okr.json', set),
    ...part('For one line', setting === undefined || bad === '' ? [] : [`    # okr-ignore ${id}: why`]),
    ...part('From', source === undefined ? [] : prose(source)),
    '',
    colours.dim(`${rulesPage}#${id}`),
  ].join('\n')}\n`;
}
