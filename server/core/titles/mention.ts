/** A number that a title names, with what its neighbours make of it. */
import type { Quantity } from './quantities.ts';
import type { Span } from './reading.ts';
import type { Bound, Role } from './tables/bounds.ts';
import type { ChangeWord } from './tables/changes.ts';
import type { Token } from './tokens.ts';

export interface Mention {
  readonly quantity: Quantity;
  readonly role: Role | undefined;
  readonly bound: Bound | undefined;
  /** The other end of `5–10`, `between 3% and 5%`, `32 → 50`. */
  readonly second?: Quantity;
  readonly arrow: boolean;
  /** `doubles`, `in half` */
  readonly change?: ChangeWord;
  /** Tokens, with the words before and after it that say what it is. */
  readonly from: number;
  readonly to: number;
  /** `no`, `zero` */
  readonly none: boolean;
  /** A share, as in `one in five` and `half of our users`. */
  readonly share: boolean;
}

/** Where a mention stands in the title. */
export function spanOf(tokens: readonly Token[], mention: Mention): Span {
  return { start: tokens[mention.from]?.start ?? 0, end: tokens[mention.to - 1]?.end ?? 0 };
}

/** What most mentions are not. */
export const PLAIN = { arrow: false, none: false, share: false } as const;
