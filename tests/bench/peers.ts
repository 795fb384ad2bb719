/** Runs the peers and what ships side by side, by a bench folder's harness, and holds the ratios against the budgets. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Row {
  readonly scenario: string;
  readonly param: number;
  readonly server: string;
  readonly metric: string;
  readonly p50?: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const peer = 'langium-linear';

/** What it may cost at most, as a share of what the peer needs in the same run. */
const budgets: readonly [what: string, scenario: string, param: number, metric: string, most: number][] = [
  ['keystroke to right diagnostics, 2,000 lines', 'key', 2_000, 'edit to right diagnostics', 0.1],
  ['keystroke to right diagnostics, 20,000 lines', 'key', 20_000, 'edit to right diagnostics', 0.03],
  ['keystroke with 5,000 files', 'workspace', 5_000, 'keystroke in the workspace', 0.1],
  ['start to the first right diagnostics', 'cold', 200, 'spawn to first right diagnostics', 0.8],
  ['5,000 files: start to right diagnostics', 'workspace', 5_000, 'spawn to right diagnostics', 0.3],
  ['5,000 files: memory', 'workspace', 5_000, 'rss MiB', 0.3],
  ['50 keys at 10 ms, then completion, 20,000 lines', 'burst', 20_000, 'completion after burst', 0.01],
];

/** @param folder of the harness, set up as its README says */
export async function againstPeers(folder: string, quick: boolean): Promise<void> {
  const bench = resolve(folder);
  const scratch = mkdtempSync(join(tmpdir(), 'okr-peers-'));
  try {
    const descriptor = join(scratch, 'okr.json');
    writeFileSync(
      descriptor,
      JSON.stringify({
        name: 'okr',
        about: 'OKRs as Code',
        command: '$node',
        args: [`${root}dist/server.js`, '--stdio'],
        lang: join(bench, 'langs/okr.mjs'),
        diagnostics: 'auto',
        // The coach has more to say about made-up titles than about the missing measure.
        errorSeen: 'How would you notice',
        initializationOptions: { today: '2026-12-15' },
        config: {},
        debounceMs: 0,
      }),
    );
    const out = join(scratch, 'lsp');
    const args = [
      'lsp-bench.mjs',
      '--servers',
      `${peer},${descriptor}`,
      '--scenarios',
      'cold,key,burst,workspace',
      '--sizes',
      '2000,20000',
      '--files',
      '5000',
      '--out',
      out,
    ];
    run(bench, process.execPath, quick ? [...args, '--edits', '30', '--cold', '5', '--bursts', '3'] : args);
    const { results } = JSON.parse(readFileSync(`${out}.json`, 'utf8')) as { results: Row[] };
    const value = (server: string, scenario: string, param: number, metric: string) =>
      results.find(
        row => row.server === server && row.scenario === scenario && row.param === param && row.metric === metric,
      )?.p50 ?? Number.NaN;
    for (const [what, scenario, param, metric, most] of budgets) {
      print(what, value('okr', scenario, param, metric), value(peer, scenario, param, metric), most);
    }
    run(bench, process.execPath, [
      'parse-bench.mjs',
      '--own',
      `${root}tests/bench/own-parser.ts`,
      '--sizes',
      '20000',
      '--budget',
      '6000',
      '--out',
      join(scratch, 'parse'),
    ]);
    const { rows } = JSON.parse(readFileSync(join(scratch, 'parse.json'), 'utf8')) as {
      rows: { name: string; p50: number }[];
    };
    const parse = (name: RegExp) => rows.find(row => name.test(row.name))?.p50 ?? Number.NaN;
    print('parse 20,000 lines to a tree with positions', parse(/^own/), parse(/linear/), 0.2);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function print(what: string, own: number, other: number, most: number): void {
  const ratio = own / other;
  const kept = ratio <= most ? 'kept' : 'NOT KEPT';
  console.log(
    `${what.padEnd(50)} ${own.toFixed(1).padStart(8)} / ${other.toFixed(1).padStart(8)} = ${ratio.toFixed(3)}  at most ${most}  ${kept}`,
  );
}

function run(cwd: string, program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
}
