/** The references that are offered: each as short as it can be written here, and each leads to what it says. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { RefText } from '../../model/elements.ts';
import type { InitiativeEntry, KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import { isKeyResult, objectiveOf } from '../../model/entry.ts';
import { type From, refToText, resolveGoal } from '../../model/resolve.ts';
import type { Writing } from './arguments.ts';
import type { ItemData, Proposal } from './item.ts';
import { type Matcher, matcher } from './match.ts';

/** More than anybody reads. */
export const MOST = 200;

export interface Offered {
  readonly proposals: readonly Proposal[];
  /** There are more: ask again when more is written. */
  readonly isCut: boolean;
}

export interface Candidate {
  readonly entry: ObjectiveEntry;
  readonly fit: number;
}

/** Takes what matches the word that is being written, up to `MOST`. */
export class ReferenceList {
  private readonly writing: Writing;
  private readonly proposals: Proposal[] = [];
  private readonly matches: Matcher;
  private readonly taken: ReadonlySet<string>;
  private readonly from: From | undefined;
  private isFull = false;

  constructor(writing: Writing) {
    const { state, place } = writing;
    this.writing = writing;
    this.matches = matcher(state.word.text);
    this.taken = new Set(state.before.map(({ text }) => text));
    const { entry } = place;
    const isObjective = entry?.facts.peek().type === 'objective';
    this.from = entry && { entry, objective: isObjective ? (entry as ObjectiveEntry) : undefined };
  }

  get offered(): Offered {
    return { proposals: this.proposals, isCut: this.isFull };
  }

  addGoals(candidates: readonly Candidate[]): void {
    const { state, place } = this.writing;
    const { kind } = state.keyword;
    const isInKeyResult = place.parent?.kind === 'kr';
    const ownName = place.keyResult?.keyResult.name;
    for (const { entry } of candidates) {
      if (this.isFull) return;
      const { title, keyResults } = entry.facts.peek();
      if (kind !== 'follows' && !(kind === 'continues' && isInKeyResult)) this.addGoal(entry, undefined, title);
      if (kind === 'continues' && !isInKeyResult) continue;
      const sorted =
        kind === 'continues'
          ? keyResults.toSorted((a, b) => Number(b.name === ownName) - Number(a.name === ownName))
          : keyResults;
      for (const { name, title: what } of sorted) if (name !== undefined) this.addGoal(entry, name, what);
    }
  }

  /** The key results beside the one that needs something: their bare names will do. */
  addOwnKeyResults(): void {
    const { keyResult: own } = this.writing.place;
    if (own === undefined) return;
    for (const { name, title } of own.objective.element.keyResults) {
      if (name === undefined || name === own.keyResult.name) continue;
      if (this.leadsTo({ team: undefined, name, kr: undefined, cycle: undefined }, own.objective, name))
        this.add(name, title, dataOf(own.objective, name));
    }
  }

  addNamed(entries: readonly (KpiEntry | InitiativeEntry)[]): void {
    for (const entry of entries) {
      const { type, title, name = '' } = entry.facts.peek();
      const isNear = entry.team === this.writing.place.heading.team || typeof entry.team !== 'string';
      const label = isNear ? name : `${entry.team}/${name}`;
      if (this.matches(label) || this.matches(title))
        this.add(label, title, { about: type, team: entry.team ?? '', name });
    }
  }

  /** As short as it leads there; with its cycle where it has to be. */
  private addGoal(entry: ObjectiveEntry, kr: string | undefined, title: string): void {
    if (this.isFull) return;
    const { name = '' } = entry.facts.peek();
    const isNear = entry.team === this.writing.place.heading.team;
    const team = isNear ? undefined : (entry.team ?? undefined);
    // Most do not match, so nothing is made for them.
    const { matches } = this;
    const dot = kr === undefined ? '' : '.';
    const isMatch = team === undefined ? matches(name, dot, kr ?? '') : matches(team, '/', name, dot, kr ?? '');
    if (!isMatch && !matches(title)) return;
    const short: RefText = { team, name, kr, cycle: undefined };
    if (this.taken.has(refToText(short))) return;
    const forms = typeof entry.cycle === 'string' ? [short, { ...short, cycle: entry.cycle }] : [short];
    const form = forms.find(ref => this.leadsTo(ref, entry, kr));
    if (form !== undefined) this.add(refToText(form), title, dataOf(entry, kr));
  }

  private leadsTo(ref: RefText, entry: ObjectiveEntry, kr: string | undefined): boolean {
    if (this.from === undefined) return true;
    const goal = resolveGoal(this.writing.context.workspace, ref, this.from);
    return (
      goal !== undefined && objectiveOf(goal) === entry && (isKeyResult(goal) ? goal.keyResult.name : undefined) === kr
    );
  }

  private add(label: string, title: string, data: ItemData): void {
    if (this.taken.has(label)) return;
    this.isFull = this.proposals.length === MOST;
    if (!this.isFull)
      this.proposals.push({ label, kind: CompletionItemKind.Reference, description: title, also: title, data });
  }
}

function dataOf({ team, cycle, facts }: ObjectiveEntry, kr: string | undefined): ItemData {
  const about = { about: 'objective', team: team ?? '', name: facts.peek().name ?? '', cycle: cycle ?? null } as const;
  return kr === undefined ? about : { ...about, kr };
}
