/**
 * A key result as one row that reads left to right: how is it, whose is it, what is it, how far, how much, how sure,
 * where is it going. What is on track takes one line; what is not gets its last note and its next step.
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import type { InitiativeReport, KeyResultReport, ObjectiveReport } from '../reports/report.ts';
import { isPaused } from '../wording/letting-go.ts';
import { isUnmeasured, keyResultStanding, type Standing, statusStanding } from '../wording/standing.ts';
import { count, day } from '../wording/words.ts';
import { SayButton, takesCheckIns } from './act-button.ts';
import { Confidence } from './confidence.ts';
import { Icon } from './icon.ts';
import { KeyResultDetails } from './key-result-details.ts';
import { FigureOf } from './key-result-figure.ts';
import { WayOf } from './key-result-way.ts';
import { droppedInWords, lastDay, wayInWords } from './key-result-words.ts';
import { memo } from './memo.ts';
import { Note } from './note.ts';
import { Avatar, mention } from './person.ts';
import { PlaceLink, placeProps } from './place-link.ts';
import type { Scene } from './scene.ts';
import { Sparkline } from './sparkline.ts';

export interface KeyResultProps {
  readonly keyResult: KeyResultReport;
  readonly objective: ObjectiveReport;
  readonly initiatives: readonly InitiativeReport[];
  readonly scene: Scene;
  readonly id: string;
}

export const KeyResultRow = memo(drawRow);

function drawRow(props: KeyResultProps): JSX.Element {
  const { keyResult, objective, scene, id } = props;
  const standing = keyResultStanding(keyResult, objective);
  const kind =
    keyResult.dropped !== null
      ? 'dropped'
      : isUnmeasured(keyResult)
        ? 'unmeasured'
        : needsWord(keyResult)
          ? 'wordy'
          : 'brief';
  return h(
    'li',
    { class: `kr ${kind} ${standing.tone}`, id, ...placeProps(keyResult.place, scene) },
    h(
      'div',
      { class: 'kr-row' },
      h(SayButton, { says: 'status', keyResult, scene, children: h(Icon, standing) }),
      h(Owner, props),
      h(What, props),
      kind === 'dropped' ? null : h(Figures, { ...props, standing }),
    ),
    h(KeyResultDetails, props),
  );
}

/** Whether a row says more than its figures. */
export function needsWord({ status, saidStatus, computedStatus, blocked }: KeyResultReport): boolean {
  const calm = status === 'on-track' || status === 'done' || status === 'pending' || status === 'ended';
  return !calm || blocked !== null || disagrees(saidStatus, computedStatus);
}

/** Whether somebody said another status than the pace does. */
export function disagrees(said: string | null, computed: string): boolean {
  return said !== null && said !== computed && ['on-track', 'at-risk', 'off-track'].includes(computed);
}

function Owner({ keyResult, objective }: KeyResultProps): JSX.Element {
  const owner = keyResult.owner ?? objective.owner;
  return owner === null
    ? h('span', { class: 'avatar nobody', title: 'Nobody owns this yet' }, h('span', { class: 'unseen' }, 'no owner'))
    : h(Avatar, { handle: owner });
}

function What(props: KeyResultProps): JSX.Element {
  const { keyResult, scene } = props;
  const title = h(PlaceLink, { place: keyResult.place, scene, children: keyResult.title || 'Untitled key result' });
  if (keyResult.dropped !== null) {
    return h(
      'div',
      { class: 'what' },
      h('p', { class: 'kr-title' }, isPaused(keyResult.dropped) ? title : h('del', null, title)),
      h('p', { class: 'note', dir: 'auto' }, droppedInWords(keyResult.dropped, scene.today)),
    );
  }
  if (isUnmeasured(keyResult)) {
    return h(
      'div',
      { class: 'what' },
      h('p', { class: 'kr-title' }, title),
      scene.over ? h('p', { class: 'note' }, 'Nothing said how one would notice.') : h(HowToNotice, props),
    );
  }
  return h('div', { class: 'what' }, h('p', { class: 'kr-title' }, title), needsWord(keyResult) && h(Words, props));
}

/** The coach's question, with the ways to answer it as one writes them. */
function HowToNotice({ keyResult, scene }: KeyResultProps): JSX.Element {
  return h(
    'p',
    { class: 'note coach' },
    `How would you notice ${lastDay(keyResult, scene)}: `,
    ANSWERS.map(([words, code], index) => [
      index === 0 ? '' : index < ANSWERS.length - 1 ? ', ' : ', or ',
      h('span', { class: 'answer' }, words, ' ', h('code', null, code)),
    ]),
    '?',
  );
}

const ANSWERS: readonly (readonly [string, string])[] = [
  ['count it', 'from 12 to 6'],
  ['hold it', 'keep at most 2'],
  ['tick it off', 'milestone: …'],
  ['judge it yourselves', 'grade 0.4'],
];

/** What people say about it, where the figures alone would leave a question open. */
function Words(props: KeyResultProps): ComponentChildren {
  const { keyResult, objective, initiatives, scene } = props;
  const computed = statusStanding(keyResult.computedStatus);
  const next = nextStep(keyResult, objective, initiatives);
  return [
    keyResult.blocked !== null &&
      h('p', { class: 'note' }, h('b', null, 'Blocked: '), h('bdi', null, keyResult.blocked)),
    keyResult.lastNote !== null &&
      keyResult.lastNote.note !== keyResult.blocked &&
      h(Note, { checkIn: keyResult.lastNote, owner: keyResult.owner ?? objective.owner, scene }),
    disagrees(keyResult.saidStatus, keyResult.computedStatus) &&
      h(
        'p',
        { class: 'note' },
        `Said ${statusStanding(keyResult.status).word}; `,
        h('span', { class: `text ${computed.tone}` }, `the pace says ${computed.word}`),
      ),
    next !== undefined &&
      h(
        'p',
        { class: 'note next' },
        'Next: ',
        h('bdi', null, next.title),
        next.owner !== null && [' ', h('bdi', null, mention(next.owner))],
        next.due !== null &&
          h(
            'span',
            { class: next.overdue ? 'text warn' : undefined },
            next.overdue ? `, was due ${day(next.due, scene.today)}` : `, ${day(next.due, scene.today)}`,
          ),
      ),
  ];
}

/** The open initiative that is due first, of this key result, else of its objective. */
function nextStep(
  keyResult: KeyResultReport,
  objective: ObjectiveReport,
  initiatives: readonly InitiativeReport[],
): InitiativeReport | undefined {
  const open = initiatives
    .filter(each => each.status === 'active' || each.status === 'planned')
    .toSorted((a, b) => (a.due ?? '~').localeCompare(b.due ?? '~'));
  const of = (ref: string | null) => (ref === null ? undefined : open.find(each => each.supports.includes(ref)));
  return of(keyResult.ref) ?? of(objective.ref);
}

function Figures(props: KeyResultProps & { readonly standing: Standing }): ComponentChildren {
  const { keyResult, scene, standing } = props;
  if (isUnmeasured(keyResult)) return h('p', { class: 'left-out' }, 'no measure, left out of the score');
  const brief = !needsWord(keyResult);
  const values = keyResult.history.flatMap(({ date, value }) => (value === null ? [] : [{ date, value }]));
  const measure = keyResult.measure;
  const bounds =
    measure?.kind === 'keep'
      ? [measure.atLeast, measure.atMost, measure.above, measure.below].filter(each => typeof each === 'number')
      : [];
  return [
    h('div', { class: 'way' }, h(WayOf, { keyResult, scene, tone: standing.tone, brief })),
    h('div', { class: 'figure' }, h(FigureOf, { keyResult, brief, scene })),
    h(
      'div',
      { class: 'sure' },
      h(SayButton, {
        says: 'confidence',
        keyResult,
        scene,
        children: h(Confidence, { ...keyResult, asked: takesCheckIns(keyResult, scene) }),
      }),
    ),
    h(
      'div',
      { class: 'trail' },
      values.length > 0 &&
        h(Sparkline, {
          values,
          bounds,
          scene,
          tone: standing.tone,
          label: `${count(values.length, 'value')}. ${wayInWords(keyResult, scene)}`,
        }),
    ),
  ];
}
