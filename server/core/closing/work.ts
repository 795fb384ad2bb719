/** The work of a cycle that is not done: it goes on with what it is there for. */

import type { FeatureContext } from '../features/context.ts';
import { referenceTo, titleOf } from '../features/naming.ts';
import type { InitiativeEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import { inOrder } from '../reports/order.ts';
import { ofType } from '../reports/selection.ts';
import { statementOf } from '../rules/rule.ts';
import type { Written } from './carried.ts';
import { formatted, heading, type Manner, properties } from './carried-properties.ts';
import type { CycleToClose } from './cycle-to-close.ts';
import type { NextDirectory } from './next-directory.ts';
import { refuseUnreadable } from './subjects.ts';

export interface OpenWork {
  readonly entry: InitiativeEntry;
  /** `growth/loyalty`, or its title. */
  readonly called: string;
  /** Whether it is in the next cycle already. */
  readonly carried: boolean;
}

/** @throws Refusal where something of it cannot be read */
export function openWork(context: FeatureContext, { cycle, next, team }: CycleToClose): OpenWork[] {
  const { workspace } = context;
  const all = inOrder(ofType(workspace.entries.get(), 'initiative'));
  const after = all.filter(entry => cycleOf(workspace, entry)?.key === next.key);
  return all
    .filter(entry => cycleOf(workspace, entry)?.key === cycle.key && entry.team !== null)
    .filter(entry => team === undefined || entry.team === team)
    .filter(({ element: { status } }) => status !== 'done' && status !== 'dropped')
    .map(entry => {
      refuseUnreadable(context, entry, statementOf(entry));
      const called = referenceTo(entry) ?? `“${titleOf(context, entry)}”`;
      return { entry, called, carried: after.some(other => isSame(other, entry)) };
    });
}

function isSame(after: InitiativeEntry, { team, element: { name, title } }: InitiativeEntry): boolean {
  if (after.team !== team) return false;
  return name === undefined ? after.element.title === title : after.element.name === name;
}

/** Whether something that it supports goes on, or may: what supports nothing goes on by itself. */
export function goesOn({ entry }: OpenWork, directory: NextDirectory): boolean {
  const references = statementOf(entry).body.flatMap(node =>
    node.kind === 'supports' ? node.references.map(reference => ({ node, reference })) : [],
  );
  return (
    references.length === 0 ||
    references.some(({ node, reference }) => directory.leads(entry, node, reference) !== undefined)
  );
}

export function writeWork({ entry, called }: OpenWork, manner: Manner): Written {
  const root = statementOf(entry);
  const left: { of: string; what: string }[] = [];
  const body = properties(entry, root, manner, what => left.push({ of: called, what }));
  return { lines: formatted([heading(entry, root), ...body.map(line => `  ${line}`)], manner.step), left };
}
