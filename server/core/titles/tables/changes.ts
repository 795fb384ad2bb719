/** Words that say more or less: of a number that may not be there. */
import { PhraseTable } from '../phrases.ts';
import type { Direction } from '../reading.ts';

/** Every form of each regular verb, and the irregular ones as they are given. */
function forms(verbs: string): string[] {
  return verbs
    .split(/\s+/u)
    .filter(verb => verb !== '')
    .flatMap(verb => {
      const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
      return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`];
    });
}

const RAISE = `increase raise boost improve lift expand gain accelerate scale climb advance maximise maximize strengthen
  elevate enhance escalate augment uplift double triple quadruple multiply`;
const RAISE_IRREGULAR = `grow grows grew growing grown rise rises rose rising risen up upping growth uptick
  quadruples amplify amplifies speed`;
const CUT = `reduce decrease lower shrink minimise minimize slash trim shorten decline lessen halve eliminate erase
  curb compress diminish save prune lose`;
const CUT_IRREGULAR = `cut cuts cutting drop drops dropped dropping fall falls falling fell fewer shave shaves
  reduction down saving savings`;

export const raiseVerbs: ReadonlySet<string> = new Set([...forms(RAISE), ...RAISE_IRREGULAR.split(/\s+/u)]);
export const cutVerbs: ReadonlySet<string> = new Set([...forms(CUT), ...CUT_IRREGULAR.split(/\s+/u)]);

/** Say that a thing gets better, whichever way its numbers go. */
export const betterVerbs: ReadonlySet<string> = new Set(forms('improve enhance optimise optimize advance'));

/** Hold a line all cycle. */
export const holdVerbs: ReadonlySet<string> = new Set([
  ...forms('maintain sustain remain retain preserve'),
  ...'keep keeps kept keeping stay stays stayed staying'.split(' '),
  ...'consistently continuously always constant constantly permanently'.split(' '),
]);

/** End a clause's raise or cut: another thing is done from here. */
export const otherVerbs: ReadonlySet<string> = new Set([
  ...forms(`reach achieve attain launch publish deliver release complete create develop onboard hire recruit sign close
    open host conduct interview generate secure obtain earn ensure establish implement resolve answer respond return
    finish convert train process ship plan start attend collect receive organise organize visit survey add introduce`),
  ...'hit hits get gets write run build make win sell find read hold holds held holding'.split(' '),
]);

/** After `25%` or `10 points`, perhaps with words between: a change of the number before. */
export const changeNouns: ReadonlyMap<string, Direction> = new Map([
  ...wordsFor(
    'raise',
    'increase increases growth lift uplift improvement improvements gain gains rise boost jump expansion uptick increment',
  ),
  ...wordsFor('raise', 'upside acceleration'),
  ...wordsFor('cut', 'reduction decrease drop drops decline cut savings saving fall shrinkage reductions'),
]);

/** Just after it: `25% more`, `5 fewer`, `30% faster than last year`. */
export const changeAdjectives: ReadonlyMap<string, Direction> = new Map([
  ...wordsFor('raise', 'more higher larger greater better bigger longer up extra additional'),
  ...wordsFor('cut', 'less fewer lower cheaper shorter smaller down quicker off'),
  ...wordsFor('raise', 'faster'),
]);

function wordsFor(direction: Direction, words: string): [string, Direction][] {
  return words.split(' ').map(word => [word, direction]);
}

/** After a change noun these make it another thing: a growth rate is a level, a growth team no change. */
export const notGrowth: ReadonlySet<string> = new Set(
  'rate rates team plan stage hacking marketing engineer metric metrics'.split(' '),
);

/** Past these a number grows without being named: `20% over last year`. */
export const comparisons = new PhraseTable<true>([
  [true, 'over last|over the last|over previous|over prior|over baseline|over the baseline|above baseline|over q'],
  [true, 'above last|above the previous|below last|below the previous|below baseline|yoy|y / y|mom|qoq|wow'],
  [true, 'year over year|year on year|year - over - year|year - on - year|month over month|month - over - month'],
  [
    true,
    'quarter over quarter|quarter - over - quarter|week over week|week - over - week|month on month|month - on - month',
  ],
  [
    true,
    'quarter on quarter|quarter - on - quarter|vs last|vs . last|versus last|compared to|compared with|relative to',
  ],
  [true, 'over the previous|over the prior|on last year|year - over year|against last|than last'],
]);

/** A whole change in a word. Percent for `change-percent`, times for `factor`. */
export interface ChangeWord {
  readonly kind: 'factor' | 'change-percent';
  readonly number: number;
  readonly direction: Direction;
}
const times = (number: number): ChangeWord => ({ kind: 'factor', number, direction: 'raise' });
const halved: ChangeWord = { kind: 'change-percent', number: -50, direction: 'cut' };

export const changeWords = new PhraseTable<ChangeWord>([
  [times(2), 'double|doubles|doubled|doubling|twofold|two - fold|twice as|twice the|two times as|two times more'],
  [times(3), 'triple|triples|tripled|tripling|treble|trebles|threefold|three - fold|three times as|three times more'],
  [times(4), 'quadruple|quadruples|quadrupled|quadrupling|fourfold|four - fold'],
  [times(5), 'quintuple|quintuples|quintupled|fivefold|five - fold'],
  [times(10), 'tenfold|ten - fold|an order of magnitude|one order of magnitude'],
  [halved, 'halve|halves|halved|halving|in half|half the time|half the cost|half as|half the price|half the number'],
]);

/** What looks like one of them and is none. */
export const noChange = new PhraseTable<true>([
  [true, 'double down|doubling down|double check|double - check|double opt|double - opt|double blind|double - blind'],
  [true, 'double entry|double - entry|double sided|double - sided|triple a|triple - a|double room|double rooms'],
  [true, 'double materiality|triple bottom|double loop|double - loop|double diamond|triple constraint|double digit'],
  [true, 'double - digit|double click|double - click|double spend|double - spend|double opt - in'],
]);
