/** Cycles: those that the calendar has now and next, those that the workspace has, those that have a name. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { cycleOn, nextCycle } from '../../calendar/cycle.ts';
import type { CycleInfo } from '../../model/cycles.ts';
import type { Workspace } from '../../model/workspace.ts';
import { span } from '../words.ts';
import type { Writing } from './arguments.ts';
import type { Proposal } from './item.ts';

/** The current quarter first, then the next; fiscal ones first where the workspace writes those. */
export function cycleProposals({ context: { workspace }, place }: Pick<Writing, 'context' | 'place'>): Proposal[] {
  const today = workspace.today.get();
  const start = workspace.settings.shared.fiscalYearStart;
  const own = place.own?.kind === 'cycle' ? place.own.cycle?.text : undefined;
  const known = workspace.cycles
    .all()
    .filter(({ id, isDefined }) => isDefined && (id !== own || workspace.cycles.entries(id).length > 1));
  const isFiscal = known.some(({ calendar }) => calendar?.fiscal === true);
  const isPlain = known.some(({ calendar }) => calendar?.fiscal === false);
  const calendars = [
    ...(isFiscal ? calendarsOn(today, start, true) : []),
    ...(isPlain || !isFiscal ? calendarsOn(today, start, false) : []),
  ];
  const others = [...known].sort((a, b) => (b.period.last ?? Number.MAX_VALUE) - (a.period.last ?? Number.MAX_VALUE));
  const named = others.filter(({ calendar }) => calendar === undefined);
  return proposals(workspace, [...calendars, ...named.map(({ id }) => id), ...others.map(({ id }) => id)]);
}

function calendarsOn(today: number, start: number, isFiscal: boolean): string[] {
  const first = isFiscal ? start : undefined;
  const quarter = cycleOn(today, 'quarter', first);
  const next = nextCycle(quarter, start);
  return [quarter, ...(next === undefined ? [] : [next]), cycleOn(today, 'half', first), cycleOn(today, 'year', first)];
}

/** For `… in CYCLE`: those in which there is something of that name, the newest first. */
export function cyclesWith({ context: { workspace }, place }: Writing, reference: string): Proposal[] {
  const [team, rest = ''] = reference.includes('/') ? reference.split('/') : ['*', reference];
  const [name = ''] = rest.split('.');
  const found = workspace
    .named('objective', `${team}/${name}`)
    .flatMap(entry =>
      typeof entry.cycle === 'string' && entry !== place.entry ? [workspace.cycles.of(entry.cycle)] : [],
    );
  const all = found.length > 0 ? found : [...workspace.cycles.all()];
  all.sort((a, b) => (b.period.first ?? 0) - (a.period.first ?? 0));
  return proposals(
    workspace,
    all.map(({ id }) => id),
  );
}

function proposals(workspace: Workspace, ids: readonly string[]): Proposal[] {
  return [...new Set(ids)].map(id => {
    const dates = inWords(workspace, workspace.cycles.of(id));
    return {
      label: id,
      kind: CompletionItemKind.Event,
      ...(dates === '' ? {} : { description: dates }),
      data: { about: 'cycle', name: id },
    };
  });
}

/** `Peak season, 1 Oct – 31 Dec 2026, now` */
function inWords(workspace: Workspace, cycle: CycleInfo): string {
  const { first, last } = cycle.period;
  const title = workspace.cycles.about(cycle, undefined).title;
  const dates = first === undefined || last === undefined ? '' : span(first, last);
  const now = workspace.cycles.holds(cycle, workspace.today.get()) ? 'now' : '';
  return [title, dates, now].filter(part => part !== '').join(', ');
}
