/** Two key results that are one: whoever moves the number, both take the credit. */
import type { FromToMeasure, KeyResult, Measure } from '../../model/elements.ts';
import type { KeyResultEntry, ObjectiveEntry } from '../../model/entry.ts';
import type { OkrFile } from '../../model/file.ts';
import { ownerOf } from '../../model/names.ts';
import { cycleOf, resolveKpi } from '../../model/resolve.ts';
import { kpiSubject, type Mention, subjectsOf } from '../../model/subjects.ts';
import { teamInfo } from '../../model/teams.ts';
import { droppedOn } from '../../scores/pauses.ts';
import { formatValue, isCurrency } from '../../scores/value-text.ts';
import { isOpen, openByCycle } from '../by-cycle.ts';
import { openObjective } from '../method.ts';
import { type Ground, headingSpan, keyResultNode, placeOfKeyResult, type Remark, type Rule } from '../rule.ts';
import { inQuotes } from '../titles.ts';

/** What one file says again, of what stands in it or elsewhere before. */
interface Repetition {
  readonly first: Mention;
  /** In reading order, at least one. */
  readonly again: readonly Mention[];
}
type Repetitions = ReadonlyMap<OkrFile, readonly Repetition[]>;
const nothing: Repetitions = new Map();

/** What is written so often is a phrase: only within a team does it mean the same. */
const PHRASE = 50;
/** So many objectives are compared anew for each of them. */
const FEW = 8;

export const krDuplicate: Rule = {
  id: 'kr-duplicate',
  severity: 'warning',
  summary: 'A key result that is there already',
  why: 'Two copies of one number drift apart, and both are checked in. A shared key result is written once, and followed.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    objective help: Help comes before you ask twice
      kr score: Lift the Net Promoter Score
        from 32 to 50 points
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    objective help: Help comes before you ask twice
      kr score
        follows love.nps
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  today: '2026-10-02',
  comparesWithOthers: true,
  checkEntry(entry, ground, say) {
    const objective = openObjective(entry, ground)?.entry;
    if (objective === undefined) return;
    const inFile = (repetitions: Repetitions) =>
      (repetitions.get(entry.file) ?? []).filter(({ again: [first] }) => first?.objective === objective);
    for (const subject of new Set(objective.keyResultTitles.flatMap((_, i) => subjectsOf(objective, i)))) {
      const remark = subject.startsWith(kpiSubject) ? sameWay : sameTitle;
      for (const repetition of inFile(repetitionsOf(subject, ground))) say(remark(repetition, ground));
    }
    for (const repetition of inFile(sameNumbersOf(objective, ground))) say(sameWay(repetition));
  },
};

/** Worked out once for all files. Across teams only the same numbers are the same. */
function repetitionsOf(subject: string, ground: Ground): Repetitions {
  const { workspace } = ground;
  return ground.shared(
    `${krDuplicate.id} ${subject}`,
    () => {
      const mentions = workspace.subjects.of(subject).filter(mention => counts(mention, ground));
      if (mentions.length < 2) return nothing;
      const isPhrase = mentions.length > PHRASE;
      if (subject.startsWith(kpiSubject))
        return isPhrase ? nothing : repetitionsIn(otherwiseCalled(mentions, wayOfKpi(ground)), ground);
      const inTeams = alike(mentions, ({ objective }) => ownerOf(objective));
      return repetitionsIn(isPhrase ? inTeams : [...inTeams, ...alike(mentions, wayOf)], ground);
    },
    isSame,
  );
}

/** Of one team, or of one file without a team: the same two numbers under titles that say something else. */
function sameNumbersOf(objective: ObjectiveEntry, ground: Ground): Repetitions {
  const { workspace, shared } = ground;
  const owner = ownerOf(objective);
  const cycle = cycleOf(workspace, objective)?.key ?? '';
  const openIn = () => openByCycle(owner, workspace);
  if (workspace.objectivesOf(owner).length <= FEW) return sameNumbersAmong(openIn().get(cycle) ?? [], ground);
  // Who has how many at once can be told at a glance.
  const open = () => shared(`open of ${owner}`, openIn).get(cycle) ?? [];
  if (open().length > PHRASE) return nothing;
  return shared(`${krDuplicate.id} ${cycle} ${owner}`, () => sameNumbersAmong(open(), ground), isSame);
}

function sameNumbersAmong(objectives: readonly ObjectiveEntry[], ground: Ground): Repetitions {
  const telling = objectives.flatMap(objective =>
    objective.element.keyResults.flatMap(({ measure }, index) => (isTelling(measure) ? [{ objective, index }] : [])),
  );
  const open = telling.filter(mention => counts(mention, ground));
  return repetitionsIn(otherwiseCalled(open, wayOf), ground);
}

/** Groups that have something in common beside what their titles say: whose titles say the same was found by that. */
function otherwiseCalled(mentions: readonly Mention[], trait: (mention: Mention) => string | undefined): Mention[][] {
  return alike(mentions, trait).map(([first, ...more]) => [
    first as Mention,
    ...more.filter(each => subjectOf(each) !== subjectOf(first as Mention)),
  ]);
}

/** Groups of several that have something in common, each in the order in which they are given. */
function alike(mentions: readonly Mention[], trait: (mention: Mention) => string | undefined): Mention[][] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = trait(mention);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** What of these groups says in one cycle what one before it says. */
function repetitionsIn(groups: readonly (readonly Mention[])[], ground: Ground): Repetitions {
  const said = new Map<Mention, Mention>();
  for (const group of groups) {
    for (const [first, ...again] of alike(group, ({ objective }) => cycleKey(objective, ground)))
      for (const mention of again) if (!said.has(mention)) said.set(mention, first as Mention);
  }
  if (said.size === 0) return nothing;
  const byFile = new Map<OkrFile, Map<Mention, Mention[]>>();
  for (const [mention, first] of said) {
    const { file } = mention.objective;
    const here = byFile.get(file) ?? new Map<Mention, Mention[]>();
    byFile.set(file, here);
    here.set(first, [...(here.get(first) ?? []), mention]);
  }
  return new Map([...byFile].map(([file, here]) => [file, [...here].map(([first, again]) => ({ first, again }))]));
}

function cycleKey(objective: ObjectiveEntry, { workspace }: Ground): string {
  return cycleOf(workspace, objective)?.key ?? objective.cycle ?? objective.file.uri;
}

/** Whether it says something of its own in a cycle that is not over. Told at a glance. */
function counts({ objective, index }: Mention, { workspace }: Ground): boolean {
  const { appearance, team, cycle } = objective;
  const { follows, pauses = [] } = appearance.keyResults[index] ?? {};
  if (team === null || cycle === null || follows !== undefined) return false;
  return isOpen(objective, workspace) && droppedOn(pauses, workspace.today.get()) === undefined;
}

function sameTitle({ first, again }: Repetition, ground: Ground): Remark {
  const own = again[0] as Mention;
  const title = inQuotes(keyResultOf(first).keyResult.title);
  const inOne = first.objective === own.objective;
  const whose = inOne ? title : `${title} of ${nameOf(first.objective, own.objective, ground)}`;
  const more = again.length - 1;
  const others = more === 0 ? '' : more === 1 ? ', and so is one more below' : `, and so are ${more} more below`;
  const say = more === 0 ? 'say in the title what is different' : 'say in the titles what is different';
  const once = more === 0 ? 'write it once and let the other follow it' : 'write it once and let the others follow it';
  return {
    ...placed(first, again),
    message: inOne
      ? `This is ${whose} again${others}: keep one of ${more === 0 ? 'the two' : 'them'}, or ${say}`
      : `This is ${whose} again${others}: ${once} (\`follows …\`), or ${say}`,
  };
}

function sameWay({ first, again }: Repetition): Remark {
  const { title, measure } = keyResultOf(first).keyResult;
  const { from, to, unit } = measure as FromToMeasure;
  const way = `from ${formatValue(from, isCurrency(unit) ? unit : '')} to ${formatValue(to, unit)}`;
  return {
    ...placed(first, again),
    message: `${inQuotes(title)} goes ${way} as well: if that is the same number, write it once and let the other follow it (\`follows …\`)`,
  };
}

function placed(first: Mention, again: readonly Mention[]): Omit<Remark, 'message'> {
  const [own, ...others] = again as [Mention, ...Mention[]];
  const { objective, keyResult } = keyResultOf(own);
  return {
    block: objective.block,
    span: headingSpan(keyResultNode(objective, keyResult)),
    related: [
      { place: placeOfKeyResult(keyResultOf(first)), message: 'The first of them' },
      ...others.slice(0, 2).map(each => ({ place: placeOfKeyResult(keyResultOf(each)), message: 'Another one' })),
    ],
  };
}

/** How far it goes, where numbers say so. */
function wayOf(mention: Mention): string | undefined {
  const { measure } = keyResultOf(mention).keyResult;
  if (measure?.kind !== 'from-to' || measure.fromNothing || measure.from === null || measure.to === null)
    return undefined;
  return `${measure.from} to ${measure.to} ${measure.unit}`;
}

/** The same of a KPI, whose name alone may be another's. */
function wayOfKpi({ workspace }: Ground): (mention: Mention) => string | undefined {
  return mention => {
    const { objective, keyResult } = keyResultOf(mention);
    const kpi = keyResult.kpi && resolveKpi(workspace, keyResult.kpi, objective);
    const way = wayOf(mention);
    return kpi === undefined || way === undefined ? undefined : `${way} of ${ownerOf(kpi)}`;
  };
}

/** What its title is about. */
function subjectOf({ objective, index }: Mention): string | undefined {
  return subjectsOf(objective, index).find(subject => !subject.startsWith(kpiSubject));
}

/** Whether nobody comes upon these two numbers twice by chance: `from 420 to 294 tickets`, but not `from 10 to 20`. */
function isTelling(measure: Measure | undefined): boolean {
  if (measure?.kind !== 'from-to' || measure.fromNothing || measure.unit === '' || measure.unit === '%') return false;
  const { from, to } = measure;
  return from !== null && to !== null && from * to !== 0 && figures(from) + figures(to) >= TELLING;
}

/** Two numbers of so many figures together are told apart. */
const TELLING = 5;

/** How many figures of a number are more than its size: two of 4200, and of 0.42. Not of 0. */
function figures(value: number): number {
  if (!Number.isInteger(value)) return String(Math.abs(value)).replace('.', '').replace(/^0+/, '').length;
  let figure = Math.abs(value);
  while (figure % 10 === 0) figure /= 10;
  return Math.floor(Math.log10(figure)) + 1;
}

function keyResultOf({ objective, index }: Mention): KeyResultEntry {
  return { objective, keyResult: objective.element.keyResults[index] as KeyResult };
}

function nameOf(objective: ObjectiveEntry, from: ObjectiveEntry, { workspace }: Ground): string {
  if (typeof objective.team === 'string' && objective.team !== from.team)
    return teamInfo(workspace, objective.team).title;
  return inQuotes(objective.element.title);
}

function isSame(a: unknown, b: unknown): boolean {
  const [one, two] = [a as Repetitions, b as Repetitions];
  return (
    one.size === two.size &&
    [...one].every(([file, repetitions]) => {
      const others = two.get(file);
      return (
        others?.length === repetitions.length &&
        repetitions.every(({ first, again }, i) => {
          const other = others[i] as Repetition;
          const [all, otherAll] = [
            [first, ...again],
            [other.first, ...other.again],
          ];
          return all.length === otherAll.length && all.every((each, j) => isOne(each, otherAll[j] as Mention));
        })
      );
    })
  );
}

function isOne(a: Mention, b: Mention): boolean {
  return a.objective === b.objective && a.index === b.index;
}
