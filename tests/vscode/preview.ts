/** The preview in VS Code's window. */
import type { Frame } from 'playwright-core';
import { until } from './until.ts';
import type { Workbench } from './workbench/workbench.ts';

const score = '[data-figure="score"]';

/** @returns its document, once it shows a score */
export async function openPreview(workbench: Workbench): Promise<Frame> {
  await workbench.run('OKR: Open Preview to the Side');
  return shownPreview(workbench);
}

/** The document of the preview that is open already, or comes back with its window. */
export function shownPreview(workbench: Workbench): Promise<Frame> {
  return workbench.webviewWith(score, 60_000);
}

export async function waitForScore(preview: Frame, expected: string): Promise<void> {
  await until(
    `the score is ${expected}`,
    async () => (await preview.locator(score).textContent())?.trim() === expected,
  );
}
