/** Keywords at the beginning of a line: those that fit where it stands and are not used yet, then those of other places. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Keyword, keywords, type Place } from '../../../../grammar/keywords.ts';
import type { Statement } from '../../../../grammar/tree.ts';
import type { FeatureContext } from '../context.ts';
import { keyResultAt } from '../cursor.ts';
import { isHeading } from '../parts.ts';
import { indentationIn } from './indentation.ts';
import type { Proposal } from './item.ts';
import type { LineWord } from './line.ts';
import { measureProposal, titleMeasures } from './measures.ts';
import type { LinePlace } from './place.ts';
import { snippetsFor } from './snippets.ts';

/** What is mostly written first, for each place; the rest in the order of the reference. */
const FIRST: Readonly<Record<Place, readonly string[]>> = {
  top: ['objective', 'kpi', 'initiative', 'team', 'cycle', 'person'],
  team: ['lead', 'members', 'parent'],
  cycle: ['every', 'reflect', 'from'],
  person: ['until'],
  objective: ['kr', 'owner', 'supports', 'checkin', 'grade', 'reflect'],
  kr: ['from', 'to', 'keep', 'milestone', 'checkin', 'owner', 'kpi', 'data', 'follows', 'target', 'grade'],
  kpi: ['reading', 'healthy', 'critical', 'owner', 'every'],
  initiative: ['supports', 'owner', 'due', 'active', 'done', 'planned'],
};

export function keywordProposals(context: FeatureContext, place: LinePlace, word: LineWord): Proposal[] {
  const offered = new Set<string>();
  const proposals: Proposal[] = [];
  const offer = (holder: Statement | undefined, isHere: boolean) => {
    const fits = fitting(holder, place.own);
    if (holder?.kind === 'kr' && fits.some(({ kind }) => kind === 'from'))
      proposals.push(...measuresOf(place, word, holder, isHere));
    for (const keyword of fits) {
      if (offered.has(keyword.keyword) || hasDays(context, keyword, holder)) continue;
      offered.add(keyword.keyword);
      proposals.push(...proposalsFor(context, place, word, { keyword, holder, isHere }));
    }
  };
  offer(place.parent, true);
  // The line can stand elsewhere as well: then the keyword brings its indentation along.
  for (const holder of openAbove(place)) if (holder !== place.parent) offer(holder, false);
  if (place.parent !== undefined) offer(undefined, false);
  return proposals;
}

/** The elements that a next line could belong to, the innermost first. */
function openAbove({ above }: LinePlace): Statement[] {
  const open: Statement[] = [];
  for (let at = above?.statement; at !== undefined; at = at.parent) if (placeOf(at) !== undefined) open.push(at);
  return open;
}

function fitting(holder: Statement | undefined, own: Statement | undefined): Keyword[] {
  const place = holder === undefined ? 'top' : placeOf(holder);
  if (place === undefined) return [];
  const used = new Map<string, string>();
  for (const node of holder?.body ?? []) {
    const group = node === own ? undefined : groupOf(keywords.get(node.keyword.text), place);
    if (group !== undefined && !used.has(group)) used.set(group, node.kind);
  }
  const fits = [...keywords.values()].filter(keyword => {
    if (!keyword.places.includes(place)) return false;
    const before = used.get(groupOf(keyword, place) ?? '');
    return before === undefined || (before === 'milestone' && keyword.kind === 'milestone');
  });
  const rank = (keyword: Keyword) => {
    const at = FIRST[place].indexOf(keyword.keyword);
    return at < 0 ? FIRST[place].length : at;
  };
  return fits.sort((a, b) => rank(a) - rank(b));
}

/** A cycle of the calendar needs no `from … to …`. */
function hasDays({ workspace }: FeatureContext, { kind }: Keyword, holder: Statement | undefined): boolean {
  if (kind !== 'from' || holder?.kind !== 'cycle' || holder.cycle === undefined) return false;
  return workspace.cycles.of(holder.cycle.text).calendar !== undefined;
}

function placeOf(holder: Statement): Place | undefined {
  return isHeading(holder) ? (holder.kind as Place) : undefined;
}

/** The group of which there can be one here; a key result's measures are one, and sharing another's is a measure too. */
function groupOf(keyword: Keyword | undefined, place: Place): string | undefined {
  if (place === 'kr' && (keyword?.kind === 'milestone' || keyword?.kind === 'follows')) return 'measure';
  if (keyword?.once === undefined || keyword.once.places?.includes(place) === false) return undefined;
  return keyword.once.group;
}

/** What the title of a key result says already, as its measure. */
function measuresOf(place: LinePlace, word: LineWord, holder: Statement, isHere: boolean): Proposal[] {
  const keyResult = keyResultAt((place.above ?? place).row, holder);
  if (keyResult === undefined || place.line.slice(word.end).trim() !== '') return [];
  const indentation = isHere ? '' : indentationIn(place, holder);
  return titleMeasures(keyResult.keyResult.title).map(measure => ({
    ...measureProposal(measure, 0, indentation),
    start: isHere ? word.start : 0,
  }));
}

interface Offer {
  readonly keyword: Keyword;
  readonly holder: Statement | undefined;
  readonly isHere: boolean;
}

function proposalsFor(
  context: FeatureContext,
  place: LinePlace,
  word: LineWord,
  { keyword, holder, isHere }: Offer,
): Proposal[] {
  const indentation = isHere ? '' : indentationIn(place, holder);
  const start = isHere ? word.start : 0;
  const description = isHere || holder === undefined ? undefined : `in ${nameOf(holder)}`;
  const data = { about: 'keyword', name: keyword.keyword } as const;
  const proposals: Proposal[] = [];
  // What fills a line leaves no room for what is written behind the cursor.
  const isLast = place.line.slice(word.end).trim() === '';
  for (const snippet of isLast ? snippetsFor({ context, place, holder }, keyword.keyword) : []) {
    proposals.push({
      label: snippet.label,
      kind: CompletionItemKind.Snippet,
      text: snippet.lines.map(line => (line === '' ? '' : indentation + line)).join('\n'),
      isSnippet: true,
      plain: snippet.plain === undefined ? undefined : indentation + snippet.plain,
      description,
      insteadOfLabel: keyword.keyword,
      start,
      data,
    });
  }
  const rest = restOf(keyword, place.line.charAt(word.end));
  const goesOn = rest === ' ' && !takesNewName(keyword, holder);
  proposals.push({
    label: keyword.keyword,
    kind: CompletionItemKind.Keyword,
    text: indentation + keyword.keyword + rest,
    description,
    start,
    data: goesOn ? { ...data, goesOn } : data,
  });
  return proposals;
}

/** What is written behind a keyword, so that one can go on. */
function restOf(keyword: Keyword, next: string): string {
  if (/[\s:]/.test(next)) return '';
  if (keyword.keyword === 'reflect') return ': ';
  return keyword.needsArguments ||
    keyword.prose === 'title' ||
    keyword.prose === 'required' ||
    keyword.kind === 'dropped' ||
    keyword.kind === 'resumed'
    ? ' '
    : '';
}

/** Nobody but the writer knows it. */
function takesNewName({ kind }: Keyword, holder: Statement | undefined): boolean {
  return (
    kind === 'objective' ||
    kind === 'kr' ||
    kind === 'initiative' ||
    kind === 'link' ||
    (kind === 'kpi' && holder === undefined)
  );
}

/** `kr nps`, `objective` */
function nameOf(holder: Statement): string {
  const name = holder.kind === 'kpi' ? holder.reference?.name.text : 'name' in holder ? holder.name?.text : undefined;
  return name === undefined ? holder.kind : `${holder.kind} ${name}`;
}
