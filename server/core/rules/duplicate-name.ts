/** A name leads to one thing. */
import type { Span } from '../../../grammar/tree.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { freeName } from '../titles/short-name.ts';
import { nameSpan, placeOf, type Remedy, type Rule, replaces, type Say, statementOf } from './rule.ts';

export const duplicateName: Rule = {
  id: 'duplicate-name',
  severity: 'error',
  today: '2026-10-05',
  summary: 'Two of the same name',
  why: 'A name is how others refer to it. Where two share one, nobody can tell which is meant.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr score: Raise our Net Promoter Score
        from 32 to 50 points
      kr score: Raise our score in the app stores
        from 4.1 to 4.6 stars
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr stars: Raise our score in the app stores
        from 4.1 to 4.6 stars
  `,
  checkEntry(entry, { workspace }, say) {
    const { element } = entry;
    if (element.type === 'objective') checkKeyResults(entry as ObjectiveEntry, say);
    if (element.type === 'team' || element.type === 'cycle' || element.type === 'person') return;
    const { type, name } = element;
    if (name === undefined) return;
    const key = `${entry.team ?? ''}/${name}`;
    const named = workspace.named(type, key);
    if (named.length < 2) return;
    const same = named.filter(other => other !== entry && (type === 'kpi' || isSameCycle(workspace, other, entry)));
    if (same.length === 0) return;
    const whose = typeof entry.team === 'string' ? ` of \`${entry.team}\`` : '';
    const when = type === 'kpi' || typeof entry.cycle !== 'string' ? '' : ` in ${entry.cycle}`;
    const what = type === 'kpi' ? 'KPI' : type;
    const span = nameSpan(statementOf(entry));
    const free = freeName(name, other => workspace.named(type, `${entry.team ?? ''}/${other}`).length > 0);
    say({
      span,
      message: `There is another ${what} \`${name}\`${whose}${when}: give one of them another name`,
      related: same.slice(0, 3).map(other => ({
        place: placeOf(other),
        message: `The other \`${name}\`${other.cycle === entry.cycle ? '' : `, in ${other.cycle}`}`,
      })),
      remedies: [renames(entry, span, free)],
    });
  },
};

function isSameCycle(workspace: Workspace, a: Entry, b: Entry): boolean {
  return a.cycle === b.cycle || cycleOf(workspace, a)?.key === cycleOf(workspace, b)?.key;
}

function checkKeyResults(entry: ObjectiveEntry, say: Say): void {
  const seen = new Map<string, Span>();
  for (const kr of statementOf(entry).body) {
    if (kr.kind !== 'kr' || kr.name === undefined) continue;
    const { start, end, text } = kr.name;
    const before = seen.get(text);
    if (before === undefined) seen.set(text, { start, end });
    else {
      const free = freeName(text, name => entry.element.keyResults.some(other => other.name === name));
      say({
        span: { start, end },
        message: `This objective has a key result \`${text}\` already: give one of them another name`,
        related: [{ place: placeOf(entry, before), message: `The other \`${text}\`` }],
        remedies: [renames(entry, { start, end }, free)],
      });
    }
  }
}

function renames(entry: Entry, span: Span, name: string): Remedy {
  return replaces(`Call this one \`${name}\``, placeOf(entry, span), name, false);
}
