/** Which argument comes next, for each mark of each fixture in `signature-help/`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type {
  MarkupContent,
  ParameterInformation,
  SignatureHelp,
  SignatureInformation,
} from 'vscode-languageserver-types';
import { keywords } from '../../../grammar/keywords.ts';
import { signatureHelp } from '../../../server/core/features/signature-help.ts';
import { problemsOf } from './accepted.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';

const acme = readFileSync(new URL('../../fixtures/acme.okr', import.meta.url), 'utf8');
const MAIN = 'file:///workspace/main.okr';

describe('Signature help', () => {
  eachFixture('signature-help', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const answers = marks.map(mark => answer(mark, signatureHelp(context, mark.uri, mark.position)));
      equalsGolden(`signature-help/${name}.golden.txt`, answers.join('\n'));
    });

    it(`names parameters that stand in their signature, by offsets or by text: ${name}`, () => {
      const { context, marks } = fixture(text);
      for (const { uri, position } of marks) {
        const byOffsets = signatureHelp(context, uri, position, true)?.signatures ?? [];
        const byText = signatureHelp(context, uri, position, false)?.signatures ?? [];
        for (const [index, { label, parameters = [] }] of byOffsets.entries()) {
          const texts = parameters.map(each => label.slice(each.label[0] as number, each.label[1] as number));
          assert.deepEqual(
            texts,
            byText[index]?.parameters?.map(each => each.label),
          );
          // A client that looks for the text finds the right place only where it is there once.
          for (const each of texts) assert.equal(label.split(each).length, 2, `${each} in ${label}`);
        }
      }
    });
  });

  it('shows only examples that can be read', () => {
    const { context } = fixture(keywordLines());
    for (const [line] of keywordLines().split('\n').entries()) {
      const help = signatureHelp(context, MAIN, { line, character: lengthOf(context.workspace, line) });
      for (const { label, parameters = [] } of help?.signatures ?? []) {
        const [keyword = ''] = label.split(' ');
        const whole = parameters.map(each => exampleOf(each.documentation as MarkupContent)).join(' ');
        const written = underItsElement(`${keyword} ${whole.replace(' : ', ': ')}`, keyword);
        assert.deepEqual(problemsOf(written), [], written);
      }
    }
  });

  it('is an answer at every place of a file, whatever is missing there', () => {
    const lines = acme.split('\n');
    fc.assert(
      fc.property(
        fc.nat({ max: lines.length - 1 }),
        fc.nat({ max: 80 }),
        fc.string({ maxLength: 6 }),
        (line, at, typed) => {
          const text = lines[line] as string;
          const character = Math.min(at, text.length);
          const broken = [...lines.slice(0, line), text.slice(0, character) + typed.replace(/\s/g, ' '), ''];
          const { context } = fixture(broken.join('\n'));
          const help = signatureHelp(context, MAIN, { line, character: character + typed.length });
          for (const signature of help?.signatures ?? []) activeOf(signature);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The line with its cursor, and the signature that is shown with the active parameter marked. */
function answer({ line, position }: Marked, help: SignatureHelp | undefined): string {
  const written = `${line.slice(0, position.character)}│${line.slice(position.character)}`;
  if (help === undefined) return `${written}\n  (nothing)\n`;
  const { signatures, activeSignature = 0 } = help;
  const [shown] = signatures.slice(activeSignature);
  const more = signatures.length > 1 ? ` (${activeSignature + 1} of ${signatures.length})` : '';
  return `${written}\n  ${marked(shown as SignatureInformation)}${more}\n${hint(shown as SignatureInformation)}`;
}

function activeOf({ label, parameters = [], activeParameter }: SignatureInformation): ParameterInformation {
  const active = parameters[activeParameter ?? -1];
  assert.ok(active !== undefined, `${activeParameter} in ${label}`);
  return active;
}

function marked(signature: SignatureInformation): string {
  const { label } = signature;
  const [start, end] = activeOf(signature).label as [number, number];
  return `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`;
}

/** What is known here, between what is always said and the example. */
function hint(signature: SignatureInformation): string {
  const { value } = activeOf(signature).documentation as MarkupContent;
  const parts = value.split('\n\n');
  return parts.length > 2 ? `  ${parts[1]}\n` : '';
}

const exampleOf = ({ value }: MarkupContent) => /```okr\n(.*)\n```/.exec(value)?.[1] ?? '';

/** Every keyword with nothing behind it yet, in each place where it may stand. */
function keywordLines(): string {
  return ['from', 'keep', 'milestone', 'checkin', 'target', 'plan', 'grade', 'dropped', 'every', 'data']
    .map(keyword => `objective\n  kr\n    ${keyword} `)
    .concat(['healthy', 'critical', 'reading'].map(keyword => `kpi\n  ${keyword} `))
    .join('\n');
}

function underItsElement(line: string, keyword: string): string {
  const inKpi = keywords.get(keyword)?.places.includes('kr') !== true;
  return inKpi ? `kpi k\n  ${line}` : `objective o\n  kr k\n    ${line}`;
}

function lengthOf(workspace: ReturnType<typeof fixture>['context']['workspace'], line: number): number {
  return workspace.file(MAIN)?.document.lineText(line).length ?? 0;
}
