/** Ready-made loudness for all rules at once: what `okr.json` can begin from. */
import type { Severity } from './schema.ts';

/** `recommended` is what each rule says of itself, `strict` a step louder, `gentle` a step quieter. */
export const presets = ['recommended', 'strict', 'gentle'] as const;
export type Preset = (typeof presets)[number];

const louder: Readonly<Record<Severity, Severity>> = {
  off: 'hint',
  hint: 'info',
  info: 'warning',
  warning: 'error',
  error: 'error',
};
/** What is wrong stays wrong: an error is no matter of taste. */
const quieter: Readonly<Record<Severity, Severity>> = {
  off: 'off',
  hint: 'off',
  info: 'hint',
  warning: 'info',
  error: 'error',
};

/** @param severity how loudly the rule speaks unless set otherwise */
export function severityIn(preset: Preset, severity: Severity): Severity {
  if (preset === 'recommended') return severity;
  return (preset === 'strict' ? louder : quieter)[severity];
}
