/**
 * What semantic tokens are called. Types are the protocol's own, so that any editor knows a colour for them; modifiers
 * of ours tell apart what the TextMate grammar does (package.json says which scope each is there).
 */

export const tokenTypes = [
  /** What begins a statement: of an element, of a measure (`measure`), of a fact (`fact`). */
  'keyword',
  /** A keyword that says something of its element: `owner`, `supports`. */
  'property',
  /** A keyword that stands alone: `committed`, `active`. */
  'modifier',
  /** A word inside a statement: `at least`, `by`, `confidence`. */
  'operator',
  /** An objective, a key result, a KPI, an initiative. */
  'function',
  /** A team. */
  'namespace',
  /** A cycle. */
  'type',
  /** A person. */
  'variable',
  /** A column of a data file. */
  'parameter',
  /** A value, a day (`date`), a confidence or a grade (`share`), a unit (`unit`). */
  'number',
  /** A status that somebody wrote, or what is not known (`unknown`). */
  'enumMember',
  /** A tag, a file (`path`), a link (`link`). */
  'string',
] as const;

export const tokenModifiers = [
  /** It is named here. */
  'declaration',
  /** It was dropped. */
  'deprecated',
  /** It is worked out, or taken from elsewhere. */
  'readonly',
  'measure',
  'fact',
  'date',
  'share',
  'unit',
  'unknown',
  'path',
  'link',
  /** In quotes. */
  'quoted',
] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** Modifiers as the protocol sends them: one bit each, in the order of the legend. */
export function bitsOf(modifiers: readonly TokenModifier[]): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
}
