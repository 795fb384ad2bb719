/**
 * An objective with its key results.
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import type { InitiativeReport, ObjectiveReport } from '../reports/report.ts';
import { isPaused } from '../wording/letting-go.ts';
import { byUrgency, standingOf, statusStanding } from '../wording/standing.ts';
import { count, day, ofTen, score } from '../wording/words.ts';
import { Description } from './description.ts';
import { Pill } from './icon.ts';
import { disagrees, KeyResultRow } from './key-result-row.ts';
import { droppedInWords, weightInWords } from './key-result-words.ts';
import { keysOf } from './keys.ts';
import { later } from './later.ts';
import { GoalName, PersonName } from './linked.ts';
import { memo } from './memo.ts';
import { Note } from './note.ts';
import { PlaceLink, placeProps } from './place-link.ts';
import type { Scene } from './scene.ts';

interface ObjectiveCardProps {
  readonly objective: ObjectiveReport;
  readonly initiatives: readonly InitiativeReport[];
  readonly scene: Scene;
  readonly id: string;
}

export const ObjectiveCard = later(memo(drawCard), 'below');

function drawCard({ objective, initiatives, scene, id }: ObjectiveCardProps): JSX.Element {
  const title = objective.title || 'Untitled objective';
  const link = h(PlaceLink, { place: objective.place, scene, children: title });
  const dropped = objective.dropped !== null;
  const keys = keysOf(objective.keyResults);
  return h(
    'article',
    {
      class: `objective${dropped ? ' dropped' : ''}`,
      id,
      'aria-labelledby': `${id}-title`,
      ...(scene.later && { ref: scene.later.drew, style: { '--rows': objective.keyResults.length } }),
    },
    h(
      'header',
      { class: 'objective-head', ...placeProps(objective.place, scene) },
      h(
        'div',
        { class: 'what' },
        h('h3', { id: `${id}-title` }, dropped && !isPaused(objective.dropped) ? h('del', null, link) : link),
        h(
          'ul',
          { class: 'facts-inline' },
          facts(objective, scene).map(fact => h('li', null, fact)),
        ),
        objective.dropped !== null &&
          h('p', { class: 'note', dir: 'auto' }, droppedInWords(objective.dropped, scene.today)),
        objective.lastNote !== null && h(Note, { checkIn: objective.lastNote, owner: objective.owner, scene }),
        h(Description, { text: objective.description }),
        disagrees(objective.saidStatus, objective.computedStatus) &&
          h(
            'p',
            { class: 'note' },
            `Said ${standingOf(objective).word}; the pace says ${statusStanding(objective.computedStatus).word}`,
          ),
      ),
      !dropped && h(Standing, { objective, scene }),
    ),
    objective.keyResults.length === 0
      ? h('p', { class: 'no-key-results' }, withoutKeyResults(objective))
      : h(
          'ul',
          { class: 'key-results', 'aria-label': `Key results of ${title}` },
          byUrgency(objective.keyResults).map(keyResult => {
            const index = objective.keyResults.indexOf(keyResult);
            return h(KeyResultRow, {
              key: keys.get(keyResult),
              keyResult,
              objective,
              initiatives,
              scene,
              id: `${id}-${index + 1}`,
            });
          }),
        ),
    objective.reflections.length > 0 &&
      h(
        'ul',
        { class: 'reflections', 'aria-label': `What we learned from ${title}` },
        objective.reflections.map(text => h('li', null, h('bdi', null, text))),
      ),
  );
}

function facts(objective: ObjectiveReport, scene: Scene): ComponentChildren[] {
  const measured = objective.scored > 0 && objective.scored < objective.of;
  const all: ComponentChildren[] = [
    // Of a half-year each says which quarter it is from.
    objective.cycle !== scene.cycle && objective.cycle,
    objective.owner === null ? 'no owner' : h(PersonName, { handle: objective.owner, scene }),
    objective.with.length > 0 && [
      'with ',
      objective.with.map((handle, i) => [i > 0 && ', ', h(PersonName, { handle, scene })]),
    ],
    objective.kind,
    ...objective.supports.map(ref => [
      h('span', { 'aria-hidden': 'true' }, '↗\u00a0'),
      h('span', { class: 'unseen' }, 'supports '),
      h(GoalName, { goal: ref, scene }),
    ]),
    measured && `scored from ${objective.scored} of ${count(objective.of, 'key result')}`,
    weightInWords(objective.weight),
  ];
  return all.filter(fact => fact !== null && fact !== false);
}

function Standing({ objective, scene }: { readonly objective: ObjectiveReport; readonly scene: Scene }): JSX.Element {
  const standing = standingOf(objective);
  const { grade } = objective;
  return h(
    'div',
    { class: 'objective-standing' },
    h(
      'p',
      { class: 'objective-score' },
      h('b', null, objective.score === null ? '–' : score(objective.score)),
      h('span', { class: 'below' }, beside(objective, scene)),
      grade !== null &&
        h(
          'span',
          { class: 'below', title: grade.why || undefined },
          `our own grade ${score(grade.grade)}${grade.early ? ', early' : ''}${grade.date === null ? '' : `, ${day(grade.date, scene.today)}`}`,
        ),
    ),
    h(
      'div',
      null,
      h(Pill, standing),
      objective.confidence !== null && h('span', { class: 'below' }, `confidence ${ofTen(objective.confidence)}/10`),
    ),
  );
}

/** `of 0.55 today`, or why there is nothing to compare with. */
function beside(objective: ObjectiveReport, { over }: Scene): string {
  if (objective.score === null) return 'no score yet';
  return over || objective.expected === null ? 'score' : `of ${score(objective.expected)} today`;
}

function withoutKeyResults({ supporters, status }: ObjectiveReport): string {
  if (supporters.count === 0)
    return status === 'dropped' ? 'No key results.' : 'No key results yet: how will you know?';
  const stand =
    supporters.score === null
      ? 'have no score yet'
      : `${supporters.count === 1 ? 'stands' : 'stand'} at ${score(supporters.score)}`;
  return `Its ${supporters.count === 1 ? 'supporter' : `${supporters.count} supporters`} ${stand}.`;
}
