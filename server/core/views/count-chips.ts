/**
 * How many key results stand how, each leading to the first of them, and which KPIs are critical.
 */
import { h, type JSX } from 'preact';
import type { Report } from '../reports/report.ts';
import { keyResultStanding, type Shape, type Tone, WORDS_BY_URGENCY } from '../wording/standing.ts';
import { Sign } from './icon.ts';

/** Beyond so many KPIs their names would fill the line. */
const MOST_KPIS = 3;

interface Chip {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly word: string;
  many: number;
  /** The first of them. */
  readonly href: string;
}

interface CountChipsProps {
  readonly report: Report;
  /** Where an objective of the report is shown, by its index: on the same page if nothing else is said. */
  readonly addressOf?: (index: number) => string;
}

const onThisPage = (index: number) => `#${objectiveId(index)}`;

export function CountChips({ report, addressOf = onThisPage }: CountChipsProps): JSX.Element | null {
  const chips = chipsOf(report, addressOf);
  const critical = report.kpis.flatMap((kpi, index) => (kpi.health === 'critical' ? [{ kpi, id: kpiId(index) }] : []));
  if (chips.length === 0 && critical.length === 0) return null;
  return h(
    'ul',
    { class: 'chips', 'aria-label': 'How the key results stand' },
    chips.map(({ shape, tone, word, many, href }) =>
      h(
        'li',
        null,
        h(
          'a',
          { class: `chip ${tone}`, href, title: `Go to the ${many === 1 ? 'one' : 'first'} that is ${word}` },
          h(Sign, { shape }),
          h('b', null, many),
          ' ',
          h('span', null, word),
        ),
      ),
    ),
    critical.length > MOST_KPIS
      ? h(CriticalChip, { id: critical[0]?.id ?? '', words: `${critical.length} KPIs critical` })
      : critical.map(({ kpi, id }) => h(CriticalChip, { id, words: 'KPI critical: ', name: kpi.title })),
  );
}

/** The `id` attributes, so that the chips and the contents find what they lead to. */
export function objectiveId(index: number): string {
  return `objective-${index + 1}`;
}
export function kpiId(index: number): string {
  return `kpi-${index + 1}`;
}

function CriticalChip({
  id,
  words,
  name,
}: {
  readonly id: string;
  readonly words: string;
  readonly name?: string;
}): JSX.Element {
  return h(
    'li',
    null,
    h(
      'a',
      { class: 'chip bad', href: `#${id}`, title: 'Go to this KPI' },
      h(Sign, { shape: 'cross' }),
      h('span', null, words, name !== undefined && h('b', null, h('bdi', null, name))),
    ),
  );
}

function chipsOf(report: Report, addressOf: (index: number) => string): Chip[] {
  const chips = new Map<string, Chip>();
  for (const [index, objective] of report.objectives.entries()) {
    for (const [position, keyResult] of objective.keyResults.entries()) {
      const { word, shape, tone } = keyResultStanding(keyResult, objective);
      const chip = chips.get(word);
      if (chip === undefined)
        chips.set(word, { word, shape, tone, many: 1, href: `${addressOf(index)}-${position + 1}` });
      else chip.many += 1;
    }
  }
  return [...chips.values()].toSorted((a, b) => WORDS_BY_URGENCY.indexOf(a.word) - WORDS_BY_URGENCY.indexOf(b.word));
}
