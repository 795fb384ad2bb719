/** What a reference leads to, before and after something is called otherwise or goes elsewhere. */
import type { Statement } from '../../../../grammar/tree.ts';
import type { RefText } from '../../model/elements.ts';
import { Entry, type ObjectiveEntry } from '../../model/entry.ts';
import { inReadingOrder } from '../../model/order.ts';
import {
  cycleOf,
  type Directory,
  type From,
  locateGoal,
  resolveInitiative,
  resolveKpi,
  resolveObjective,
} from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { NamedEntry } from '../mentions/subject.ts';

export interface Led {
  readonly entry: Entry;
  /** The name of one of its key results. */
  readonly kr: string | undefined;
  /** False where there is the objective, but not the key result that is written. */
  readonly isWhole: boolean;
}

export function lookUp(directory: Directory, node: Statement, ref: RefText, from: From): Led | undefined {
  const whole = (entry: Entry | undefined) => entry && { entry, kr: undefined, isWhole: true };
  if (node.kind === 'kpi') return whole(resolveKpi(directory, ref, from.entry));
  const goal = locateGoal(directory, ref, from);
  if (goal !== undefined) return { entry: goal.objective, kr: goal.kr, isWhole: true };
  if (ref.kr !== undefined) {
    const objective = resolveObjective(directory, ref, from);
    return objective && { entry: objective, kr: undefined, isWhole: false };
  }
  return node.kind === 'needs' ? whole(resolveInitiative(directory, ref, from.entry)) : undefined;
}

export function isSameLed(a: Led | undefined, b: Led | undefined): boolean {
  return a?.entry === b?.entry && a?.kr === b?.kr && a?.isWhole === b?.isWhole;
}

/** The workspace as it would be if one element had another name. */
export class ElementRenamed implements Directory {
  readonly cycles: Workspace['cycles'];
  readonly teams: Workspace['teams'];
  private readonly workspace: Workspace;
  private readonly entry: NamedEntry;
  private readonly name: string;

  constructor(workspace: Workspace, entry: NamedEntry, name: string) {
    this.workspace = workspace;
    this.cycles = workspace.cycles;
    this.teams = workspace.teams;
    this.entry = entry;
    this.name = name;
  }

  named(kind: Parameters<Workspace['named']>[0], key: string): readonly Entry[] {
    const entries = this.workspace.named(kind, key);
    const { type, name } = this.entry.facts.peek();
    if (kind !== type) return entries;
    const isKey = (other: string | undefined) => key === `*/${other}` || key === `${this.entry.team ?? ''}/${other}`;
    if (isKey(name)) return entries.filter(entry => entry !== this.entry);
    return isKey(this.name) ? [...entries, this.entry].sort(inReadingOrder) : entries;
  }
  hasKeyResult(objective: ObjectiveEntry, name: string): boolean {
    return this.workspace.hasKeyResult(objective, name);
  }
}

/** The workspace as it would be if one key result had another name. */
export class KeyResultRenamed implements Directory {
  readonly cycles: Workspace['cycles'];
  readonly teams: Workspace['teams'];
  private readonly workspace: Workspace;
  private readonly objective: ObjectiveEntry;
  private readonly index: number;
  private readonly name: string;

  constructor(workspace: Workspace, objective: ObjectiveEntry, index: number, name: string) {
    this.workspace = workspace;
    this.cycles = workspace.cycles;
    this.teams = workspace.teams;
    this.objective = objective;
    this.index = index;
    this.name = name;
  }

  named(kind: Parameters<Workspace['named']>[0], key: string): readonly Entry[] {
    return this.workspace.named(kind, key);
  }
  hasKeyResult(objective: ObjectiveEntry, name: string): boolean {
    if (objective !== this.objective) return this.workspace.hasKeyResult(objective, name);
    return objective.facts.peek().keyResults.some((each, i) => (i === this.index ? this.name : each.name) === name);
  }
}

/** The workspace as it would be if one objective were in another cycle. */
export class ObjectiveMoved implements Directory {
  readonly cycles: Workspace['cycles'];
  readonly teams: Workspace['teams'];
  /** The objective there. */
  readonly moved: ObjectiveEntry;
  private readonly workspace: Workspace;
  private readonly objective: ObjectiveEntry;

  constructor(workspace: Workspace, objective: ObjectiveEntry, cycle: string) {
    this.workspace = workspace;
    this.cycles = workspace.cycles;
    this.teams = workspace.teams;
    this.objective = objective;
    const { file, block, index, team } = objective;
    this.moved = new Entry(file, block, index, objective.facts.peek(), { team, cycle });
  }

  named(kind: Parameters<Workspace['named']>[0], key: string): readonly Entry[] {
    const entries = this.workspace.named(kind, key);
    if (kind !== 'objective' || !entries.includes(this.objective)) return entries;
    return entries.map(entry => (entry === this.objective ? this.moved : entry));
  }
  hasKeyResult(objective: ObjectiveEntry, name: string): boolean {
    return this.workspace.hasKeyResult(objective, name);
  }
}

/** A reference written out: with its team, its cycle, or both; a key result of the same objective with that one. */
export function formsOf(workspace: Workspace, ref: RefText, { entry, kr }: Led, from: Entry): RefText[] {
  const element = entry.facts.peek();
  const isBareKeyResult = kr !== undefined && ref.kr === undefined && entry === from;
  if (isBareKeyResult && (element.type !== 'objective' || element.name === undefined)) return [];
  const base = isBareKeyResult && element.type === 'objective' ? { ...ref, name: element.name as string, kr } : ref;
  const team = base.team ?? (typeof entry.team === 'string' ? entry.team : undefined);
  const cycle = base.cycle ?? cycleOf(workspace, entry)?.id;
  return [base, { ...base, team }, { ...base, cycle }, { ...base, team, cycle }];
}
