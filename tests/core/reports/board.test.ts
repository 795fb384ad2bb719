import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { boardAs } from '../../../server/core/report-formats.ts';
import { type BoardOptions, boardCycle, buildBoard } from '../../../server/core/reports/board.ts';
import { boardMarkdown } from '../../../server/core/reports/markdown/board.ts';
import { hostile } from '../views/fixtures/hostile.ts';
import { equalsGolden } from './golden.ts';
import { open, openSample } from './workspaces.ts';

describe('The board’s page', () => {
  it('of a year that runs', () => equalsGolden('board-company-2026.golden.md', page(openSample('company'))));
  it('of a year that is over', () => {
    equalsGolden('board-company-2026-over.golden.md', page(openSample('company', '2027-01-10'), { cycle: '2026' }));
  });
  it('of one person’s year', () => equalsGolden('board-personal.golden.md', page(openSample('personal'))));

  it('speaks of the year only where it is one', () => {
    const of = (cycle: string) => page(open(`cycle ${cycle}\nobjective o: O\n  kr a: A\n    from 0 to 10\n`));
    assert.match(of('2026'), /\n## The year’s objectives\n/);
    assert.match(of('2026-Q4'), /\n## Objectives\n/);
  });

  it('is of the longest cycle that runs', () => {
    assert.equal(boardCycle(openSample('company').workspace), '2026');
    assert.equal(boardCycle(open('objective: O\n').workspace), undefined);
  });
});

describe('A board’s page answers', () => {
  const year = `
cycle 2026
objective o: The year
  owner @ana
  committed
  kr a: Sales
    from 0 to 10 orders
    target 2026-10-05 8: The strike
    checkin 2026-08-01 2 orders
    checkin 2026-11-14 3 orders
cycle 2026-Q4
objective q: The quarter
  kr r: Returns
    kpi k
    from 6% to 2%
  kr: Well
    from 0 to 10
    checkin 2026-11-14 9
kpi k: Returned books
  owner @bo
  healthy at most 2%
  critical above 4%
  reading 2026-11-10 5%
`;
  const text = page(open(year));

  const answers: readonly (readonly [string, RegExp])[] = [
    ['where the year stands', /\n\*\*The one key result is off track\.\*\*/],
    ['how much changed since the last page', /\| Sales +\| 8 orders \(10 until 5 Oct\) \|.*\| +\+1 \| ✗ off track \|/],
    ['only for the year’s objectives', /^(?!.*\| \*\*The quarter)/s],
    [
      'what went well, in any cycle',
      /## What went well\n\n- \*\*Well\*\*: 9, where the plan for today is 6 and the target 10\./,
    ],
    [
      'what did not',
      /## What did not\n\n- \*\*Sales\*\* \(@ana\): 3 orders, where the plan for today is 7 and the target 8\./,
    ],
    [
      'which KPIs are critical, since when, whose, by when',
      /- \*\*Returned books\*\*: 5%; healthy is at most 2%, critical since 10 November\. @bo, by 31 December\./,
    ],
    ['which commitments changed, and why', /- 5 Oct: target of “Sales” 10 → 8 orders: The strike\./],
    ['what to decide', /## The decision we ask for\n\n- ☐ \*\*Sales\*\* \(@ana\) is off track: /],
  ];
  for (const [name, answer] of answers) it(name, () => assert.match(text, answer));

  it('since another day, where one is asked for', () => {
    const later = page(open(year), { since: fromIso('2026-11-15') });
    assert.match(later, /\| +no change \| ✗ off track \|/);
    assert.match(later, /## Commitments changed since 15 November\n\nNone\.\n/);
  });

  it('a changed commitment that has no reason', () => {
    assert.match(page(open(year.replace(': The strike', ''))), /10 → 8 orders; nobody has said why\./);
  });
});

describe('The board’s page as HTML', () => {
  it('is one file without a script, titled as its heading', () => {
    const html = boardAs(board(openSample('company')), 'html');
    assert.match(html, /^<!doctype html>\n<html lang="en">/);
    assert.match(html, /<title>Papermoon: The year of the second order \(2026\)<\/title>/);
    assert.match(html, /<td class="number">€7\.6M<\/td>/);
    assert.doesNotMatch(html, /<script|<link|<img|src=|href=/);
  });

  it('shows what people wrote as text', () => {
    const html = boardAs({ year: hostile, before: hostile, all: hostile, since: '2026-08-21' }, 'html');
    const body = html.slice(html.indexOf('<body'));
    const tags = new Set([...body.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
    const ours = 'body main h1 h2 em p strong div table thead tbody tr th td ul li del code'.split(' ');
    assert.deepEqual(
      [...tags].filter(tag => !ours.includes(tag ?? '')),
      [],
    );
    for (const [tag, said] of body.matchAll(/<\w+([^>]*)>/g)) assert.match(said ?? '', /^( class="[a-z ]+")?$/, tag);
  });
});

type Opened = ReturnType<typeof open>;

function board({ workspace, standings }: Opened, options: Partial<BoardOptions> = {}) {
  return buildBoard(workspace, standings, { cycle: boardCycle(workspace) ?? '', ...options });
}

function page(opened: Opened, options?: Partial<BoardOptions>): string {
  return boardMarkdown(board(opened, options));
}
