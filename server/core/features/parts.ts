/** The parts of a statement that mean something on their own, each with its place. */
import type {
  CycleArgument,
  DateArgument,
  Line,
  Name,
  Person,
  Reference,
  SaidStatus,
  Share,
  Span,
  Statement,
  Value,
  Word,
} from '../../../grammar/tree.ts';

export type Part = Span &
  (
    | { readonly is: 'keyword' }
    | { readonly is: 'title' }
    | { readonly is: 'own name'; readonly name: Name }
    | { readonly is: 'team'; readonly name: Name }
    | { readonly is: 'tag'; readonly name: Name }
    | { readonly is: 'cycle'; readonly cycle: CycleArgument }
    | { readonly is: 'person'; readonly person: Person }
    | { readonly is: 'reference'; readonly reference: Reference }
    | { readonly is: 'date'; readonly date: DateArgument }
    | { readonly is: 'value'; readonly value: Value; readonly role: ValueRole }
    | { readonly is: 'share'; readonly share: Share; readonly role: 'confidence' | 'grade' }
    | { readonly is: 'status'; readonly status: SaidStatus }
    | { readonly is: 'bound'; readonly line: Line }
    | { readonly is: 'path'; readonly path: Word }
  );

/** What a value is in its statement. */
export type ValueRole = 'baseline' | 'target' | 'change' | 'now' | 'line' | 'weight';

type Parted = Part | undefined;

/** The part under an offset; the end of a part belongs to it, unless another begins there. */
export function partAt(statement: Statement, offset: number): Part | undefined {
  let found: Part | undefined;
  for (const part of partsOf(statement)) {
    if (part.start <= offset && offset <= part.end && (found === undefined || part.start >= found.start)) found = part;
  }
  return found;
}

/** All parts; a bound ends where its value begins. */
export function partsOf(statement: Statement): Part[] {
  const { keyword, prose } = statement;
  const all: Parted[] = [{ is: 'keyword', start: keyword.start, end: keyword.end }, ...argumentsOf(statement)];
  if (prose !== undefined && isHeading(statement)) all.push({ is: 'title', start: prose.start, end: prose.end });
  return all.filter(part => part !== undefined);
}

/** An element with a title; `team`, `cycle` and `kpi` inside of another are properties of that one. */
export function isHeading({ kind, parent }: Statement): boolean {
  switch (kind) {
    case 'objective':
    case 'kr':
    case 'initiative':
    case 'person':
      return true;
    case 'team':
    case 'cycle':
    case 'kpi':
      return parent === undefined;
    default:
      return false;
  }
}

function argumentsOf(node: Statement): Parted[] {
  switch (node.kind) {
    case 'team':
    case 'parent':
      return [named('team', node.name)];
    case 'objective':
    case 'kr':
    case 'initiative':
      return [named('own name', node.name)];
    case 'cycle':
      return [node.cycle && { is: 'cycle', cycle: node.cycle, ...spanOf(node.cycle) }];
    case 'kpi':
      return isHeading(node) ? [named('own name', node.reference?.name)] : [referred(node.reference)];
    case 'person':
    case 'owner':
    case 'lead':
      return [person(node.person)];
    case 'with':
    case 'members':
      return node.people.map(person);
    case 'supports':
    case 'needs':
      return node.references.map(referred);
    case 'continues':
    case 'follows':
      return [referred(node.reference)];
    case 'tags':
      return node.tags.map(tag => named('tag', tag));
    case 'data':
      return [node.path && { is: 'path', path: node.path, ...spanOf(node.path) }];
    default:
      return measured(node);
  }
}

/** The parts of measures, facts and properties with a number or a day. */
function measured(node: Statement): Parted[] {
  switch (node.kind) {
    case 'from':
      return [
        value(node.from, 'baseline'),
        value(node.to, 'target'),
        value(node.by, 'change'),
        date(node.first),
        typeof node.last === 'object' ? date(node.last) : undefined,
      ];
    case 'to':
      return [value(node.to, 'target')];
    case 'keep':
    case 'healthy':
    case 'critical':
      return held(node.hold);
    case 'milestone':
      return [date(node.due), date(node.doneOn), value(node.weight, 'weight')];
    case 'checkin': {
      const { status } = node;
      return [
        ...dated(node),
        value(node.value, 'now'),
        share(node.confidence, 'confidence'),
        status && { is: 'status', status: status.status, ...spanOf(status) },
      ];
    }
    case 'target':
      return [...dated(node), value(node.value, 'target'), ...held(node.hold)];
    case 'plan':
    case 'reading':
      return [...dated(node), value(node.value, 'now')];
    case 'grade':
      return [...dated(node), share(node.grade, 'grade')];
    case 'dropped':
    case 'resumed':
      return dated(node);
    case 'due':
    case 'until':
    case 'planned':
    case 'active':
    case 'done':
      return [date(node.date)];
    case 'weight':
      return [value(node.weight, 'weight')];
    default:
      return [];
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function named(is: 'own name' | 'team' | 'tag', name: Name | undefined): Parted {
  return name && { is, name, ...spanOf(name) };
}
function person(who: Person | undefined): Parted {
  return who && { is: 'person', person: who, ...spanOf(who) };
}
function referred(reference: Reference | undefined): Parted {
  return reference && { is: 'reference', reference, ...spanOf(reference) };
}
function date(day: DateArgument | undefined): Parted {
  return day && { is: 'date', date: day, ...spanOf(day) };
}
function value(number: Value | undefined, role: ValueRole): Parted {
  return number && { is: 'value', value: number, role, ...spanOf(number) };
}
function share(part: Share | undefined, role: 'confidence' | 'grade'): Parted {
  return part && { is: 'share', share: part, role, ...spanOf(part) };
}
function dated(fact: { readonly date: DateArgument | undefined; readonly by: Person | undefined }): Parted[] {
  return [date(fact.date), person(fact.by)];
}
function held(line: Line | undefined): Parted[] {
  if (line === undefined) return [];
  const bound: Part = { is: 'bound', line, start: line.start, end: line.start + line.bound.split(' ')[0]!.length };
  const end = line.bound.includes(' ') && line.value !== undefined ? line.value.start - 1 : bound.end;
  return [{ ...bound, end }, value(line.value, 'line'), value(line.upper, 'line')];
}
