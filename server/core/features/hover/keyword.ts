/** What a word of the language says: a keyword, a word inside a statement, a rule that is silenced. */
import { type Keyword, keywordOfKind, type Place } from '../../../../grammar/keywords.ts';
import { nearest } from '../../../../grammar/spelling.ts';
import type { StatementKind } from '../../../../grammar/tree.ts';
import { ruleById } from '../../rules/rules.ts';
import { innerWord } from '../inner-words.ts';
import { keywordSummaries } from '../keyword-summaries.ts';
import { blocks, code } from '../markdown.ts';

const PLACES: Readonly<Record<Place, string>> = {
  top: 'at the top of a file',
  team: 'in a team',
  cycle: 'in a cycle',
  person: 'in a person',
  objective: 'in an objective',
  kr: 'in a key result',
  kpi: 'in a KPI',
  initiative: 'in an initiative',
};

const example = (line: string) => `\`\`\`okr\n${line}\n\`\`\``;

export function keywordCard(keyword: Keyword): string {
  const places = keyword.places.map(place => PLACES[place]);
  const where = places.length === 1 ? places[0] : `${places.slice(0, -1).join(', ')} or ${places.at(-1)}`;
  return blocks(keywordSummaries[keyword.keyword], example(keyword.example), `*Stands ${where}*`);
}

export function cardOfKind(kind: StatementKind): string | undefined {
  const keyword = keywordOfKind.get(kind);
  return keyword === undefined ? undefined : keywordCard(keyword);
}

export function innerWordCard(word: string): string | undefined {
  const known = innerWord(word);
  return known === undefined ? undefined : blocks(known.summary, example(known.example));
}

/** A rule's summary and why, for `# okr-ignore`. */
export function ruleCard(id: string): string {
  const rule = ruleById.get(id);
  if (rule === undefined) {
    const meant = nearest(id, ruleById.keys());
    return `There is no rule ${code(id)}${meant === undefined ? '' : `: did you mean ${code(meant)}?`}`;
  }
  return blocks(
    `**${rule.summary}** · ${code(rule.id)}, ${rule.severity} unless set otherwise`,
    rule.why,
    '*Silenced on the line below*',
  );
}
