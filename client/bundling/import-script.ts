/** The script of an import, and what it and the server hand each other. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve as resolvePath } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * An import is rare, and large with the libraries of its formats: it is a script of its own that the desktop's server and
 * the Web's run at the first import, so that it is packaged once. A worker loads no modules, so that the two hand each
 * other through the global scope what they need: the server what the import uses of it, the script what the import is.
 */
export const importing = {
  entry: 'server/lsp/okr-requests/import.ts',
  script: 'chunks/import.js',
  /** Folders that are in the script with the libraries that they use: whatever else they import is the server's. */
  own: ['server/core/import', 'server/import'],
  /** A library that the server has as well. */
  served: /^papaparse\b/,
};
/**
 * What the import uses of the server: names by module, as its folders import them. Of an import esbuild tells plugins and
 * metafile the module, and no names; to hand over whole modules would have each start load what nobody uses of them (1.7 kB).
 */
const usedOfServer = new Map<string, Set<string>>();
const ownFiles = await Promise.all(
  importing.own.map(async folder => (await readdir(folder)).map(name => resolvePath(folder, name))),
);
for (const file of [...ownFiles.flat(), resolvePath(importing.entry)]) {
  const text = await readFile(file, 'utf8');
  for (const [, one, several = '', path = ''] of text.matchAll(
    /^import (?!type )(?:(\w+)|\{([^}]*)\}) from '([^']+)';$/gm,
  )) {
    const module = path.startsWith('.') ? resolvePath(dirname(file), path) : path;
    if (
      path.startsWith('.')
        ? importing.own.some(own => dirname(module) === resolvePath(own))
        : !importing.served.test(path)
    )
      continue;
    const names = usedOfServer.get(module) ?? new Set();
    usedOfServer.set(module, names);
    if (one !== undefined) names.add('default');
    for (const name of several.split(',').map(each => each.trim()))
      if (name !== '' && !name.startsWith('type ')) names.add(name.replace(/ as .*/, ''));
  }
}
const numbered = [...usedOfServer].map(([module, names], i) => ({
  module,
  names: [...names].map((name, j) => ({ name, as: `of${i}_${j}` })),
}));
export const takeFromServer: Plugin = {
  name: 'take-from-server',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./, namespace: 'file' }, ({ path, resolveDir }) => {
      const module = path.startsWith('.') ? resolvePath(resolveDir, path) : path;
      return usedOfServer.has(module) ? { path: module, namespace: 'of-server' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'of-server' }, ({ path }) => {
      const { names = [] } = numbered.find(({ module }) => module === path) ?? {};
      return { contents: names.map(({ name, as }) => exportOf(name, `globalThis.okrServer.${as}`)).join('\n') };
    });
  },
};
function exportOf(name: string, value: string): string {
  return name === 'default' ? `export default ${value};` : `export const ${name} = ${value};`;
}
/** @param run runs the script, once the server has handed over what it uses; with what it imports for that */
const runImport = (run: string, imports = ''): Plugin => ({
  name: 'run-import',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/okr-requests\/import\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'import', namespace: 'run-import' } : undefined,
    );
    onResolve({ filter: /\.js$/, namespace: 'run-import' }, ({ path }) =>
      path.startsWith('./') ? { path, external: true } : undefined,
    );
    onLoad({ filter: /./, namespace: 'run-import' }, () => ({
      contents: [
        imports,
        ...numbered.map(
          ({ module, names }) =>
            `import { ${names.map(({ name, as }) => `${name} as ${as}`).join(', ')} } from ${JSON.stringify(module)};`,
        ),
        `globalThis.okrServer = { ${numbered.flatMap(({ names }) => names.map(({ as }) => as)).join(', ')} };`,
        run,
        'export const { importSource } = globalThis.okrImport;',
      ].join('\n'),
      resolveDir: resolvePath('server/lsp'),
    }));
  },
});

export const importOnDesktop = runImport(
  `await import('./${basename(importing.script)}');`,
  // As for whatever else is loaded later, so that a start stays one chunk.
  `import ${JSON.stringify(resolvePath('server/lsp/node.ts'))};`,
);
export const importOnWeb = runImport(
  `loadScript('${importing.script}');`,
  `import { loadScript } from './scripts.ts';`,
);
