/** The scheme of the folder's addresses in the browser. */
export const folderScheme = 'sample';

/** What the extension in `extension.ts` tells VS Code about itself. */
export const manifest = {
  publisher: 'okrs-as-code',
  name: 'folder-in-memory',
  displayName: 'A folder in memory',
  version: '1.0.0',
  engines: { vscode: '^1.91.0' },
  browser: './extension.js',
  activationEvents: [`onFileSystem:${folderScheme}`, `onSearch:${folderScheme}`],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  enabledApiProposals: ['fileSearchProvider', 'textSearchProvider'],
  contributes: {
    resourceLabelFormatters: [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is VS Code's
      { scheme: folderScheme, formatting: { label: '${path}', separator: '/', workspaceSuffix: 'in memory' } },
    ],
  },
} as const;
