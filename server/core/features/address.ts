/**
 * Where an element is found again after edits: by its file and name, not by a place that moves. It travels to the client
 * and back, as plain data.
 */
import type { Element, KeyResult } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Target } from './naming.ts';

/** What an element is called among others. */
interface Called {
  readonly name?: string;
  readonly title: string;
  /** Which of those that are called so, from 0. */
  readonly nth: number;
}

export interface Address extends Called {
  readonly uri: string;
  readonly type: Element['type'];
  readonly team?: string | null;
  readonly cycle?: string | null;
  readonly keyResult?: Called;
}

export function addressOf(target: Target | Entry): Address {
  const entry: Entry = 'keyResult' in target ? target.objective : target;
  const { file, team, cycle } = entry;
  const { type } = entry.facts.peek();
  return {
    uri: file.uri,
    type,
    ...(team !== undefined && { team }),
    ...(cycle !== undefined && { cycle }),
    ...called(entry, sameKind(file, type), calledOf),
    ...('keyResult' in target && {
      keyResult: called(target.keyResult, target.objective.facts.peek().keyResults, each => each),
    }),
  };
}

/** The element that is at an address now; undefined where there is none any more. */
export function atAddress(workspace: Workspace, address: Address | undefined): Target | Entry | undefined {
  const file = address === undefined ? undefined : workspace.file(address.uri);
  if (address === undefined || file === undefined) return undefined;
  const same = sameKind(file, address.type).filter(each => isCalled(calledOf(each), address));
  const isUnder = ({ team, cycle }: Entry) => team === address.team && cycle === address.cycle;
  const nth = same[address.nth];
  // Others that are called so may have come or gone; a heading that has changed takes what stands under it along.
  const entry = nth !== undefined && isUnder(nth) ? nth : (same.find(isUnder) ?? nth ?? same[0]);
  if (entry === undefined || address.keyResult === undefined) return entry;
  if (address.type !== 'objective') return undefined;
  const objective = entry as ObjectiveEntry;
  const keyResult = keyResultAt(address.keyResult, objective.element.keyResults);
  return keyResult && { objective, keyResult };
}

type Naming = { readonly name?: string | undefined; readonly title: string };

function sameKind(file: OkrFile, type: Address['type']): Entry[] {
  return file.content.flatMap(({ entries }) => entries.filter(entry => entry.facts.peek().type === type));
}

function calledOf(entry: Entry): Naming {
  const element = entry.facts.peek();
  const name = element.type === 'person' ? element.handle : element.type === 'cycle' ? element.id : element.name;
  return { name, title: element.title };
}

function called<T>(one: T, all: readonly T[], naming: (each: T) => Naming): Called {
  const { name, title } = naming(one);
  const same = all.filter(each => isCalled(naming(each), { name, title }));
  return { ...(name !== undefined && { name }), title, nth: Math.max(0, same.indexOf(one)) };
}

function keyResultAt(called: Called, all: readonly KeyResult[]): KeyResult | undefined {
  const same = all.filter(each => isCalled(each, called));
  return same[called.nth] ?? same[0];
}

/** A name is enough; what has none is known by its title. */
function isCalled(one: Naming, other: Naming): boolean {
  return one.name === other.name && (one.name !== undefined || one.title === other.title);
}
