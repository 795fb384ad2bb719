import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { loadWorkspaces, uriOf } from '../../disk/load-workspaces.ts';
import { watchFolder } from '../../disk/watch.ts';
import { today } from '../../lsp/today.ts';
import { whoAmI } from '../check-in/who-am-i.ts';
import { todayOption } from '../options.ts';
import { placesOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { theWorkspace } from '../the-workspace.ts';
import { UsageError } from '../usage.ts';

interface PreviewOptions {
  readonly port: number;
  readonly write: boolean;
  readonly today?: number;
}

export function previewCommand(command: Command, session: Session): Command {
  return command
    .description('Shows the live preview in a browser, until Ctrl-C ends it')
    .argument('[PATH]', 'which workspace: its folder, or anything in it; of a file only what is in it comes first')
    .addOption(
      new Option('--port <N>', 'which port to listen on; else any that is free').argParser(readPort).default(0, ''),
    )
    .option(
      '--write',
      'check in, add readings, tick milestones, say status and confidence, begin objectives from the page',
      false,
    )
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
It follows what changes in the files, writes nothing without \`--write\`, and is for this machine only: the address that
it prints has a token in it, which is new each time. What is written from the page goes into the files at once, where a
person would write it, and can be undone there until the next.
`,
    )
    .action((path: string | undefined, options: PreviewOptions) => preview(session, path, options));
}

async function preview(session: Session, path: string | undefined, options: PreviewOptions): Promise<void> {
  const workspace = theWorkspace(session, path, options.today);
  const { folder } = workspace;
  const places = placesOf(path === undefined ? [] : [path], session.io.cwd);
  const file = places.find(({ isFolder }) => !isFolder)?.path;
  const uri = uriOf(file ?? folder);
  // Its page, its layout and its server load when somebody wants to see them.
  const [{ servePreview }, { shownOf }, { Readings }, { Pen }] = await Promise.all([
    import('../preview/serve.ts'),
    import('../preview/live.ts'),
    import('../preview/readings.ts'),
    import('../preview/pen.ts'),
  ]);
  const readings = new Readings(
    () => options.today ?? today(new Date()),
    day => {
      const loaded = loadWorkspaces(places, day).workspaces.find(each => each.folder === folder);
      if (loaded === undefined) throw new Error(`There is no .okr file in \`${session.named(folder)}\` any more.`);
      return loaded;
    },
  );
  const server = await servePreview({
    port: options.port,
    page: {
      name: basename(file ?? folder),
      folderUri: uriOf(folder),
      isFile: file !== undefined,
      writes: options.write,
      me: options.write ? await whoAmI(workspace) : undefined,
    },
    shown: asked => shownOf(readings.now(), uri, asked),
    pen: options.write ? new Pen(readings, session.named) : undefined,
  });
  const watching = watchFolder(folder, () => {
    readings.forget();
    server.refresh();
  });
  session.print(`${server.address}\n`);
  const writes = options.write ? ' What you say there is written into the files.' : '';
  session.note(`Open it in a browser of this machine.${writes} Ctrl-C ends it.`);
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
