/** What somebody asks to have written, taken from whoever sent it only as what it is allowed to be. */
import type { WriteParams } from '../requests/check-in.ts';
import { SAID_STATUSES } from '../wording/check-in.ts';

/** @returns undefined where something is missing, or is something else; more than what is meant is left out */
export function writeParams(value: unknown): WriteParams | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { what, uri, line, step, text, done, title, date, ...said } = value as Record<string, unknown>;
  if (!isText(uri) || !isIndex(line)) return undefined;
  if (what === 'tick')
    return isIndex(step) && isText(text) && typeof done === 'boolean'
      ? { what, uri, line, step, text, done }
      : undefined;
  if (what === 'objective') return isText(title) ? { what, uri, line, title } : undefined;
  const { value: number, confidence, by, note } = said;
  const status = SAID_STATUSES.find(each => each === said['status']) ?? null;
  if (status !== said['status'] || !isText(confidence) || !isText(by)) return undefined;
  if (what === 'say') return isText(title) ? { what, uri, line, title, confidence, status, by } : undefined;
  if (what !== undefined || !isText(number) || !isText(note) || !(date === null || isText(date))) return undefined;
  const meant = { uri, line, date, value: number, confidence, status, by, note };
  return title === undefined ? meant : isText(title) ? { ...meant, title } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
