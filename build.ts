/**
 * Bundles what ships into `dist/`: the extension, the language server and the command line, the preview's page with its
 * style sheet, and the schema of `okr.json`. What a start does not need (hovers, completion, reports) is in chunks of its own.
 *
 *   npm run build
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build, transform } from 'esbuild';
import { minify } from 'terser';
import { offerToDesktop, takeFromWeb } from './client/bundling/both-hosts.ts';
import { importing, importOnDesktop, importOnWeb, takeFromServer } from './client/bundling/import-script.ts';
import { leaveOut, leaveOutOfClient, leaveOutRuleTexts } from './client/bundling/left-out.ts';
import { apart, keepApart, startIsOneChunk } from './client/bundling/loaded-later.ts';
import packageJson from './package.json' with { type: 'json' };
import { ruleOptionSpecs } from './server/core/rules/rules.ts';
import { summaries } from './server/core/rules/summaries.ts';
import { okrJsonSchema } from './server/core/settings/json-schema.ts';
import { pageStyles } from './server/core/views/styles/stylesheet.ts';

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  outdir: 'dist',
  define: { OKR_VERSION: JSON.stringify(packageJson.version) },
  // jsonc-parser names a UMD build first, which bundles badly.
  mainFields: ['module', 'main'],
};
const node: BuildOptions = { ...shared, platform: 'node', target: 'node20.9' };
const browser: BuildOptions = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};
/** Libraries that call `require`, in bundles that are ES modules. */
const withRequire =
  "import { createRequire as makeRequire } from 'node:module'; const require = /* @__PURE__ */ makeRequire(import.meta.url);";

const inChunks: BuildOptions = { ...node, format: 'esm', splitting: true, banner: { js: withRequire } };

const bundles: BuildOptions[] = [
  {
    ...node,
    plugins: [takeFromWeb, leaveOutOfClient],
    entryPoints: { extension: 'client/extension.ts' },
    format: 'cjs',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
  {
    ...browser,
    plugins: [offerToDesktop, leaveOutOfClient],
    // Older hosts of VS Code for the Web append `.js` to the entry's name, newer ones take it as it is.
    entryPoints: {
      'extension.web': 'client/extension.web.ts',
      'extension.web.cjs': 'client/extension.web.older-host.ts',
    },
    format: 'cjs',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
  {
    ...inChunks,
    plugins: [leaveOut, leaveOutRuleTexts, keepApart, importOnDesktop, startIsOneChunk],
    entryPoints: { server: 'server/lsp/main.ts' },
    chunkNames: 'chunks/[name]-[hash]',
  },
  {
    ...node,
    entryPoints: Object.fromEntries(apart.map(({ name, module }) => [`chunks/${name}`, module])),
    plugins: [leaveOut],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  },
  // In chunks of its own, so that its commands do not cut the server's into pieces.
  {
    ...inChunks,
    plugins: [leaveOut],
    entryPoints: { okr: 'server/cli/okr.ts' },
    chunkNames: 'chunks/okr/[name]-[hash]',
  },
  {
    ...browser,
    plugins: [leaveOut, leaveOutRuleTexts, importOnWeb],
    entryPoints: { 'server.web': 'server/lsp/worker.ts' },
    format: 'iife',
  },
  {
    ...browser,
    plugins: [takeFromServer],
    entryPoints: { [importing.script.replace('.js', '')]: importing.entry },
    format: 'iife',
    globalName: 'okrImport',
    footer: { js: 'globalThis.okrImport = okrImport;' },
  },
  { ...browser, entryPoints: { preview: 'client/webview/preview.ts' }, format: 'iife' },
  { ...browser, entryPoints: { alignment: 'client/webview/alignment.ts' }, format: 'iife' },
  // Both with a browser for their host: for the command line alone.
  { ...browser, entryPoints: { 'okr-preview': 'client/webview/browser.ts' }, format: 'iife' },
];

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await Promise.all(bundles.map(options => build(options)));
await Promise.all(
  (await readdir('dist', { recursive: true }))
    .filter(name => /\.c?js$/.test(name))
    .map(name => shrink(join('dist', name))),
);
await rename('dist/extension.web.cjs.cjs', 'dist/extension.web.cjs.js');
const { code: css } = await transform(pageStyles, { loader: 'css', minify: true });
await writeFile('dist/preview.css', css);
/** Shown when a rule is hovered in `okr.json`. */
const described = ruleOptionSpecs.map(spec => ({ ...spec, description: `${summaries.get(spec.id)}.` }));
await writeFile('dist/okr.schema.json', `${JSON.stringify(okrJsonSchema(described))}\n`);

/** A second pass over a bundle, which takes another twentieth off. */
async function shrink(path: string): Promise<void> {
  const module = !/\.cjs$|\.web\.js$|(?:preview|alignment|chunks[\\/]import)\.js$/.test(path);
  const { code } = await minify(await readFile(path, 'utf8'), {
    module,
    ecma: 2022,
    compress: { passes: 4, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
    format: { comments: false },
  });
  if (code === undefined) throw new Error(`${path} came out empty`);
  await writeFile(path, path.endsWith('okr.js') && !code.startsWith('#!') ? `#!/usr/bin/env node\n${code}` : code);
}
