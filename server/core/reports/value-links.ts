/** Which KPI feeds which key result, and the other way round, as a report gives it. */
import { nameOf, refOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { type ValueSource, valueSources } from '../standing/value-sources.ts';
import type { ValueLinkReport } from './report.ts';
import { placeOf } from './written.ts';

/** The whole way, the nearest first. */
export function sourcesOf(workspace: Workspace, of: ValueSource): ValueLinkReport[] {
  return valueSources(workspace, of).map(linkTo);
}

export function linkTo(to: ValueSource): ValueLinkReport {
  if ('keyResult' in to) {
    const { keyResult, objective } = to;
    const { name = '', title } = keyResult;
    const place = placeOf(objective, keyResult.line);
    return { kind: 'key result', ref: refOf(to) ?? null, title: title || name, place };
  }
  const { title, name = '', line } = to.element;
  return { kind: 'kpi', ref: nameOf(to) ?? null, title: title || name, place: placeOf(to, line) };
}
