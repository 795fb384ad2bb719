/**
 * Whether a key result is specific, measurable, assignable, realistic and time-related, each with its reason.
 */
import { h, type JSX } from 'preact';
import type { KeyResultReport, ObjectiveReport } from '../reports/report.ts';
import { alignedInWords, relevantInWords } from '../scores/smart.ts';
import type { Shape, Tone } from '../wording/standing.ts';
import { longDay, ofTen } from '../wording/words.ts';
import { Sign } from './icon.ts';
import { mention } from './person.ts';
import type { Scene } from './scene.ts';

interface SmartProps {
  readonly keyResult: KeyResultReport;
  readonly objective: ObjectiveReport;
  readonly scene: Scene;
}

/** A letter, whether it is met, why, and the other school's reading of it. */
type Tick = readonly [name: string, met: boolean | null, why: string, other?: string];

export function SmartCard(props: SmartProps): JSX.Element {
  return h(
    'ul',
    { class: 'smart', 'aria-label': 'SMART' },
    ticksOf(props).map(([name, met, why, other]) => {
      const { shape, tone, word } = met === null ? OPEN : met ? MET : UNMET;
      return h(
        'li',
        null,
        h('span', { class: `icon ${tone}` }, h(Sign, { shape }), h('span', { class: 'unseen' }, word)),
        h(
          'span',
          null,
          h('b', null, name),
          h('span', { class: 'quiet' }, `: ${why}${other === undefined ? '' : `. ${other}`}`),
        ),
      );
    }),
  );
}

const MET: { shape: Shape; tone: Tone; word: string } = { shape: 'check', tone: 'good', word: 'yes: ' };
const UNMET: typeof MET = { shape: 'cross', tone: 'warn', word: 'not yet: ' };
const OPEN: typeof MET = { shape: 'dashed', tone: 'quiet', word: 'open: ' };

function ticksOf({ keyResult, objective, scene }: SmartProps): readonly Tick[] {
  const { smart, confidence } = keyResult;
  const { specific, measurable, assignable, timeRelated } = smart;
  const owner = keyResult.owner ?? objective.owner;
  const end = keyResult.due ?? scene.end;
  const aligned = keyResult.supports.length + objective.supports.length > 0;
  return [
    ['Specific', specific, specific ? 'the title names one thing' : 'the title is vague, or names more than one thing'],
    [
      'Measurable',
      measurable,
      measurable ? 'it has a measure with its baseline' : 'it has no measure with a baseline yet',
    ],
    [
      'Assignable',
      assignable,
      assignable && owner !== null ? `${mention(owner)} owns it` : 'nobody owns it yet',
      alignedInWords(aligned),
    ],
    ['Realistic', smart.realistic, realistic(smart.realistic, confidence), relevantInWords(aligned)],
    [
      'Time-related',
      timeRelated,
      !timeRelated
        ? 'it has no cycle and no due date'
        : end === null
          ? 'it has an end'
          : `by ${longDay(end, scene.today)}`,
    ],
  ];
}

function realistic(met: boolean | null, confidence: number | null): string {
  if (met === null) return 'nobody has said yet how sure they are';
  const sure = confidence === null ? '' : `confidence is ${ofTen(confidence)} of 10`;
  return met ? sure || 'a stretch within reach' : sure || 'it was there on the first day';
}
