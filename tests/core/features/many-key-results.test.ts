/** Four times the key results in one objective take about four times as long. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inlayHints } from '../../../server/core/features/inlay-hints.ts';
import { outline } from '../../../server/core/features/outline.ts';
import { semanticTokens } from '../../../server/core/features/semantic-tokens.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import { threadTime } from '../../thread-time.ts';
import { allFindings, type Fixture, open, ROOT } from '../rules/fixture.ts';

const few = 2_500;
const uri = `${ROOT}/main.okr`;

function objectiveOf(keyResults: number): Fixture {
  const lines = ['cycle 2026-Q4', 'objective love: Love'];
  for (let i = 0; i < keyResults; i++)
    lines.push(`  kr k${i}: Score ${i}`, '    from 1 to 5 points', '    checkin 2026-11-02 3 points');
  return { today: '2026-11-21', files: new Map([['main.okr', `${lines.join('\n')}\n`]]) };
}

describe('thousands of key results in one objective', () => {
  const [some, many] = [open(objectiveOf(few)), open(objectiveOf(4 * few))];
  const everything = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
  const wanted = { score: true, timePassed: true, checkInChange: true };
  const looks: Readonly<Record<string, (context: typeof some) => number>> = {
    'the outline': context => (outline(context, context.workspace.file(uri) as OkrFile)[0]?.children ?? []).length,
    'inlay hints': context => inlayHints(context, uri, everything, wanted).length,
    'semantic tokens': context => semanticTokens(context, uri).length,
    findings: context => allFindings(context).size,
  };

  for (const [what, look] of Object.entries(looks)) {
    it(`cost ${what} no more each than few`, () => {
      assert.ok(look(some) > 0);
      const times = [some, many].map(context =>
        Math.min(
          ...[1, 2, 3].map(() => {
            const start = threadTime();
            look(context);
            return threadTime() - start;
          }),
        ),
      );
      const [short, long] = times as [number, number];
      assert.ok(long < Math.max(8 * short, 30), `${short.toFixed()} ms for few, ${long.toFixed()} ms for many`);
    });
  }
});
