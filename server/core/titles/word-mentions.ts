/** Mentions without digits of their own: `doubles`, `five nines`, `a third of`, `zero rejections`. */
import { leftContext } from './left-context.ts';
import { type Mention, PLAIN } from './mention.ts';
import type { Quantity } from './quantities.ts';
import { shareAt } from './shares.ts';
import { onceVerbs } from './tables/calendar.ts';
import { changeWords, noChange } from './tables/changes.ts';
import { numberWords } from './tables/spelled-numbers.ts';
import { stopWords } from './tables/stop-words.ts';
import type { Token } from './tokens.ts';
import { unitAt } from './unit-words.ts';

/** The mention in words that begins at this token, if one does; shares may have digits (`9/10`). */
export function wordMentionAt(tokens: readonly Token[], at: number, text: string): Mention | undefined {
  return (
    changeWordAt(tokens, at) ??
    numberWordAt(tokens, at) ??
    shareMentionAt(tokens, at, text) ??
    noneAt(tokens, at, text) ??
    oneAt(tokens, at)
  );
}

function bareQuantity(from: number, to: number, fields: Partial<Quantity>): Quantity {
  return {
    type: 'count',
    from,
    numberEnd: to,
    to,
    value: 0,
    sign: '',
    written: '0',
    unit: '',
    plus: false,
    adjective: false,
    spelled: true,
    plural: false,
    ...fields,
  };
}

function changeWordAt(tokens: readonly Token[], at: number): Mention | undefined {
  if (noChange.at(tokens, at)) return undefined;
  const found = changeWords.at(tokens, at);
  if (!found) return undefined;
  const to = at + found.length;
  const { value: change } = found;
  const type = change.kind === 'factor' ? 'factor' : 'percent';
  const quantity = bareQuantity(at, to, {
    type,
    value: Math.abs(change.number),
    written: String(Math.abs(change.number)),
  });
  return { ...PLAIN, quantity, change, role: undefined, bound: undefined, from: at, to };
}

function shareMentionAt(tokens: readonly Token[], at: number, text: string): Mention | undefined {
  const share = shareAt(tokens, at, text);
  if (!share) return undefined;
  const left = leftContext(tokens, at);
  const { percent, to } = share;
  const written = `${Number(percent.toFixed(1))}%`;
  const quantity =
    share.score === undefined
      ? bareQuantity(at, to, { type: 'percent', value: Number(percent.toFixed(1)), written })
      : bareQuantity(at, to, { type: 'count', value: share.score, written: String(share.score), spelled: false });
  return { ...PLAIN, quantity, ...left.says, share: true, from: left.from, to };
}

/** `five nines`, `sub-second`, `twice a week`. */
function numberWordAt(tokens: readonly Token[], at: number): Mention | undefined {
  const found = numberWords.at(tokens, at);
  if (!found) return undefined;
  const to = at + found.length;
  const { type, value, written, unit, bound } = found.value;
  const left = leftContext(tokens, at);
  const quantity = bareQuantity(at, to, { type, value, written, unit, plural: type === 'count' });
  return { ...PLAIN, quantity, role: left.says.role, bound: left.says.bound ?? bound, from: left.from, to };
}

/** `no more than` is a bound. */
const NO_LESS = /^(?:more|less|fewer|later|higher|lower|longer|greater|worse)$/u;

/** `No customer waits`, `zero rejections`, `not a single missed payroll`. */
function noneAt(tokens: readonly Token[], at: number, text: string): Mention | undefined {
  const word = tokens[at]?.lower ?? '';
  const notOne = word === 'not' && tokens[at + 1]?.lower === 'a' && tokens[at + 2]?.lower === 'single';
  if (word !== 'no' && word !== 'zero' && word !== 'none' && !notOne) return undefined;
  const after = notOne ? at + 3 : at + 1;
  const next = tokens[after];
  if ((next?.glued && next.text === '-') || next?.text === '%' || next?.lower === 'percent') return undefined;
  if (word === 'no' && (next?.type !== 'word' || NO_LESS.test(next.lower))) return undefined;
  const isWhole = word === 'none' || next?.lower === 'one';
  const words = isWhole ? { unit: '', to: word === 'none' ? after : after + 1 } : unitAt(tokens, after, text, 1);
  const left = leftContext(tokens, at);
  // `No tier 1`, `no P0`: the number is part of a name.
  const isNamed = words.unit === '' && tokens[after + 1]?.type === 'number' && !stopWords.has(next?.lower ?? '');
  const to = isNamed ? after + 2 : words.to;
  const quantity = bareQuantity(at, to, { unit: words.unit, numberEnd: after });
  return {
    ...PLAIN,
    quantity,
    role: left.says.role,
    bound: left.says.bound,
    none: true,
    from: left.from,
    to,
  };
}

const SHORT = /^(?:second|minute|hour|day|week)$/u;

/** `in under an hour`; `hire a cook within a week` is a deadline. */
function oneAt(tokens: readonly Token[], at: number): Mention | undefined {
  if (!/^an?$/u.test(tokens[at]?.lower ?? '') || !SHORT.test(tokens[at + 1]?.lower ?? '')) return undefined;
  const left = leftContext(tokens, at);
  const { role, bound } = left.says;
  if ((bound !== 'at-most' && bound !== 'below') || onceVerbs.has(tokens[0]?.lower ?? '')) return undefined;
  const unit = tokens[at + 1]?.text ?? '';
  const quantity = bareQuantity(at, at + 2, { type: 'duration', value: 1, written: '1', unit, numberEnd: at + 1 });
  return { ...PLAIN, quantity, role, bound, from: left.from, to: at + 2 };
}
