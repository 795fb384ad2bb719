/** The command line run in this process, in folders made for one test. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { after } from 'mocha';
import type { Io } from '../../server/cli/io.ts';
import { run } from '../../server/cli/program.ts';
import { fromIso } from '../../server/core/calendar/day.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  /** The folder it runs in. */
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  /** What somebody types at a terminal, at each question in turn; then they leave. */
  readonly typed?: readonly string[];
  readonly columns?: number;
  /** The day that the clock shows. */
  readonly clock?: string;
}

/** The end of a prompt, and where it puts the cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are how a terminal is told
const question = /\?(?: \([^)]*\))? (?:\u001b\[\d+G)?$/;

/** Runs `okr` with arguments that stand apart as in a shell without quotes. */
export async function okr(args: string | readonly string[], world: World): Promise<Ran> {
  const { cwd, env = {}, stdin = '', isTerminal = false, columns, clock = '2026-11-21' } = world;
  const written = { stdout: '', stderr: '' };
  const keyboard = new PassThrough();
  const typed = [...(world.typed ?? [])];
  const type = () => {
    const next = typed.shift();
    if (next === undefined) keyboard.end();
    else keyboard.write(next);
  };
  // A prompt is drawn again where its line is cleared: that is no other question.
  let isNew = true;
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
      if (text.includes('\n')) isNew = true;
      if (isNew && question.test(text)) {
        isNew = false;
        setImmediate(type);
      }
    },
    isTerminal,
    columns,
  });
  const io: Io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    keyboard: world.typed && keyboard,
    cwd,
    env,
    today: fromIso(clock) ?? 0,
  };
  const list = typeof args === 'string' ? args.split(' ').filter(word => word !== '') : args;
  const code = await run(list, io);
  return { code, ...written };
}

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files, and with an `okr.json` that makes it a workspace where it has none of its own. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-cli-')));
  made.push(folder);
  for (const [path, content] of Object.entries({ 'okr.json': '{ "root": true }\n', ...files })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Compares with a file; `UPDATE_GOLDEN=1 npx mocha …` writes it anew, to be read before it is kept. */
export function equalsGolden(name: string, text: string): void {
  const path = new URL(`golden/${name}.golden.txt`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'), `${name} is printed differently; see ${path.pathname}`);
}
