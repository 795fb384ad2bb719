/** What somebody says of a source where it does not tell itself: which column is what, which day comes first, what “at risk” is. */
import { keyOf } from './columns.ts';
import type { ImportOptions } from './import.ts';
import { ImportProblem } from './source.ts';

/** @param said pairs such as `title` and `Objective name`, or `at-risk` and `off-track` @throws ImportProblem */
export function readMapping(
  said: Readonly<Record<string, string>>,
): Pick<ImportOptions, 'columns' | 'atRisk' | 'dates'> {
  const columns: Record<string, string> = {};
  let atRisk: ImportOptions['atRisk'];
  let dates: ImportOptions['dates'];
  for (const [key, value] of Object.entries(said)) {
    if (keyOf(key) === 'atrisk') atRisk = oneOf(key, value, { offtrack: 'off-track', atrisk: 'at-risk' });
    else if (keyOf(key) === 'dates') dates = oneOf(key, value, { dayfirst: 'day first', monthfirst: 'month first' });
    else columns[key] = value;
  }
  return { columns, atRisk, dates };
}

function oneOf<const Word extends string>(key: string, value: string, words: Readonly<Record<string, Word>>): Word {
  const word = words[keyOf(value)];
  if (word !== undefined) return word;
  const all = Object.values(words).map(each => `\`${each.replace(' ', '-')}\``);
  throw new ImportProblem(`\`${key}\` is ${all.join(' or ')}, and \`${value}\` is neither`);
}
