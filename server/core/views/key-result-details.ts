/**
 * What answers the next question about a key result, folded away until somebody asks.
 */
import { Component, type ComponentChildren, h, type JSX } from 'preact';
import type { CheckInReport, KeyResultReport, MeasureReport } from '../reports/report.ts';
import { count, day, ofTen, percent, quantity, score } from '../wording/words.ts';
import { ActButton, takesCheckIns } from './act-button.ts';
import { Description } from './description.ts';
import type { KeyResultProps } from './key-result-row.ts';
import { known, paceInWords, weightInWords } from './key-result-words.ts';
import { later } from './later.ts';
import { GoalName, GoalNames, ValueWay } from './linked.ts';
import { mention } from './person.ts';
import type { Scene } from './scene.ts';
import { SmartCard } from './smart-card.ts';
import { StepList } from './step-bar.ts';

/** The check-ins shown; a data file may hold one a day. */
const MOST_CHECK_INS = 12;

export class KeyResultDetails extends Component<KeyResultProps, { unfolded: boolean }> {
  override state = { unfolded: false };

  unfold = (): void => this.setState({ unfolded: true });

  override render(): JSX.Element {
    const { title } = this.props.keyResult;
    return h(
      'details',
      { class: 'more', onToggle: this.unfold },
      h('summary', { title: 'More' }, h('span', { class: 'unseen' }, `More about ${title}`)),
      h(Details, { ...this.props, wanted: this.state.unfolded }),
    );
  }
}

const Details = later<KeyResultProps & { readonly wanted?: boolean }>(drawDetails, 'folded');

function drawDetails(props: KeyResultProps): JSX.Element {
  const { keyResult, scene } = props;
  const { measure } = keyResult;
  return h(
    'div',
    { class: 'details' },
    h(Description, { text: keyResult.description }),
    takesCheckIns(keyResult, scene) && h('p', null, h(ActButton, { act: 'check-in', title: keyResult.title, scene })),
    h(Facts, props),
    measure?.kind === 'milestones' && h(StepList, { keyResult, steps: measure.steps, scene }),
    keyResult.dropped === null && !scene.over && h(SmartCard, props),
    keyResult.history.length > 0 && h(CheckIns, { history: keyResult.history, measure, scene }),
  );
}

/** Sentences that only some key results have. */
function Facts({ keyResult, objective, scene }: KeyResultProps): JSX.Element | null {
  const { today } = scene;
  const facts: ComponentChildren[] = [
    paceInWords(keyResult, scene),
    keyResult.progress !== null && (keyResult.progress > 1 || keyResult.progress < 0)
      ? `Progress is ${percent(keyResult.progress)}; the score counts it as ${score(keyResult.score ?? 0)}.`
      : null,
    ...keyResult.targets.map(change =>
      because(
        `Target ${day(change.date, today)}: ${targetChange(keyResult.measure, change.from, change.to)}`,
        ', ',
        change.why,
      ),
    ),
    keyResult.firstTargetScore === null
      ? null
      : `Against its first target it scores ${score(keyResult.firstTargetScore)}.`,
    keyResult.grade === null || keyResult.judged
      ? null
      : because(`Our own grade: ${score(keyResult.grade.grade)}`, ', ', keyResult.grade.why),
    ...keyResult.needs.map(need => because(['Needs ', h(GoalName, { goal: need.ref, scene })], ': ', need.why)),
    keyResult.supports.length > 0 && h('span', null, 'Supports ', h(GoalNames, { goals: keyResult.supports, scene })),
    keyResult.sources.length > 0
      ? h('span', null, 'Measured by ', h(ValueWay, { sources: keyResult.sources, of: keyResult.place, scene }))
      : keyResult.kpi !== null && h('span', null, 'Measured by the KPI ', h('bdi', null, keyResult.kpi)),
    keyResult.with.length > 0 && `With ${keyResult.with.map(mention).join(', ')}`,
    keyResult.due !== null && `Due ${day(keyResult.due, today)}`,
    keyResult.kind === objective.kind ? null : keyResult.kind,
    weightInWords(keyResult.weight),
  ].filter(fact => fact !== null && fact !== false);
  return facts.length === 0
    ? null
    : h(
        'ul',
        { class: 'facts' },
        facts.map(fact => h('li', null, fact)),
      );
}

/** A fact, and why, where somebody said so. */
function because(fact: ComponentChildren, mark: string, why: string): JSX.Element {
  return h('span', null, fact, why !== '' && [mark, h('bdi', null, why)]);
}

function targetChange(measure: MeasureReport | null, from: number | null, to: number | null): string {
  const unit = measure === null || measure.kind === 'milestones' ? '' : measure.unit;
  return from === null ? known(to, unit) : `${known(from, unit, true)} → ${known(to, unit)}`;
}

interface CheckInsProps extends Pick<KeyResultReport, 'history' | 'measure'> {
  readonly scene: Scene;
}

function CheckIns({ history, measure, scene }: CheckInsProps): JSX.Element {
  const newest = history.toReversed().slice(0, MOST_CHECK_INS);
  const unit = measure === null || measure.kind === 'milestones' ? '' : measure.unit;
  const earlier = history.length - newest.length;
  return h(
    'table',
    { class: 'check-ins' },
    h(
      'caption',
      null,
      'Check-ins',
      earlier > 0 && `, the newest ${newest.length} of ${count(history.length, 'value')}`,
    ),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        ['Day', 'Value', 'Sure', 'Who', 'Note'].map((name, index) =>
          h('th', { scope: 'col', class: index === 1 || index === 2 ? 'number' : undefined }, name),
        ),
      ),
    ),
    h(
      'tbody',
      null,
      newest.map(checkIn => h(CheckInRow, { checkIn, unit, scene })),
    ),
  );
}

function CheckInRow({
  checkIn,
  unit,
  scene,
}: {
  readonly checkIn: CheckInReport;
  readonly unit: string;
  readonly scene: Scene;
}): JSX.Element {
  const source = checkIn.from === 'kpi' ? 'from its KPI' : checkIn.from === 'data' ? 'from its data' : '';
  return h(
    'tr',
    null,
    h('th', { scope: 'row' }, h('time', { datetime: checkIn.date }, day(checkIn.date, scene.today))),
    h('td', { class: 'number' }, checkIn.value === null ? '–' : quantity(checkIn.value, unit, true)),
    h('td', { class: 'number' }, checkIn.confidence === null ? '–' : `${ofTen(checkIn.confidence)}/10`),
    h('td', null, checkIn.by === null ? source || '–' : h('bdi', null, mention(checkIn.by))),
    h('td', { dir: 'auto' }, checkIn.note),
  );
}
