/** Confidence, grades and statuses. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { SaidStatus } from '../../../../grammar/tree.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import type { ObjectiveStanding } from '../../scores/objective.ts';
import { halfUp, showScore } from '../../scores/rounding.ts';
import type { Writing } from './arguments.ts';
import type { Proposal } from './item.ts';

const STATUSES: readonly SaidStatus[] = ['on-track', 'at-risk', 'off-track', 'blocked'];

/** `1/10` to `10/10`, beginning with the last one and its neighbours. */
export function confidenceProposals(writing: Writing): Proposal[] {
  const last = standingOf(writing)?.confidence;
  const tenth = last === undefined ? undefined : Math.min(10, Math.max(1, halfUp(last * 10, 0)));
  return nearestFirst(range(1, 10), tenth).map(value => ({
    label: `${value}/10`,
    kind: CompletionItemKind.Value,
    ...(value === tenth ? { description: 'as the last time' } : {}),
  }));
}

/** `0.0` to `1.0`, beginning with what was computed. */
export function gradeProposals(writing: Writing): Proposal[] {
  const standing = standingOf(writing);
  const computed = standing?.judged === false ? standing.score : undefined;
  const tenth = computed === undefined ? undefined : halfUp(computed * 10, 0);
  const achieved = standing && writing.context.workspace.settings.shared.thresholds[standing.kind].achieved;
  return nearestFirst(range(0, 10), tenth).map(value => {
    const notes = [
      ...(value === tenth ? [`computed ${showScore(computed ?? 0)}`] : []),
      ...(achieved !== undefined && value === halfUp(achieved * 10, 0) ? [`${standing?.kind}: achieved`] : []),
    ];
    return {
      label: (value / 10).toFixed(1),
      kind: CompletionItemKind.Value,
      ...(notes.length === 0 ? {} : { description: notes.join(', ') }),
    };
  });
}

/** What the pace says comes first; none where one is written already. */
export function statusProposals(writing: Writing): Proposal[] {
  const { before } = writing.state;
  if (before.some(({ text }) => (STATUSES as readonly string[]).includes(text))) return [];
  const computed = standingOf(writing)?.computedStatus;
  return [...STATUSES]
    .sort((a, b) => Number(b === computed) - Number(a === computed))
    .map(status => ({
      label: status,
      kind: CompletionItemKind.EnumMember,
      ...(status === computed ? { description: 'by pace' } : {}),
      data: { about: 'word', name: status },
    }));
}

function standingOf({ context, place }: Writing): KeyResultStanding | ObjectiveStanding | undefined {
  if (place.keyResult !== undefined) return context.standings.keyResult(place.keyResult);
  return place.entry?.facts.peek().type === 'objective'
    ? context.standings.objective(place.entry as ObjectiveEntry).objective
    : undefined;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function nearestFirst(values: readonly number[], to: number | undefined): number[] {
  return to === undefined ? [...values] : values.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to) || b - a);
}
