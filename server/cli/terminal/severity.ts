/** How severities look on a terminal; each is written as a word too. */
import type { Severity } from '../../core/settings/settings.ts';
import type { Colours } from './colours.ts';

export function paintSeverity(severity: Severity, colours: Colours): (text: string) => string {
  return {
    error: colours.red,
    warning: colours.yellow,
    info: colours.blue,
    hint: colours.magenta,
    off: colours.dim,
  }[severity];
}
