/** The line that says how an objective or a key result stands, and those below it that both have. */

import type { Entry } from '../../model/entry.ts';
import { cycleOf } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { isEarly } from '../../scores/grade.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import type { ObjectiveStanding } from '../../scores/objective.ts';
import { showPercent, showScore } from '../../scores/rounding.ts';
import { letGo } from '../../wording/letting-go.ts';
import { bar, code, plain } from '../markdown.ts';
import { fromToday, shortDay, statusInWords } from '../words.ts';

type Standing = KeyResultStanding | ObjectiveStanding;

/** `▰▰▰▰▰▰▱▱▱▱ **0.56** · 0.56 expected today · **✓ on track**` */
export function scoreLine(standing: Standing, from: string | undefined, today: number): string {
  const { score, expected, over, dropped, elapsed } = standing;
  if (dropped !== undefined) {
    const { word, why: reason } = letGo(dropped.why);
    const why = reason === '' ? '' : `: ${plain(reason)}`;
    return `**– ${word}** on ${shortDay(dropped.day, today)}${why}`;
  }
  if (score === undefined) return over ? statusPhrase(standing) : '**○ not measured**';
  const figure = `${bar(score)} **${showScore(score)}**${from === undefined ? '' : ` ${from}`}${standing.judged ? ', judged' : ''}`;
  const pace =
    over || expected === undefined || elapsed === undefined ? undefined : `${showScore(expected)} expected today`;
  return [figure, pace, statusPhrase(standing)].filter(part => part !== undefined).join(' · ');
}

/** What people said first, and the pace beside it. */
function statusPhrase({ status, computedStatus, saidStatus, verdict }: Standing): string {
  const shown = `**${statusInWords(status, verdict)}**`;
  if (saidStatus === undefined || status !== saidStatus) return shown;
  if (computedStatus === saidStatus) return `${shown}, said and by pace`;
  return computedStatus === 'pending'
    ? `${shown}, as said`
    : `${shown}, as said; ${statusInWords(computedStatus)} by pace`;
}

/** `2026-Q4, Peak season: 56% gone, until 31 Dec, in 40 days`; a due date of its own counts. */
export function timeLine(workspace: Workspace, entry: Entry, standing: Standing): string | undefined {
  const today = workspace.today.get();
  const cycle = cycleOf(workspace, entry);
  const { last } = standing.period;
  const until = last === undefined ? undefined : `until ${shortDay(last, today)}, ${fromToday(last, today)}`;
  if (cycle === undefined) return until === undefined ? undefined : until;
  const title = workspace.cycles.about(cycle, entry.team).title;
  const name = `${code(cycle.id)}${title === '' ? '' : ` ${plain(title)}`}`;
  const gone = standing.elapsed === undefined || standing.over ? undefined : `${showPercent(standing.elapsed)} gone`;
  const end = last !== undefined && standing.over ? `ended ${shortDay(last, today)}` : until;
  return [name, gone, end].filter(part => part !== undefined).join(', ');
}

/** `0.30 on 14 Nov, early: Two of seven tried it` */
export function gradeLine({ grade, period }: Standing, today: number): string | undefined {
  if (grade === undefined) return undefined;
  const when = grade.day === undefined ? '' : ` on ${shortDay(grade.day, today)}`;
  const early = isEarly(grade, period, today) ? ', early' : '';
  return `${showScore(grade.grade)}${when}${early}${grade.why === '' ? '' : `: ${plain(grade.why)}`}`;
}
