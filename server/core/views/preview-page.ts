/**
 * The skeleton of the live preview's page, with the strictest policy that lets it work: one script, another for the alignment, and one style sheet,
 * all known by a nonce, and nothing from anywhere else.
 */
import { rootId } from './preview-root.ts';
import { alignmentRootId, viewsId } from './view-roots.ts';

interface PreviewPageOptions {
  /** A new random one for every page, of letters and digits. */
  readonly nonce: string;
  /** `webview.asWebviewUri` of the bundled script. */
  readonly scriptUri: string;
  /** The same of the script that draws the alignment. */
  readonly alignmentUri: string;
  /** The same of the style sheet. */
  readonly styleUri: string;
}

/** The whole document; throws where an option could break out of its attribute. */
export function previewPage({ nonce, scriptUri, alignmentUri, styleUri }: PreviewPageOptions): string {
  if (!/^[\w-]{16,}$/.test(nonce)) throw new Error('The nonce of a preview needs 16 letters or digits.');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>OKR preview</title>
    <link rel="stylesheet" nonce="${nonce}" href="${attribute(styleUri)}">
  </head>
  <body>
    <nav id="${viewsId}" class="views" aria-label="Views"></nav>
    <div id="${rootId}"></div>
    <div id="${alignmentRootId}" hidden></div>
    <script nonce="${nonce}" src="${attribute(scriptUri)}" data-alignment="${attribute(alignmentUri)}"></script>
  </body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
