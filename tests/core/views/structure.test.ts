import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Report } from '../../../server/core/reports/report.ts';
import { renderHtmlReport } from '../../../server/core/views/html-report.ts';
import { elementAt, PreviewView } from '../../../server/core/views/preview-view.ts';
import { stylesheet } from '../../../server/core/views/styles/stylesheet.ts';
import { acme } from './fixtures/acme.ts';
import { hostile } from './fixtures/hostile.ts';
import { previewOf } from './fixtures/preview.ts';
import { empty, forty, one, over } from './fixtures/sizes.ts';
import { rightToLeft } from './fixtures/writing.ts';

const uri = 'file:///acme/okrs/growth.okr';

describe('a page', () => {
  for (const [name, report] of Object.entries({ acme, hostile, one, empty, over, forty })) {
    const pages = [renderHtmlReport(report), preview(report)];

    it(`of ${name} has one title, and headings that leave no level out`, () => {
      for (const html of pages) {
        const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
        assert.equal(levels.filter(level => level === 1).length, 1);
        for (const [index, level] of levels.entries()) {
          assert.ok(level <= (levels[index - 1] ?? 0) + 1, `h${level} after h${levels[index - 1]}`);
        }
      }
    });

    it(`of ${name} has each id once, and everything that is referred to`, () => {
      for (const html of pages) {
        const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length);
        const referred = [...html.matchAll(/\s(?:aria-labelledby="|href="#)([^"]*)"/g)].map(([, id]) => id);
        for (const id of referred) assert.ok(ids.includes(id), id);
      }
    });

    it(`of ${name} draws no NaN, no undefined, no null`, () => {
      for (const html of pages) assert.doesNotMatch(html, /NaN|undefined|>null<|"null"|Infinity|\[object/);
    });

    it(`of ${name} says each drawing in words, or hides it from those who listen`, () => {
      for (const html of pages) {
        for (const [svg] of html.matchAll(/<svg[^>]*>/g))
          assert.match(svg, /aria-hidden="true"|role="img" aria-label="[^"]/);
      }
    });
  }
});

describe('a page’s header', () => {
  const before = { id: '2026-Q3', title: 'Before', score: 0.26, judged: 4, achieved: 1, teams: [] };
  const pages = (report: Report) => [renderHtmlReport(report), preview(report)];

  it('compares with the cycle before, as it stood or as it ended', () => {
    for (const html of pages({ ...acme, before: { ...before, date: '2026-08-21', ended: false } }))
      assert.equal(
        html.match(/After as many days the cycle before, 2026-Q3, stood at 0\.26 \(21\s+August\)\./g)?.length,
        1,
      );
    for (const html of pages({ ...over, before: { ...before, date: '2026-09-30', ended: true } }))
      assert.ok(html.includes('The cycle before, 2026-Q3, ended at 0.26, with 1 of 4 key results made.'));
  });
});

describe('what is written from right to left', () => {
  const html = preview(rightToLeft);

  it('does not turn what stands beside it', () => {
    assert.ok(html.includes('<bdi class="how" dir="ltr">33 → 41 נקודות</bdi>'));
    assert.ok(html.includes('\u2068רבעון של צמיחה\u2069, 2026-Q4'));
  });
});

describe('a person', () => {
  it('is known by initials and a colour of the eight there are', () => {
    const html = [acme, hostile, forty].map(preview).join('');
    const avatars = [...html.matchAll(/<span class="avatar (\S+)"[^>]*><span aria-hidden="true">([^<]*)</g)];
    for (const [avatar, hue = ''] of avatars) assert.match(hue, /^hue-[0-7]$/, avatar);
    assert.ok(new Set(avatars.map(([, hue]) => hue)).size > 4, 'different people have different colours');
    const initials = new Set(avatars.map(([, , letters]) => letters));
    for (const each of ['LI', 'SA', 'MA', 'דנ', '👩‍🚀']) assert.ok(initials.has(each), each);
  });
});

describe('titles', () => {
  it('are buttons in the preview that say where they lead', () => {
    assert.match(
      preview(acme),
      /<button class="go" type="button" dir="auto" title="Open growth\.okr, line 18" data-uri="file:\/\/\/acme\/okrs\/growth\.okr" data-line="17">Raise our Net Promoter Score<\/button>/,
    );
  });

  it('are text in a report, which leads nowhere', () => {
    assert.doesNotMatch(renderHtmlReport(acme).replace(stylesheet, ''), /<button|data-line/);
  });
});

describe('the mark of the cursor', () => {
  const cases: readonly (readonly [what: string, line: number, marked: number | null])[] = [
    ['above all elements', 3, null],
    ['on an objective', 8, 8],
    ['in the body of an objective', 12, 8],
    ['on a key result', 17, 17],
    ['on a check-in of a key result', 21, 17],
    ['below the last element', 500, 92],
  ];
  for (const [what, line, marked] of cases) {
    it(`${what} is ${marked === null ? 'nowhere' : `on line ${marked}`}`, () => {
      assert.equal(elementAt(acme, { uri, line })?.line ?? null, marked);
    });
  }

  it('is nowhere for another file', () => {
    assert.equal(elementAt(acme, { uri: 'file:///acme/okrs/other.okr', line: 20 }), null);
  });
});

describe('key results', () => {
  it('that need a word come first, then what is on track, what is dropped last', () => {
    const first = preview(acme).split('<article')[1] ?? '';
    const rows = [...first.matchAll(/<li class="kr (\w+) (\w+)"/g)].map(([, kind, tone]) => `${kind} ${tone}`);
    assert.deepEqual(rows, ['wordy bad', 'wordy warn', 'brief good', 'brief good', 'brief good', 'dropped quiet']);
  });

  it('that nobody could notice get the coach’s question', () => {
    const text = preview(acme)
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00a0', ' ');
    assert.ok(
      text.includes(
        'How would you notice on 31 December: count it from 12 to 6, hold it keep at most 2, tick it off milestone: …, or judge it yourselves grade 0.4?',
      ),
    );
  });

  it('of a cycle that has ended get no advice any more', () => {
    assert.doesNotMatch(preview(over), /How would you notice|SMART/);
  });
});

function preview(report: Report): string {
  return renderToString(h(PreviewView, { content: previewOf(report), cursor: null, error: null }));
}
