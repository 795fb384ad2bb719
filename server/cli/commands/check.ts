import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Command } from 'commander';
import { isInside } from '../../disk/inside.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { fails, plural } from '../check/counts.ts';
import { type Found, findings } from '../check/findings.ts';
import { applyFixes } from '../check/fixes.ts';
import { githubReport } from '../check/github.ts';
import { jsonReport } from '../check/json.ts';
import { sarifReport } from '../check/sarif.ts';
import { textReport } from '../check/text.ts';
import { todayOption } from '../options.ts';
import { isSelected, placesOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { choice, UsageError } from '../usage.ts';
import { writeIfSame } from '../write-if-same.ts';

const formats = ['text', 'json', 'github', 'sarif'] as const;
const failing = ['error', 'warning', 'info'] as const;

interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: (typeof failing)[number];
  readonly today?: number;
  readonly reminders?: true;
  readonly fix?: true;
}

export function checkCommand(command: Command, session: Session): Command {
  return command
    .description('Says what a good coach, and a compiler, would say about OKRs')
    .argument('[PATH...]', 'files, folders or globs; what they say is judged by the whole workspace')
    .option('--format <FORMAT>', formats.join(', '), choice('--format', formats), 'text')
    .option(
      '--fail-on <SEVERITY>',
      `end with 1 from this on: ${failing.join(', ')}`,
      choice('--fail-on', failing),
      'error',
    )
    .option('--reminders', 'let reminders count, which fire because a day passed')
    .option('--fix', 'apply the fixes that are the one right answer')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr check                    everything below this folder
  okr check 'teams/*/*.okr'    some files of the workspace, judged by all of it
  okr check --format github    beside the lines of a pull request
  okr check --fix              what has one right answer is put right
`,
    )
    .action((paths: string[], options: CheckOptions) => check(session, paths, options));
}

async function check(session: Session, paths: readonly string[], options: CheckOptions): Promise<void> {
  const { io } = session;
  const places = placesOf(paths, io.cwd);
  const wanted = (path: string) => isSelected(path, places);
  const { workspaces } = session.load(places, options.today ?? io.today);
  const files = workspaces.flatMap(loaded => [...loaded.paths.values()].filter(wanted));
  if (files.length === 0)
    throw new UsageError(
      `There is no .okr file in ${places.map(({ path }) => `\`${session.named(path)}\``).join(', ')}`,
    );

  if (options.fix) for (const loaded of workspaces) fix(session, loaded, wanted);
  const found = (await findAll(workspaces, wanted)).sort((a, b) => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1));
  switch (options.format) {
    case 'text':
      session.print(textReport(found, files.length, session));
      break;
    case 'json':
      session.print(jsonReport(found, session.named));
      break;
    case 'github':
      session.print(githubReport(found, path => relative(repository(session), path).split(sep).join('/')));
      break;
    case 'sarif':
      session.print(
        sarifReport(found, {
          named: session.named,
          pathOf: uri => workspaces.find(({ paths }) => paths.has(uri))?.paths.get(uri),
        }),
      );
  }
  if (fails(found, options.failOn, options.reminders === true)) session.exitCode = 1;
}

/** What is found with all that git has to say: which files have to be looked up in it is known only by looking. */
async function findAll(workspaces: readonly LoadedWorkspace[], wanted: (path: string) => boolean): Promise<Found[]> {
  const look = () => workspaces.flatMap(loaded => findings(loaded, wanted));
  const found = look();
  if (!workspaces.some(({ workspace }) => workspace.revisions.hasWanted)) return found;
  const { readHistories } = await import('../../disk/git/read-histories.ts');
  let isNew = false;
  for (const { workspace } of workspaces) isNew = (await readHistories(workspace)) || isNew;
  return isNew ? look() : found;
}

function fix(session: Session, loaded: LoadedWorkspace, wanted: (path: string) => boolean): void {
  const { applied, changes } = applyFixes(loaded, wanted);
  for (const [path, { before, after }] of changes) writeIfSame(path, before, after, session.named);
  if (changes.size > 0) session.note(`${plural(applied, 'problem')} fixed in ${plural(changes.size, 'file')}`);
}

/** Where GitHub's paths begin: a job may run in a folder of the repository. */
function repository({ io: { cwd, env } }: Session): string {
  try {
    const root = realpathSync(env['GITHUB_WORKSPACE'] ?? cwd);
    return isInside(cwd, root) ? root : cwd;
  } catch {
    return cwd;
  }
}
