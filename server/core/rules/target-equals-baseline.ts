/** A target must be somewhere else than we are. */
import type { KeyResult } from '../model/elements.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import { equals } from '../scores/tolerance.ts';
import { keyResultNodes, placeOf, type Rule, replaces, statementOf } from './rule.ts';

export const targetEqualsBaseline: Rule = {
  id: 'kr-target-equals-baseline',
  severity: 'error',
  today: '2026-10-05',
  summary: 'A target that is the baseline',
  why: 'Where the target is where we stand already, there is nothing to reach. To stay there, hold a line with `keep`.',
  bad: `
    cycle 2026-Q4

    objective calm: The peak is a day like any other
      kr uptime: The shop is open
        from 99.9% to 99.9%
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
  good: `
    cycle 2026-Q4

    objective calm: The peak is a day like any other
      kr uptime: The shop is open
        keep at least 99.9%
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
  checkEntry(entry, _ground, say) {
    const root = statementOf(entry);
    if (root.kind !== 'objective') return;
    const facts = (entry as ObjectiveEntry).element.keyResults;
    for (const [index, node] of keyResultNodes(root).entries()) {
      const { measure } = facts[index] as KeyResult;
      const line = node.body.find(
        each => each.kind === 'from' || each.kind === 'to' || each.kind === 'keep' || each.kind === 'milestone',
      );
      if (measure?.kind !== 'from-to' || line === undefined) continue;
      const { from, to } = measure;
      if (from === null || to === null || !equals(from, to)) continue;
      const { start, end } = line;
      const span = { start, end };
      const written = line.kind === 'from' ? (line.to ?? line.from) : line.kind === 'to' ? line.to : undefined;
      const value = written === undefined ? `${to}` : entry.block.text.slice(written.start, written.end);
      const holds = ['at least', 'at most'].map(bound => `keep ${bound} ${value}`);
      say({
        span,
        message: measure.fromNothing
          ? '`to 0` ends where it starts: say where you are with `from 12 to 0`, or hold the line with `keep at most 0`'
          : `This ends where it starts: aim further, or hold the line with \`${holds[0]}\` or \`${holds[1]}\``,
        remedies: (measure.fromNothing ? holds.slice(1) : holds).map(hold =>
          replaces(`Write \`${hold}\``, placeOf(entry, span), hold, false),
        ),
      });
    }
  },
};
