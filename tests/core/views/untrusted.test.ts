import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { renderHtmlReport } from '../../../server/core/views/html-report.ts';
import { previewPage } from '../../../server/core/views/preview-page.ts';
import { PreviewView } from '../../../server/core/views/preview-view.ts';
import { stylesheet } from '../../../server/core/views/styles/stylesheet.ts';
import { acme } from './fixtures/acme.ts';
import { hostile } from './fixtures/hostile.ts';
import { previewOf } from './fixtures/preview.ts';

const pages = {
  'the HTML report': renderHtmlReport(hostile),
  'the preview': renderToString(
    h(PreviewView, { content: previewOf(hostile), cursor: null, error: '<script>alert(4)</script>' }),
  ),
};

describe('what people write', () => {
  for (const [name, html] of Object.entries(pages)) {
    const tags = html.replace(stylesheet, '').match(/<[a-z][^>]*>/gi) ?? [];

    it(`stays text in ${name}: no element that loads or runs`, () => {
      const names = new Set(tags.map(tag => /^<([a-z0-9]+)/i.exec(tag)?.[1] ?? ''));
      for (const name of ['script', 'img', 'iframe', 'object', 'link', 'base', 'form', 'foreignObject']) {
        assert.ok(!names.has(name), name);
      }
    });

    it(`adds no attribute in ${name} that runs, styles or leads away`, () => {
      for (const tag of tags) {
        const attributes = [...tag.matchAll(/\s([a-z:-]+)(?:="([^"]*)")?/gi)];
        for (const [, attribute = '', value = ''] of attributes) {
          assert.doesNotMatch(attribute, /^(on|style$|src|srcdoc$|xlink)/i, tag);
          if (attribute === 'href') assert.match(value, /^#[\w-]+$/, tag);
        }
      }
    });
  }

  it('is not in the style sheet, which nothing ends early', () => {
    assert.doesNotMatch(stylesheet, /<\/style|@import|url\(/i);
  });
});

describe('the policy', () => {
  it('of the report lets nothing run and nothing be fetched', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(renderHtmlReport(acme))?.[1];
    assert.equal(policy, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
  });

  it('of the preview knows its scripts and its style sheet by a nonce', () => {
    const page = previewPage({
      nonce: 'abcdefgh12345678',
      scriptUri: 'https://host/a.js?x="&y',
      alignmentUri: 'https://host/"><b>.js',
      styleUri: 'https://host/"><a>.css',
    });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; script-src 'nonce-abcdefgh12345678'; style-src 'nonce-abcdefgh12345678'; base-uri 'none'; form-action 'none'",
    );
    assert.match(
      page,
      /<script nonce="abcdefgh12345678" src="https:\/\/host\/a\.js\?x=&quot;&amp;y" data-alignment="https:\/\/host\/&quot;>&lt;b>\.js"><\/script>/,
    );
    assert.match(page, /<link rel="stylesheet" nonce="abcdefgh12345678" href="https:\/\/host\/&quot;>&lt;a>\.css">/);
  });

  it('takes no nonce that could be guessed or break out', () => {
    assert.throws(() => previewPage({ nonce: 'short', scriptUri: '', alignmentUri: '', styleUri: '' }), /nonce/);
    assert.throws(
      () => previewPage({ nonce: 'abcdefgh12345678"><script>', scriptUri: '', alignmentUri: '', styleUri: '' }),
      /nonce/,
    );
  });
});
