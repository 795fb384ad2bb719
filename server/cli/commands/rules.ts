import type { Command } from 'commander';
import type { Rule } from '../../core/rules/rule.ts';
import { rules } from '../../core/rules/rules.ts';
import type { Severity } from '../../core/settings/settings.ts';
import { rulesHere } from '../rules/here.ts';
import type { Session } from '../session.ts';
import { tableLines } from '../show/table.ts';
import { paintSeverity } from '../terminal/severity.ts';
import { choice } from '../usage.ts';

const formats = ['text', 'json'] as const;

interface RulesOptions {
  readonly format: (typeof formats)[number];
}

export function rulesCommand(command: Command, session: Session): Command {
  return command
    .description('Lists every rule, and how loudly it speaks here')
    .argument('[PATH]', 'a folder or a file whose settings count; else where it runs')
    .option('--format <FORMAT>', formats.join(', '), choice('--format', formats), 'text')
    .addHelpText('after', '\n`okr explain RULE` says why a rule is there, and what to write instead.\n')
    .action((path: string | undefined, { format }: RulesOptions) => {
      const severityOf = rulesHere(session, path);
      session.print(format === 'json' ? asJson(severityOf) : asTable(severityOf, session));
    });
}

function asJson(severityOf: (rule: Rule) => Severity): string {
  const list = rules.map(rule => ({
    rule: rule.id,
    severity: severityOf(rule),
    default: rule.severity,
    reminder: rule.isReminder === true,
    summary: rule.summary,
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asTable(severityOf: (rule: Rule) => Severity, { colours, columns }: Session): string {
  const rows = rules.map(rule => {
    const severity = severityOf(rule);
    const isOff = severity === 'off';
    return [
      { text: rule.id, ...(isOff && { paint: colours.dim }) },
      { text: severity, paint: paintSeverity(severity, colours) },
      { text: severity === rule.severity ? '' : `(${rule.severity})`, paint: colours.dim },
      { text: `${rule.summary}${rule.isReminder === true ? ' ⏰' : ''}`, ...(isOff && { paint: colours.dim }) },
    ];
  });
  const head = ['rule', 'here', rows.some(([, , own]) => own?.text !== '') ? '(usually)' : '', 'finds'];
  const lines = tableLines(
    [{}, {}, { spare: 1 }, { flexible: true }],
    [head.map(text => ({ text, paint: colours.bold })), ...rows],
    columns,
  );
  const notes = rules.some(({ isReminder }) => isReminder)
    ? ['', '⏰ a reminder: a day passed. It counts for the exit code with `okr check --reminders` only.']
    : [];
  return `${[...lines, ...notes].join('\n')}\n`;
}
