import type { Command } from 'commander';
import { nearest } from '../../../grammar/spelling.ts';
import { ruleById } from '../../core/rules/rules.ts';
import { rulesHere } from '../rules/here.ts';
import { rulePage } from '../rules/page.ts';
import type { Session } from '../session.ts';
import { printable } from '../terminal/printable.ts';
import { UsageError } from '../usage.ts';

interface ExplainOptions {
  readonly in?: string;
}

export function explainCommand(command: Command, session: Session): Command {
  return command
    .description('Says why a rule is there, what to write instead, and how to set it')
    .argument('<RULE>', 'such as kr-unmeasurable')
    .option('--in <PATH>', 'a folder or a file whose settings count; else where it runs')
    .action((id: string, options: ExplainOptions) => {
      const rule = ruleById.get(id.trim().toLowerCase());
      if (rule === undefined) throw new UsageError(unknown(id));
      session.print(rulePage(rule, rulesHere(session, options.in)(rule), session));
    });
}

function unknown(id: string): string {
  const ids = [...ruleById.keys()];
  const meant = nearest(id, ids) ?? ids.find(each => each.endsWith(`-${id}`) || each.startsWith(`${id}-`));
  return `There is no rule \`${printable(id)}\`${meant === undefined ? '; `okr rules` lists them' : `: did you mean \`${meant}\`?`}`;
}
