/**
 * A whole HTML document: what the head of each page has, so that pages differ in what they show.
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

interface HtmlDocument {
  readonly title: string;
  /** What it may load and run; left out where a server says that with the page. */
  readonly policy?: string;
  /** What else the head has: styles, scripts. */
  readonly head: ComponentChildren;
  /** Its `body`. */
  readonly body: JSX.Element;
}

/** From `<!doctype html>` on. */
export function htmlDocument({ title, policy, head, body }: HtmlDocument): string {
  const document = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      policy !== undefined && h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      policy !== undefined && h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', null, title),
      head,
    ),
    body,
  );
  return `<!doctype html>\n${renderToString(document)}\n`;
}

/** Styles that stand in the document itself. */
export function inlineStyles(css: string): JSX.Element {
  return h('style', { dangerouslySetInnerHTML: { __html: css } });
}
