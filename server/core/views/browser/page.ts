/**
 * The skeleton of the page of `okr preview`: the live preview as it is beside the text in an editor, and the alignment.
 * What it may do the server says with it (`browserPolicy`).
 */
import { h } from 'preact';
import { htmlDocument } from '../html-document.ts';
import { rootId } from '../preview-root.ts';
import { browser } from '../styles/browser.ts';
import { pageStyles } from '../styles/stylesheet.ts';
import { alignmentRootId, viewsId } from '../view-roots.ts';
import { placeRootId } from './roots.ts';

/** Everything comes from where the page does, and that serves nothing that anybody wrote into a file. */
export const browserPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const browserStyles = `${pageStyles}${browser}`;

interface BrowserPageOptions {
  /** What is shown: the name of a file or a folder. */
  readonly name: string;
  /** The URI of the workspace's folder: places are named from there. */
  readonly folderUri: string;
  /** A file was asked for, so that there is a choice between it and all of the workspace. */
  readonly isFile: boolean;
  /** Its host writes what somebody asks for. */
  readonly writes: boolean;
  /** The handle of whoever looks at it, where that is known: what they say is written in their name. */
  readonly me?: string | undefined;
}

/** The whole document; it finds its script, its styles and its events beside itself. */
export function browserPage({ name, folderUri, isFile, writes, me }: BrowserPageOptions): string {
  return htmlDocument({
    title: `${name} · OKR preview`,
    head: [h('link', { rel: 'icon', href: 'icon.svg' }), h('link', { rel: 'stylesheet', href: 'page.css' })],
    body: h(
      'body',
      {
        class: isFile ? 'of-file' : 'of-folder',
        'data-folder': folderUri,
        'data-writes': writes ? (me ?? '') : undefined,
      },
      h('nav', { id: viewsId, class: 'views', 'aria-label': 'Views' }),
      h('div', { id: rootId }),
      h('div', { id: alignmentRootId, hidden: true }),
      h('div', { id: placeRootId, role: 'status', 'aria-label': 'Where it is written' }),
      h('noscript', null, h('p', { class: 'page' }, 'The live preview needs JavaScript; `okr report` does not.')),
      h('script', { src: 'page.js' }),
    ),
  });
}
