import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { firstWorkspace, handleFor } from '../../core/edits/first-workspace.ts';
import type { Day } from '../../core/model/elements.ts';
import { findFiles } from '../../disk/find.ts';
import { writeNewFiles } from '../../disk/write-new.ts';
import { dayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage.ts';

interface InitOptions {
  readonly team?: string;
  readonly today?: Day;
}

export function initCommand(command: Command, session: Session): Command {
  return command
    .description('Begins a first workspace: a cycle, a team and an example to write over')
    .argument('[FOLDER]', 'where: a folder without OKRs; the one it runs in if none is named')
    .option('--team <NAME>', 'what the team is called, such as growth')
    .addOption(dayOption('--today', 'the day to begin on; today if none is named'))
    .addHelpText('after', '\nExamples:\n  okr init\n  okr init okrs --team growth\n')
    .action((folder: string | undefined, options: InitOptions) => init(session, folder ?? '.', options));
}

async function init(session: Session, name: string, { team, today = session.io.today }: InitOptions): Promise<void> {
  const { io, colours } = session;
  if (team !== undefined && !/^\p{L}[\p{L}\p{M}\p{Nd}_-]*$/u.test(team))
    throw new UsageError(`\`${team}\` is no name: it is one word, such as \`growth\` or \`people-ops\``);
  const folder = resolve(io.cwd, name);
  refuseIfBegun(folder, session);
  const { gitUser } = await import('../../disk/git/user.ts');
  // Git is asked where there is a folder already.
  const user = await gitUser(existsSync(folder) ? folder : io.cwd);
  const files = firstWorkspace({ today, handle: handleFor(user), name: user.name, team });
  writeNewFiles(files.map(({ name: file, text }) => ({ path: join(folder, file), text })));
  const width = Math.max(...files.map(({ name: file }) => session.named(join(folder, file)).length));
  const about: Readonly<Record<string, string>> = {
    'okr.json': 'makes the folder a workspace, and holds what all share',
  };
  const lines = files.map(({ name: file }) => {
    const shown = session.named(join(folder, file)).padEnd(width);
    return `${colours.green('+')} ${shown}  ${colours.dim(about[file] ?? 'an example to write over')}`;
  });
  const where = folder === io.cwd ? '' : ` ${session.named(folder)}`;
  const next: readonly [command: string, what: string][] = [
    [`okr check${where}`, 'what the coach says: one line that nobody can measure'],
    [`okr show${where === '' ? '' : ` --in${where}`}`, 'how it stands'],
    [`okr preview${where}`, 'the same in a browser'],
  ];
  const wide = Math.max(...next.map(([text]) => text.length));
  lines.push('', 'Next:', ...next.map(([text, what]) => `  ${colours.bold(text.padEnd(wide))}  ${colours.dim(what)}`));
  session.print(`${lines.join('\n')}\n`);
}

/** @throws UsageError where there are OKRs already: nothing of anybody's is written over */
function refuseIfBegun(folder: string, { named }: Session): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) throw new UsageError(`\`${named(folder)}\` is no folder`);
  const { okr, settings } = findFiles(folder, named);
  const [there] = [...okr, ...settings];
  if (there !== undefined)
    throw new UsageError(
      `There are OKRs already: \`${named(there)}\`. Name a folder that has none, as in \`okr init okrs\``,
    );
}
