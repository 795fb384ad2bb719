/** What may come next in a statement, by its keyword and by what is written of it already. */
import type { FeatureContext } from '../context.ts';
import type { Asker } from './asker.ts';
import { cycleProposals, cyclesWith } from './cycles.ts';
import { dataProposals } from './data.ts';
import { dateProposals } from './dates.ts';
import type { Proposal } from './item.ts';
import type { LineState } from './line.ts';
import { restOfTitleMeasure } from './measures.ts';
import { personProposals } from './people.ts';
import type { LinePlace } from './place.ts';
import type { Offered } from './reference-list.ts';
import { goalProposals, kpiProposals } from './references.ts';
import { confidenceProposals, gradeProposals, statusProposals } from './shares.ts';
import { tagProposals } from './tags.ts';
import { teamProposals } from './teams.ts';
import { unitProposals } from './units.ts';
import { boundProposals, rhythmProposals, wordProposals } from './words.ts';

export type ArgumentState = Extract<LineState, { at: 'arguments' }>;

/** What a list is made from. */
export interface Writing {
  readonly context: FeatureContext;
  readonly place: LinePlace;
  readonly state: ArgumentState;
  readonly asker: Asker;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^(?:\?|[-+−]?\p{Sc}?[-−]?\d)/u;

export async function argumentProposals(writing: Writing): Promise<Offered> {
  const { keyword, before } = writing.state;
  const last = before.at(-1)?.text;
  const isFirst = last === undefined;
  switch (keyword.kind) {
    case 'owner':
    case 'lead':
    case 'person':
      return all(isFirst ? await personProposals(writing) : []);
    case 'with':
    case 'members':
      return all(isFirst || last === ',' ? await personProposals(writing) : []);
    case 'team':
    case 'parent':
      return all(isFirst ? teamProposals(writing) : []);
    case 'cycle':
      return all(isFirst ? cycleProposals(writing) : []);
    case 'supports':
    case 'needs':
    case 'continues':
    case 'follows':
      return references(writing);
    case 'kpi':
      return isFirst && writing.place.parent !== undefined ? kpiProposals(writing) : all([]);
    case 'tags':
      return all(isFirst || last === ',' ? await tagProposals(writing) : []);
    case 'every':
      return all(rhythmProposals(writing));
    case 'due':
    case 'until':
    case 'planned':
    case 'active':
    case 'done':
      return all(isFirst ? dateProposals(writing) : []);
    case 'keep':
    case 'healthy':
    case 'critical':
      return all([...restOfTitleMeasure(writing), ...(await unitsAfterNumber(writing)), ...boundProposals(writing)]);
    case 'to':
      return all([...restOfTitleMeasure(writing), ...(await unitsAfterNumber(writing))]);
    case 'from':
      return all([...restOfTitleMeasure(writing), ...(await way(writing))]);
    case 'milestone':
      return all(
        last === 'due' || last === 'done'
          ? [...dateProposals(writing), ...(last === 'done' ? wordProposals(writing) : [])]
          : last === 'weight'
            ? []
            : wordProposals(writing),
      );
    case 'data':
      return all(await dataProposals(writing));
    case 'checkin':
    case 'reading':
    case 'plan':
    case 'target':
    case 'grade':
    case 'dropped':
    case 'resumed':
      return all(await fact(writing));
    default:
      return all([]);
  }
}

const all = (proposals: readonly Proposal[]): Offered => ({ proposals, isCut: false });

async function references(writing: Writing): Promise<Offered> {
  const { keyword, before } = writing.state;
  const last = before.at(-1)?.text;
  const takesSeveral = keyword.kind === 'supports' || keyword.kind === 'needs';
  if (last === undefined || (last === ',' && takesSeveral)) return goalProposals(writing);
  if (last === 'in' && before.length > 1) return all(cyclesWith(writing, before.at(-2)?.text ?? ''));
  const isDone = before.length > 1 && before.at(-2)?.text === 'in';
  return all(isDone || last === ',' ? [] : wordProposals(writing));
}

/** `from A to B`, and a cycle's `from DATE to DATE`. */
async function way(writing: Writing): Promise<readonly Proposal[]> {
  const { before } = writing.state;
  const last = before.at(-1)?.text;
  const isCycle = writing.place.parent?.kind === 'cycle';
  if (last === undefined || last === 'to' || last === 'by') return isCycle ? dateProposals(writing) : [];
  const toward = before.some(({ text }) => text === 'to' || text === 'by') ? [] : wordProposals(writing);
  return isCycle ? toward.filter(({ label }) => label === 'to') : [...(await unitsAfterNumber(writing)), ...toward];
}

/** A date first; then the value, a grade or a line; then the rest in any order. */
async function fact(writing: Writing): Promise<readonly Proposal[]> {
  const { place, state } = writing;
  const { keyword, before } = state;
  const last = before.at(-1)?.text;
  if (last === undefined)
    return [...dateProposals(writing), ...(keyword.kind === 'grade' ? gradeProposals(writing) : [])];
  if (last === 'by') return personProposals(writing);
  if (last === 'confidence') return confidenceProposals(writing);
  if (keyword.kind === 'grade' && ISO.test(last)) return gradeProposals(writing);
  if (
    keyword.kind === 'target' &&
    place.keyResult?.keyResult.measure?.kind === 'keep' &&
    !before.some(({ text }) => NUMBER.test(text) && !ISO.test(text))
  )
    return boundProposals(writing);
  const words = wordProposals(writing);
  const statuses = keyword.kind === 'checkin' ? statusProposals(writing) : [];
  return [...(await unitsAfterNumber(writing)), ...words, ...statuses];
}

/** Units where a number without one is the last that is written, or a unit has been begun. */
async function unitsAfterNumber(writing: Writing): Promise<readonly Proposal[]> {
  const { before, keyword } = writing.state;
  let at = before.length - 1;
  while (at >= 0 && !NUMBER.test((before[at] as { text: string }).text)) {
    if (keyword.inner.has((before[at] as { text: string }).text)) return [];
    at--;
  }
  const number = before[at];
  if (number === undefined || ISO.test(number.text) || /[%/]|\p{Sc}/u.test(number.text) || number.text === '?')
    return [];
  const begun = before.slice(at + 1);
  return unitProposals(writing, begun);
}
