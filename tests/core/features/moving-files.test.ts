/** What a move of files or folders changes in `data` lines. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pathEdits } from '../../../server/core/features/moving-files.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import { edited } from './edited.ts';
import { fixture } from './fixture.ts';

const ROOT = 'file:///workspace';

const text = `--- growth/2026-Q4.okr
objective love: Customers love us
  kr uptime: data metrics/uptime.csv column n
    keep at least 99.9%
    data metrics/uptime.csv column "n, all" date week # data metrics/uptime.csv
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    data "../shared/my nps.csv" column points
  kr odd: Odd
    data ../../outside.csv column n
    data ./metrics/uptime.csv column n
--- shared/kpis.okr
kpi uptime: Uptime
  data ../growth/metrics/uptime.csv column n
kpi nps: Net Promoter Score
  data "my nps.csv" column points
--- growth/metrics/uptime.csv
date,n
`;

/** The `data` lines after the moves, of those files that change. */
async function moved(...moves: [from: string, to: string][]): Promise<Record<string, string[]>> {
  const { context } = fixture(text);
  const edits = await pathEdits(
    context.workspace,
    moves.map(([from, to]) => ({ from: `${ROOT}/${from}`, to: `${ROOT}/${to}` })),
    noPause,
  );
  return Object.fromEntries(
    [...edits].map(([uri, own]) => [
      uri.slice(ROOT.length + 1),
      edited(context.workspace.file(uri)?.document.text ?? '', own)
        .split('\n')
        .filter(line => /^ +data/.test(line))
        .map(line => line.trim()),
    ]),
  );
}

describe('A move of files', () => {
  it('takes along the paths that lead to a data file', async () => {
    assert.deepEqual(await moved(['growth/metrics/uptime.csv', 'growth/uptime.csv']), {
      'growth/2026-Q4.okr': [
        'data uptime.csv column "n, all" date week # data metrics/uptime.csv',
        'data "../shared/my nps.csv" column points',
        'data ../../outside.csv column n',
        'data uptime.csv column n',
      ],
      'shared/kpis.okr': ['data ../growth/uptime.csv column n', 'data "my nps.csv" column points'],
    });
  });

  it('puts a path in quotes where it needs them, and leaves those that are there', async () => {
    assert.deepEqual(
      await moved(['growth/metrics/uptime.csv', 'growth/up%20time.csv'], ['shared/my%20nps.csv', 'shared/nps.csv']),
      {
        'growth/2026-Q4.okr': [
          'data "up time.csv" column "n, all" date week # data metrics/uptime.csv',
          'data "../shared/nps.csv" column points',
          'data ../../outside.csv column n',
          'data "up time.csv" column n',
        ],
        'shared/kpis.okr': ['data "../growth/up time.csv" column n', 'data "nps.csv" column points'],
      },
    );
  });

  it('keeps the paths of an .okr file that moves', async () => {
    assert.deepEqual(await moved(['growth/2026-Q4.okr', 'archive/2026/Q4.okr']), {
      'growth/2026-Q4.okr': [
        'data ../../growth/metrics/uptime.csv column "n, all" date week # data metrics/uptime.csv',
        'data "../../shared/my nps.csv" column points',
        'data ../../outside.csv column n',
        'data ../../growth/metrics/uptime.csv column n',
      ],
    });
  });

  it('changes what leads into a folder and out of it, and nothing that stays inside', async () => {
    assert.deepEqual(await moved(['growth', 'teams/growth']), {
      'growth/2026-Q4.okr': [
        'data metrics/uptime.csv column "n, all" date week # data metrics/uptime.csv',
        'data "../../shared/my nps.csv" column points',
        'data ../../outside.csv column n',
        'data ./metrics/uptime.csv column n',
      ],
      'shared/kpis.okr': ['data ../teams/growth/metrics/uptime.csv column n', 'data "my nps.csv" column points'],
    });
    assert.deepEqual(await moved(['growth/', 'sales/']), {
      'shared/kpis.okr': ['data ../sales/metrics/uptime.csv column n', 'data "my nps.csv" column points'],
    });
  });

  it('lets the deepest of several moves say where a file goes', async () => {
    assert.deepEqual(await moved(['growth/metrics', 'metrics'], ['growth', 'sales']), {
      'growth/2026-Q4.okr': [
        'data ../metrics/uptime.csv column "n, all" date week # data metrics/uptime.csv',
        'data "../shared/my nps.csv" column points',
        'data ../../outside.csv column n',
        'data ../metrics/uptime.csv column n',
      ],
      'shared/kpis.okr': ['data ../metrics/uptime.csv column n', 'data "my nps.csv" column points'],
    });
  });

  it('changes nothing where no path would lead there, or nothing is moved that is meant', async () => {
    assert.deepEqual(await moved(['growth/metrics/uptime.csv', '../elsewhere/uptime.csv']), {});
    assert.deepEqual(await moved(['growth/metrics/uptime.csv', 'growth/a"b.csv']), {});
    assert.deepEqual(await moved(['growth/metrics/other.csv', 'growth/other.csv']), {});
    assert.deepEqual(await moved(['grow', 'shrink']), {});
  });

  it('leaves no trees of closed files', async () => {
    const { context } = fixture(text);
    const { workspace } = context;
    for (const [uri, file] of [...workspace.files]) workspace.setFile(uri, file.document.text, false);
    const moves = [{ from: `${ROOT}/growth/metrics`, to: `${ROOT}/metrics` }];
    assert.equal((await pathEdits(workspace, moves, noPause)).size, 2);
    for (const { document } of workspace.files.values())
      for (const block of document.blocks) assert.equal((block as unknown as { parsed: unknown }).parsed, undefined);
  });
});
