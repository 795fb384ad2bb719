/** Follows an element back through the versions of its file: from what it is now to what it was before each of them. */
import { Document } from '../../../grammar/document.ts';
import { changesBetween, checkInsBetween } from './changes.ts';
import { isChanged, noCheckIns } from './difference.ts';
import type { Compared } from './facts.ts';
import { everyIn, type InText, knownIn } from './known-in.ts';
import type { LifeEvent } from './life.ts';
import { measureText, unitOf } from './measure-changes.ts';
import { type KnownAll, pairsOf } from './pairs.ts';

export type Step = Pick<LifeEvent, 'what' | 'measure' | 'changes' | 'checkins'>;

/** Nothing is known of it in either version, or it says the same in both. */
export type Taken = Step | 'absent' | 'untouched';

const headings = /^(?:team|cycle)\b/;

export class Trail {
  /** As it was in the oldest version that was looked at. */
  private known: InText;
  /** All that stood beside it there. */
  private beside: KnownAll<InText>;
  /** The block that it was in, with the headings above: where a text has the same, nothing was done to it. */
  private block: readonly string[];

  /** @param line of its heading; undefined where there is none */
  static of(text: string, line: number): Trail | undefined {
    const beside = knownIn(text);
    const found = everyIn(beside).find(each => each.line === line);
    return found && new Trail(text, beside, found);
  }

  private constructor(text: string, beside: KnownAll<InText>, known: InText) {
    this.known = known;
    this.beside = beside;
    this.block = blockAt(text, known.line);
  }

  get element(): InText {
    return this.known;
  }

  /**
   * Takes what a revision did to the file that it is in, the newest first.
   * @param before undefined: the revision made the file
   * @returns `created` where it was not in the file before; it may have been in another (`cameFrom`)
   */
  take(before: string | undefined, after: string): Taken {
    const [was, is] = [before !== undefined && this.isIn(before), this.isIn(after)];
    if (was && is) return 'untouched';
    const now = is ? { beside: this.beside, found: this.known } : this.seek(after);
    if (now.found === undefined) return this.takenOut(before);
    const then = before === undefined ? undefined : knownIn(before);
    const pairs = then === undefined ? undefined : pairsOf<InText>(then, now.beside);
    const found = pairs?.get(now.found);
    if (before === undefined || then === undefined || pairs === undefined || found === undefined)
      return this.created(now.found);
    return this.step(before, then, found, now.found, now.beside, pairs);
  }

  /**
   * Where it came from, of another file that the same revision changed.
   * @param after undefined: the revision deleted that file
   * @returns undefined where it was not in there, or still is
   */
  cameFrom(before: string, after: string | undefined): Step | undefined {
    const then = knownIn(before);
    const now = after === undefined ? this.beside : together(knownIn(after), this.beside);
    const pairs = pairsOf<InText>(then, now);
    const found = pairs.get(this.known);
    return found && this.step(before, then, found, this.known, now, pairs);
  }

  private step(
    text: string,
    then: KnownAll<InText>,
    before: InText,
    after: InText,
    now: KnownAll<InText>,
    pairs: ReadonlyMap<InText, InText>,
  ): Step {
    const objective = now.objectives.find(({ keyResults }) => keyResults.includes(after));
    const isMoved = objective !== undefined && !(pairs.get(objective)?.keyResults ?? []).includes(before);
    // In an objective that is only called otherwise nothing has moved.
    const changes = changesBetween(isMoved ? before : { ...before, of: after.of }, after);
    const checkins = checkInsBetween(before.element, after.element);
    this.goTo(text, then, before);
    return { what: 'changed', measure: null, changes, checkins };
  }

  private created(after: InText): Step {
    const { element } = after;
    const measure = element.type === 'kr' && element.measure !== undefined ? measureText(element.measure) : null;
    return { what: 'created', measure, changes: [], checkins: checkInsBetween(undefined, element) };
  }

  /** Someone took it out here, and it came back later. */
  private takenOut(before: string | undefined): Taken {
    const { found, beside } = before === undefined ? { found: undefined, beside: undefined } : this.seek(before);
    if (found === undefined || before === undefined || beside === undefined) return 'absent';
    this.goTo(before, beside, found);
    return { what: 'removed', measure: null, changes: [], checkins: noCheckIns };
  }

  /** Looks for it in a version that is no neighbour of the one that it is known from. */
  private seek(text: string): { readonly found: InText | undefined; readonly beside: KnownAll<InText> } {
    const { name, title } = this.known.element;
    const nothing = { found: undefined, beside: none };
    if (!(name !== undefined && text.includes(name)) && !(title !== '' && text.includes(title))) return nothing;
    const beside = knownIn(text);
    const found = pairsOf<InText>(beside, this.beside).get(this.known);
    return found === undefined ? nothing : { found, beside };
  }

  private isIn(text: string): boolean {
    const [own, ...above] = this.block;
    const blocks = new Document(text).blocks.map(block => block.text);
    const at = blocks.findIndex(block => block.trimEnd() === own);
    return at >= 0 && above.join('\n') === headingsAbove(blocks, at).join('\n');
  }

  private goTo(text: string, beside: KnownAll<InText>, known: InText): void {
    this.known = known;
    this.beside = beside;
    this.block = blockAt(text, known.line);
  }
}

const none: KnownAll<InText> = { objectives: [], kpis: [], initiatives: [] };

function together(a: KnownAll<InText>, b: KnownAll<InText>): KnownAll<InText> {
  return {
    objectives: [...a.objectives, ...b.objectives],
    kpis: [...a.kpis, ...b.kpis],
    initiatives: [...a.initiatives, ...b.initiatives],
  };
}

/** The text of the block at a line, and of the headings that it stands under. */
function blockAt(text: string, line: number): string[] {
  const document = new Document(text);
  const { block } = document.at({ line, character: 0 });
  const blocks = document.blocks.map(each => each.text);
  return [(blocks[block] ?? '').trimEnd(), ...headingsAbove(blocks, block)];
}

/** Their first lines: what is below a heading is not about it. */
function headingsAbove(blocks: readonly string[], at: number): string[] {
  return ['team', 'cycle'].map(word => {
    const found = blocks.slice(0, at).findLast(block => headings.test(block) && block.startsWith(word));
    return found?.split(/\r\n?|\n/, 1)[0] ?? '';
  });
}

export function saysSomething(step: Step): boolean {
  return step.what !== 'changed' || isChanged(step);
}

/** Of its values; empty without one. */
export function measureUnit(element: Compared): string {
  return element.type === 'kr' ? unitOf(element.measure) : element.type === 'kpi' ? element.unit : '';
}
