/** Workspaces to report on: written out in a test, or a folder of the samples. */

import { readdirSync, readFileSync } from 'node:fs';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { fileOf, readAtOnce } from '../../../server/core/data/read.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { buildReport, type ReportOptions } from '../../../server/core/reports/build-report.ts';
import type { Report } from '../../../server/core/reports/report.ts';
import { Standings } from '../../../server/core/standing/standings.ts';

export interface Opened {
  readonly workspace: Workspace;
  readonly standings: Standings;
  report(options: ReportOptions): Report;
}

/** `open({ 'growth.okr': 'objective …' })`; a text alone is the one file `a.okr`. Files other than `.okr` are data. */
export function open(files: string | Readonly<Record<string, string>>, today = '2026-11-21'): Opened {
  const workspace = new Workspace('file:///w', fromIso(today) ?? 0);
  const texts: Readonly<Record<string, string>> = typeof files === 'string' ? { 'a.okr': files } : files;
  readAtOnce(workspace.data, uri => fileOf(texts[uri.slice(uriOf('').length)]));
  for (const [path, text] of Object.entries(texts))
    if (path.endsWith('.okr')) workspace.setFile(uriOf(path), text, true);
  const standings = new Standings(workspace);
  return { workspace, standings, report: options => buildReport(workspace, standings, options) };
}

export function uriOf(path: string): string {
  return `file:///w/${path}`;
}

/** A folder of `samples/`. */
export function openSample(folder: string, today?: string): Opened {
  return open(readTexts(new URL(`../../../samples/${folder}/`, import.meta.url)), today);
}

function readTexts(folder: URL): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => /\.(okr|csv)$/.test(path));
  const slashed = paths.map(path => path.replaceAll('\\', '/')).toSorted();
  return Object.fromEntries(slashed.map(path => [path, readFileSync(new URL(path, folder), 'utf8')]));
}
