import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Place } from '../../../server/core/reports/report.ts';
import type { PreviewContent } from '../../../server/core/requests/preview.ts';
import { type Choice, firstChoice } from '../../../server/core/views/choice.ts';
import { renderHtmlReport } from '../../../server/core/views/html-report.ts';
import { PreviewView } from '../../../server/core/views/preview-view.ts';
import { acme } from './fixtures/acme.ts';
import { hostile } from './fixtures/hostile.ts';
import { previewOf, previewOn } from './fixtures/preview.ts';
import { empty, forty, one, over } from './fixtures/sizes.ts';
import { equalsGolden } from './golden.ts';

describe('the HTML report', () => {
  for (const [name, report] of Object.entries({ acme, hostile, one, empty, over })) {
    it(`of ${name} is drawn as agreed`, () => equalsGolden(`report-${name}`, renderHtmlReport(report)));
  }

  it('of forty objectives names each in its contents, under its team', () => {
    const html = renderHtmlReport(forty);
    const contents = /<nav class="contents".*?<\/nav>/s.exec(html)?.[0] ?? '';
    assert.equal(contents.match(/<h3>/g)?.length, 4);
    const targets = [...contents.matchAll(/href="#(objective-\d+)"/g)].map(([, id]) => id);
    assert.equal(new Set(targets).size, 40);
    for (const id of targets) assert.ok(html.includes(`<article class="objective" id="${id}"`), id);
  });
});

describe('the preview', () => {
  it('is drawn as agreed, the element under the cursor marked', () => {
    const cursor = { uri: 'file:///acme/okrs/growth.okr', line: 20 };
    equalsGolden('preview-acme', draw(previewOf(acme), cursor));
  });

  it('says what to do while there is nothing to draw', () => {
    const content: PreviewContent = {
      ...previewOf(acme),
      report: null,
      message: 'Add a heading such as cycle 2026-Q4.',
    };
    equalsGolden('preview-empty', draw(content));
  });

  it('shows what is chosen of it, and says how much that is', () => {
    const choice: Choice = { ...firstChoice, owner: '@li', by: 'owner', compact: true };
    equalsGolden('preview-chosen', draw(previewOf(acme), null, choice));
  });

  it('of another day says so, with the way back', () => {
    const html = draw(previewOn('2026-10-31', acme));
    equalsGolden('preview-looking-back', html);
    assert.match(html, /As it stood on <b>31.October 2026<\/b>, 21 days ago/);
  });

  it('says which filter hides everything, and how to clear it', () => {
    equalsGolden(
      'preview-hidden',
      draw(previewOf(acme), null, { ...firstChoice, owner: '@li', text: 'no such words' }),
    );
  });

  it('keeps what it showed when something fails, and says so', () => {
    const html = renderToString(
      h(PreviewView, { content: previewOf(acme), cursor: null, error: 'The server stopped.' }),
    );
    assert.match(html, /<p class="error" role="alert" dir="auto">The server stopped\.<\/p>/);
    assert.match(html, /Raise our Net Promoter Score/);
  });

  it('is the same each time it is drawn', () => {
    assert.equal(draw(previewOf(acme)), draw(previewOf(structuredClone(acme))));
  });
});

function draw(content: PreviewContent, cursor: Place | null = null, choice: Choice = firstChoice): string {
  return renderToString(h(PreviewView, { content, cursor, error: null, choice }));
}
