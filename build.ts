/**
 * Bundles what ships into `dist/`: the extension and the language server, each for Node and for the browser, the
 * preview's page, the command line, and the schema of `okr.json`.
 *
 *   npm run build [-- --watch]
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { type BuildOptions, build, context } from 'esbuild';
import packageJson from './package.json' with { type: 'json' };
import { ruleOptionSpecs } from './server/core/rules/rules.ts';
import { okrJsonSchema } from './server/core/settings/json-schema.ts';

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: 'dist',
  define: { OKR_VERSION: JSON.stringify(packageJson.version) },
  // jsonc-parser and others name a UMD build first, which bundles badly.
  mainFields: ['module', 'main'],
};
const node: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20.9',
  outExtension: { '.js': '.cjs' },
};
const browser: BuildOptions = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

const bundles: BuildOptions[] = [
  { ...node, entryPoints: { extension: 'client/extension.ts' }, external: ['vscode'] },
  {
    ...browser,
    entryPoints: { 'extension.web': 'client/extension.web.ts' },
    format: 'cjs',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
  { ...node, entryPoints: { server: 'server/lsp/node.ts' } },
  { ...browser, entryPoints: { 'server.web': 'server/lsp/worker.ts' }, format: 'iife' },
  { ...node, entryPoints: { okr: 'server/cli/okr.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...browser, entryPoints: { preview: 'client/webview/preview.ts' }, format: 'iife' },
];

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await writeFile('dist/okr.schema.json', `${JSON.stringify(okrJsonSchema(ruleOptionSpecs), null, 2)}\n`);
if (process.argv.includes('--watch')) {
  for (const options of bundles) await (await context(options)).watch();
  console.log('watching');
} else {
  await Promise.all(bundles.map(options => build(options)));
}
