import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { errorText } from '../../client/error-text.ts';
import { statusTexts } from '../../client/features/status/status-texts.ts';
import { isRefusal, Refusal } from '../../client/refusal.ts';

describe('an error as a sentence', () => {
  const named = (name: string) => Object.assign(new Error('Canceled'), { name });
  const coded = (code: number) => Object.assign(new Error('gone'), { code });
  const cases: [string, unknown, string | undefined][] = [
    ['an error', new Error(' no such cycle '), 'no such cycle'],
    [
      'an error from the other process',
      new Error('Request okr/report failed with message: no such cycle'),
      'no such cycle',
    ],
    ['names in it', new Error('This is in `%`, not in `points`.'), 'This is in “%”, not in “points”.'],
    ['an error without words', new TypeError(), 'TypeError'],
    ['a thrown text', 'no such cycle', 'no such cycle'],
    ['anything else', { status: 1 }, 'Unknown error'],
    ['a cancellation of the editor', named('Canceled'), undefined],
    ['a request that is no longer wanted', coded(-32800), undefined],
    ['content that has changed meanwhile', coded(-32801), undefined],
    ['a request that the server gave up', coded(-32802), undefined],
    ['a true error of the server', coded(-32603), 'gone'],
  ];
  for (const [name, error, text] of cases) it(name, () => assert.equal(errorText(error), text));
});

describe('a refusal', () => {
  it('is what a command or the server says of where somebody stands', () => {
    assert.equal(isRefusal(new Refusal('Put the cursor into an objective first.')), true);
    assert.equal(isRefusal(Object.assign(new Error('No objective'), { code: -32803 })), true);
  });
  it('is no failure', () => {
    assert.equal(isRefusal(new Error('no such cycle')), false);
    assert.equal(isRefusal(Object.assign(new Error('no such cycle'), { code: -32603 })), false);
  });
});

describe('the status item', () => {
  it('is busy while it starts, and says when that was not asked for', () => {
    const first = statusTexts({ kind: 'starting', again: false });
    assert.deepEqual([first.busy, first.detail], [true, 'Starting']);
    assert.equal(statusTexts({ kind: 'starting', again: true }).detail, 'Starting again after a crash');
  });
  it('is quiet when all is well', () => {
    const { busy, severity, command } = statusTexts({ kind: 'ready', again: false });
    assert.deepEqual([busy, severity, command.command], [false, 'information', 'okr.showOutput']);
  });
  it('tells what is wrong and offers the way out', () => {
    const { severity, detail, command } = statusTexts({ kind: 'error', message: 'It could not start.' });
    assert.deepEqual([severity, detail, command.command], ['error', 'It could not start.', 'okr.restartServer']);
  });
  it('offers to start what was stopped', () => {
    assert.equal(statusTexts({ kind: 'stopped' }).command.command, 'okr.restartServer');
  });
});
