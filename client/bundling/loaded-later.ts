/** What a start of the server does not load. */
import { basename, dirname, resolve as resolvePath } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What a start needs goes into one chunk: whatever the server loads later is said to need it too. Otherwise each set of
 * features that shares a module gets a chunk for it, and a start would open dozens of files.
 */
export const startIsOneChunk: Plugin = {
  name: 'start-is-one-chunk',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^\./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'resolving' || importer.endsWith('main.ts')) return undefined;
      const { path: module } = await resolve(path, { kind: 'import-statement', resolveDir, pluginData: 'resolving' });
      return { path: module, namespace: 'later' };
    });
    onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
      contents: `import ${JSON.stringify(resolvePath('server/lsp/node.ts'))}; export * from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    }));
  },
};

/**
 * What few calls need is loaded at the first of them: an `okr.json` to read, a name that is nowhere, a SMART card, a
 * line that cannot be read. Such a call waits for nothing, so each is a CommonJS module of its own.
 */
export const apart = [
  {
    name: 'settings',
    module: 'server/core/settings/reading.ts',
    for: 'settings.ts',
    calls: 'okrSchema readSettings saysRoot',
  },
  { name: 'smart', module: 'server/core/scores/smart.ts', for: 'key-result.ts', calls: 'smartCard' },
  {
    name: 'notations',
    module: 'grammar/other-notations.ts',
    for: 'argument-parser.ts argument-mistakes.ts block.ts',
    calls: 'colonInside cycleInPieces headingIn lineToHold noCycle signForTo statusInWords',
  },
  {
    name: 'mistakes',
    module: 'grammar/mistakes.ts',
    for: 'block.ts',
    calls: 'colonBeforeArguments colonWithoutBlank markdownHeading misspelledKeyword unknownKeyword',
  },
  { name: 'near', module: 'server/core/rules/near-references.ts', for: 'unresolved-reference.ts', calls: 'meantBy' },
];
export const keepApart: Plugin = {
  name: 'keep-apart',
  setup({ onResolve, onLoad }) {
    for (const { name, module, for: caller, calls } of apart) {
      onResolve({ filter: new RegExp(`/${basename(module).replace('.', '\\.')}$`) }, ({ importer }) =>
        caller.split(' ').includes(basename(importer)) ? { path: name, namespace: 'apart' } : undefined,
      );
      const stub = calls
        .split(' ')
        .map(call => `export const ${call} = (...all) => require('./${name}.cjs').${call}(...all);`);
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'apart' }, () => ({ contents: stub.join('\n') }));
    }
    onResolve({ filter: /\.cjs$/, namespace: 'apart' }, ({ path }) => ({ path, external: true }));
  },
};
