/** Who is mentioned should be somebody. */
import { isHandle } from '../../../grammar/arguments.ts';
import { nearest } from '../../../grammar/spelling.ts';
import type { Entry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { endOf, lineBreakOf } from './lines.ts';
import { placeOf, type Remedy, type Rule, replaces, statementOf } from './rule.ts';
import { peopleIn, statementsIn } from './statements.ts';

export const unknownPerson: Rule = {
  id: 'unknown-person',
  severity: 'warning',
  summary: 'A handle that no `person` stands behind',
  why: 'A misspelled owner owns nothing: it appears in nobody’s list. As long as a workspace has no `person`, any handle is fine.',
  bad: `
    person @maria: Maria Costa

    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @marai
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  good: `
    person @maria: Maria Costa

    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  today: '2026-10-05',
  checkEntry(entry, { workspace }, say) {
    if (entry.element.type === 'person' || !workspace.hasPersons()) return;
    for (const node of statementsIn(statementOf(entry))) {
      for (const { start, end, handle } of peopleIn(node)) {
        // What cannot be a handle has a mistake of its own.
        if (!isHandle(handle) || workspace.named('person', handle).length > 0) continue;
        const known = workspace.named('person', '*').map(other => (other.facts.peek() as { handle: string }).handle);
        const meant = nearest(handle, new Set(known));
        const write =
          meant === undefined
            ? []
            : [replaces(`Write \`@${meant}\``, placeOf(entry, { start, end }), `@${meant}`, true)];
        say({
          span: { start, end },
          message:
            meant === undefined
              ? `Nobody is called \`@${handle}\`: correct the handle, or introduce them with \`person @${handle}: …\``
              : `Nobody is called \`@${handle}\`: did you mean \`@${meant}\`?`,
          remedies: () => [...write, introduction(workspace, handle)],
        });
      }
    }
  },
};

/** A new `person` after the last one there is. */
function introduction(workspace: Workspace, handle: string): Remedy {
  const last = workspace.named('person', '*').at(-1) as Entry;
  const end = endOf(last.block);
  const name = handle
    .split(/[._-]+/)
    .map(word => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
  const text = `${lineBreakOf(last.block)}person @${handle}: ${name}`;
  return replaces(`Add \`person @${handle}\``, placeOf(last, { start: end, end }), text, false);
}
