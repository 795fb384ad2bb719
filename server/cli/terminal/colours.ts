import pc from 'picocolors';
import type { Io, Output } from '../io.ts';

export type Colours = ReturnType<typeof pc.createColors>;

/** Colours on a terminal only, unless the environment says otherwise: see no-color.org and force-color.org. */
export function coloursFor(output: Output, env: Io['env']): Colours {
  return pc.createColors(wantsColours(output, env));
}

function wantsColours({ isTerminal }: Output, env: Io['env']): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return isTerminal && env['TERM'] !== 'dumb';
}
