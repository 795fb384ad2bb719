/** How a line of the tree looks: a shape for each status, which a colour only underlines. */
import type { OutlineGroup, OutlineItem } from '../../../server/core/requests/outline.ts';

/** An icon of the editor's own, and a colour of its theme. */
export interface Look {
  readonly icon: string;
  readonly colour?: string;
}

const looks: Readonly<Record<OutlineItem['status'], Look>> = {
  'on-track': { icon: 'pass', colour: 'charts.green' },
  'at-risk': { icon: 'warning', colour: 'charts.yellow' },
  'off-track': { icon: 'error', colour: 'charts.red' },
  blocked: { icon: 'circle-slash', colour: 'charts.red' },
  pending: { icon: 'circle-large-outline' },
  done: { icon: 'pass-filled', colour: 'charts.green' },
  dropped: { icon: 'remove' },
  ended: { icon: 'primitive-square' },
  achieved: { icon: 'pass-filled', colour: 'charts.green' },
  missed: { icon: 'close', colour: 'charts.red' },
  healthy: { icon: 'pass', colour: 'charts.green' },
  watch: { icon: 'warning', colour: 'charts.yellow' },
  critical: { icon: 'error', colour: 'charts.red' },
  unknown: { icon: 'circle-large-outline' },
};

export function lookOf(status: OutlineItem['status']): Look {
  return looks[status];
}

/** The score first, where no long title hides it: `0.56 Raise our Net Promoter Score`. */
export function labelOf({ kind, score, title }: OutlineItem): string {
  return kind === 'kpi' || score === null ? title : `${score}  ${title}`;
}

/** What stands behind it: `@li`; of a KPI its value too, and of what has no score its word. */
export function descriptionOf({ kind, score, owner, standing }: OutlineItem): string {
  const said = kind === 'kpi' ? (score ?? standing) : score === null ? standing : null;
  return [said, owner].filter(part => part !== null && part !== '').join(' · ');
}

/** What is read aloud: icons and colours are not. */
export function spoken({ kind, title, score, standing, owner }: OutlineItem): string {
  const words = standing.replace(/^\P{L}+/u, '');
  const own = kind === 'kpi' ? 'KPI' : kind;
  return [`${own} ${title}`, score, words, owner && `owner ${owner}`]
    .filter(part => part !== null && part !== '')
    .join(', ');
}

/** For the conditions of menus. */
export function contextOf({ kind }: OutlineItem): string {
  return kind === 'key result' ? 'okr.keyResult' : `okr.${kind}`;
}

/** A score; of those that stand alike, how many there are. */
export function groupDescription({ score, status, items }: OutlineGroup): string {
  return score ?? (status === null ? '' : `${items.length}`);
}

/** What the signs in a tooltip mean, in Markdown. */
export const legend =
  '✓ on track · ▲ at risk · ✗ off track · ⊘ blocked · ○ pending  \nThe score goes from 0 to 1; an aspiration has made it from 0.7 on.';
