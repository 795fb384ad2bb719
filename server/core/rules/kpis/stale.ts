/** A KPI is watched only while somebody reads it. */
import type { Reading } from '../../../../grammar/tree.ts';
import { isKeyResult, type KpiEntry } from '../../model/entry.ts';
import { fromEntry, resolveGoal } from '../../model/resolve.ts';
import { rhythmInWords } from '../../wording/rhythm.ts';
import { factLine } from '../fact-line.ts';
import { headingSpan, type Rule, statementOf } from '../rule.ts';
import { inShort } from '../running.ts';

export const kpiStale: Rule = {
  id: 'kpi-stale',
  severity: 'info',
  isReminder: true,
  summary: 'A KPI whose last reading is older than its rhythm',
  why: 'An old number looks like a good one. It is stale when half of its `every` has passed again.',
  bad: `
    kpi tickets: Recurring tickets per week
      owner @sam
      every week
      healthy at most 450
      reading 2026-10-30 402
  `,
  good: `
    kpi tickets: Recurring tickets per week
      owner @sam
      every week
      healthy at most 450
      reading 2026-10-30 402
      reading 2026-11-20 371
  `,
  checkEntry(entry, ground, say) {
    const { element } = entry;
    if (element.type !== 'kpi' || element.rhythm === undefined) return;
    const { stale, day } = ground.standings.kpi(entry as KpiEntry);
    if (!stale || day === undefined) return;
    const followed = element.follows && resolveGoal(ground.workspace, element.follows, fromEntry(entry));
    // Whoever checks in there is reminded there.
    if (followed !== undefined && isKeyResult(followed) && ground.standings.keyResult(followed)?.over === false) return;
    const node = statementOf(entry);
    const newest = node.body
      .filter((each): each is Reading => each.kind === 'reading' && each.value !== undefined && each.date !== undefined)
      .findLast(({ date }) => date?.day === day)?.value;
    say({
      span: headingSpan(node),
      message: `Last read on ${inShort(day, ground)}, and it is to be read ${rhythmInWords(element.rhythm)}: where does it stand today?`,
      remedies: () => {
        if (newest === undefined) return [];
        const value = entry.block.text.slice(newest.start, newest.end);
        return [
          {
            title: `Add a reading of today, with the ${value} of the last to write over`,
            isPreferred: false,
            edits: [factLine(entry, node, 'reading', ground, ` ${value}`)],
          },
        ];
      },
    });
  },
};
