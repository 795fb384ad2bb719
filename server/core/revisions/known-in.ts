/** The elements of a text alone, without the workspace that it is in. */
import type { Initiative, KeyResult, Kpi, Objective } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import { OkrFile } from '../model/file.ts';
import type { Known, KnownAll } from './pairs.ts';

/** An element and the line of its heading, counted from the text's first. */
export interface InText extends Known {
  readonly line: number;
  readonly keyResults: readonly InText[] & Known['keyResults'];
}

const nobody = { add() {}, remove() {}, retitle() {} };

export function knownIn(text: string): KnownAll<InText> {
  const file = new OkrFile('', text, true, nobody);
  const entries = file.content.flatMap(row => row.entries);
  return {
    objectives: entries.flatMap(entry => (isOf(entry, 'objective') ? [objective(file, entry)] : [])),
    kpis: entries.flatMap(entry => (isOf(entry, 'kpi') ? [known(file, entry)] : [])),
    initiatives: entries.flatMap(entry => (isOf(entry, 'initiative') ? [known(file, entry)] : [])),
  };
}

/** All of them, key results too. */
export function everyIn({ objectives, kpis, initiatives }: KnownAll<InText>): InText[] {
  return [...objectives.flatMap(each => [each, ...each.keyResults]), ...kpis, ...initiatives];
}

interface ByType {
  readonly objective: Objective;
  readonly kpi: Kpi;
  readonly initiative: Initiative;
}

function isOf<T extends keyof ByType>(entry: Entry, type: T): entry is Entry<ByType[T]> {
  return entry.facts.peek().type === type;
}

function known<E extends Objective | Kpi | Initiative>(file: OkrFile, entry: Entry<E>): InText & Known<E> {
  const { element, team = null, cycle = null, block } = entry;
  return {
    element,
    team,
    cycle,
    of: null,
    title: element.title,
    keyResults: [],
    line: file.lineOf(block, element.line),
  };
}

function objective(file: OkrFile, entry: Entry<Objective>): InText & Known<Objective> {
  const whole = known(file, entry);
  const { name, title, keyResults } = entry.element;
  const of = name ?? title;
  return {
    ...whole,
    keyResults: keyResults.map((element): InText & Known<KeyResult> => {
      const line = file.lineOf(entry.block, element.line);
      return { element, team: whole.team, cycle: whole.cycle, of, title: element.title, keyResults: [], line };
    }),
  };
}
