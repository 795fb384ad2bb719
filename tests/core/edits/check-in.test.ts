/**
 * What a check-in writes, for each mark of each fixture in `check-in/`: its first line says what is said, the golden file
 * shows the new line among its neighbours, or the sentence that says why there is none.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import type { SaidStatus } from '../../../grammar/tree.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { addReading, checkIn, type Said } from '../../../server/core/edits/check-in.ts';
import { type Insertion, Refusal } from '../../../server/core/edits/insertion.ts';
import { subjectAt } from '../../../server/core/edits/subject.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import type { CheckIn, Reading } from '../../../server/core/model/elements.ts';
import { isKeyResult } from '../../../server/core/model/entry.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { Standings } from '../../../server/core/standing/standings.ts';
import { anyDocument, validDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture } from '../features/fixture.ts';

const today = fromIso('2026-11-21') as number;
const nothing: Said = { day: today, value: '', confidence: '', status: undefined, by: '', note: '' };

describe('A check-in', () => {
  eachFixture('../edits/check-in', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const said = saidIn(text);
      const answers = marks.map(
        ({ uri, position, line }) => `── ${line.trim()}\n${answer(context, uri, position.line, said)}\n`,
      );
      equalsGolden(`../edits/check-in/${name}.golden.txt`, answers.join('\n'));
    });
  });

  it('is written with the line break of the file, and at the end of one that has none', () => {
    for (const text of ['objective a\r\n  kr b\r\n    to 5 points', 'objective a\r  kr b\r    to 5 points\r']) {
      const lineBreak = text.includes('\n') ? '\r\n' : '\r';
      const { context, file } = workspaceOf(text);
      apply(file.uri, context, write(context, file.uri, 1, { ...nothing, value: '3' }));
      const lines = file.document.text.split(lineBreak);
      assert.equal(lines[3], '    checkin 2026-11-21 3 points');
    }
  });

  it('keeps nothing of a note that a terminal would take for a command', () => {
    const { context, file } = workspaceOf('objective a\n  kr b\n    to 5 points\n');
    const note = 'Cards\u001b[31m\u0007 work\r\n\tand\u009b more';
    apply(file.uri, context, write(context, file.uri, 1, { ...nothing, value: '3', note }));
    assert.match(file.document.text, /3 points: Cards\[31m work and more\n/);
  });

  it('makes one line of a note, whatever breaks its lines', () => {
    for (const lineBreak of ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\n\n  ']) {
      const { context, file } = workspaceOf('objective a\n  kr b\n    to 5 points\n');
      const note = `One${lineBreak}two`;
      apply(file.uri, context, write(context, file.uri, 1, { ...nothing, value: '3', note }));
      assert.match(file.document.text, /3 points: One two\n/, JSON.stringify(lineBreak));
    }
  });

  it('is as sure as can be at most', () => {
    const { context, file } = workspaceOf('objective a\n  kr b\n    to 5 points\n');
    const sure = (confidence: string) => write(context, file.uri, 1, { ...nothing, value: '3', confidence });
    assert.throws(() => sure('140%'), /Nobody is surer than `100%`, which is `10\/10`\.$/);
    assert.match(sure('100%').text, /confidence 100%/);
  });

  it('is read back exactly, and changes no other line, wherever it is written', () => {
    fc.assert(
      fc.property(validDocument, anySaid, fc.nat(), (text, said, line) => {
        const { context, file } = workspaceOf(text);
        const before = linesOf(file.document.text);
        const subject = subjectAt(context.workspace, file.uri, line % file.document.lineCount);
        if (subject === undefined) return;
        const facts = () => factsAt(context, file.uri, subject.line);
        const known = [...facts()];
        const insertion = orRefusal(() => write(context, file.uri, subject.line, said));
        if (insertion instanceof Refusal) {
          assert.match(insertion.message, /\.$/);
          return;
        }
        apply(file.uri, context, insertion);
        const now = linesOf(file.document.text);
        assert.deepEqual(now.toSpliced(insertion.line, 1), before);
        const added = [...facts()].filter(fact => !known.some(other => isSame(fact, other)));
        assert.equal(facts().length, known.length + 1);
        for (const fact of added) {
          assert.equal(fact.day, said.day);
          assert.equal(fact.note, said.note.trim().replace(/\s*[\r\n]+\s*/g, ' '));
          assert.equal(fact.value === undefined, said.value === '');
          if (!('status' in fact)) continue;
          assert.equal(fact.status, said.status);
          assert.equal(fact.confidence, said.confidence === '' ? undefined : 0.7);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a formatted text formatted', () => {
    fc.assert(
      fc.property(validDocument, anySaid, fc.nat(), (text, said, line) => {
        const { context, file } = workspaceOf(formatDocument(new Document(text)));
        const subject = subjectAt(context.workspace, file.uri, line % file.document.lineCount);
        if (subject === undefined) return;
        const insertion = orRefusal(() => write(context, file.uri, subject.line, said));
        if (insertion instanceof Refusal) return;
        apply(file.uri, context, insertion);
        assert.equal(file.document.text, formatDocument(new Document(file.document.text)));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused in a sentence, or written in one line, in whatever document', () => {
    fc.assert(
      fc.property(anyDocument, anySaid, fc.nat(), (text, said, line) => {
        const { context, file } = workspaceOf(text);
        const at = line % file.document.lineCount;
        if (subjectAt(context.workspace, file.uri, at) === undefined) return;
        const before = linesOf(file.document.text);
        const insertion = orRefusal(() => write(context, file.uri, at, said));
        if (insertion instanceof Refusal) return;
        apply(file.uri, context, insertion);
        assert.deepEqual(linesOf(file.document.text).toSpliced(insertion.line, 1), before);
      }),
      { numRuns: 300 },
    );
  });
});

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const anySaid: fc.Arbitrary<Said> = fc.record({
  day: fc.integer({ min: today - 90, max: today + 30 }),
  value: oneOf(
    '',
    '3',
    '-4.5',
    '1,200',
    '40k',
    '$1.2M',
    '82 %',
    '5 points',
    '1,5',
    '?',
    'much',
    '7/10',
    '3 blocked',
    '3: a',
  ),
  confidence: oneOf('', '', '7/10', '70 %', '0.7', '7', 'high'),
  status: oneOf<SaidStatus | undefined>(undefined, 'on-track', 'at-risk', 'off-track', 'blocked'),
  by: oneOf('', '', '@ana', 'li.wong', '@no body'),
  note: fc.oneof(oneOf('', 'Well', 'a: b # c', '> q', 'one\r\ntwo'), fc.string({ maxLength: 12 })),
});

/** `# say value 47 · by @bea · …` */
function saidIn(text: string): Said {
  const [, first = ''] = /^# say (.*)/.exec(text) ?? [];
  const parts = first.split(' · ').map((part): [string, string] => {
    const at = part.indexOf(' ');
    return [part.slice(0, at), part.slice(at + 1)];
  });
  return { ...nothing, ...Object.fromEntries(parts) };
}

function write(context: FeatureContext, uri: string, line: number, said: Said): Insertion {
  const subject = subjectAt(context.workspace, uri, line);
  assert.ok(subject, 'there is nothing to check in on');
  return subject.kind === 'kpi' ? addReading(context, subject.kpi, said) : checkIn(subject.goal, said);
}

function orRefusal(write: () => Insertion): Insertion | Refusal {
  try {
    return write();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function answer(context: FeatureContext, uri: string, line: number, said: Said): string {
  if (subjectAt(context.workspace, uri, line) === undefined) return 'nothing to check in on';
  const insertion = orRefusal(() => write(context, uri, line, said));
  if (insertion instanceof Refusal) return `refused: ${insertion.message}`;
  const document = context.workspace.file(uri)?.document;
  const lines = linesOf(document?.text ?? '');
  const at = insertion.line;
  const shown = (from: number, to: number) => lines.slice(Math.max(0, from), to).map(each => `  ${each}`);
  return [...shown(at - 2, at), `+ ${insertion.text.replace(/^[\r\n]+|[\r\n]+$/g, '')}`, ...shown(at, at + 2)]
    .map(each => each.trimEnd())
    .join('\n');
}

function workspaceOf(text: string) {
  const workspace = new Workspace('file:///workspace', today);
  const file = workspace.setFile('file:///workspace/main.okr', text, true);
  return { context: { workspace, standings: new Standings(workspace) }, file };
}

function apply(uri: string, { workspace }: FeatureContext, { range, text }: Insertion): void {
  workspace.editFile(uri, range, text);
}

const linesOf = (text: string) => text.split(/\r\n?|\n/);

function factsAt({ workspace }: FeatureContext, uri: string, line: number): readonly (CheckIn | Reading)[] {
  const subject = subjectAt(workspace, uri, line);
  if (subject === undefined) return [];
  if (subject.kind === 'kpi') return subject.kpi.element.readings;
  return isKeyResult(subject.goal) ? subject.goal.keyResult.checkins : subject.goal.element.checkins;
}

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
