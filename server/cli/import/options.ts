/** The options of `okr import`, as the core wants them. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toIso } from '../../core/calendar/day.ts';
import { type ImportOptions, ImportProblem } from '../../core/import/import.ts';
import { readMapping } from '../../core/import/mapping.ts';
import { isCycle } from '../../core/model/file.ts';
import type { SourceFormat } from '../../import/source-formats.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage.ts';

export interface ImportCommandOptions {
  readonly output: string;
  readonly from?: SourceFormat;
  readonly map?: readonly string[];
  readonly cycle?: string;
  readonly team?: string;
  readonly asOf?: number;
  readonly today?: number;
  readonly dryRun?: true;
}

/** @throws UsageError */
export function optionsOf(
  session: Session,
  { from, map = [], cycle, team, asOf }: ImportCommandOptions,
): ImportOptions {
  if (cycle !== undefined && !isCycle(cycle))
    throw new UsageError(`\`--cycle ${cycle}\`: no cycle can be called so; write it as in \`--cycle 2026-Q4\``);
  const pairs: Record<string, string> = {};
  for (const text of map) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (key !== undefined && value !== undefined) pairs[key.trim()] = value.trim();
    else Object.assign(pairs, mappingFile(session, text));
  }
  try {
    const said = readMapping(pairs);
    // Its three are on track, behind and at risk.
    const atRisk = said.atRisk ?? (from === 'viva' ? 'off-track' : undefined);
    return { ...said, atRisk, cycle, team, asOf: asOf === undefined ? undefined : toIso(asOf) };
  } catch (error) {
    if (error instanceof ImportProblem) throw new UsageError(`\`--map\`: ${error.message}`);
    throw error;
  }
}

function mappingFile(session: Session, path: string): Record<string, string> {
  const wrong = (why: string) =>
    new UsageError(
      `\`--map ${path}\`: ${why}; write a pair, \`--map title="Objective name"\`, or name a JSON file of such pairs`,
    );
  const file = resolve(session.io.cwd, path);
  if (!existsSync(file)) throw wrong('that is no pair, and there is no such file');
  let pairs: unknown;
  try {
    pairs = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw wrong('it is no JSON');
  }
  const isMapping =
    typeof pairs === 'object' && pairs !== null && Object.values(pairs).every(each => typeof each === 'string');
  if (!isMapping) throw wrong('it is no object of texts');
  return pairs as Record<string, string>;
}
