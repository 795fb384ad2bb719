/** Where the values of a key result or a KPI come from, in one line. */
import { linkTo } from '../../reports/value-links.ts';
import { type ValueSource, valueSources } from '../../standing/value-sources.ts';
import { comesRound, ROUND } from '../../wording/value-way.ts';
import type { FeatureContext } from '../context.ts';
import { mention } from '../naming.ts';

/** `growth/tickets ▲ watch ← growth/love.nps 0.56 ✓ on track`; undefined where they are its own. */
export function valueWay(context: FeatureContext, of: ValueSource): string | undefined {
  const sources = valueSources(context.workspace, of);
  if (sources.length === 0) return undefined;
  const way = sources.map(each => mention(context, each)).join(' ← ');
  return comesRound(sources.map(linkTo), linkTo(of).place) ? way + ROUND : way;
}
