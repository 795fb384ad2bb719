/** Reads the facts of a block from its tree: what it says, without how it is written. */
import type * as tree from '../../../grammar/tree.ts';
import type {
  CheckIn,
  Cycle,
  DataSource,
  Element,
  Grade,
  Hold,
  Initiative,
  KeyResult,
  Kpi,
  Measure,
  Milestone,
  Objective,
  Pause,
  Person,
  Plan,
  Reading,
  RefText,
  Rhythm,
  TargetChange,
  Team,
} from './elements.ts';
import { interned } from './interning.ts';

/** Most elements have no tags, no links, no pauses: one empty list serves them all. */
const none: readonly never[] = Object.freeze([]);

type Of<K extends tree.StatementKind> = Extract<tree.Statement, { kind: K }>;

/** The facts of an element, undefined for a statement that is none, or whose name cannot be read. */
export function readElement(statement: tree.Statement): Element | undefined {
  switch (statement.kind) {
    case 'objective':
      return readObjective(statement);
    case 'kpi':
      return readKpi(statement);
    case 'initiative':
      return readInitiative(statement);
    case 'team':
      return readTeam(statement);
    case 'cycle':
      return readCycleElement(statement);
    case 'person':
      return readPerson(statement);
    default:
      return undefined;
  }
}

function first<K extends tree.StatementKind>(body: readonly tree.Statement[], ...kinds: K[]): Of<K> | undefined {
  return body.find((node): node is Of<K> => (kinds as string[]).includes(node.kind));
}
function all<K extends tree.StatementKind>(body: readonly tree.Statement[], kind: K): readonly Of<K>[] {
  let found: Of<K>[] | undefined;
  for (const node of body) {
    if (node.kind !== kind) continue;
    found ??= [];
    found.push(node as Of<K>);
  }
  return found ?? none;
}
/** What all lines of a kind say together. */
function gather<K extends tree.StatementKind, F>(
  body: readonly tree.Statement[],
  kind: K,
  read: (node: Of<K>) => readonly F[],
): readonly F[] {
  const lines = all(body, kind);
  // `slice` gives back the room that a growing list has set aside, which for most would be more than what is in it.
  return lines.length === 0 ? none : lines.flatMap(read).slice();
}

const textOf = (word: tree.Word | undefined) => (word === undefined ? undefined : interned(word.text));
const handleOf = (person: tree.Person | undefined) => (person === undefined ? undefined : interned(person.handle));

const titleOf = (node: tree.Statement) => node.prose?.text ?? '';
const descriptionOf = (body: readonly tree.Statement[]) =>
  gather(body, 'description', line => [titleOf(line)]).join('\n');
const ownerOf = (body: readonly tree.Statement[]) => handleOf((first(body, 'owner') as tree.Owner | undefined)?.person);
const handlesOf = (body: readonly tree.Statement[], kind: 'with' | 'members') =>
  gather(body, kind, line => (line as tree.People).people.map(person => interned(person.handle)));
const tagsOf = (body: readonly tree.Statement[]) =>
  gather(body, 'tags', line => line.tags.map(tag => interned(tag.text)));
const linksOf = (body: readonly tree.Statement[]) =>
  gather(body, 'link', ({ link }) => (link === undefined ? [] : [link.text]));
const dueOf = (body: readonly tree.Statement[]) => (first(body, 'due') as tree.Due | undefined)?.date?.day;
const weightOf = (body: readonly tree.Statement[]) =>
  Math.max(0, (first(body, 'weight') as tree.Weight | undefined)?.weight?.number ?? 1);
const kindOf = (body: readonly tree.Statement[]) => first(body, 'aspirational', 'committed', 'learning')?.kind;
const reflectionsOf = (body: readonly tree.Statement[]) =>
  gather(body, 'reflect', line => (titleOf(line) === '' ? [] : [titleOf(line)]));

function rhythmOf(body: readonly tree.Statement[]): Rhythm | undefined {
  const every = first(body, 'every') as tree.Every | undefined;
  return every?.unit === undefined ? undefined : { count: every.count, unit: every.unit };
}

/** A reference as it is written. */
export function refText(reference: tree.Reference): RefText {
  return {
    team: textOf(reference.team),
    name: interned(reference.name.text),
    kr: textOf(reference.kr),
    cycle: textOf(reference.cycle),
  };
}
function supportsOf(body: readonly tree.Statement[]): readonly RefText[] {
  return gather(body, 'supports', line => (line as tree.References).references.map(refText));
}
function needsOf(body: readonly tree.Statement[]): readonly { ref: RefText; why: string }[] {
  return gather(body, 'needs', line =>
    (line as tree.References).references.map(ref => ({ ref: refText(ref), why: titleOf(line) })),
  );
}
function referenceOf(body: readonly tree.Statement[], kind: 'continues' | 'follows' | 'kpi'): RefText | undefined {
  const reference = (first(body, kind) as tree.ReferenceTo | undefined)?.reference;
  return reference === undefined ? undefined : refText(reference);
}

function readObjective(node: tree.Objective): Objective {
  const { body } = node;
  return {
    type: 'objective',
    name: textOf(node.name),
    title: titleOf(node),
    description: descriptionOf(body),
    owner: ownerOf(body),
    with: handlesOf(body, 'with'),
    kind: kindOf(body) ?? 'aspirational',
    team: textOf((first(body, 'team') as tree.Team | undefined)?.name),
    cycle: textOf((first(body, 'cycle') as tree.Cycle | undefined)?.cycle),
    due: dueOf(body),
    weight: weightOf(body),
    rhythm: rhythmOf(body),
    checkins: readCheckIns(body),
    grades: readGrades(body),
    pauses: readPauses(body),
    reflections: reflectionsOf(body),
    supports: supportsOf(body),
    needs: needsOf(body),
    continues: referenceOf(body, 'continues'),
    tags: tagsOf(body),
    links: linksOf(body),
    keyResults: all(body, 'kr').map(readKeyResult),
    line: node.line,
  };
}

function readKeyResult(node: tree.KeyResult): KeyResult {
  const { body } = node;
  return {
    type: 'kr',
    name: textOf(node.name),
    title: titleOf(node),
    description: descriptionOf(body),
    owner: ownerOf(body),
    with: handlesOf(body, 'with'),
    kind: kindOf(body),
    due: dueOf(body),
    weight: weightOf(body),
    rhythm: rhythmOf(body),
    measure: readMeasure(body),
    targets: readTargets(body),
    plan: readPlan(body),
    checkins: readCheckIns(body),
    grades: readGrades(body),
    pauses: readPauses(body),
    supports: supportsOf(body),
    needs: needsOf(body),
    continues: referenceOf(body, 'continues'),
    follows: referenceOf(body, 'follows'),
    kpi: referenceOf(body, 'kpi'),
    data: readData(body),
    tags: tagsOf(body),
    links: linksOf(body),
    line: node.line,
  };
}

/** The measure that counts: the first. */
function readMeasure(body: readonly tree.Statement[]): Measure | undefined {
  const node = first(body, 'from', 'to', 'keep', 'milestone');
  switch (node?.kind) {
    case 'from':
      return readFromTo(node);
    case 'to':
      return node.to === undefined
        ? undefined
        : { kind: 'from-to', from: 0, to: node.to.number, fromNothing: true, unit: interned(node.to.unit) };
    case 'keep': {
      const hold = readHold(node.hold);
      return hold === undefined ? undefined : { kind: 'keep', hold };
    }
    case 'milestone':
      return { kind: 'milestones', steps: all(body, 'milestone').map(readStep) };
    default:
      return undefined;
  }
}

/** `by N%` is relative to the baseline always, and any other `by` adds to it. */
function readFromTo({ from, to, by }: tree.FromTo): Measure | undefined {
  if (from === undefined || (to === undefined && by === undefined)) return undefined;
  const unit =
    from.unit !== '' ? from.unit : to !== undefined ? to.unit : by !== undefined && by.unit !== '%' ? by.unit : '';
  let target = to?.number ?? null;
  if (by?.number !== null && by?.number !== undefined && from.number !== null) {
    const sum = by.unit === '%' ? from.number + (from.number * by.number) / 100 : from.number + by.number;
    target = Number(sum.toPrecision(15));
  }
  return { kind: 'from-to', from: from.number, to: target, fromNothing: false, unit: interned(unit) };
}

function readHold(line: tree.Line | undefined): Hold | undefined {
  if (line?.value === undefined) return undefined;
  const { bound, value, upper } = line;
  const unit = interned(value.unit !== '' ? value.unit : (upper?.unit ?? ''));
  if (bound === 'between')
    return upper === undefined ? undefined : { bound, low: value.number, high: upper.number, unit };
  const isLow = bound === 'at least' || bound === 'above';
  return { bound, low: isLow ? value.number : null, high: isLow ? null : value.number, unit };
}

function readStep(node: tree.Milestone): Milestone {
  return {
    text: titleOf(node),
    due: node.due?.day,
    weight: Math.max(0, node.weight?.number ?? 1),
    done: node.done === undefined ? false : (node.doneOn?.day ?? true),
  };
}

/** A fact without a day that can be read is none. */
function datedFacts<K extends tree.StatementKind, F>(
  body: readonly tree.Statement[],
  kind: K,
  read: (node: Of<K>, day: number) => F | undefined,
): readonly F[] {
  return gather(body, kind, node => {
    const day = (node as tree.Fact).date?.day;
    const fact = day === undefined ? undefined : read(node, day);
    return fact === undefined ? [] : [fact];
  });
}

function readCheckIns(body: readonly tree.Statement[]): readonly CheckIn[] {
  return datedFacts(body, 'checkin', (node, day) => ({
    day,
    value: node.value?.number ?? undefined,
    confidence: node.confidence?.share,
    status: node.status?.status,
    by: handleOf(node.by),
    note: titleOf(node),
  }));
}
function readTargets(body: readonly tree.Statement[]): readonly TargetChange[] {
  return datedFacts(body, 'target', (node, day) =>
    node.value === undefined && node.hold === undefined
      ? undefined
      : { day, to: node.value?.number, hold: readHold(node.hold), by: handleOf(node.by), why: titleOf(node) },
  );
}
function readPlan(body: readonly tree.Statement[]): readonly Plan[] {
  return datedFacts(body, 'plan', ({ value }, day) =>
    typeof value?.number === 'number' ? { day, value: value.number } : undefined,
  );
}
function readPauses(body: readonly tree.Statement[]): readonly Pause[] {
  const read = (what: 'dropped' | 'resumed') => (node: tree.Fact, day: number) => ({
    day,
    what,
    by: handleOf(node.by),
    why: node.prose?.text ?? '',
  });
  const dropped = datedFacts(body, 'dropped', read('dropped'));
  const resumed = datedFacts(body, 'resumed', read('resumed'));
  return dropped.length + resumed.length === 0 ? none : [...dropped, ...resumed].sort((a, b) => a.day - b.day);
}
function readGrades(body: readonly tree.Statement[]): readonly Grade[] {
  return gather(body, 'grade', node =>
    node.grade === undefined
      ? []
      : [{ day: node.date?.day, grade: node.grade.share, by: handleOf(node.by), why: titleOf(node) }],
  );
}
function readReadings(body: readonly tree.Statement[]): readonly Reading[] {
  return datedFacts(body, 'reading', (node, day) =>
    typeof node.value?.number === 'number' ? { day, value: node.value.number, note: titleOf(node) } : undefined,
  );
}
function readData(body: readonly tree.Statement[]): DataSource | undefined {
  const node = first(body, 'data');
  // Half a line says something else than the whole: no number is better than a wrong one.
  if (node?.path === undefined || node.broken) return undefined;
  const aggregation = node.aggregation?.of ?? 'last';
  if (node.valueColumn === undefined && aggregation !== 'count') return undefined;
  return {
    path: node.path.text,
    column: node.valueColumn?.text,
    dateColumn: node.dateColumn?.text,
    where: node.where.map(({ name, isNot, value }) => ({ column: name.text, isNot, value: value.text })),
    decimalComma: node.decimalComma !== undefined,
    aggregation,
  };
}

/** The newest that is written says it, and a plural before a singular: what `1 book` is to the others is `books`. */
function unitOfKpi(body: readonly tree.Statement[], ...lines: readonly (Hold | undefined)[]): string {
  const readings = datedFacts(body, 'reading', ({ value }, day) =>
    value === undefined ? undefined : { day, number: value.number, unit: value.unit },
  );
  const written = [
    ...readings.toSorted((a, b) => b.day - a.day),
    ...lines.map(line => ({ number: line?.low ?? line?.high, unit: line?.unit ?? '' })),
  ].filter(({ unit }) => unit !== '');
  return (written.find(({ number }) => number !== 1) ?? written[0])?.unit ?? '';
}

function readKpi(node: tree.Kpi): Kpi {
  const { body } = node;
  const healthy = readHold((first(body, 'healthy') as tree.Health | undefined)?.hold);
  const critical = readHold((first(body, 'critical') as tree.Health | undefined)?.hold);
  return {
    type: 'kpi',
    name: textOf(node.reference?.name),
    title: titleOf(node),
    description: descriptionOf(body),
    owner: ownerOf(body),
    team: textOf((first(body, 'team') as tree.Team | undefined)?.name),
    rhythm: rhythmOf(body),
    healthy,
    critical,
    readings: readReadings(body),
    unit: unitOfKpi(body, healthy, critical),
    follows: referenceOf(body, 'follows'),
    data: readData(body),
    supports: supportsOf(body),
    tags: tagsOf(body),
    links: linksOf(body),
    line: node.line,
  };
}

function readInitiative(node: tree.Initiative): Initiative {
  const { body } = node;
  const work = first(body, 'planned', 'active', 'done', 'dropped');
  return {
    type: 'initiative',
    name: textOf(node.name),
    title: titleOf(node),
    description: descriptionOf(body),
    owner: ownerOf(body),
    due: dueOf(body),
    status: work?.kind ?? 'planned',
    statusDay: work?.date?.day,
    supports: supportsOf(body),
    needs: needsOf(body),
    tags: tagsOf(body),
    links: linksOf(body),
    line: node.line,
  };
}

function readTeam(node: tree.Team): Team | undefined {
  if (node.name === undefined) return undefined;
  const { body } = node;
  return {
    type: 'team',
    name: interned(node.name.text),
    title: titleOf(node),
    description: descriptionOf(body),
    lead: handleOf((first(body, 'lead') as tree.Owner | undefined)?.person),
    members: handlesOf(body, 'members'),
    parent: textOf((first(body, 'parent') as tree.Parent | undefined)?.name),
    rhythm: rhythmOf(body),
    line: node.line,
  };
}

function readCycleElement(node: tree.Cycle): Cycle | undefined {
  if (node.cycle === undefined) return undefined;
  const { body } = node;
  const dates = first(body, 'from');
  return {
    type: 'cycle',
    id: interned(node.cycle.text),
    title: titleOf(node),
    description: descriptionOf(body),
    period:
      dates?.first === undefined
        ? undefined
        : { first: dates.first.day, last: typeof dates.last === 'object' ? dates.last.day : undefined },
    rhythm: rhythmOf(body),
    reflections: reflectionsOf(body),
    line: node.line,
  };
}

function readPerson(node: tree.PersonElement): Person | undefined {
  if (node.person === undefined) return undefined;
  return {
    type: 'person',
    handle: interned(node.person.handle),
    title: titleOf(node),
    until: (first(node.body, 'until') as tree.Due | undefined)?.date?.day,
    line: node.line,
  };
}
