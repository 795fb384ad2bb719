import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

/** Fails where a webview's document breaks a rule of WCAG 2.2, level AA, that a machine can check: contrast, names, structure. */
export async function assertAccessible(document: Frame): Promise<void> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
  await document.evaluate(axe);
  // A webview is transparent; axe cannot see through it to the editor's background.
  await document
    .locator(':root')
    .evaluate(root => root.style.setProperty('background', 'var(--vscode-editor-background)'));
  const { violations } = await document.evaluate(
    (): Promise<AxeResults> =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      }),
  );
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  assert.deepEqual(found, []);
}
