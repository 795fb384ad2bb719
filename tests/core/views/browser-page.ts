/** The preview's page in a real browser, as its host opens it: the same policy, the bundled script, a host that listens. */
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { FromPage, ToPage } from '../../../server/core/requests/preview.ts';
import { previewPage } from '../../../server/core/views/preview-page.ts';
import { pageStyles } from '../../../server/core/views/styles/stylesheet.ts';

const origin = 'http://preview.test';
const entries = new URL('../../../client/webview/', import.meta.url);

/** As it ships. */
export async function bundledScript(name: 'preview' | 'alignment' = 'preview'): Promise<string> {
  const options = { bundle: true, minify: true, write: false, format: 'iife', target: 'chrome122' } as const;
  const { outputFiles } = await build({ entryPoints: [new URL(`${name}.ts`, entries).pathname], ...options });
  return outputFiles[0]?.text ?? '';
}

export interface OpenPreview {
  readonly page: Page;
  /** What the policy forbade, and what went wrong. */
  readonly complaints: string[];
  send(message: ToPage): Promise<void>;
  /** What the page has told its host so far. */
  told(): Promise<FromPage[]>;
}

/** What VS Code says of its own themes: Light Modern, Dark Modern and Dark High Contrast. */
const themes = {
  'vscode-light': {
    'editor-background': '#ffffff',
    'editor-foreground': '#3b3b3b',
    'textLink-foreground': '#005fb8',
    focusBorder: '#005fb8',
  },
  'vscode-dark': {
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    'textLink-foreground': '#4daafc',
    focusBorder: '#0078d4',
    'dropdown-background': '#313131',
  },
  'vscode-high-contrast': {
    'editor-background': '#000000',
    'editor-foreground': '#ffffff',
    contrastBorder: '#6fc3df',
    focusBorder: '#f38518',
  },
} as const;

export interface PreviewLook {
  readonly width?: number;
  readonly theme?: keyof typeof themes;
  /** In pixels; twice 13 is a text zoom of 200 %. */
  readonly fontSize?: number;
  readonly forcedColors?: 'active';
  readonly font?: string;
  /** Pixels of a picture for one of the page. */
  readonly scale?: number;
  /** The script that is loaded when somebody wants to see the alignment; left out: it is not there. */
  readonly alignment?: string;
}

/** Opens the page; what it keeps with `setState` is there again after a reload. */
export async function openPreview(browser: Browser, script: string, options: PreviewLook = {}): Promise<OpenPreview> {
  const {
    width = 1000,
    theme = 'vscode-light',
    fontSize = 13,
    forcedColors = null,
    scale = 1,
    font,
    alignment,
  } = options;
  const page = await browser.newPage({
    viewport: { width, height: 700 },
    reducedMotion: 'reduce',
    forcedColors,
    deviceScaleFactor: scale,
  });
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  const variables = { ...themes[theme], 'font-size': `${fontSize}px`, ...(font && { 'font-family': font }) };
  await page.addInitScript(pretendHost, { theme, variables: Object.entries(variables) });
  const html = previewPage({
    nonce: 'aNonceForTheTest0',
    scriptUri: `${origin}/preview.js`,
    alignmentUri: `${origin}/alignment.js`,
    styleUri: `${origin}/preview.css`,
  });
  for (const [path, contentType, body] of [
    ['', 'text/html', html],
    ['preview.js', 'text/javascript', script],
    ['preview.css', 'text/css', pageStyles],
    ...(alignment === undefined ? [] : [['alignment.js', 'text/javascript', alignment] as const]),
  ] as const)
    await page.route(`${origin}/${path}`, route => route.fulfill({ contentType, body }));
  if (alignment === undefined) await page.route(`${origin}/alignment.js`, route => route.fulfill({ status: 404 }));
  await page.goto(`${origin}/`);
  return {
    page,
    complaints,
    send: message => page.evaluate(data => void window.dispatchEvent(new MessageEvent('message', { data })), message),
    told: () => page.evaluate(() => (window as unknown as { told: FromPage[] }).told),
  };
}

/** Runs in the page, before its own script. */
function pretendHost({ theme, variables }: { theme: string; variables: [name: string, value: string][] }): void {
  const told: unknown[] = [];
  Object.assign(window, {
    told,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => told.push(message),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
    }),
  });
  // As an editor does it: before there is anything to lay out.
  new MutationObserver((_, observer) => {
    if (document.body === null) return;
    observer.disconnect();
    document.body.classList.add(theme);
    for (const [name, value] of variables) document.documentElement.style.setProperty(`--vscode-${name}`, value);
  }).observe(document, { childList: true, subtree: true });
}
