/** Four times the key results in one objective take about four times as long. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inlayHints } from '../../../server/core/features/inlay-hints.ts';
import { outline } from '../../../server/core/features/outline.ts';
import { semanticTokens } from '../../../server/core/features/semantic-tokens.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import type { OpenWorkspace } from '../../../server/core/open-workspace.ts';
import { threadTime } from '../../thread-time.ts';
import { allFindings, type Fixture, open, ROOT } from '../rules/fixture.ts';

const few = 1_500;
const uri = `${ROOT}/main.okr`;

function objectiveOf(keyResults: number): Fixture {
  const lines = ['cycle 2026-Q4', 'objective love: Love'];
  for (let i = 0; i < keyResults; i++)
    lines.push(`  kr k${i}: Score ${i}`, '    from 1 to 5 points', '    checkin 2026-11-02 3 points');
  return { today: '2026-11-21', files: new Map([['main.okr', `${lines.join('\n')}\n`]]) };
}

/** What is timed, once it is prepared for so many key results. Each time from the beginning: what is known costs nothing. */
type Task = (keyResults: number) => () => number;

function onOpened(look: (context: OpenWorkspace) => number): Task {
  return keyResults => {
    const context = open(objectiveOf(keyResults));
    return () => look(context);
  };
}

describe('thousands of key results in one objective', () => {
  const everything = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
  const wanted = { score: true, timePassed: true, checkInChange: true };
  const tasks: Readonly<Record<string, Task>> = {
    'the outline': onOpened(
      context => (outline(context, context.workspace.file(uri) as OkrFile)[0]?.children ?? []).length,
    ),
    'inlay hints': onOpened(context => inlayHints(context, uri, everything, wanted).length),
    'semantic tokens': onOpened(context => semanticTokens(context, uri).length),
    findings: keyResults => {
      const fixture = objectiveOf(keyResults);
      return () => allFindings(open(fixture)).size;
    },
  };

  for (const [what, task] of Object.entries(tasks)) {
    it(`cost ${what} no more each than few`, () => {
      assert.ok(task(1)() > 0);
      const timeOf = (keyResults: number) => {
        const run = task(keyResults);
        const start = threadTime();
        run();
        return threadTime() - start;
      };
      // The square of the number would be sixteen times as long in every round; a slow collection is in one.
      const rounds: [short: number, long: number][] = [];
      const isLinear = () => rounds.some(([short, long]) => long < 8 * short);
      while (rounds.length < 8 && !isLinear()) rounds.push([timeOf(few), timeOf(4 * few)]);
      assert.ok(isLinear(), `milliseconds for few and for many: ${JSON.stringify(rounds)}`);
    });
  }
});
