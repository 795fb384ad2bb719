/** The outline of a small company in each of its groupings, the cycle of a status bar, and the marks on files. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noPause } from '../../../server/core/features/pause.ts';
import { attention } from '../../../server/core/outline/attention.ts';
import { cycleToday } from '../../../server/core/outline/cycle-today.ts';
import { outline } from '../../../server/core/outline/outline.ts';
import type { OutlineGroup, OutlineItem } from '../../../server/core/requests/outline.ts';
import { equalsGolden, fixture } from '../features/fixture.ts';

const company = `team company
cycle 2026

objective grow: Families come back
  owner @ana
  kr referrals: Orders that a friend sent us
    from 11% to 20%
    checkin 2026-11-01 18%

--- growth.okr
team growth: Growth
  parent company
person @ana: Ana Silva
cycle 2026-Q3

objective love: Last quarter's love
  owner @li
  kr nps: Raise our Net Promoter Score
    from 30 to 32 points
    checkin 2026-09-20 32 points

cycle 2026-Q4: Peak season

objective love: Customers love us
  owner @li
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-11-14 41 points
  kr tickets: Cut the questions about uploads
    owner @ana
    from 420 to 294 tickets
    checkin 2026-11-14 430 tickets
  kr finder: The gift finder
    checkin 2026-11-14 blocked
  kr finder: The gift finder, written twice
    to 5
  kr partners: Partners
    to 50
    dropped 2026-10-30: They withdrew

kpi upload-tickets: Questions a week
  owner @ana
  healthy at most 350
  reading 2026-11-14 371 tickets

--- alone.okr
objective alone: In no team and no cycle
`;

describe('The outline', () => {
  for (const by of ['team', 'cycle', 'owner', 'status'] as const) {
    it(`by ${by}`, async () => {
      const groups = await outline(fixture(company).context, { by, past: false }, noPause);
      equalsGolden(`../outline/outline-by-${by}.golden.txt`, `${groups.map(written).join('\n')}\n`);
    });
  }
  it('has what has ended where somebody asks for it', async () => {
    const groups = await outline(fixture(company).context, { by: 'team', past: true }, noPause);
    const titles = groups.flatMap(({ items }) => items.map(({ title }) => title));
    assert.ok(titles.includes("Last quarter's love"));
  });
  it('gives everything an identifier of its own, which stays when lines move', async () => {
    const { context } = fixture(company);
    const idsOf = async () => {
      const groups = await outline(context, { by: 'owner', past: true }, noPause);
      const all = (items: readonly OutlineItem[]): string[] => items.flatMap(item => [item.id, ...all(item.items)]);
      return groups.flatMap(({ items }) => all(items));
    };
    const ids = await idsOf();
    assert.equal(new Set(ids).size, ids.length);
    const start = { line: 0, character: 0 };
    context.workspace.editFile('file:///workspace/growth.okr', { start, end: start }, '# A comment.\n\n');
    assert.deepEqual(await idsOf(), ids);
  });
});

describe('The cycle that runs', () => {
  it('is that of the document, the shortest of several, with its score and how much of it is gone', async () => {
    const { context } = fixture(company);
    const answer = await cycleToday(context, 'file:///workspace/growth.okr', noPause);
    assert.equal(answer.today, '2026-11-21');
    assert.deepEqual(
      { ...answer.cycle, elapsed: answer.cycle?.elapsed?.toFixed(2), score: answer.cycle?.score?.toFixed(2) },
      {
        id: '2026-Q4',
        title: 'Peak season',
        elapsed: '0.56',
        score: '0.17',
        standing: '✗ off track',
        daysLeft: 40,
        uri: 'file:///workspace/growth.okr',
      },
    );
    assert.equal((await cycleToday(context, 'file:///workspace/main.okr', noPause)).cycle?.id, '2026');
  });
  it('is none where nothing is in a cycle', async () => {
    assert.equal((await cycleToday(fixture('objective a').context, undefined, noPause)).cycle, null);
  });
});

describe('What needs attention', () => {
  it('is what runs and is off track or blocked, file by file', async () => {
    assert.deepEqual(await attention(fixture(company).context, noPause), [
      { uri: 'file:///workspace/growth.okr', message: 'Of 4 key results, 1 off track and 1 blocked' },
    ]);
  });
});

function written({ title, score, status, current, items }: OutlineGroup): string {
  const marks = [score ?? '', status ?? '', current ? '' : 'past'].filter(mark => mark !== '').join(' · ');
  return `${title} [${marks}]\n${items.map(item => lines(item, '  ')).join('')}`;
}
function lines(
  { title, ref, standing, score, owner, place, lastLine, items }: OutlineItem,
  indentation: string,
): string {
  const where = `${place.uri.split('/').at(-1)}:${place.line}-${lastLine}`;
  const own = `${indentation}${title} (${ref ?? '–'}) ${score ?? '–'} ${standing} ${owner ?? ''} ${where}\n`;
  return own + items.map(item => lines(item, `${indentation}  `)).join('');
}
