/** The one list of rules: diagnostics, their documentation, the settings' schema and the tests are all made from it. */

import type { RuleOptionSpec } from '../settings/settings.ts';
import { alignmentCircle, duplicateName, unknownPerson, unresolvedReference } from './references.ts';
import type { Rule } from './rule.ts';
import { objectiveTooMany } from './too-many.ts';
import { krMeasureInTitle, krRelativeOnly, krUnmeasurable, timeframeMissing } from './unmeasurable.ts';
import {
  cycleDates,
  cycleUndefined,
  dataOutside,
  dataUnreadable,
  targetEqualsBaseline,
  unitMismatch,
} from './values.ts';

/** What the grammar reports: the list only says how severe each is, and why. */
function written(id: string, severity: Rule['severity'], summary: string, why: string): Rule {
  return { id, severity, summary, why };
}

export const rules: readonly Rule[] = [
  written(
    'syntax',
    'error',
    'A line that cannot be read',
    'What cannot be read is left out of everything: scores, reports, reminders.',
  ),
  written(
    'unknown-keyword',
    'error',
    'A line that begins with no keyword',
    'A misspelled keyword hides a whole line, and often all that stands under it.',
  ),
  written(
    'unknown-argument',
    'error',
    'A word that does not belong on its line',
    'What is not understood is left out, so it is better said than passed over.',
  ),
  written(
    'mixed-indentation',
    'warning',
    'Tabs and spaces in one file',
    'Indentation is the structure: a tab beside spaces looks right in one editor and wrong in another.',
  ),
  written(
    'misplaced-statement',
    'error',
    'A statement in a place where it means nothing',
    'A check-in under the wrong heading is a check-in that nobody counts.',
  ),
  written(
    'duplicate-statement',
    'error',
    'Said twice where it can be said once',
    'Two owners are none: the first one counts, and the reader should not have to know that.',
  ),
  written(
    'yaml-colon',
    'hint',
    'A colon from another language',
    'Here what follows a colon is text; an argument has none before it.',
  ),
  written(
    'markdown-heading',
    'hint',
    'A heading pasted from Markdown',
    'A line that begins with `#` is a comment, so what it says is not an objective yet.',
  ),
  written(
    'value-invalid',
    'error',
    'A value that is none',
    'A number that could mean two things is asked about, never guessed.',
  ),
  cycleDates,
  unitMismatch,
  duplicateName,
  unresolvedReference,
  alignmentCircle,
  unknownPerson,
  cycleUndefined,
  targetEqualsBaseline,
  dataUnreadable,
  dataOutside,
  written('settings-invalid', 'error', 'A mistake in `okr.json`', 'A setting that is not understood is not in force.'),
  written(
    'file-encoding',
    'error',
    'A file that is not UTF-8',
    'Bytes that are no UTF-8 would be shown, and counted, as something else.',
  ),
  krUnmeasurable,
  krMeasureInTitle,
  krRelativeOnly,
  objectiveTooMany,
  timeframeMissing,
  written(
    'ignore-unused',
    'hint',
    'A silence that silences nothing',
    'A leftover `# okr-ignore` would hide the next mistake on that line.',
  ),
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map(rule => [rule.id, rule]));

/** What `okr.json` can set of each. */
export const ruleOptionSpecs: readonly RuleOptionSpec[] = rules.map(({ id, summary, options }) => ({
  id,
  description: `${summary}.`,
  options: options ?? {},
}));
