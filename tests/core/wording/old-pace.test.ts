import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markdownReport } from '../../../server/core/reports/markdown.ts';
import { paceInWords } from '../../../server/core/views/key-result-words.ts';
import { sceneOf } from '../../../server/core/views/scene.ts';
import { oldPaceOf } from '../../../server/core/wording/old-pace.ts';
import { open } from '../reports/workspaces.ts';

describe('Where a key result leads', () => {
  const text = `cycle 2026-Q4
objective love: Customers love us
  owner @maria
  kr visits: Visits
    from 0 to 100 visits
    committed
    checkin 2026-10-08 9
    checkin 2026-10-15 18
    checkin 2026-10-22 28
    checkin 2026-10-29 38
`;
  const on = (day: string) => {
    const report = open(text, day).report({ cycle: '2026-Q4' });
    const keyResult = report.objectives[0]!.keyResults[0]!;
    return { keyResult, words: paceInWords(keyResult, sceneOf(report, false, null)), review: markdownReport(report) };
  };

  it('is what comes, while somebody speaks of it', () => {
    const { keyResult, words, review } = on('2026-11-01');
    assert.equal(oldPaceOf(keyResult, '2026-11-01'), null);
    assert.match(words!, /^At this pace it stands at .* on 31.December, and meets its target on \d+.December\./);
    assert.match(review, /\| met \d+ Dec \|/);
  });

  it('is what would have come, as of the last value, where nobody has spoken for weeks', () => {
    const { keyResult, words, review } = on('2026-11-30');
    assert.equal(keyResult.status, 'off-track');
    assert.equal(oldPaceOf(keyResult, '2026-11-30'), '2026-10-29');
    assert.match(
      words!,
      /^At the pace of its last value, 29.Oct, it would stand at .* on 31.December, and meet its target on \d+.December\./,
    );
    assert.match(review, /At the pace of its last value, 29 October, it would get there on \d+ December\./);
    assert.match(review, /\| met \d+ Dec \(as of 29 Oct\) \|/);
    assert.doesNotMatch(review, /it gets there/);
  });
});
