/** What the extension is on the desktop and in VS Code for the Web. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve as resolvePath } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What both extensions have: VS Code for the Web takes one file only, so that the desktop's takes it from there, and it
 * is packaged once.
 */
const inBoth = [
  'client/activation.ts',
  'node_modules/vscode-languageclient/lib/common/api.js',
  'node_modules/vscode-languageclient/lib/common/client.js',
  'node_modules/vscode-languageclient/lib/common/utils/is.js',
  'node_modules/vscode-languageserver-protocol/lib/common/api.js',
  'node_modules/vscode-jsonrpc/lib/common/api.js',
].map(path => resolvePath(path));
export const offerToDesktop: Plugin = {
  name: 'offer-to-desktop',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]client[\\/]extension\.web\.ts$/ }, async ({ path }) => ({
      contents: [
        await readFile(path, 'utf8'),
        ...inBoth.map((module, index) => `import * as shared${index} from ${JSON.stringify(module)};`),
        `export const shared = [${inBoth.map((_, index) => `shared${index}`).join()}];`,
      ].join('\n'),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
  },
};
export const takeFromWeb: Plugin = {
  name: 'take-from-web',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./, namespace: 'file' }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'resolving' || kind === 'entry-point') return undefined;
      const { path: module } = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' });
      return inBoth.includes(module) ? { path: module, namespace: 'in-both' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'in-both' }, ({ path }) => ({
      contents: `module.exports = require('./extension.web.cjs').shared[${inBoth.indexOf(path)}];`,
    }));
    onResolve({ filter: /./, namespace: 'in-both' }, ({ path }) => ({ path, external: true }));
  },
};
