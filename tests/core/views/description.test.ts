/** What people write after `>`: as it is drawn, and as a hover says it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked, type Token, type Tokens } from 'marked';
import { describe, it } from 'mocha';
import { h, isValidElement } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { description } from '../../../server/core/features/hover/description.ts';
import { Description } from '../../../server/core/views/description.ts';

const drawn: Readonly<Record<string, readonly [text: string, html: string]>> = {
  'lines that follow each other are one paragraph': ['one\ntwo', '<p>one\ntwo</p>'],
  'an empty line ends a paragraph': ['one\n\n\ntwo', '<p>one</p><p>two</p>'],
  'a backslash breaks a line': ['one\\\ntwo', '<p>one<br/>two</p>'],
  'emphasis, in both ways': ['*a* __b__ ***c***', '<p><em>a</em> <strong>b</strong> <strong><em>c</em></strong></p>'],
  'a part of a word': ['un*frigging*believable', '<p>un<em>frigging</em>believable</p>'],
  'no emphasis in a name': ['snake_case_name', '<p>snake_case_name</p>'],
  'no emphasis between blanks': ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  'no emphasis that never ends': ['a **b *c*', '<p>a **b <em>c</em></p>'],
  'what a backslash makes text': [
    '\\*a\\* \\[b\\](https://c.d)',
    '<p>*a* [b](<a href="https://c.d">https://c.d</a>)</p>',
  ],
  code: ['`a *b* <c>` ``d``', '<p><code>a *b* &lt;c></code> <code>d</code></p>'],
  'a backtick that nothing pairs': ['`a ``b', '<p>`a ``b</p>'],
  'a link': ['[the *plan*](https://a.b/c)', '<p><a href="https://a.b/c">the <em>plan</em></a></p>'],
  'a link in brackets': ['([a](http://b.c/d_(e)))', '<p>(<a href="http://b.c/d_(e)">a</a>)</p>'],
  'the second of two brackets': ['[a] [b](mailto:c@d.e)', '<p>[a] <a href="mailto:c@d.e">b</a></p>'],
  'an address, without the sentence around it': [
    '**See https://a.b/c_d**, (https://e.f).',
    '<p><strong>See <a href="https://a.b/c_d">https://a.b/c_d</a></strong>, (<a href="https://e.f">https://e.f</a>).</p>',
  ],
  'no link to anything else': [
    '[a](javascript:alert(1)) [b](command:c) [d](file:///e) [f](//g)',
    '<p>[a](javascript:alert(1)) [b](command:c) [d](file:///e) [f](//g)</p>',
  ],
  'no picture': ['![a](https://b.c/d.png)', '<p>![a](<a href="https://b.c/d.png">https://b.c/d.png</a>)</p>'],
  'no HTML': ['<b onclick=c>d</b> &lt; <!-- e -->', '<p>&lt;b onclick=c>d&lt;/b> &amp;lt; &lt;!-- e --></p>'],
  'no heading': ['# One\ntwo', '<p># One\ntwo</p>'],
  'a list': ['- one\n- two\n  goes on\n\nafter', '<ul><li>one</li><li>two\ngoes on</li></ul><p>after</p>'],
  'a list with numbers': ['We:\n1. a\n2. b', '<p>We:</p><ol start="1"><li>a</li><li>b</li></ol>'],
  'a list in a list': ['* a\n  * b\n  * c\n* d', '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>'],
  'items of several paragraphs': ['- a\n\n  b\n- c', '<ul><li>a<p>b</p></li><li>c</li></ul>'],
  'no list within a sentence': ['in\n2026. Then\n-\nso', '<p>in\n2026. Then\n-\nso</p>'],
  'no table, no line, no quotation': ['| a |\n| - |\n---\n> b', '<p>| a |\n| - |\n---\n> b</p>'],
};

/** Pieces that mean something, letters and blanks. */
const anyMarkdown = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '`',
        '```',
        '[',
        ']',
        '(',
        ')',
        '](',
        '](https://a.b/c)',
        '](javascript:x)',
        '![',
        '\\',
      ],
      ...['<', '>', '<img src=x onerror=y>', '<script>', '&amp;', 'https://d.e', 'mailto:f@g.h', 'command:i', '://'],
      ...['- ', '* ', '1. ', '# ', '> ', '|', '---', '===', '~~', '$(alert)', 'k', 'lm', 'é', 'ß', '数', '\u202e'],
      ...[' ', '  ', '    ', '\n', '\n\n', '\n  ', '.', '!', ':', '"', "'"],
    ),
    { maxLength: 30 },
  )
  .map(pieces => pieces.join(''));

const props: Readonly<Record<string, readonly string[]>> = { a: ['href'], ol: ['start'], div: ['class', 'dir'] };
const elements = ['div', 'p', 'ul', 'ol', 'li', 'br', 'em', 'strong', 'code', 'a'];
const web = /^(?:https?:\/\/|mailto:)[^\s<>"\\]*$/;

describe('a description', () => {
  for (const [name, [text, html]] of Object.entries(drawn)) {
    it(`draws ${name}`, () => {
      assert.equal(draw(text), `<div class="prose" dir="auto">${html}</div>`);
    });
  }

  it('draws nothing where nothing was written', () => {
    assert.equal(draw(''), '');
    assert.equal(description(' \n'), undefined);
  });

  it('has only the elements and attributes it may have, and every letter, whatever was written', () => {
    fc.assert(
      fc.property(anyMarkdown, text => {
        const said: string[] = [];
        look(Description({ text }), said);
        assert.equal(letters(said.join('')), letters(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is in a hover what it is in the preview, to the renderer that editors use', () => {
    fc.assert(
      fc.property(anyMarkdown, text => {
        const said: string[] = [];
        hear(new Marked().lexer(description(text) ?? ''), said);
        assert.equal(letters(said.join('')), letters(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is read in linear time, and drawn however deep it is meant', function () {
    this.timeout(20_000);
    for (const piece of [
      '*a ',
      '_a',
      '[',
      '[a](https://',
      '`',
      '`` ` ',
      '- ',
      '  - a\n',
      '\n1. ',
      'https://.',
      '\\',
      '![',
    ]) {
      const text = piece.repeat(50_000);
      const said: string[] = [];
      look(Description({ text }), said);
      assert.equal(letters(said.join('')), letters(text), piece);
    }
  });
});

function draw(text: string): string {
  return renderToString(h(Description, { text }));
}

/** Texts in their order, the address of a link after its text unless it is the text. */
function look(node: unknown, said: string[]): void {
  if (Array.isArray(node)) for (const each of node) look(each, said);
  else if (typeof node === 'string') said.push(node);
  else if (isValidElement(node)) {
    const { type, props: given } = node as { type: unknown; props: Readonly<Record<string, unknown>> };
    assert.ok(typeof type === 'string' && elements.includes(type), String(type));
    const { children, ...attributes } = given;
    for (const [name, value] of Object.entries(attributes))
      assert.ok(value === undefined || props[type]?.includes(name), `${type} ${name}`);
    const from = said.length;
    look(children, said);
    if (type === 'a') addAddress(String(attributes['href']), from, said);
  } else assert.equal(node ?? null, null);
}

function addAddress(href: string, from: number, said: string[]): void {
  assert.match(href, web);
  if (said.slice(from).join('') !== href) said.push(href);
}

function hear(tokens: readonly Token[], said: string[]): void {
  for (const token of tokens) {
    const { type } = token;
    const known = [
      'paragraph',
      'text',
      'list',
      'list_item',
      'em',
      'strong',
      'codespan',
      'link',
      'br',
      'escape',
      'space',
    ];
    assert.ok(known.includes(type), `${type}: ${token.raw}`);
    const from = said.length;
    if (type === 'list') for (const item of token['items']) hear(item.tokens, said);
    else if ('tokens' in token && token.tokens !== undefined) hear(token.tokens, said);
    else if (type !== 'br' && type !== 'space') said.push((token as Tokens.Generic)['text']);
    if (type === 'link') addAddress(decodeURIComponent(token['href']), from, said);
  }
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}
