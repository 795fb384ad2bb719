/** How an element is called where it is mentioned. */
import type { Entry, Goal, InitiativeEntry, KpiEntry } from '../model/entry.ts';
import { nameOf, refOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { showScore } from '../scores/rounding.ts';
import { standingOf } from '../standing/standings.ts';
import type { FeatureContext } from './context.ts';
import { code, plain } from './markdown.ts';
import { healthInWords, statusInWords } from './words.ts';

/** What a reference can lead to. */
export type Target = Goal | KpiEntry | InitiativeEntry;

export function isGoal(target: Target): target is Goal {
  return 'keyResult' in target || target.facts.peek().type === 'objective';
}

/** The title, or that of the key result that it follows; else the name. As written, not yet for Markdown. */
export function titleOf({ standings }: FeatureContext, target: Target): string {
  if ('keyResult' in target) {
    const { keyResult } = target;
    return (
      keyResult.title || standings.source(target).keyResult.title || keyResult.name || 'A key result without a title'
    );
  }
  const { type, title, name } = target.element;
  if (title !== '' || name !== undefined) return title || (name as string);
  return `${type === 'kpi' ? 'A KPI' : type === 'initiative' ? 'An initiative' : 'An objective'} without a title`;
}

/** `growth/love.nps`; undefined where a name is missing. */
export function referenceTo(target: Target): string | undefined {
  return isGoal(target) ? refOf(target) : nameOf(target as KpiEntry | InitiativeEntry);
}

/** The first line of a card: title, reference, and what else is to be known at once. */
export function headline(context: FeatureContext, target: Target, ...more: string[]): string {
  const reference = referenceTo(target);
  const name = reference === undefined ? '' : ` ${code(reference)}`;
  return [`**${plain(titleOf(context, target))}**${name}`, ...more].join(' · ');
}

/** `growth/love.nps` 0.56 ✓ on track: one of several in a list. The title where it has no name to refer to. */
export function mention(context: FeatureContext, target: Target): string {
  const reference = referenceTo(target);
  const name = reference === undefined ? `“${plain(titleOf(context, target))}”` : code(reference);
  return `${name} ${standingInShort(context, target)}`.trimEnd();
}

/** `0.56 ✓ on track`, `▲ watch`, `active` */
export function standingInShort(context: FeatureContext, target: Target): string {
  if (!isGoal(target)) {
    const { element } = target;
    return element.type === 'kpi' ? healthInWords(context.standings.kpi(target as KpiEntry).health) : element.status;
  }
  const standing = standingOf(context.standings, target);
  if (standing === undefined) return '';
  const score = standing.score === undefined ? '' : `${showScore(standing.score)} `;
  return isUnmeasured(standing) ? '○ not measured' : score + statusInWords(standing.status, standing.verdict);
}

/** `0.56 ✓ on track`, beside the text; undefined where there is nothing to tell yet. */
export function scoreInShort(context: FeatureContext, goal: Goal): string | undefined {
  const standing = standingOf(context.standings, goal);
  if (standing === undefined || isUnmeasured(standing) || standing.status === 'pending') return undefined;
  return standingInShort(context, goal);
}

/** There is nothing that a score could come from. */
export function isUnmeasured({
  score,
  dropped,
  over,
}: {
  score: number | undefined;
  dropped: unknown;
  over: boolean;
}): boolean {
  return score === undefined && dropped === undefined && !over;
}

/** Growth, for `growth`; undefined without a team. */
export function teamTitle({ workspace }: FeatureContext, entry: Entry): string | undefined {
  return typeof entry.team === 'string' ? teamInfo(workspace, entry.team).title : undefined;
}

/** `@ana`, and who helps. */
export function people(owner: string | undefined, helpers: readonly string[]): string | undefined {
  const handles = (list: readonly string[]) => list.map(handle => plain(`@${handle}`)).join(', ');
  if (owner === undefined) return helpers.length === 0 ? undefined : `nobody yet, with ${handles(helpers)}`;
  return handles([owner]) + (helpers.length === 0 ? '' : `, with ${handles(helpers)}`);
}
