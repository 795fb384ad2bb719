/** Import as an editor asks for it: a source, questions, and files. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placesToTry } from '../../../client/features/import/places.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { answerImport } from '../../../server/core/import/answer-import.ts';
import { ImportProblem } from '../../../server/core/import/source.ts';
import { readText } from '../../../server/import/read-bytes.ts';

const today = fromIso('2026-11-21') ?? 0;
const read = (text: string, answers: Record<string, string> = {}, name = '') =>
  answerImport({ name, ...readText(name, text) }, answers, today, true);
const keys = (text: string, answers: Record<string, string> = {}) =>
  read(text, answers).questions.map(({ key }) => key);

describe('a source that is imported in an editor', () => {
  const csv =
    'Title,Type,Parent,Start,Target,Current,Status,Last Check-in\nLove,Objective,,,,,,\nNPS,KR,Love,32,50,36,At risk,10/11/2026\nChurn,KR,Love,5,2,3,,\n';

  it('is asked about until nothing is open, and then is as it was answered', () => {
    assert.deepEqual(keys(csv), ['cycle', 'dates', 'as-of']);
    const some = { cycle: '2026-Q4', dates: 'month-first' };
    assert.deepEqual(keys(csv, some), ['at-risk', 'as-of']);
    const all = { ...some, 'at-risk': 'off-track', 'as-of': 'today' };
    const { questions, files } = read(csv, all);
    assert.deepEqual(questions, []);
    assert.equal(files[0]?.path, '2026-Q4.okr');
    assert.match(files[0]?.text ?? '', /checkin 2026-10-11 36 off-track\n/);
    assert.match(files[0]?.text ?? '', /checkin 2026-11-21 3\n/);
  });

  it('may be left open', () => {
    const { questions, files, summary } = read(csv, {
      cycle: '',
      dates: 'day-first',
      'at-risk': 'at-risk',
      'as-of': '',
    });
    assert.deepEqual(questions, []);
    assert.match(
      files[0]?.text ?? '',
      /^objective love: Love\n[\s\S]*checkin 2026-11-10 36 at-risk\n[\s\S]*> Current value: 3\n/,
    );
    assert.match(summary, /^# Imported from the clipboard\n[\s\S]*row 4: Current value “3”/);
  });

  it('is told of without a word of the command line, whatever it leaves open', () => {
    const answers = { cycle: '', dates: 'day-first', 'as-of': '' };
    const { summary } = read(csv, answers);
    const unread = read(csv.replace('10/11', '13/13'), answers).summary;
    assert.match(summary, /No period: this, and all others without one, is in no cycle$/m);
    assert.match(summary, /Current value “3”: its day is not known, and it is kept as words$/m);
    assert.match(summary, /Status “At risk”: the worst of three in some tools .+ kept in the note$/m);
    assert.match(unread, /“13\/13\/2026”: no date that can be read$/m);
    assert.doesNotMatch(summary + unread, /--\w/);
  });

  it('offers cycles around today', () => {
    const [question] = read('Objective 1: Love\nKR 1.1: NPS').questions;
    assert.deepEqual(
      question?.choices.map(({ value }) => value),
      ['2026-Q4', '2027-Q1', '2026-H2', '2026', ''],
    );
  });

  it('is asked which column holds the titles, once', () => {
    const table = 'What,Who\nLove,Ana Silva\n';
    const [question] = read(table, {}, 'a.csv').questions;
    assert.deepEqual([question?.key, question?.choices.map(({ label }) => label)], ['title', ['What', 'Who']]);
    assert.match(read(table, { title: 'What' }, 'a.csv').files[0]?.text ?? '', /objective love: Love/);
    assert.throws(() => read(table, { title: 'Nothing' }, 'a.csv'), ImportProblem);
  });

  it('may be a table in Markdown, or an export of ours', () => {
    const wiki = '## Objective: Love\n\n| KR | Title | Target |\n|---|:-:|--:|\n| 1 | NPS | 50 points |\n';
    assert.match(
      read(wiki, {}, 'a.md').files[0]?.text ?? '',
      /objective love: Love\n\n {2}kr nps: NPS\n {4}from \? to 50 points\n/,
    );
    const ours = {
      format: 'okr-export',
      version: 1,
      files: [{ path: 'a/b.okr', blocks: [{ text: 'team a' }, { text: '\n' }] }],
    };
    assert.deepEqual(read(JSON.stringify(ours)), {
      questions: [],
      files: [{ path: 'a/b.okr', text: 'team a\n' }],
      summary: '',
    });
  });

  it('says what is wrong with it', () => {
    assert.throws(() => read('{', {}, 'a.json'), /`a\.json` is no JSON/);
    assert.throws(() => read('a: 1', {}, 'a.yaml'), /No objective is found in it/);
  });

  it('goes to the folder itself, else to one of its own', () => {
    assert.deepEqual([...placesToTry()].slice(0, 3), ['', 'imported', 'imported-2']);
  });
});
