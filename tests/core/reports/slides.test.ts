import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked } from 'marked';
import { describe, it } from 'mocha';
import { slides } from '../../../server/core/reports/markdown/slides.ts';
import { widthOf } from '../../../server/core/reports/markdown/table.ts';
import { cycle, keyResult, objective, report } from '../views/fixtures/build.ts';
import { hostile } from '../views/fixtures/hostile.ts';
import { equalsGolden } from './golden.ts';
import { openSample } from './workspaces.ts';

const marked = new Marked({ gfm: true });

/** The slides without the front matter. */
function pagesOf(deck: string): string[] {
  const [, ...parts] = deck.split(/^---\n/m).slice(1);
  return parts.map(page => page.trim());
}

/** What Markdown reads in it. */
function typesIn(body: string): Set<string> {
  const types = new Set<string>();
  marked.walkTokens(marked.lexer(body), ({ type }) => {
    types.add(type);
  });
  return types;
}

function onlyObjective(title: string, keyResultTitle: string): string {
  const keyResults = [keyResult({ title: keyResultTitle, status: 'on-track' })];
  return slides(report({ cycle: cycle(), objectives: [objective({ title, keyResults })] }));
}

describe('Slides for the review meeting', () => {
  const company = openSample('company');
  const decks = {
    'company-2026-Q4-growth': slides(company.report({ cycle: '2026-Q4', team: 'growth', compare: true })),
    'company-2026-Q3': slides(company.report({ cycle: '2026-Q3' })),
    hostile: slides(hostile),
  };
  for (const [name, deck] of Object.entries(decks)) {
    it(name, () => equalsGolden(`slides-${name}.golden.md`, deck));
  }

  it('begin with what Marp wants to know', () => {
    for (const deck of Object.values(decks)) {
      assert.match(
        deck,
        /^---\nmarp: true\ntheme: default\npaginate: true\nsize: 16:9\ntitle: ".*"\nstyle: \|\n(?: {2}.*\n)+---\n\n<!-- _class: lead -->\n\n# /,
      );
    }
  });

  it('have one for each objective', () => {
    const pages = pagesOf(decks['company-2026-Q4-growth']);
    for (const { title } of company.report({ cycle: '2026-Q4', team: 'growth' }).objectives)
      assert.equal(pages.filter(page => page.startsWith(`## ${title}`)).length, 1, title);
  });

  it('hold no HTML but their own, no link and no picture', () => {
    for (const deck of Object.values(decks)) {
      const body = pagesOf(deck).join('\n\n---\n\n').replaceAll('<!-- _class: lead -->', '');
      const types = typesIn(body);
      for (const type of ['html', 'image', 'link', 'code', 'codespan', 'table', 'blockquote'])
        assert.ok(!types.has(type), type);
    }
  });

  const written = [
    'see http://a.example/x',
    'https://a',
    '//a.example',
    'www.a.example',
    'ana@a.example',
    'mailto:ana@a',
    ':100: of :smile:',
    '\\:smile:',
  ];
  for (const text of written) {
    it(`show ${text} as it was written`, () => {
      const body = pagesOf(onlyObjective(text, text)).join('\n\n').replaceAll('<!-- _class: lead -->', '');
      assert.ok(!typesIn(body).has('link'));
      // What Marp makes links and pictures of, and Markdown alone does not.
      assert.doesNotMatch(body, /\/\/|:[\w+-]+:/);
      const seen = body.replaceAll('\u2060', '').replace(/\\(?=[!-/:-@[-`{-~])/g, '');
      assert.ok(seen.includes(text.replace(/^\\/, '')));
    });
  }

  /** How many stand in a line, bold. */
  const wide = ['W', 'm', '%', '—', 'Щ'].map(letter => [letter, 45] as const);
  it('hold as much as fits, however wide the letters are', () => {
    for (const [letter, across] of [...wide, ['8', 70] as const]) {
      for (const page of pagesOf(onlyObjective(letter.repeat(1500), letter.repeat(1500)))) {
        const [heading = '', ...body] = page.split('\n').filter(line => !line.startsWith('<!--') && line !== '');
        const many = (text: string) => text.match(new RegExp(letter, 'g'))?.length ?? 0;
        const rows = (heading.startsWith('## ') ? body : [heading, ...body]).flatMap(line => line.split(' '));
        assert.ok(!heading.startsWith('## ') || many(heading) <= 64, heading);
        assert.ok(rows.reduce((sum, word) => sum + Math.ceil(many(word) / across), 0) <= 16, page);
      }
    }
  });

  const word = fc.string({ unit: fc.constantFrom(...'abc夏👩*~\\<-_ '), minLength: 1, maxLength: 2_000 });
  it('hold as much as fits, however long the titles are', () => {
    fc.assert(
      fc.property(word, word, (title, other) => {
        for (const page of pagesOf(onlyObjective(title, other))) {
          const lines = page
            .split('\n')
            .filter(line => line !== '' && !line.startsWith('## ') && !line.startsWith('<!--'));
          const needed = lines.reduce((sum, line) => sum + Math.ceil(widthOf(line) / 84), 0);
          assert.ok(needed <= 14, `${needed}: ${page}`);
          const [heading = ''] = page.split('\n');
          assert.ok(!heading.startsWith('## ') || widthOf(heading) <= 220, heading);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never cut a sign in two', () => {
    assert.doesNotMatch(onlyObjective(`a${'🎉'.repeat(900)}`, `a${'🎉'.repeat(900)}`), /\p{Surrogate}/u);
  });

  it('lose no word of a long title', () => {
    const words = Array.from({ length: 600 }, (_, index) => `word${index}`);
    const deck = onlyObjective(words.join(' '), words.join(' '));
    for (const each of words) {
      const times = deck.match(new RegExp(`\\b${each}\\b`, 'g'))?.length ?? 0;
      assert.ok(times >= 2, each);
    }
  });
});
