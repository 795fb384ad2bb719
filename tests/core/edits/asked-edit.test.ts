/**
 * What is written where somebody ticks a milestone (`tick/`), says how sure they are or how it stands (`say/`), or wants
 * an objective for a KPI (`objective/`): the golden file shows what became of the line at each mark, or the sentence that
 * says why nothing did.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { SaidStatus } from '../../../grammar/tree.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { askedEdit } from '../../../server/core/edits/asked-edit.ts';
import { type LineEdit, Refusal } from '../../../server/core/edits/insertion.ts';
import { subjectAt } from '../../../server/core/edits/subject.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import type { KeyResult, Milestone } from '../../../server/core/model/elements.ts';
import { isKeyResult } from '../../../server/core/model/entry.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import type { ObjectiveParams, SayParams, TickParams, WriteParams } from '../../../server/core/requests/check-in.ts';
import { Standings } from '../../../server/core/standing/standings.ts';
import { validDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from '../features/fixture.ts';

const today = fromIso('2026-11-21') as number;

describe('A milestone', () => {
  eachFixture('../edits/tick', (name, text) => {
    it(`is ticked, and no longer: ${name}`, () =>
      equalsGolden(`../edits/tick/${name}.golden.txt`, answers(text, ticked)));
  });

  it('is done today, or not done, and nothing else is different', () => {
    fc.assert(
      fc.property(fc.array(anyMilestone, { minLength: 1, maxLength: 4 }), fc.nat(3), (milestones, nth) => {
        const text = `objective love\n\tkr shop\n${milestones.map(each => `\t\t${each}\n`).join('')}`;
        const { context, uri, lines, keyResult } = anyKeyResult(text, 1);
        const steps = stepsOf(keyResult());
        const step = nth % steps.length;
        const before = steps[step]!;
        const done = !(typeof before.done === 'number' ? before.done <= today : before.done);
        const known = lines();
        const edit = askedEdit(context, { what: 'tick', uri, line: 1, step, text: before.text, done });
        context.workspace.editFile(uri, edit.range, edit.text);
        assert.deepEqual(stepsOf(keyResult()), steps.with(step, { ...before, done: done ? today : false }));
        assert.deepEqual(lines().toSpliced(edit.line, 1), known.toSpliced(edit.line, 1));
        assert.deepEqual(
          context.workspace.file(uri)?.document.blocks.flatMap(({ tree }) => tree.syntax),
          [],
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('How sure somebody is, and how it stands,', () => {
  eachFixture('../edits/say', (name, text) => {
    it(`is said: ${name}`, () => equalsGolden(`../edits/say/${name}.golden.txt`, answers(text, said)));
  });

  it('goes into one check-in of today, in which everything else stays', () => {
    fc.assert(
      fc.property(validDocument, fc.nat(), anySaid, (text, line, { confidence, status, by }) => {
        const { context, uri, lines, keyResult } = anyKeyResult(text, line);
        const before = keyResult();
        if (before === undefined) return;
        const known = lines();
        const { title } = before;
        const asked = { what: 'say', uri, line: keyResult.line, title, confidence, status, by } as const;
        const edit = orRefusal(context, asked);
        if (edit instanceof Refusal) return assert.match(edit.message, /\.$/);
        context.workspace.editFile(uri, edit.range, edit.text);
        const now = keyResult()!;
        const added = now.checkins.length - before.checkins.length;
        assert.ok(added === 0 || added === 1);
        assert.deepEqual(lines().toSpliced(edit.line, 1), added === 1 ? known : known.toSpliced(edit.line, 1));
        const different = now.checkins.filter(each => !before.checkins.some(other => isSame(each, other)));
        for (const each of different) {
          assert.equal(each.day, today);
          if (confidence !== '') assert.equal(each.confidence, 0.7);
          if (status !== null) assert.equal(each.status, status);
        }
        if (added === 0 && different[0] !== undefined) {
          const was = before.checkins[now.checkins.indexOf(different[0])]!;
          const [changed] = different;
          assert.deepEqual({ ...changed, confidence: 0, status: 0 }, { ...was, confidence: 0, status: 0 });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('An objective for an unhealthy KPI', () => {
  eachFixture('../edits/objective', (name, text) => {
    it(`is written below it: ${name}`, () =>
      equalsGolden(`../edits/objective/${name}.golden.txt`, answers(text, wanted)));
  });

  it('is an objective that works on it, and nothing else is different', () => {
    fc.assert(
      fc.property(validDocument, fc.nat(), (text, line) => {
        const { context, uri, lines } = anyKeyResult(text, line);
        const at = line % lines().length;
        const subject = subjectAt(context.workspace, uri, at);
        if (subject?.kind !== 'kpi') return;
        const { title } = subject.kpi.element;
        const known = lines();
        const edit = orRefusal(context, { what: 'objective', uri, line: at, title });
        if (edit instanceof Refusal) return assert.match(edit.message, /\.$/);
        const count = edit.text.split(/\r\n?|\n/).length - 1;
        context.workspace.editFile(uri, edit.range, edit.text);
        assert.deepEqual(lines().toSpliced(edit.range.start.line + 1, count), known);
        const again = orRefusal(context, { what: 'objective', uri, line: at, title });
        assert.match((again as Refusal).message, /works on this KPI already/, text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('What is asked for', () => {
  const text = 'objective love: Love\n  kr nps: Promoters\n    from 1 to 5\n  kr shop: Shop\n    milestone: Open\n';
  const uri = 'file:///workspace/main.okr';
  const [nps, shop] = [1, 3];
  const saying: SayParams = {
    what: 'say',
    uri,
    line: nps,
    title: 'Promoters',
    confidence: '7/10',
    status: null,
    by: '',
  };
  const ticking: TickParams = { what: 'tick', uri, line: shop, step: 0, text: 'Open', done: true };
  const checkingIn = {
    uri,
    line: nps,
    title: 'Promoters',
    date: null,
    value: '3',
    confidence: '',
    status: null,
    by: '',
  };

  it('is written where the element still is', () => {
    const { context } = workspaceOf(text);
    const written = [saying, ticking, { ...checkingIn, note: 'Well' }].map(each => askedEdit(context, each).text);
    assert.deepEqual(written, [
      '    checkin 2026-11-21 confidence 7/10\n',
      ' done 2026-11-21',
      '    checkin 2026-11-21 3: Well\n',
    ]);
  });

  const moved: readonly [string, WriteParams, RegExp][] = [
    ['is another key result', { ...saying, title: 'Refunds' }, /^Something else stands at this place by now/],
    ['is another key result to check in on', { ...checkingIn, title: 'Refunds', note: '' }, /^Something else stands/],
    ['is another milestone', { ...ticking, text: 'Closed' }, /^This milestone is no longer where it was/],
    ['is no such milestone', { ...ticking, step: 1 }, /^This milestone is no longer where it was/],
    ['are no milestones', { ...ticking, line: nps }, /^This milestone is no longer where it was/],
    ['is no key result', { ...ticking, line: 0 }, /^There is no key result at this place any more/],
    ['is nothing to do', { ...ticking, done: false }, /^This milestone is open already\.$/],
    ['is no KPI', { what: 'objective', uri, line: nps, title: 'Promoters' }, /^There is no KPI at this place/],
    ['is nothing to say', { ...saying, confidence: '' }, /^There is nothing to write/],
    ['is no such file', { ...saying, uri: 'file:///workspace/other.okr' }, /^There is no objective/],
  ];
  for (const [what, params, message] of moved)
    it(`is refused where there ${what}`, () => {
      const { context } = workspaceOf(text);
      assert.throws(() => askedEdit(context, params), { name: 'Refusal', message });
    });
});

const anyMilestone = fc
  .tuple(
    fc.shuffledSubarray(['due 2026-11-30', 'weight 2', 'done', 'done 2026-11-02', 'done 2026-12-24']),
    fc.constantFrom(' ', '  '),
    fc.constantFrom(': Open', ' : Open: to all # 1', ': Open   # soon'),
  )
  .map(([words, blank, prose]) => {
    const isFirst = (word: string, index: number) =>
      words.findIndex(each => each.startsWith(word.slice(0, 4))) === index;
    return ['milestone', ...words.filter(isFirst)].join(blank) + prose;
  });

const anySaid = fc.record({
  confidence: fc.constantFrom('', '7/10', '70 %'),
  status: fc.constantFrom<SaidStatus | null>(null, 'on-track', 'blocked'),
  by: fc.constantFrom('', '@ana', 'li'),
});

/** Both ways round at each mark: what is open is ticked, and what is done is no longer. */
function ticked(context: FeatureContext, { uri, position }: Marked): TickParams | undefined {
  const keyResult = keyResultAt(context, uri, position.line);
  if (keyResult?.measure?.kind !== 'milestones')
    return keyResult && { what: 'tick', uri, line: position.line, step: 0, text: '', done: true };
  const all = context.workspace.file(uri)?.document.text.split('\n') ?? [];
  const above = all.slice(0, position.line);
  const first = above.findLastIndex(each => /^ {2}kr /i.test(each));
  const step = above.slice(first).filter(each => each.trim().startsWith('milestone')).length;
  const { text, done } = keyResult.measure.steps[step]!;
  const isDone = typeof done === 'number' ? done <= today : done;
  return { what: 'tick', uri, line: position.line, step, text, done: !isDone };
}

function wanted({ workspace }: FeatureContext, { uri, position: { line } }: Marked): ObjectiveParams | undefined {
  const subject = subjectAt(workspace, uri, line);
  if (subject === undefined) return undefined;
  const { title } =
    subject.kind === 'kpi'
      ? subject.kpi.element
      : isKeyResult(subject.goal)
        ? subject.goal.keyResult
        : subject.goal.element;
  return { what: 'objective', uri, line, title };
}

/** `# say confidence 8/10 · status at-risk · by @bea` */
function said(context: FeatureContext, { uri, position }: Marked, text: string): SayParams | undefined {
  const [, first = ''] = /^# say (.*)/.exec(text) ?? [];
  const parts = first.split(' · ').map(part => part.split(' ') as [string, string]);
  const keyResult = keyResultAt(context, uri, position.line);
  const { title } = keyResult ?? {};
  const nothing = { what: 'say', confidence: '', status: null, by: '' } as const;
  return title === undefined
    ? undefined
    : { ...nothing, uri, line: position.line, title, ...Object.fromEntries(parts) };
}

function answers(
  text: string,
  ask: (context: FeatureContext, mark: Marked, text: string) => WriteParams | undefined,
): string {
  const { marks } = fixture(text);
  const told = marks.map((mark, index) => {
    const { context } = fixture(text);
    const lines = () => context.workspace.file(mark.uri)?.document.text.split('\n') ?? [];
    const params = ask(context, marks[index]!, text);
    const edit = params === undefined ? undefined : orRefusal(context, params);
    if (edit === undefined || edit instanceof Refusal)
      return `── ${mark.line.trim()}\n${edit === undefined ? 'no key result' : `refused: ${edit.message}`}\n`;
    context.workspace.editFile(mark.uri, edit.range, edit.text);
    const count = Math.max(1, edit.text.trim().split('\n').length);
    const written = lines().slice(edit.line, edit.line + count);
    return `── ${mark.line.trim()}\n${written.join('\n')}\n`;
  });
  return told.join('\n');
}

function orRefusal(context: FeatureContext, params: WriteParams): LineEdit | Refusal {
  try {
    return askedEdit(context, params);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function keyResultAt({ workspace }: FeatureContext, uri: string, line: number): KeyResult | undefined {
  const subject = subjectAt(workspace, uri, line);
  return subject?.kind === 'goal' && isKeyResult(subject.goal) ? subject.goal.keyResult : undefined;
}

function stepsOf(keyResult: KeyResult | undefined): readonly Milestone[] {
  assert.ok(keyResult?.measure?.kind === 'milestones');
  return keyResult.measure.steps;
}

function anyKeyResult(text: string, line: number) {
  const { context, uri } = workspaceOf(text);
  const lines = () => context.workspace.file(uri)?.document.text.split(/\r\n?|\n/) ?? [];
  const at = line % lines().length;
  const keyResult = Object.assign(() => keyResultAt(context, uri, at), { line: at });
  return { context, uri, lines, keyResult };
}

function workspaceOf(text: string) {
  const workspace = new Workspace('file:///workspace', today);
  const { uri } = workspace.setFile('file:///workspace/main.okr', text, true);
  return { context: { workspace, standings: new Standings(workspace) }, uri };
}

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
