import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { type LoadedWorkspace, loadWorkspaces, uriOf } from '../../disk/load-workspaces.ts';
import { watchFolder } from '../../disk/watch.ts';
import { today } from '../../lsp/today.ts';
import { todayOption } from '../options.ts';
import { placesOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { theWorkspace } from '../the-workspace.ts';
import { UsageError } from '../usage.ts';

interface PreviewOptions {
  readonly port: number;
  readonly today?: number;
}

export function previewCommand(command: Command, session: Session): Command {
  return command
    .description('Shows the live preview in a browser, until Ctrl-C ends it')
    .argument('[PATH]', 'which workspace: its folder, or anything in it; of a file only what is in it comes first')
    .addOption(
      new Option('--port <N>', 'which port to listen on; else any that is free').argParser(readPort).default(0, ''),
    )
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
It follows what changes in the files, writes nothing, and is for this machine only: the address that it prints has a
token in it, which is new each time.
`,
    )
    .action((path: string | undefined, options: PreviewOptions) => preview(session, path, options));
}

async function preview(session: Session, path: string | undefined, options: PreviewOptions): Promise<void> {
  const { folder } = theWorkspace(session, path, options.today);
  const places = placesOf(path === undefined ? [] : [path], session.io.cwd);
  const file = places.find(({ isFolder }) => !isFolder)?.path;
  const uri = uriOf(file ?? folder);
  // Its page, its layout and its server load when somebody wants to see them.
  const [{ servePreview }, { shownOf }] = await Promise.all([
    import('../preview/serve.ts'),
    import('../preview/live.ts'),
  ]);
  /** What was read last, until something changes; a day may have passed meanwhile. */
  let last: { readonly day: number; readonly loaded: LoadedWorkspace } | undefined;
  const read = (): LoadedWorkspace => {
    const day = options.today ?? today(new Date());
    if (last?.day === day) return last.loaded;
    const loaded = loadWorkspaces(places, day).workspaces.find(each => each.folder === folder);
    if (loaded === undefined) throw new Error(`There is no .okr file in \`${session.named(folder)}\` any more.`);
    last = { day, loaded };
    return loaded;
  };
  const server = await servePreview({
    port: options.port,
    page: { name: basename(file ?? folder), folderUri: uriOf(folder), isFile: file !== undefined },
    shown: asked => shownOf(read(), uri, asked),
  });
  const watching = watchFolder(folder, () => {
    last = undefined;
    server.refresh();
  });
  session.print(`${server.address}\n`);
  session.note('Open it in a browser of this machine. Ctrl-C ends it.');
  await interrupted();
  watching.close();
  await server.close();
}

function interrupted(): Promise<void> {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`\`--port ${text}\`: a port is a number up to 65535, such as \`--port 4180\``);
}
