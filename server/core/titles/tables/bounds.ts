/** Words and signs around a number that say what it is: a line, a target, a change, a baseline or a mere condition. */
import { PhraseTable, wordSet } from '../phrases.ts';

export type Bound = 'at-least' | 'at-most' | 'above' | 'below' | 'up-to';

const LESS = 'less than|fewer than|lower than|smaller than|shorter than|faster than|quicker than|cheaper than';
const MORE = 'more than|greater than|higher than|better than|larger than';

/** Before the number. */
export const boundsBefore = new PhraseTable<Bound>([
  [
    'at-least',
    'at least|no less than|not less than|no fewer than|not fewer than|no lower than|not below|never below|never less than|never drops below|never falls below|never drop below|does not fall below|not falling below',
  ],
  ['at-least', 'at the least|minimum of|minimum|min|min.|≥|>=|=>|>|⩾|not fall below|not drop below|never fall below'],
  ['at-least', `${MORE}|greater than or equal to|more than or equal to|equal to or greater than|over|well over`],
  [
    'at-least',
    'exceed|exceeds|exceeding|north of|upwards of|upward of|in excess of|surpass|surpasses|surpassing|beyond',
  ],
  ['at-least', 'at or above|beat|beats|not less than|longer than'],
  ['at-most', 'at most|at the most|no more than|not more than|maximum of|maximum|max|max.|≤|<=|=<|<|⩽'],
  ['at-most', `${LESS}|less than or equal to|equal to or less than|under|well under|within|inside|no longer than`],
  [
    'at-most',
    'not exceed|not exceeding|never exceed|never exceeds|does not exceed|do not exceed|no higher than|sub -|sub',
  ],
  [
    'at-most',
    'no greater than|not longer than|south of|capped at|cap at|limited to|limit to|at or below|never more than',
  ],
  [
    'at-most',
    'no greater than|no later than|no older than|not older than|never older than|no worse than|not above|never above|as little as|inside of|never over',
  ],
  ['up-to', 'up to'],
  ['above', 'above|well above'],
  ['below', 'below|well below|beneath'],
]);

/** After the number. */
export const boundsAfter = new PhraseTable<Bound>([
  [
    'at-least',
    'or more|or better|or higher|or above|or greater|or over|or longer|and above|and up|and over|and higher',
  ],
  ['at-least', 'at least|minimum|at a minimum|as a minimum|plus|at the least'],
  ['at-most', 'or less|or fewer|or lower|or below|or under|or faster|or sooner|or shorter|and below'],
  ['at-most', 'at most|maximum|max|at the most|tops'],
]);

/** What a word just before a number makes of it. */
export type Role =
  | 'to'
  | 'of'
  | 'at'
  | 'by'
  | 'from'
  | 'between'
  | 'in'
  | 'takes'
  | 'top'
  | 'condition'
  | 'aside'
  | 'rank'
  | 'every'
  | 'for';

export const rolesBefore = new PhraseTable<Role>([
  [
    'to',
    'to|reach|reaches|reaching|reached|hit|hits|hitting|target|targets|equals|equal to|=|→|->|is|are|be|goal|attain',
  ],
  ['to', 'achieve|achieves|achieving|attains|target is|goal is|target :|goal :|into|onto|become'],
  ['of', 'of|averages|averaging'],
  ['at', 'at|@|stays at|remains at'],
  ['by', 'by|by a factor of|by factor'],
  ['from', 'from|currently|currently at|was|were|baseline|baseline :|baseline of|current|current :|now|today|vs|vs.'],
  [
    'from',
    'versus|instead of|compared to|compared with|starting at|start :|up from|down from|current value|currently :|now at|today :',
  ],
  ['between', 'between|in the range of|range of|ranging from|within the range of'],
  ['in', 'in'],
  ['takes', 'take|takes|taking|took|lasts|requires|require|needs|completes in|runs in'],
  ['top', 'top'],
  ['rank', '#|position|rank|ranked'],
  ['every', 'every'],
  ['for', 'for|across|among|amongst|throughout|via|through|during|on|than|who|whose|that|having|containing|with'],
  ['for', 'around|including|incl|incl.|includes|excluding|such as|like|against|per|using|without|after|before|as'],
  ['aside', 'last|past|previous|prior|next|first|following|coming|final|upcoming|initial|preceding'],
  ['condition', 'older than|newer than|younger than|aged|ages|age|aged over|aged under|over the|above the age of'],
  ['condition', 'ages of|aged between|ages between|older|effective|turn|turning|turns|turned'],
]);

/** Between such a word and the number. */
export const fillers = wordSet(`
  a an the about around approximately approx approx. circa ca ~ ≈ nearly almost roughly some only just an average average
  total all consistently another full further combined overall exactly ≅ even
`);

/** `an average of 40`: what stands before these words still governs the number. */
export const summaries = wordSet('average total mean median baseline rate level score maximum minimum sum');

/** A bound after these says who is meant: `children under 5`. */
export const agedNouns = wordSet(`
  children child kids kid people persons adults women men girls boys youth teens teenagers students patients those anyone
  everyone citizens residents seniors workers mothers fathers players
`);

/** A number after these, glued or not, is a ratio to hold rather than a change: `pipeline coverage of 3x`. */
export const ratioWords = wordSet(`
  coverage ratio roas roi ltv cac multiple return roic moic leverage turnover turns pe quota
`);
