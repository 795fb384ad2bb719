/** Measures, lines and rhythms to fill in. What has one argument, such as `owner`, has its list instead. */
import type { Kpi } from '../../model/elements.ts';
import { entryOf } from '../cursor.ts';
import type { Snippet, SnippetGround } from './snippets.ts';
import { choice, stop } from './tab-stops.ts';

const BOUNDS = ['at least', 'at most', 'above', 'below'];

export function propertySnippets(ground: SnippetGround, keyword: string): readonly Snippet[] | undefined {
  switch (keyword) {
    case 'from':
      if (ground.holder?.kind !== 'kr') return undefined;
      return [
        { label: 'from … to …', lines: [`from ${stop(1, '0')} to ${stop(2, '10')} ${stop(3, 'points')}`] },
        { label: 'from … by …', lines: [`from ${stop(1, '100')} by ${stop(2, '20%')}`] },
      ];
    case 'to':
      return [{ label: 'to …', lines: [`to ${stop(1, '10')} ${stop(2, 'clients')}`] }];
    case 'keep':
      return [
        { label: 'keep a line', lines: [`keep ${choice(1, BOUNDS)} ${stop(2, '99%')}`] },
        { label: 'keep between … and …', lines: [`keep between ${stop(1, '3%')} and ${stop(2, '5%')}`] },
      ];
    case 'healthy':
    case 'critical':
      return [
        { label: `${keyword} …`, lines: [`${keyword} ${choice(1, boundsFor(ground, keyword))} ${stop(2, '10')}`] },
      ];
    case 'every':
      return [{ label: 'every …', lines: [`every ${choice(1, ['week', '2 weeks', 'month', 'quarter'])}`] }];
    case 'link':
      return [{ label: 'link to a page', lines: [`link https://${stop(1, 'example.com')}`] }];
    default:
      return undefined;
  }
}

/** What is critical lies on the other side of what is healthy. */
function boundsFor({ place, holder }: SnippetGround, keyword: 'healthy' | 'critical'): string[] {
  const entry = holder && entryOf((place.above ?? place).row, holder);
  const element = entry?.facts.peek();
  const { healthy, critical } =
    element?.type === 'kpi' ? (element as Kpi) : { healthy: undefined, critical: undefined };
  const other = (keyword === 'healthy' ? critical : healthy)?.bound;
  const first = keyword === 'healthy' ? 'at most' : 'above';
  const opposite = { 'at least': 'below', 'at most': 'above', above: 'at most', below: 'at least', between: first };
  const likely = other === undefined ? first : opposite[other];
  return BOUNDS.toSorted((a, b) => Number(b === likely) - Number(a === likely));
}
