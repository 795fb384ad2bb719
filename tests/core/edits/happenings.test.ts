/**
 * What happens on the way, for each mark of each fixture in `happenings/`: its first lines say what, the golden file
 * shows the lines that are new or another, or the sentence that says why there are none.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { fromIso, toIso } from '../../../server/core/calendar/day.ts';
import type { Happening } from '../../../server/core/edits/happening.ts';
import { canHappen, happening, happeningSubject } from '../../../server/core/edits/happenings.ts';
import { Refusal } from '../../../server/core/edits/insertion.ts';
import { subjectAt } from '../../../server/core/edits/subject.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import type { Day } from '../../../server/core/model/elements.ts';
import type { Goal, ObjectiveEntry } from '../../../server/core/model/entry.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import { refOf } from '../../../server/core/model/resolve.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import type { What } from '../../../server/core/requests/happening.ts';
import { editedText } from '../../../server/core/rules/fixes.ts';
import { Standings } from '../../../server/core/standing/standings.ts';
import { anyDocument, validDocument } from '../../properties/documents.ts';
import { difference } from '../features/actions.ts';
import { eachFixture, equalsGolden, fixture } from '../features/fixture.ts';

interface Wish {
  readonly what: What;
  readonly value: string;
  readonly why: string;
  readonly by: string;
}

const today = fromIso('2026-11-21') as Day;

describe('What happens on the way', () => {
  eachFixture('../edits/happenings', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const answers = wishesIn(text).flatMap(wish => [
        `━━ ${wish.what} ${wish.value}: ${wish.why}\n`,
        ...marks.map(({ uri, position, line }) => `── ${line.trim()}\n${answer(context, uri, position.line, wish)}\n`),
      ]);
      equalsGolden(`../edits/happenings/${name}.golden.txt`, answers.join('\n'));
    });
  });

  it('is refused without a reason, before it begins, and after it ended', () => {
    const { context, goal } = running();
    const refused = (day: string, why = 'Why') =>
      happening(context, 'drop', goal, { day: fromIso(day) as Day, why, by: '' }, none);
    assert.throws(() => refused('2026-11-21', ' '), /Say why, in one sentence/);
    assert.throws(() => refused('2026-09-30'), /It begins on 1 Oct: nothing can happen to it before that day\./);
    assert.throws(() => refused('2027-01-01'), /It ended on 31 Dec: what ended stays as it was\./);
    assert.equal(refused('2026-10-01').edits.length, 1);
  });

  it('is told where it belongs: the line of the answer is the one that is new', () => {
    const { context, goal } = running();
    for (const [what, value, expected] of [
      ['drop', '', '    dropped 2026-11-21: Why'],
      ['block', '', '    checkin 2026-11-21 blocked: Why'],
      ['target', '48', '    target 2026-11-21 48 points: Why'],
      ['hand-over', '@kim', '    checkin 2026-11-21 by @maria: Handed over from @maria to @kim: Why'],
    ] as const) {
      const { edits, line } = happening(context, what, goal, { day: today, why: 'Why', by: '' }, { ...none, value });
      const [first] = edits;
      assert.equal(editedText((first as (typeof edits)[number]).place.file, edits).split('\n')[line], expected);
    }
  });

  it('says beforehand what there is to know, and refuses what it would refuse', () => {
    const { context, goal } = running();
    const { target, owner, people, title } = happeningSubject(context, 'target', goal);
    assert.deepEqual(
      { target, owner, people, title },
      { target: '50 points', owner: '@maria', people: ['@kim'], title: 'Score' },
    );
    assert.throws(() => happeningSubject(context, 'resume', goal), /It runs: there is nothing to take up again\./);
    assert.throws(() => happeningSubject(context, 'share', goal), /There is no other objective/);
  });

  it('leaves every line readable, all that was said as it was, and each day before as it stood', () => {
    fc.assert(
      fc.property(
        fc.oneof(validDocument, fc.constant(year)),
        fc.array(fc.tuple(anyWish, fc.nat(), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 6 }),
        (text, steps) => {
          let { context, file } = opened(formatDocument(new Document(text)));
          for (const [wish, pick, back] of steps) {
            const goals = goalsIn(context);
            const goal = goals[pick % goals.length];
            if (goal === undefined) return;
            const day = today - back;
            const written = orRefusal(() => write(context, goal, wish, day));
            if (written instanceof Refusal) {
              assert.match(written.message, /\.$/);
              continue;
            }
            const before = file.document.text;
            const after = editedText(file, written.edits);
            assert.ok(mistakesIn(after) <= mistakesIn(before), `${JSON.stringify(wish)}\n${after}`);
            if (new Set(before.match(/\r\n?|\n/g)).size <= 1)
              assert.equal(formatDocument(new Document(after)), after, `${JSON.stringify(wish)} is not formatted`);
            const now = opened(after);
            assert.deepEqual(standingsUntil(now.file, day - 1), standingsUntil(file, day - 1), JSON.stringify(wish));
            const speakers = new Set(saidUntil(now.context, day));
            for (const fact of saidUntil(context, day)) assert.ok(speakers.has(fact), `${fact}\n${after}`);
            ({ context, file } = now);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('can happen where it is said that it can, in whatever document', () => {
    fc.assert(
      fc.property(anyDocument, anyWish, fc.nat(), (text, wish, pick) => {
        const { context } = opened(text);
        const goals = goalsIn(context);
        const goal = goals[pick % goals.length];
        if (goal === undefined || wish.what === 'share') return;
        const can = canHappen(context, wish.what, goal, today);
        const written = orRefusal(() => write(context, goal, wish, today));
        if (!can) assert.ok(written instanceof Refusal, `${wish.what} was refused before`);
      }),
      { numRuns: 300 },
    );
  });
});

const none = { value: '', into: undefined };

/** A quarter with some of everything. */
const year = `team growth
  members @kim, @li
cycle 2026-Q4

objective love: Customers love us
  owner @maria
  checkin 2026-10-20 confidence 5/10: A slow start

  kr nps: Score
    from 32 to 50 points
    checkin 2026-10-31 36 points: New onboarding
    target 2026-11-02 52 points: More
    checkin 2026-11-14 41 points blocked: The lawyers

  kr uptime: Keep it up
    keep at least 99.9%
    owner @li
    checkin 2026-10-31 99.95%
    checkin 2026-11-14 99.7%

  kr pages: Pages are read
    to 50%
    dropped 2026-10-30: The partner withdrew
    resumed 2026-11-12: They came back

objective calm: The peak is a day like any other
  kr tickets: Fewer tickets
    from 420 to 294 tickets
    checkin 2026-11-10 400 tickets
`;

function running() {
  const { context } = opened(
    'cycle 2026-Q4\n\nobjective love: Love\n  owner @maria\n  with @kim\n  kr nps: Score\n    from 32 to 50 points\n',
  );
  return { context, goal: goalsIn(context)[1] as Goal };
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const anyWish: fc.Arbitrary<Wish> = fc
  .record({
    what: oneOf<What>('drop', 'resume', 'block', 'unblock', 'target', 'hand-over', 'share'),
    value: oneOf('48', '-3', '60%', 'at most 5', 'between 1 and 2', '1,5', ''),
    to: oneOf('@kim', 'li.wong', '@maria', '@no body', ''),
    why: fc.oneof(oneOf('Why', 'a: b # c', '> q', 'one\r\ntwo'), fc.string({ maxLength: 12 })),
    by: oneOf('', '', '@ana', '@no body'),
  })
  .map(({ to, value, ...wish }) => ({ ...wish, value: wish.what === 'hand-over' ? to : value }));

/** `# do hand-over @kim · why Li is on leave · by @maria` */
function wishesIn(text: string): Wish[] {
  return [...text.matchAll(/^# do (\S+) ?(.*)$/gm)].map(([, what, rest = '']) => {
    const [value = '', ...more] = rest.split(/ ?· /);
    const said = Object.fromEntries(
      more.map(part => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
    );
    return { what: what as What, value, why: '', by: '', ...said };
  });
}

function write(context: FeatureContext, goal: Goal, { what, value, why, by }: Wish, day: Day): Happening {
  const objectives = [...context.workspace.entries.get()].filter(
    (each): each is ObjectiveEntry => each.element.type === 'objective',
  );
  const into = objectives.find(each => refOf(each) === value) ?? objectives.at(-1);
  return happening(context, what, goal, { day, why, by }, { value, into: what === 'share' ? into : undefined });
}

function answer(context: FeatureContext, uri: string, line: number, wish: Wish): string {
  const subject = subjectAt(context.workspace, uri, line);
  assert.ok(subject?.kind === 'goal', 'there is nothing there');
  const written = orRefusal(() => write(context, subject.goal, wish, context.workspace.today.get()));
  if (written instanceof Refusal) return `refused: ${written.message}`;
  const files = new Set(written.edits.map(({ place: { file } }) => file));
  return [...files]
    .flatMap(file => {
      const own = written.edits.filter(({ place }) => place.file === file);
      return difference(file.document.text, editedText(file, own));
    })
    .join('\n');
}

function orRefusal(write: () => Happening): Happening | Refusal {
  try {
    return write();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function opened(text: string, day: Day = today) {
  const workspace = new Workspace('file:///workspace', day);
  const file = workspace.setFile('file:///workspace/main.okr', text, true);
  return { context: { workspace, standings: new Standings(workspace) }, file };
}

function goalsIn({ workspace }: FeatureContext): Goal[] {
  return [...workspace.entries.get()].flatMap((entry): Goal[] => {
    if (entry.element.type !== 'objective') return [];
    const objective = entry as ObjectiveEntry;
    return [objective, ...objective.element.keyResults.map(keyResult => ({ objective, keyResult }))];
  });
}

function mistakesIn(text: string): number {
  return new Document(text).blocks.reduce((sum, { tree }) => sum + tree.syntax.length + tree.structure.length, 0);
}

/** What every objective scored on the last days before one, from the first of its cycle on; shared ones under the same title. */
function standingsUntil({ document }: OkrFile, day: Day): string[] {
  return [day, day - 7, day - 20].flatMap(each => {
    const { context } = opened(document.text, each);
    return goalsIn(context).flatMap(goal => {
      const objective = 'keyResult' in goal ? goal.objective : goal;
      const first = context.standings.cyclePeriod(objective)?.first;
      if (first === undefined || each < first) return [];
      // What follows another is dropped there till the day on which it is shared.
      if ('keyResult' in goal && goal.keyResult.follows !== undefined) return [];
      const standing =
        'keyResult' in goal ? context.standings.keyResult(goal) : context.standings.objective(goal).objective;
      const { title } = 'keyResult' in goal ? goal.keyResult : goal.element;
      return [
        `${toIso(each)} ${title} ${standing?.score} ${standing?.expected} ${standing?.status} ${standing?.confidence}`,
      ];
    });
  });
}

/** Who said what, up to a day; what nobody owned is nobody's. */
function saidUntil(context: FeatureContext, until: Day): string[] {
  return goalsIn(context).flatMap(goal => {
    const facts = 'keyResult' in goal ? goal.keyResult : goal.element;
    const owner = facts.owner ?? ('keyResult' in goal ? goal.objective.element.owner : undefined);
    const all = [...facts.checkins, ...facts.grades, ...facts.pauses, ...('targets' in facts ? facts.targets : [])];
    return all
      .filter(({ day }) => day !== undefined && day <= until)
      .map(fact => ({ of: facts.title, ...fact, by: fact.by ?? owner }))
      .filter(({ by }) => by !== undefined)
      .map(fact => JSON.stringify(fact));
  });
}
