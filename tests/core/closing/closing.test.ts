/**
 * Closes what each fixture of `fixtures/` asks for in its first comments, and shows what is new in each file, what is said
 * of it, and what does not go on. `# close 2026-Q4 2027-Q1`, `# growth/love.nps change 0.6 Why`, `# reflect growth: Text`.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formatDocument } from '../../../grammar/printer.ts';
import { Refusal } from '../../../server/core/edits/insertion.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import { pathIn } from '../../../server/core/features/places.ts';
import type { ClosingDecision, Reflection } from '../../../server/core/requests/closing.ts';
import { Diagnosis } from '../../../server/core/rules/diagnosis.ts';
import { eachFixture, equalsGolden, fixture } from '../features/fixture.ts';
import { apply, close, type Wish } from './closed.ts';

describe('Closing a cycle', () => {
  eachFixture('../closing/fixtures', (name, text) => {
    it(name, () => {
      const { context } = fixture(text);
      equalsGolden(`../closing/fixtures/${name}.golden.txt`, answers(context, wishIn(text)).join('\n'));
    });
  });
});

function answers(context: FeatureContext, wish: Wish): string[] {
  const { workspace } = context;
  const before = new Map([...workspace.files.values()].map(({ uri, document }) => [uri, document.text]));
  try {
    const closed = close(context, wish);
    apply(context, closed);
    const again = close(context, wish);
    assert.deepEqual(again.edits, [], 'the second time there is nothing to write');
    const files = [...workspace.files.values()].filter(({ uri, document }) => before.get(uri) !== document.text);
    return [
      ...closed.written,
      ...closed.leftBehind.map(each => `- ${each}`),
      closed.opens === undefined ? '' : `opens ${pathIn(workspace, closed.opens.uri)}:${closed.opens.line + 1}`,
      ...files.flatMap(({ uri, document }) => {
        const was = before.get(uri);
        if (was === undefined) assert.equal(document.text, formatDocument(document), 'a new file is formatted');
        return [
          `── ${was === undefined ? 'new ' : ''}${pathIn(workspace, uri)}`,
          ...newLines(was ?? '', document.text),
        ];
      }),
      ...problems(
        context,
        files.map(({ uri }) => uri),
      ),
      '',
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [`refused: ${error.message}`, ''];
  }
}

/** Each new line behind `+`, with the lines around it; nothing goes. */
function newLines(before: string, after: string): string[] {
  const old = before.split('\n');
  const shown: string[] = [];
  let at = 0;
  const all = after.split('\n').map(line => {
    const isOld = line === old[at];
    if (isOld) at++;
    return { line, isOld };
  });
  assert.equal(at, old.length, 'no line that was there is another one');
  for (const [i, { line, isOld }] of all.entries()) {
    const isNear = all[i - 1]?.isOld === false || all[i + 1]?.isOld === false;
    if (!isOld || isNear) shown.push(`${isOld ? ' ' : '+'} ${line}`.trimEnd());
    else if (shown.at(-1) !== '  …') shown.push('  …');
  }
  return shown;
}

/** Errors and warnings in the files, as `okr check` has them. */
function problems({ workspace, standings }: FeatureContext, uris: readonly string[]): string[] {
  const diagnosis = new Diagnosis(workspace, standings);
  return uris.flatMap(uri => {
    const file = workspace.file(uri);
    return (file === undefined ? [] : diagnosis.findings(file))
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ severity, rule, block, span }) => {
        const line = file?.rangeOf(block, span).start.line ?? 0;
        return `${severity} ${rule}: ${file?.document.lineText(line).trim()}`;
      });
  });
}

function wishIn(text: string): Wish {
  const [, cycle = '', next, team] = /^# close (\S+)(?: (\S+))?(?: of (\S+))?$/m.exec(text) ?? [];
  const lines = [...text.matchAll(/^# (\S+) (keep|change|drop|as-is)(?: (\S+))?(?: (.*))?$/gm)];
  const reflections = [...text.matchAll(/^# reflect (\S+): (.*)$/gm)];
  return {
    cycle,
    next,
    team,
    decide: (suggested, open) => {
      const subjects = open.flatMap(({ subject, keyResults }) => [subject, ...keyResults.map(each => each.subject)]);
      return suggested.map((each): ClosingDecision => {
        const subject = subjects.find(({ id }) => id === each.id);
        const line = lines.find(([, name]) => name === subject?.ref || name === subject?.title.replaceAll(' ', '_'));
        if (line === undefined) return each;
        const [, , what, grade = each.grade, why = ''] = line;
        return { ...each, grade, why, what: what === 'as-is' ? each.what : (what as ClosingDecision['what']) };
      });
    },
    reflect: open =>
      reflections.map(([, of = '', said = '']): Reflection => {
        const objective = open.find(({ subject }) => subject.ref === of)?.subject.id;
        return { of: objective === undefined ? { team: of === '-' ? null : of } : { objective }, text: said };
      }),
  };
}
