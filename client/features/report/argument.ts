/** What a lens knows already of the report that it asks for. */
import { placeArgument } from '../../place-argument.ts';

/** @param argument `{ uri, cycle }`, or a menu's */
export function reportArgument(argument: unknown): { readonly uri?: string; readonly cycle?: string } {
  const { cycle } = (typeof argument === 'object' && argument !== null ? argument : {}) as { cycle?: unknown };
  if (typeof cycle !== 'string' || cycle === '') return {};
  const uri = placeArgument(argument)?.uri;
  return uri === undefined ? { cycle } : { uri, cycle };
}
