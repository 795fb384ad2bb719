/** Whatever stands in a file, a hover shows it and nothing else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/core/features/hover.ts';
import { bar, code, plain } from '../../../server/core/features/markdown.ts';
import { fixture } from './fixture.ts';

const HOSTILE = [
  '[a link](https://evil.example)',
  '![an image](https://evil.example/i.png)',
  '[run](command:workbench.action.quit)',
  '<img src=x onerror=alert(1)>',
  '<a href="command:x">x</a>',
  'https://evil.example',
  'HTTPS://evil.example',
  'www.evil.example',
  'ftp://evil.example/x',
  'mail me@evil.example now',
  'mailto:me@evil.example',
  '<https://evil.example>',
  '&lt;b&gt; &copy;',
  '`code` ``more``',
  '**bold** __bold__ _it_ *it* ~~gone~~',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '===',
  '| a | b |',
  'back\\slash \\* \\[x\\](y)',
  '$(alert) $1.2M',
  '[^1]: note',
  '[ref]: https://evil.example',
  '*I will*',
];

/** The text that a reader of the Markdown sees, and the tags around it. */
function rendered(markdown: string): { text: string; tags: string[] } {
  const html = marked.parse(markdown, { async: false });
  const tags = html.match(/<[^>]*>/g) ?? [];
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
  const text = html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot|#39);/g, entity => entities[entity] as string);
  return { text: text.trim(), tags };
}

describe('Markdown', () => {
  for (const text of HOSTILE) {
    it(`shows ${text} as it is`, () => {
      assert.deepEqual(rendered(plain(text)), { text, tags: ['<p>', '</p>'] });
      assert.equal(rendered(`before ${plain(text)} after`).text, `before ${text} after`);
    });
  }

  it('shows any text as it is, but for blanks and what cannot be seen', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE, '@', ':', '//', '.', 'www', '!', '[', ']('),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
        const text = pieces.join('').slice(0, 200);
        const seen = text
          .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
          .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
          .trim();
        const { text: shown, tags } = rendered(`x ${plain(text)} x`);
        assert.equal(shown, seen === '' ? 'x  x' : `x ${seen} x`);
        assert.deepEqual(tags, ['<p>', '</p>']);
      }),
    );
  });

  it('cuts what nobody would read', () => {
    assert.equal(plain('a'.repeat(1_000_000)).length, 300);
    assert.equal(code('a'.repeat(1_000_000)).length, 302);
  });

  it('keeps code in its code', () => {
    assert.equal(code('a` [x](y) `b|c'), '`a [x](y) bc`');
    assert.equal(code('``'), '');
  });

  it('is empty and full only for nothing and all', () => {
    assert.deepEqual(
      [0, 0.04, 0.05, 0.5, 0.96, 0.999, 1, 1.4, -0.2].map(bar).map(text => text.indexOf('▱')),
      [0, 0, 1, 5, 9, 9, -1, -1, 0],
    );
  });

  it('lets nothing out of a description but links to the web', () => {
    for (const text of HOSTILE) {
      const { context, marks } = fixture(`objective o<|>: Title\n  > ${text}\n\nkpi k<|>: Title\n  > ${text}\n`);
      for (const { uri, position } of marks) {
        const found = hover(context, uri, position)?.contents as MarkupContent;
        assert.doesNotMatch(
          marked.parse(found.value, { async: false }),
          /<(?:img|script|h\d|blockquote|table|hr)\b|href="(?!https?:|mailto:)/,
          text,
        );
      }
    }
  });

  it('lets nothing out of a whole hover', () => {
    for (const text of HOSTILE) {
      const { context, marks } = fixture(
        `team t: ${text}\ncycle 2026-Q4: ${text}\nobjective o<|>: ${text}\n  dropped 2026-11-01: ${text}\n\n  kr k<|>: ${text}\n    from 1 to 2 ${text.replace(/[:#,]/g, '')}\n    checkin 2026-11-14 1.5: ${text}\n    target 2026-11-15 3: ${text}\n    grade 0.4: ${text}\n\n  kr m<|>: ${text}\n    milestone: ${text}\n\nkpi p<|>: ${text}\n  reading 2026-11-14 3: ${text}\ninitiative i<|>: ${text}\n`,
      );
      for (const { uri, position } of marks) {
        const found = hover(context, uri, position)?.contents as MarkupContent;
        assert.doesNotMatch(
          marked.parse(found.value, { async: false }),
          /<(?:a|img|script|h\d|blockquote)\b|command:[^<]*"/,
          text,
        );
      }
    }
  });
});
