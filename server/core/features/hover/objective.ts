/** An objective: how it stands, what its key results say, who supports it. */
import type { ObjectiveEntry } from '../../model/entry.ts';
import { refToText } from '../../model/resolve.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import { weightedMean } from '../../scores/mean.ts';
import { isDone } from '../../scores/progress.ts';
import { showScore } from '../../scores/rounding.ts';
import { standingOf } from '../../standing/standings.ts';
import { supportersOf } from '../backlinks.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, code, facts, few, plain, table } from '../markdown.ts';
import { headline, isGoal, isUnmeasured, mention, people, teamTitle, titleOf } from '../naming.ts';
import { bare, count, ofTen, quantity, shortDay, statusInWords } from '../words.ts';
import { description } from './description.ts';
import { gradeLine, scoreLine, timeLine } from './score-line.ts';

const ROWS = 8;

export function objectiveCard(context: FeatureContext, entry: ObjectiveEntry): string {
  const { workspace, standings } = context;
  const { objective, keyResults } = standings.objective(entry);
  const { element } = entry;
  const today = workspace.today.get();
  const from =
    objective.judged || objective.of === 0
      ? undefined
      : `from ${objective.scored} of ${count(objective.of, 'key result')}`;
  return blocks(
    headline(context, entry, objective.kind),
    description(element.description),
    scoreLine(objective, from, today),
    rows(context, entry, keyResults),
    facts([
      ['Confidence', objective.confidence === undefined ? undefined : ofTen(objective.confidence)],
      ['Grade', gradeLine(objective, today)],
      ['Owner', people(element.owner, element.with)],
      ['Team', teamTitle(context, entry) && plain(teamTitle(context, entry) as string)],
      ['Time', timeLine(workspace, entry, objective)],
      ['Last check-in', objective.lastCheckin === undefined ? undefined : shortDay(objective.lastCheckin, today)],
      [
        'Supports',
        few(
          element.supports.map(ref => code(refToText(ref))),
          5,
        ),
      ],
      ['Supported by', supporters(context, entry)],
      [
        'Learned',
        few(
          element.reflections.map(text => plain(text)),
          2,
          ' · ',
        ),
      ],
    ]),
  );
}

function rows(
  context: FeatureContext,
  entry: ObjectiveEntry,
  standings: readonly KeyResultStanding[],
): string | undefined {
  const { keyResults } = entry.element;
  if (keyResults.length === 0) return undefined;
  const lines = keyResults.slice(0, ROWS).map((keyResult, index) => {
    const standing = standings[index] as KeyResultStanding;
    const title = plain(titleOf(context, { objective: entry, keyResult }));
    const score = standing.score === undefined ? '' : showScore(standing.score);
    const status = isUnmeasured(standing) ? '○ not measured' : statusInWords(standing.status, standing.verdict);
    return [title, score, figure(standing, context.workspace.today.get()), status];
  });
  const more = keyResults.length > ROWS ? `\n\nand ${keyResults.length - ROWS} more` : '';
  return `${table(['Key result', '>Score', '>Value', 'Status'], lines)}${more}`;
}

/** `41 → 48 points`, `99.95%`, `1 of 2`, `judged` */
function figure({ measure, value, judged }: KeyResultStanding, today: number): string {
  if (judged) return 'judged';
  switch (measure?.kind) {
    case 'from-to':
      return `${value === undefined ? '–' : bare(value, measure.unit)} → ${quantity(measure.to, measure.unit)}`;
    case 'keep':
      return value === undefined ? '–' : quantity(value, measure.hold.unit);
    case 'milestones':
      return `${measure.steps.filter(step => isDone(step, today)).length} of ${measure.steps.length}`;
    case undefined:
      return '';
  }
}

/** Who they are; without key results of its own, how they stand together as well. */
function supporters(context: FeatureContext, entry: ObjectiveEntry): string | undefined {
  const all = supportersOf(context.workspace, entry);
  if (all.length === 0) return undefined;
  const list = few(
    all.map(each => mention(context, each)),
    5,
  );
  if (entry.element.keyResults.length > 0) return list;
  const goals = all.filter(isGoal).flatMap(goal => standingOf(context.standings, goal) ?? []);
  const mean = weightedMean(goals, ({ score }) => score);
  return mean === undefined ? list : `${list}; together they stand at **${showScore(mean)}**`;
}
