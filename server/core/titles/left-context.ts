/** The words before a number that say what it is: `to at least`, `by more than`, `in under`, `from`. */
import { type Bound, boundsBefore, fillers, type Role, rolesBefore, summaries } from './tables/bounds.ts';
import type { Token } from './tokens.ts';

export interface LeftContext {
  readonly says: { readonly role: Role | undefined; readonly bound: Bound | undefined };
  /** The first token of it, or the number's own. */
  readonly from: number;
}

/** No more words stand between a number and what governs it. */
const STEPS = 6;

/** What the words just before this token make of the number there. */
export function leftContext(tokens: readonly Token[], index: number): LeftContext {
  let at = index;
  let from = index;
  let bound: Bound | undefined;
  for (let step = 0; step < STEPS; step++) {
    const limit = bound === undefined ? boundsBefore.before(tokens, at) : undefined;
    const role = rolesBefore.before(tokens, at);
    if (limit && limit.length >= (role?.length ?? 0)) {
      bound = limit.value;
      at -= limit.length;
      from = at;
    } else if (role) {
      const outer =
        role.value === 'of' && summaries.has(tokens[at - 2]?.lower ?? '') ? outerRole(tokens, at - 2) : undefined;
      return { says: { role: outer?.role ?? role.value, bound }, from: outer?.from ?? at - role.length };
    } else if (fillers.has(tokens[at - 1]?.lower ?? '')) {
      at--;
    } else {
      break;
    }
  }
  return { says: { role: undefined, bound }, from };
}

/** `from an average of 40`: the role before the average. */
function outerRole(tokens: readonly Token[], average: number): { role: Role; from: number } | undefined {
  const at = fillers.has(tokens[average - 1]?.lower ?? '') ? average - 1 : average;
  const found = rolesBefore.before(tokens, at);
  return found && GOVERNING.has(found.value) ? { role: found.value, from: at - found.length } : undefined;
}

const GOVERNING: ReadonlySet<Role> = new Set<Role>(['from', 'to', 'by', 'for']);
