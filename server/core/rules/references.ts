/** Names, references and people: everything that points somewhere must arrive. */
import { nearest } from '../../../grammar/spelling.ts';
import type { Person, Reference, Span, Statement } from '../../../grammar/tree.ts';
import { Memo } from '../model/cells.ts';
import type { Element } from '../model/elements.ts';
import type { Entry, Goal, ObjectiveEntry } from '../model/entry.ts';
import { isKeyResult, objectiveOf } from '../model/entry.ts';
import { refText } from '../model/read-facts.ts';
import {
  type From,
  fromEntry,
  refOf,
  refToText,
  resolveGoal,
  resolveInitiative,
  resolveKpi,
} from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Ground, placeOf, type Remedy, type Rule, type Say, statementOf } from './rule.ts';

/** All statements of an element, itself first. */
export function* statementsIn(node: Statement): Iterable<Statement> {
  const stack = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let i = next.body.length - 1; i >= 0; i--) stack.push(next.body[i] as Statement);
  }
}

/** The references in a statement, with what they may mean. */
export function referencesIn(node: Statement): { reference: Reference; to: 'goal' | 'key result' | 'kpi' }[] {
  switch (node.kind) {
    case 'supports':
    case 'needs':
      return node.references.map(reference => ({ reference, to: 'goal' }));
    case 'continues':
      return node.reference === undefined ? [] : [{ reference: node.reference, to: 'goal' }];
    case 'follows':
      return node.reference === undefined ? [] : [{ reference: node.reference, to: 'key result' }];
    case 'kpi':
      return node.reference === undefined || node.parent === undefined
        ? []
        : [{ reference: node.reference, to: 'kpi' }];
    default:
      return [];
  }
}

/** What a reference means: a goal, a KPI, or an initiative for `needs`. */
export function targetOf(
  workspace: Workspace,
  node: Statement,
  reference: Reference,
  from: From,
): Goal | Entry | undefined {
  const ref = refText(reference);
  if (node.kind === 'kpi') return resolveKpi(workspace, ref, from.entry);
  const goal = resolveGoal(workspace, ref, from);
  return goal ?? (node.kind === 'needs' ? resolveInitiative(workspace, ref, from.entry) : undefined);
}

export const unresolvedReference: Rule = {
  id: 'unresolved-reference',
  severity: 'error',
  summary: 'A reference to something that is not there',
  why: 'A reference that leads nowhere breaks the line from the work to the goal: scores, alignment and reports leave it out.',
  checkEntry(entry, { workspace }, say) {
    const from = fromEntry(entry);
    for (const node of statementsIn(statementOf(entry))) {
      for (const { reference, to } of referencesIn(node)) {
        const target = targetOf(workspace, node, reference, from);
        if (target === undefined) say({ span: reference, ...unresolved(workspace, entry, reference, to) });
        else if (to === 'key result' && !('keyResult' in target)) {
          say({
            span: reference,
            message: `\`${refToText(refText(reference))}\` is an objective: \`follows\` needs one of its key results`,
          });
        }
      }
    }
  },
};

function unresolved(
  workspace: Workspace,
  entry: Entry,
  reference: Reference,
  to: 'goal' | 'key result' | 'kpi',
): { message: string; remedies: Remedy[] } {
  const ref = refText(reference);
  const written = refToText(ref);
  const names = candidates(workspace, entry, ref.team, to);
  const name = `${ref.team === undefined ? '' : `${ref.team}/`}${ref.name}${ref.kr === undefined ? '' : `.${ref.kr}`}`;
  const meant = nearest(name, names);
  const where =
    ref.team === undefined ? '' : workspace.named('team', ref.team).length === 0 ? `, and no team \`${ref.team}\`` : '';
  const what = to === 'kpi' ? 'KPI' : to === 'key result' ? 'key result' : 'objective or key result';
  const message = `There is no ${what} \`${written}\`${ref.cycle === undefined ? ' here or above' : ''}${where}${meant === undefined ? '' : `: did you mean \`${meant}\`?`}`;
  if (meant === undefined) return { message, remedies: [] };
  const span = { start: reference.start, end: reference.kr?.end ?? reference.name.end };
  return {
    message,
    remedies: [
      { title: `Write \`${meant}\``, isPreferred: true, edits: [{ place: placeOf(entry, span), text: meant }] },
    ],
  };
}

/** What could have been meant, written as it would be written here. */
function candidates(workspace: Workspace, entry: Entry, team: string | undefined, to: string): Set<string> {
  const found = new Set<string>();
  const prefix = team === undefined ? '' : `${team}/`;
  for (const other of workspace.entries.get()) {
    if (found.size > 20_000) break;
    if (other === entry && to === 'kpi') continue;
    const element = other.facts.peek();
    if (
      team === undefined
        ? other.team !== entry.team && other.file !== entry.file
        : other.team !== team && !isNearTeam(other.team, team)
    )
      continue;
    const own = team === undefined || typeof other.team !== 'string' ? '' : `${other.team}/`;
    const at = own === '' ? prefix : own;
    if (to === 'kpi') {
      if (element.type === 'kpi' && element.name !== undefined) found.add(at + element.name);
    } else if (element.type === 'objective' && element.name !== undefined) {
      if (to === 'goal') found.add(at + element.name);
      for (const { name } of element.keyResults) if (name !== undefined) found.add(`${at}${element.name}.${name}`);
    }
  }
  return found;
}
function isNearTeam(team: string | null | undefined, written: string): boolean {
  return typeof team === 'string' && nearest(written, [team]) !== undefined;
}

export const duplicateName: Rule = {
  id: 'duplicate-name',
  severity: 'error',
  summary: 'Two of the same name',
  why: 'A name is how others refer to it. Where two share one, nobody can tell which is meant.',
  checkEntry(entry, { workspace }, say) {
    const element = entry.element;
    if (element.type === 'objective') duplicateKeyResults(entry as ObjectiveEntry, say);
    if (element.type === 'team' || element.type === 'cycle' || element.type === 'person')
      return headings(entry, workspace, say);
    if (element.name === undefined) return;
    const team = entry.team ?? '';
    const same = workspace
      .named(element.type, `${team}/${element.name}`)
      .filter(other => other !== entry && (element.type === 'kpi' || sameCycle(workspace, other, entry)));
    if (same.length === 0) return;
    const node = statementOf(entry);
    const name = 'name' in node ? node.name : node.kind === 'kpi' ? node.reference : undefined;
    const place = typeof entry.team === 'string' ? ` of \`${entry.team}\`` : '';
    const when = element.type === 'kpi' || typeof entry.cycle !== 'string' ? '' : ` in ${entry.cycle}`;
    const what = element.type === 'kpi' ? 'KPI' : element.type;
    say({
      span: name ?? node.keyword,
      message: `There is another ${what} \`${element.name}\`${place}${when}: give one of them another name`,
      related: same.slice(0, 3).map(other => ({ place: placeOf(other), message: `The other \`${element.name}\`` })),
    });
  },
};

function sameCycle(workspace: Workspace, a: Entry, b: Entry): boolean {
  if (typeof a.cycle !== 'string' || typeof b.cycle !== 'string') return a.cycle === b.cycle;
  return workspace.cycles.of(a.cycle).key === workspace.cycles.of(b.cycle).key;
}

function duplicateKeyResults(entry: ObjectiveEntry, say: Say): void {
  const node = statementOf(entry);
  const seen = new Map<string, Span>();
  for (const kr of node.body) {
    if (kr.kind !== 'kr' || kr.name === undefined) continue;
    const before = seen.get(kr.name.text);
    if (before === undefined) seen.set(kr.name.text, kr.name);
    else {
      say({
        span: kr.name,
        message: `This objective has a key result \`${kr.name.text}\` already: give one of them another name`,
        related: [{ place: placeOf(entry, before), message: `The other \`${kr.name.text}\`` }],
      });
    }
  }
}

/** A heading may be repeated; only what disagrees is reported, at the later place. */
function headings(entry: Entry, workspace: Workspace, say: Say): void {
  const element = entry.element;
  if (element.type !== 'team' && element.type !== 'cycle' && element.type !== 'person') return;
  if (element.title === '') return;
  const first = firstTitled(workspace, element, entry.team);
  if (first === undefined || first === entry) return;
  const title = (first.element as { title: string }).title;
  if (title === element.title) return;
  const node = statementOf(entry);
  say({
    span: node.prose ?? node.keyword,
    message: `\`${keyOf(element)}\` is called “${title}” elsewhere: use one title, or leave this one out`,
    related: [{ place: placeOf(first), message: 'The other title' }],
  });
}

type HeadingElement = Extract<Element, { type: 'team' | 'cycle' | 'person' }>;

function keyOf(element: HeadingElement): string {
  return element.type === 'team' ? element.name : element.type === 'cycle' ? element.id.toLowerCase() : element.handle;
}

/** The first heading of its kind, name and, for a cycle, team that has a title. Asked by each of them, so it is kept. */
const firsts = new WeakMap<Workspace, Map<string, Memo<Entry | undefined>>>();
function firstTitled(
  workspace: Workspace,
  element: HeadingElement,
  team: string | null | undefined,
): Entry | undefined {
  const known = firsts.get(workspace) ?? new Map<string, Memo<Entry | undefined>>();
  firsts.set(workspace, known);
  const of = element.type === 'cycle' ? String(team) : '';
  const key = `${element.type} ${keyOf(element)} ${of}`;
  let memo = known.get(key);
  if (memo === undefined) {
    memo = new Memo(() => {
      let first: Entry | undefined;
      for (const other of workspace.named(element.type, keyOf(element))) {
        if (element.type === 'cycle' && String(other.team) !== of) continue;
        if ((other.element as { title: string }).title !== '' && (first === undefined || isBefore(other, first)))
          first = other;
      }
      return first;
    });
    known.set(key, memo);
  }
  return memo.get();
}

/** In the order of paths and lines. */
export function isBefore(a: Entry, b: Entry): boolean {
  if (a.file !== b.file) return a.file.uri < b.file.uri;
  return a.file.indexOf(a.block) < b.file.indexOf(b.block) || (a.block === b.block && a.index < b.index);
}

export const unknownPerson: Rule = {
  id: 'unknown-person',
  severity: 'warning',
  summary: 'A handle that no `person` stands behind',
  why: 'A misspelled owner owns nothing: it appears in nobody’s list. As long as a workspace has no `person`, any handle is fine.',
  checkEntry(entry, { workspace }, say) {
    if (!workspace.hasPersons() || entry.element.type === 'person') return;
    for (const node of statementsIn(statementOf(entry))) {
      for (const person of peopleIn(node)) {
        if (workspace.named('person', person.handle).length > 0) continue;
        const known = workspace.named('person', '*').map(other => (other.element as { handle: string }).handle);
        const meant = nearest(person.handle, known);
        const create = personAfter(entry, workspace, person.handle);
        const write: Remedy[] =
          meant === undefined
            ? []
            : [
                {
                  title: `Write \`@${meant}\``,
                  isPreferred: true,
                  edits: [{ place: placeOf(entry, { start: person.start, end: person.end }), text: `@${meant}` }],
                },
              ];
        say({
          span: person,
          message: `Nobody is called \`@${person.handle}\` here${meant === undefined ? '' : `: did you mean \`@${meant}\`?`} People are listed with \`person @${person.handle}: …\``,
          remedies: [...write, ...create],
        });
      }
    }
  },
};

/** A new `person` after the last one there is. */
function personAfter(entry: Entry, workspace: Workspace, handle: string): Remedy[] {
  const persons = workspace.named('person', '*').filter(other => other !== entry);
  const last = persons.reduce<Entry | undefined>(
    (found, next) => (found === undefined || isBefore(found, next) ? next : found),
    undefined,
  );
  if (last === undefined) return [];
  const end = last.block.text.trimEnd().length;
  const text = `\nperson @${handle}: ${handle.charAt(0).toUpperCase()}${handle.slice(1)}`;
  return [
    {
      title: `Add \`person @${handle}\``,
      isPreferred: false,
      edits: [{ place: placeOf(last, { start: end, end }), text }],
    },
  ];
}

export function peopleIn(node: Statement): Person[] {
  switch (node.kind) {
    case 'owner':
    case 'lead':
      return node.person === undefined ? [] : [node.person];
    case 'with':
    case 'members':
      return node.people;
    default:
      return 'by' in node && node.by !== undefined && 'handle' in node.by ? [node.by] : [];
  }
}

export const alignmentCircle: Rule = {
  id: 'alignment-circle',
  severity: 'error',
  summary: 'A circle of `supports`, `needs`, `follows` or `kpi`',
  why: 'If a supports b and b supports a, neither says what it is for; a value that follows itself has no source.',
  checkEntry(entry, ground, say) {
    if (entry.element.type !== 'objective') return;
    const objective = entry as ObjectiveEntry;
    for (const node of statementsIn(statementOf(entry))) {
      if (node.kind !== 'supports' && node.kind !== 'needs' && node.kind !== 'follows') continue;
      for (const { reference } of referencesIn(node)) {
        const goal = resolveGoal(ground.workspace, refText(reference), fromEntry(entry));
        // One key result may need another of the same objective; the objective does not go in a circle by that.
        if (goal === undefined || (node.kind !== 'follows' && isKeyResult(goal) && goal.objective === objective))
          continue;
        const way = wayBack(ground, node.kind, goal, objective, node.parent);
        if (way !== undefined)
          say({ span: reference, message: `This goes round in a circle: ${way.join(' → ')}`, related: [] });
      }
    }
  },
};

type Relation = 'supports' | 'needs' | 'follows';

/** The way from a goal back to where it was pointed to from, over one relation; undefined where there is none. */
function wayBack(
  ground: Ground,
  relation: Relation,
  goal: Goal,
  start: ObjectiveEntry,
  holder: Statement | undefined,
): string[] | undefined {
  const origin = relation === 'follows' && holder?.kind === 'kr' ? holder.name?.text : undefined;
  const isStart = (at: Goal) =>
    objectiveOf(at) === start && (relation !== 'follows' || (isKeyResult(at) && at.keyResult.name === origin));
  const name = (at: Goal) => refOf(relation === 'follows' ? at : objectiveOf(at)) ?? '…';
  const visited = new Set<unknown>();
  const stack: { at: Goal; way: string[] }[] = [
    { at: goal, way: [origin === undefined ? name(start) : `${name(start)}.${origin}`] },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { at, way } = next;
    if (isStart(at)) return [...way, way[0] as string];
    const key = relation === 'follows' && isKeyResult(at) ? at.keyResult : objectiveOf(at);
    if (visited.has(key) || visited.size > 2000) continue;
    visited.add(key);
    for (const step of nextOf(ground, relation, at)) stack.push({ at: step, way: [...way, name(at)] });
  }
  return undefined;
}

function nextOf({ workspace }: Ground, relation: Relation, at: Goal): Goal[] {
  const entry = objectiveOf(at);
  const { element } = entry;
  const keyResults = isKeyResult(at) ? [at.keyResult] : element.keyResults;
  const refs =
    relation === 'follows'
      ? keyResults.flatMap(({ follows }) => follows ?? [])
      : relation === 'supports'
        ? [...element.supports, ...element.keyResults.flatMap(({ supports }) => supports)]
        : [...element.needs, ...element.keyResults.flatMap(({ needs }) => needs)].map(({ ref }) => ref);
  return refs.flatMap(ref => resolveGoal(workspace, ref, fromEntry(entry)) ?? []);
}
