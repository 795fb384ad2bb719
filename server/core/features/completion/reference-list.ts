/** The references that are offered: each as short as it can be written here, and each leads to what it says. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { RefText } from '../../model/elements.ts';
import type { InitiativeEntry, KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import { isKeyResult, objectiveOf } from '../../model/entry.ts';
import { type From, refToText, resolveGoal } from '../../model/resolve.ts';
import { standingInShort, type Target } from '../naming.ts';
import type { Writing } from './arguments.ts';
import type { ItemData, Proposal } from './item.ts';
import { FIT_COUNT, type Fit, fitter, type Matcher, matcher, misspells } from './match.ts';

/** More than anybody reads. */
export const MOST = 200;
/** So many are looked at in one go, and so many are written out: how they stand may have to be worked out first. */
const LOOKED_AT = 64;
const WRITTEN = 8;

export interface Offered {
  readonly proposals: readonly Proposal[];
  /** There are more, or others: ask again when more is written. */
  readonly isCut: boolean;
}

export interface Candidate {
  readonly entry: ObjectiveEntry;
  readonly fit: number;
}

/** What a proposal is made of, once it is among the best. */
interface Found {
  readonly target: Target;
  readonly title: string;
  /** In the order in which they are tried. */
  readonly forms: readonly RefText[];
}

/** Takes what matches the word that is being written, and makes proposals of those that fit best, up to `MOST`. */
export class ReferenceList {
  private readonly writing: Writing;
  private readonly matches: Matcher;
  private readonly fitOf: (label: string, title?: string) => Fit | undefined;
  private readonly isSlip: (label: string) => boolean;
  private readonly taken: ReadonlySet<string>;
  private readonly from: From | undefined;
  /** By how well they fit; where nothing is written the first is the whole list. */
  private readonly found: Found[][] = Array.from({ length: FIT_COUNT }, () => []);
  private readonly slips: Found[] = [];
  private readonly later: Found[][] = Array.from({ length: FIT_COUNT }, () => []);
  private count = 0;
  private isStopped = false;

  constructor(writing: Writing) {
    const { state, place } = writing;
    const word = state.word.text;
    this.writing = writing;
    this.matches = matcher(word);
    this.fitOf = fitter(word);
    this.isSlip = misspells(word);
    this.taken = new Set(state.before.map(({ text }) => text));
    const { entry } = place;
    const isObjective = entry?.facts.peek().type === 'objective';
    this.from = entry && { entry, objective: isObjective ? (entry as ObjectiveEntry) : undefined };
  }

  /** Nothing is written, and what comes now would come after more than anybody reads. */
  private get isFull(): boolean {
    return this.writing.state.word.text === '' && this.count > MOST + this.taken.size;
  }

  /** @param areFar they have to be written with their cycle: after all others, however well they fit */
  async addGoals(candidates: readonly Candidate[], areFar: boolean): Promise<void> {
    const { state, place, asker } = this.writing;
    const { kind } = state.keyword;
    const isInKeyResult = place.parent?.kind === 'kr';
    const ownName = place.keyResult?.keyResult.name;
    for (const [index, { entry }] of candidates.entries()) {
      if (this.isFull) {
        this.isStopped = true;
        return;
      }
      if (index % LOOKED_AT === LOOKED_AT - 1) await asker.pause();
      const { title, keyResults } = entry.facts.peek();
      if (kind !== 'follows' && !(kind === 'continues' && isInKeyResult)) this.addGoal(entry, undefined, title, areFar);
      if (kind === 'continues' && !isInKeyResult) continue;
      const sorted =
        kind === 'continues'
          ? keyResults.toSorted((a, b) => Number(b.name === ownName) - Number(a.name === ownName))
          : keyResults;
      for (const keyResult of sorted)
        if (keyResult.name !== undefined) this.addGoal(entry, keyResult, keyResult.title, areFar);
    }
  }

  /** The key results beside the one that needs something: their bare names will do. */
  addOwnKeyResults(): void {
    const { keyResult: own } = this.writing.place;
    if (own === undefined) return;
    const { objective } = own;
    for (const keyResult of objective.element.keyResults) {
      const { name, title } = keyResult;
      if (name === undefined || name === own.keyResult.name) continue;
      const form = { team: undefined, name, kr: undefined, cycle: undefined };
      this.take(name, { target: { objective, keyResult }, title, forms: [form] }, false);
    }
  }

  addNamed(entries: readonly (KpiEntry | InitiativeEntry)[]): void {
    for (const entry of entries) {
      const { title, name = '' } = entry.facts.peek();
      const isNear = entry.team === this.writing.place.heading.team || typeof entry.team !== 'string';
      const form = { team: isNear ? undefined : (entry.team as string), name, kr: undefined, cycle: undefined };
      this.take(refToText(form), { target: entry, title, forms: [form] }, false);
    }
  }

  private addGoal(
    entry: ObjectiveEntry,
    keyResult: ObjectiveEntry['element']['keyResults'][number] | undefined,
    title: string,
    isFar: boolean,
  ): void {
    const { name = '' } = entry.facts.peek();
    const kr = keyResult?.name;
    const isNear = entry.team === this.writing.place.heading.team;
    const team = isNear ? undefined : (entry.team ?? undefined);
    // Most do not match, so nothing is made for them.
    const { matches } = this;
    const dot = kr === undefined ? '' : '.';
    const isMatch =
      team === undefined
        ? matches(name, dot, kr ?? '', ' ', title)
        : matches(team, '/', name, dot, kr ?? '', ' ', title);
    if (!isMatch && this.count > 0) return;
    const short: RefText = { team, name, kr, cycle: undefined };
    const label = refToText(short);
    if (this.taken.has(label)) return;
    const forms = typeof entry.cycle === 'string' ? [short, { ...short, cycle: entry.cycle }] : [short];
    const target = keyResult === undefined ? entry : { objective: entry, keyResult };
    this.take(label, { target, title, forms }, isFar);
  }

  private take(label: string, found: Found, isFar: boolean): void {
    const fit = this.fitOf(label, found.title);
    if (fit !== undefined) {
      (isFar ? this.later : this.found)[fit]?.push(found);
      this.count++;
    } else if (this.count === 0 && this.slips.length < MOST && this.isSlip(label)) this.slips.push(found);
  }

  /** The best, with how they stand. */
  async offered(): Promise<Offered> {
    const proposals: Proposal[] = [];
    const all = this.count > 0 ? [...this.found.flat(), ...this.later.flat()] : this.slips;
    let isCut = this.isStopped;
    for (const [index, { target, title, forms }] of all.entries()) {
      if (index % WRITTEN === WRITTEN - 1) await this.writing.asker.pause();
      const form = forms.find(each => this.leadsTo(each, target));
      if (form === undefined || this.taken.has(refToText(form))) continue;
      if (proposals.length === MOST) {
        isCut = true;
        break;
      }
      proposals.push(this.proposal(form, target, title));
    }
    return { proposals, isCut };
  }

  /** KPIs and initiatives are found by their names alone. */
  private leadsTo(ref: RefText, target: Target): boolean {
    if (this.from === undefined || !('keyResult' in target || target.facts.peek().type === 'objective')) return true;
    const wanted = target as ObjectiveEntry | { objective: ObjectiveEntry; keyResult: { name: string | undefined } };
    const objective = 'keyResult' in wanted ? wanted.objective : wanted;
    const kr = 'keyResult' in wanted ? wanted.keyResult.name : undefined;
    const goal = resolveGoal(this.writing.context.workspace, ref, this.from);
    return (
      goal !== undefined &&
      objectiveOf(goal) === objective &&
      (isKeyResult(goal) ? goal.keyResult.name : undefined) === kr
    );
  }

  private proposal(form: RefText, target: Target, title: string): Proposal {
    const { context, state } = this.writing;
    const takesSeveral = state.keyword.kind === 'supports' || state.keyword.kind === 'needs';
    const goesDeeper =
      !('keyResult' in target) &&
      target.facts.peek().type === 'objective' &&
      form.cycle === undefined &&
      (target as ObjectiveEntry).facts.peek().keyResults.some(({ name }) => name !== undefined);
    const commits = [...(goesDeeper ? ['.'] : []), ...(takesSeveral ? [','] : [])];
    return {
      label: refToText(form),
      kind: CompletionItemKind.Reference,
      standing: standingInShort(context, target),
      description: title,
      also: title,
      ...(commits.length === 0 ? {} : { commits }),
      data: dataOf(target),
    };
  }
}

function dataOf(target: Target): ItemData {
  const entry = 'keyResult' in target ? target.objective : target;
  const team = entry.team ?? '';
  const { type, name = '' } = entry.facts.peek();
  if (type !== 'objective') return { about: type, team, name };
  const about = { about: type, team, name, cycle: entry.cycle ?? null } as const;
  return 'keyResult' in target && target.keyResult.name !== undefined ? { ...about, kr: target.keyResult.name } : about;
}
