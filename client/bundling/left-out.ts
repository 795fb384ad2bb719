/** What the libraries have and nobody here calls: it stays out of what ships. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { summaries } from '../../server/core/rules/summaries.ts';

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
export const leaveOut: Plugin = {
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
export const leaveOutOfClient: Plugin = {
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

/** The rules' examples and reasons are for `okr explain` and their page: a server's diagnostics link to that. */
export const leaveOutRuleTexts: Plugin = {
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
