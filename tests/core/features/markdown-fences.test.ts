/** What fences of OKRs in Markdown say, for each fixture in `markdown-fences/`: what is wrong, and the hover at each mark. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { Position, TextRange } from '../../../grammar/document.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { hover } from '../../../server/core/features/hover.ts';
import {
  type Example,
  exampleAt,
  exampleFindings,
  examplesOf,
} from '../../../server/core/features/markdown-examples.ts';
import { intoFence, okrFences, outOfFence, rangeOutOfFence } from '../../../server/core/features/markdown-fences.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { anyDocument } from '../../properties/documents.ts';
import { equalsGolden } from './fixture.ts';

const uri = 'file:///workspace/README.md';
const MARK = '<|>';
const around = () => openWorkspace('file:///workspace', fromIso('2026-11-21') as number).workspace;
const folder = new URL('markdown-fences/', import.meta.url);

describe('Fences of OKRs in Markdown', () => {
  for (const name of readdirSync(folder).filter(file => file.endsWith('.md'))) {
    it(name, () => {
      const marked = readFileSync(new URL(name, folder), 'utf8');
      const text = marked.replaceAll(MARK, '');
      const examples = examplesOf(around(), uri, text);
      const lines = text.split('\n');
      const parts = [
        ...examples.flatMap(example => [fenceInWords(example), ...findingsInWords(lines, example)]),
        ...marksIn(marked).map(mark => hoverInWords(lines, mark, examples)),
      ];
      equalsGolden(`markdown-fences/${name.replace('.md', '.golden.txt')}`, `${parts.join('\n\n')}\n`);
    });
  }

  it('are alone: they add nothing to the workspace, and know nothing of it', () => {
    const workspace = around();
    workspace.setFile('file:///workspace/a.okr', 'objective a: A\n', true);
    const [example] = examplesOf(workspace, uri, '```okr\nobjective a: A\nobjective b: B\n  supports a\n```\n');
    assert.ok(example);
    assert.equal(workspace.entries.get().size, 1);
    assert.equal(example.opened.workspace.entries.get().size, 2);
    assert.deepEqual(exampleFindings(example), []);
  });

  it('have the day and the settings of their workspace, also when they change', () => {
    const workspace = around();
    const [example] = examplesOf(workspace, uri, '```okr\nobjektive a: A\n```\n');
    assert.ok(example);
    assert.equal(exampleFindings(example).length, 1);
    workspace.settings.set('file:///workspace/okr.json', '{ "rules": { "unknown-keyword": "off" } }');
    assert.deepEqual(exampleFindings(example), []);
    workspace.today.set(0);
    assert.equal(example.opened.workspace.today.get(), 0);
  });

  it('keep what was worked out where only the text around them changes', () => {
    const workspace = around();
    const fence = (text: string) => `\`\`\`okr\n${text}\n\`\`\`\n`;
    const before = examplesOf(workspace, uri, `${fence('objective a')}${fence('objective b')}`);
    const after = examplesOf(workspace, uri, `More\n${fence('objective b')}${fence('objective b')}`, before);
    assert.equal(after[0]?.opened, before[1]?.opened);
    assert.notEqual(after[1]?.opened, before[1]?.opened);
  });
});

/** Puts a text into a quote, a list or behind some blanks, as a person would. */
const nesting = fc.constantFrom<(lines: readonly string[]) => string[]>(
  lines => lines.map(line => `> ${line}`),
  lines => lines.map(line => `>${line === '' ? '' : ' '}${line}`),
  lines => lines.map((line, i) => (i === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)),
  lines => lines.map((line, i) => `${i === 0 ? '12. ' : '    '}${line}`),
  lines => ['* An item', '', ...lines.map(line => `  ${line}`)],
  lines => ['Some words', '', ...lines, 'and more'],
);
/** Lines that end no fence of ours. */
const content = anyDocument.map(text => text.split(/\r\n|\r|\n/).filter(line => !/^\s*`+\s*$/.test(line)));
const nested = fc.record({
  content: content.filter(lines => lines.length > 0),
  nestings: fc.array(nesting, { maxLength: 4 }),
  mark: fc.constantFrom('```', '````', '~~~~'),
});
const piece = fc.constantFrom(
  ...['```okr', '```', '~~~ okr', '~~~', '````md', '````', '> ', '>', '- ', '* ', '1. ', '10) ', '  ', '    ', '\t'],
  ...[
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    'kr a',
    'foo',
    '# h',
    '---',
    '===',
    '<!--',
    '-->',
    '<pre>',
    '\u00a0',
    '😀',
  ],
);
const soup = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('Finding fences in Markdown', () => {
  it('finds what is put into quotes and lists, as it was', () => {
    fc.assert(
      fc.property(nested, ({ content, nestings, mark }) => {
        const lines = nestings.reduce((inner, nest) => nest(inner), [`${mark}okr`, ...content, mark]);
        const fences = okrFences(lines.join('\n'));
        assert.equal(fences.length, 1);
        const [{ text, isClosed }] = fences as [(typeof fences)[0]];
        assert.ok(isClosed);
        // Blanks at the end of an empty line are the list's.
        const bare = (line: string) => (/^[ \t]*$/.test(line) ? '' : line);
        assert.deepEqual(text.split('\n').map(bare), content.map(bare));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows which place is which, there and back, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, anyDocument), markdown => {
        const lines = markdown.split(/\r\n|\r|\n/);
        for (const fence of okrFences(markdown)) {
          for (const [line, text] of fence.text.split('\n').entries()) {
            const { blanks } = fence.margins[line] as (typeof fence.margins)[0];
            for (let character = blanks; character <= text.length; character++) {
              const outside = outOfFence(fence, { line, character });
              assert.equal(lines[outside.line]?.charAt(outside.character), text.charAt(character));
              assert.deepEqual(intoFence(fence, outside), { line, character });
            }
          }
          assert.equal(intoFence(fence, { line: fence.line - 1, character: 0 }), undefined);
          assert.equal(intoFence(fence, { line: fence.line + fence.margins.length, character: 0 }), undefined);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('answers within any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          nested.map(({ content }) => `\`\`\`okr\n${content.join('\n')}\n\`\`\``),
        ),
        markdown => {
          const lines = markdown.split(/\r\n|\r|\n/);
          for (const example of examplesOf(around(), uri, markdown)) {
            for (const { block, span } of exampleFindings(example)) {
              const { start, end } = rangeOutOfFence(example.fence, fileOf(example).rangeOf(block, span));
              for (const { line, character } of [start, end]) assert.ok(character <= (lines[line]?.length ?? -1));
            }
            for (const line of example.fence.margins.keys())
              for (const character of [0, 3, 9]) hover(example.opened, uri, { line, character });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function fileOf({ opened }: Example) {
  const file = opened.workspace.file(uri);
  assert.ok(file);
  return file;
}

function fenceInWords({ fence: { line, text, isClosed, attributes } }: Example): string {
  const about = `${isClosed ? '' : ', open'}${attributes === '' ? '' : `, ${attributes}`}`;
  const lines = text.split('\n').map(each => `  │${each}`);
  return `${line + 1}–${line + lines.length}${about}\n${lines.join('\n')}`;
}

function findingsInWords(lines: readonly string[], example: Example): string[] {
  return exampleFindings(example).map(({ block, span, rule, message }) => {
    const range = rangeOutOfFence(example.fence, fileOf(example).rangeOf(block, span));
    return `${underlined(lines, range)}\n${rule}: ${message}`;
  });
}

function hoverInWords(lines: readonly string[], mark: Position, examples: readonly Example[]): string {
  const found = exampleAt(examples, mark);
  const answer = found && hover(found.example.opened, uri, found.position);
  const range = answer?.range && found && rangeOutOfFence(found.example.fence, answer.range);
  const text = answer ? (answer.contents as MarkupContent).value : '(nothing)';
  return `${underlined(lines, range ?? { start: mark, end: mark }, mark)}\n${text}`;
}

/** A line with its number, and under it what is meant: `~`, and `^` where the cursor is. */
function underlined(lines: readonly string[], { start, end }: TextRange, cursor?: Position): string {
  const number = `${start.line + 1}: `;
  const line = `${lines[start.line] ?? ''} `;
  const under = [...line].map((character, at) => {
    if (at === cursor?.character) return '^';
    if (at >= start.character && (end.line > start.line || at < end.character)) return '~';
    return character === '\t' ? '\t' : ' ';
  });
  return `${number}${line.trimEnd()}\n${' '.repeat(number.length)}${under.join('').trimEnd()}`;
}

function marksIn(text: string): Position[] {
  return text.split('\n').flatMap((line, number) =>
    line
      .split(MARK)
      .slice(0, -1)
      .map((_, index, parts) => ({ line: number, character: parts.slice(0, index + 1).join('').length })),
  );
}
