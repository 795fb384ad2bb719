import { mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { siteFiles } from '../../core/site/site.ts';
import { withData } from '../../disk/data.ts';
import { whyUnwritable, writeText } from '../../disk/write.ts';
import { todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { theWorkspace } from '../the-workspace.ts';
import { UsageError } from '../usage.ts';

interface SiteCommandOptions {
  readonly output: string;
  readonly title?: string;
  readonly today?: number;
}

export function siteCommand(command: Command, session: Session): Command {
  return command
    .description('Writes the workspace as linked pages, for any static host')
    .argument('[PATH]', 'which workspace: its folder, or anything in it')
    .requiredOption('-o, --output <DIR>', 'the folder to write into: a new one, an empty one, or a site of before')
    .option('--title <TITLE>', "what the site is called; the folder's name if nothing is said")
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr site -o public                 the workspace, to be served from \`public\`
  okr site okrs -o public --title Papermoon
`,
    )
    .action((path: string | undefined, options: SiteCommandOptions) => site(session, path, options));
}

function site(session: Session, path: string | undefined, { output, title, today }: SiteCommandOptions): void {
  const { workspace, standings, folder } = theWorkspace(session, path, today);
  const target = resolve(session.io.cwd, output);
  if (!isOurs(target))
    throw new UsageError(
      `\`${session.named(target)}\` holds something else: name a new folder, an empty one, or a site that was written before`,
    );
  const files = withData(workspace, () => [...siteFiles(workspace, standings, title ?? basename(folder))]);
  for (const { path: name, text } of files) {
    const file = join(target, name);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeText(file, text);
    } catch (error) {
      throw new Error(`\`${session.named(file)}\` cannot be written: ${whyUnwritable(error)}`);
    }
  }
  const pages = files.filter(({ path: name }) => name.endsWith('.html')).length;
  session.note(`${session.named(join(target, 'index.html'))}: ${pages} pages`);
}

/** Pages are written over what is there: it must be nothing, or a site. */
function isOurs(folder: string): boolean {
  try {
    const names = readdirSync(folder).filter(name => !name.startsWith('.'));
    return names.length === 0 || (names.includes('site.css') && names.includes('index.html'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
