/**
 * Bundles what ships into `dist/`: the extension, the language server and the command line, the preview's page with its
 * style sheet, and
 * the schema of `okr.json`. What a start does not need (hovers, completion, reports) is in chunks of its own.
 *
 *   npm run build
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve as resolvePath } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';
import { minify } from 'terser';
import packageJson from './package.json' with { type: 'json' };
import { ruleOptionSpecs } from './server/core/rules/rules.ts';
import { summaries } from './server/core/rules/summaries.ts';
import { okrJsonSchema } from './server/core/settings/json-schema.ts';
import { pageStyles } from './server/core/views/styles/stylesheet.ts';

/** What the protocol's library uses of its type guards, which come as one piece of 28 kB. */
const guards = `
  const isString = value => typeof value === 'string';
  const isWithin = (value, least) => typeof value === 'number' && value >= least && value <= 2147483647;
  export const DocumentUri = { is: isString };
  export const URI = { is: isString };
  export const integer = { is: value => isWithin(value, -2147483648) };
  export const uinteger = { is: value => isWithin(value, 0) };
  export const WorkspaceFolder = { is: value => value !== null && typeof value === 'object' && isString(value.uri) && isString(value.name) };
`;
/** Node's own module of ciphers takes a tenth of the start to load; what is wanted of it the global one has. */
const randomness = `
  export const randomUUID = () => globalThis.crypto.randomUUID();
  export const randomBytes = size => Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(size)));
`;
const grammarChecks =
  'validateLookahead validateGrammar identifyProductionForDuplicates OccurrenceValidationCollector validateRuleDoesNotAlreadyExist validateRuleIsOverridden validateNoLeftRecursion getFirstNoneTerminal validateEmptyOrAlternative validateAmbiguousAlternationAlternatives RepetitionCollector validateTooManyAlts validateSomeNonEmptyLookaheadPath checkPrefixAlternativesAmbiguities';
/** Modules of libraries that are never called here, and what stands in for them. */
const unused: readonly [module: RegExp, instead: string][] = [
  // The search for Node modules of a workspace.
  [/[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/, ''],
  // The library's own store of documents; ours are in blocks.
  [/[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]textDocuments\.js$/, ''],
  // Notebooks have no OKRs.
  [/[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]notebook\.js$/, 'exports.NotebookSyncFeature = Base => Base;'],
  [/[\\/]vscode-languageserver-protocol[\\/]lib[\\/]common[\\/]protocol\.notebook\.js$/, ''],
  // Neither have they symbols of packages, values in a debugger, ghost texts, nor documents that are nowhere.
  [/[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]moniker\.js$/, 'exports.MonikerFeature = Base => Base;'],
  [/[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]inlineValue\.js$/, 'exports.InlineValueFeature = Base => Base;'],
  [
    /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]inlineCompletion\.js$/,
    'exports.InlineCompletionFeature = Base => Base;',
  ],
  [
    /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]textDocumentContent\.js$/,
    'exports.TextDocumentContentFeature = Base => Base;',
  ],
  [
    /[\\/]vscode-languageserver-protocol[\\/]lib[\\/]common[\\/]protocol\.(?:moniker|inlineValue|inlineCompletion|textDocumentContent)\.js$/,
    '',
  ],
  // Its words for mistakes in a text and in a grammar: ours are in mistakes.ts.
  [
    /[\\/]chevrotain[\\/]lib[\\/]src[\\/]parse[\\/]errors_public\.js$/,
    'export const defaultParserErrorProvider = {}, defaultGrammarResolverErrorProvider = {}, defaultGrammarValidatorErrorProvider = {};',
  ],
  // The checks of a grammar: a test has them run.
  [
    /[\\/]chevrotain[\\/]lib[\\/]src[\\/]parse[\\/]grammar[\\/]checks\.js$/,
    `export const ${grammarChecks.replaceAll(' ', ' = undefined, ')} = undefined;`,
  ],
  // Its own ways to go on after a mistake: ours is that a mistake stays on its line.
  [
    /[\\/]chevrotain[\\/]lib[\\/]src[\\/]parse[\\/]parser[\\/]traits[\\/]recoverable\.js$/,
    `export const IN_RULE_RECOVERY_EXCEPTION = '';
    export class Recoverable {
      initRecoverable() { this.recoveryEnabled = false; }
      attemptInRepetitionRecovery() {}
      getHumanReadableRuleStack() { return []; }
    }`,
  ],
  // Its own trees: ours are made by the rules.
  [
    /[\\/]chevrotain[\\/]lib[\\/]src[\\/]parse[\\/]parser[\\/]traits[\\/]tree_builder\.js$/,
    `export class TreeBuilder {
      initTreeBuilder() { this.outputCst = false; }
      cstInvocationStateUpdate() {}
      cstFinallyStateUpdate() {}
      cstPostTerminal() {}
      cstPostNonTerminal() {}
    }`,
  ],
  // Its reader of regular expressions, to find their first characters: every token says its own (`start_chars_hint`).
  [/[\\/]regexp-to-ast[\\/]lib[\\/]src[\\/]api\.js$/, 'export class RegExpParser {} export class BaseRegExpVisitor {}'],
];
const protocol = /[\\/]vscode-(?:languageserver(?:-protocol)?|jsonrpc)[\\/]lib[\\/].*\.js$/;
const clientLibrary = /[\\/]vscode-(?:languageclient|languageserver-protocol|jsonrpc)[\\/]lib[\\/].*\.js$/;
const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver-types$/ }, ({ importer }) =>
      /[\\/]vscode-languageserver(?:-protocol)?[\\/]/.test(importer)
        ? { path: 'guards', namespace: 'guards' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'guards' }, () => ({ contents: guards }));
    onResolve({ filter: /^crypto$/ }, ({ importer }) =>
      /[\\/]vscode-jsonrpc[\\/]/.test(importer) ? { path: 'randomness', namespace: 'randomness' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'randomness' }, () => ({ contents: randomness }));
    for (const [filter, contents] of unused) onLoad({ filter }, () => ({ contents }));
    onLoad({ filter: protocol }, async ({ path }) => ({ contents: withoutCeremony(await readFile(path, 'utf8')) }));
    onLoad({ filter: /[\\/]chevrotain[\\/]lib[\\/]src[\\/](?:scan|parse)[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/this\.(?:config\.)?skipValidations === false/g, 'false'),
    }));
  },
};
/** The same of the client's library, whose guards of types are all called. */
const leaveOutOfClient: Plugin = {
  name: 'leave-out-of-client',
  setup({ onLoad }) {
    // Notebooks have no OKRs.
    onLoad({ filter: /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]notebook\.js$/ }, () => ({
      contents: `const never = () => ({ dispose() {} });
      exports.NotebookDocumentSyncFeature = class {
        static CellScheme = 'vscode-notebook-cell';
        registrationType = { method: 'notebookDocument/sync' };
        onOpenNotificationSent = never;
        onChangeNotificationSent = never;
        onSaveNotificationSent = never;
        onCloseNotificationSent = never;
        fillClientCapabilities() {}
        initialize() {}
        getState() { return { kind: 'document', id: 'notebookDocument/sync', registrations: false, matches: false }; }
        register() {}
        unregister() {}
        clear() {}
        handles() { return false; }
      };`,
    }));
    onLoad({ filter: clientLibrary }, async ({ path }) => ({
      contents: withoutCeremony(await readFile(path, 'utf8')),
    }));
  },
};
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
const offerToDesktop: Plugin = {
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
const takeFromWeb: Plugin = {
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
/** The rules' examples and reasons are for `okr explain` and their page: a server's diagnostics link to that. */
const leaveOutRuleTexts: Plugin = {
  name: 'leave-out-rule-texts',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]core[\\/]rules[\\/]summaries\.ts$/ }, () => ({
      contents: `export const summaries = new Map(${JSON.stringify([...summaries])});`,
    }));
    onLoad({ filter: /[\\/]core[\\/]rules[\\/].+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replace(
          /^ {2}(?:(?:bad|good): `(?:[^`\\]|\\.)*`|(?:summary|why|source|today):\s+(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")),$/gm,
          '',
        ),
        loader: 'ts',
      };
    });
  },
};

/**
 * What TypeScript writes into each CommonJS module about exports and imports, for others than ES modules: a fifth of
 * the protocol's library.
 */
function withoutCeremony(text: string): string {
  return text
    .replace(/^var __\w+ = \(this && [\s\S]*?^\}[^\n]*;$/gm, '')
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/__exportStar\((require\([^)]*\)), exports\);/g, 'Object.assign(exports, $1, { ...exports });')
    .replace(/__import(?:Star|Default)\(/g, '(')
    .replace(
      /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return ([\w.]+); \} \}\);/g,
      'exports.$1 = $2;',
    );
}

/**
 * What a start needs goes into one chunk: whatever the server loads later is said to need it too. Otherwise each set of
 * features that shares a module gets a chunk for it, and a start would open dozens of files.
 */
const startIsOneChunk: Plugin = {
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
 * What few calls need is loaded at the first of them: an `okr.json` to read, a name that is nowhere, a SMART card. Such a call waits for
 * nothing, so each is a CommonJS module of its own.
 */
const apart = [
  {
    name: 'settings',
    module: 'server/core/settings/reading.ts',
    for: 'settings.ts',
    calls: 'okrSchema readSettings saysRoot',
  },
  { name: 'smart', module: 'server/core/scores/smart.ts', for: 'key-result.ts', calls: 'smartCard' },
  { name: 'near', module: 'server/core/rules/near-references.ts', for: 'unresolved-reference.ts', calls: 'meantBy' },
];
const keepApart: Plugin = {
  name: 'keep-apart',
  setup({ onResolve, onLoad }) {
    for (const { name, module, for: caller, calls } of apart) {
      onResolve({ filter: new RegExp(`/${basename(module).replace('.', '\\.')}$`) }, ({ importer }) =>
        basename(importer) === caller ? { path: name, namespace: 'apart' } : undefined,
      );
      const stub = calls
        .split(' ')
        .map(call => `export const ${call} = (...all) => require('./${name}.cjs').${call}(...all);`);
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'apart' }, () => ({ contents: stub.join('\n') }));
    }
    onResolve({ filter: /\.cjs$/, namespace: 'apart' }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * An import is rare, and large with the libraries of its formats: it is a script of its own that the desktop's server and
 * the Web's run at the first import, so that it is packaged once. A worker loads no modules, so that the two hand each
 * other through the global scope what they need: the server what the import uses of it, the script what the import is.
 */
const importing = {
  entry: 'server/lsp/okr-requests/import.ts',
  script: 'chunks/import.js',
  /** Folders that are in the script with the libraries that they use: whatever else they import is the server's. */
  own: ['server/core/import', 'server/import'],
  /** A library that the server has as well. */
  served: /^papaparse\b/,
};
/** What the import uses of the server: names by module, as its folders import them. */
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
const takeFromServer: Plugin = {
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

const importOnDesktop = runImport(
  `await import('./${basename(importing.script)}');`,
  // As for whatever else is loaded later, so that a start stays one chunk.
  `import ${JSON.stringify(resolvePath('server/lsp/node.ts'))};`,
);
const importOnWeb = runImport(`loadScript('${importing.script}');`, `import { loadScript } from './scripts.ts';`);

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
