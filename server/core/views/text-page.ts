/** A text in Markdown as one HTML file: nothing in it runs, nothing is fetched, and it prints on A4. */
import { Marked } from 'marked';
import { h } from 'preact';
import { htmlDocument, inlineStyles } from './html-document.ts';
import { base } from './styles/base.ts';
import { colours } from './styles/colours.ts';
import { paper } from './styles/paper.ts';
import { prose } from './styles/prose.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Our texts have no HTML, no pictures and no links in them: what looks like that was not escaped, and stays as it is. */
const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ raw }) => escaped(raw),
    link: ({ raw }) => escaped(raw),
    listitem({ text, tokens }) {
      return `<li${text.startsWith('☐') ? ' class="decision"' : ''}>${this.parser.parse(tokens)}</li>`;
    },
    table(token) {
      const cells = (row: typeof token.header, tag: string) =>
        row
          .map(
            ({ tokens, align }) =>
              `<${tag}${align === 'right' ? ' class="number"' : ''}>${this.parser.parseInline(tokens)}</${tag}>`,
          )
          .join('');
      const body = token.rows.map(row => `<tr>${cells(row, 'td')}</tr>`).join('');
      return `<div class="table"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${body}</tbody></table></div>`;
    },
  },
});

/** The whole document, from `<!doctype html>` on. The first heading is its title. */
export function renderTextPage(markdown: string): string {
  const heading = marked.lexer(markdown).find(({ type }) => type === 'heading');
  const title = heading !== undefined && 'tokens' in heading ? titleOf(heading.tokens ?? []) : '';
  return htmlDocument({
    title,
    policy: POLICY,
    head: inlineStyles([colours, base, prose, paper].join('')),
    body: h(
      'body',
      null,
      h('main', { class: 'page text', dangerouslySetInnerHTML: { __html: marked.parse(markdown, { async: false }) } }),
    ),
  });
}

type Inline = NonNullable<Parameters<InstanceType<typeof Marked>['parser']>[0]>;

function titleOf(tokens: Inline): string {
  return tokens.map(({ raw, type }) => (type === 'escape' ? raw.slice(1) : raw)).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
