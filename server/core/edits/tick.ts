/** Writes that a milestone is done, or that it is not after all. */
import type { Milestone } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import type { KeyResultEntry } from '../model/entry.ts';
import { refToText } from '../model/resolve.ts';
import { isDone } from '../scores/progress.ts';
import { headingOf } from './check-in.ts';
import { behind, changeLine, lastOf, without } from './in-line.ts';
import { type LineEdit, Refusal } from './insertion.ts';

export interface Ticked {
  /** Which of the key result's milestones, from 0. */
  readonly step: number;
  /** What it says, for whoever ticks it. */
  readonly text: string;
  readonly done: boolean;
}

/**
 * `done` with the day, behind when the milestone is due and what it weighs; or neither.
 * @throws Refusal where it cannot be written, or the milestone says something else by now
 */
export function tick(entry: KeyResultEntry, { step, text, done }: Ticked, today: Day): LineEdit {
  const { follows, measure } = entry.keyResult;
  if (follows !== undefined)
    throw new Refusal(`Its milestones are those of \`${refToText(follows)}\`: tick them there.`);
  const milestone = measure?.kind === 'milestones' ? measure.steps[step] : undefined;
  const node = headingOf(entry).body.filter((each): each is Milestone => each.kind === 'milestone')[step];
  if (milestone === undefined || node === undefined || milestone.text !== text)
    throw new Refusal('This milestone is no longer where it was: look at the page again, and tick it there.');
  if (isDone(milestone, today) === done) throw new Refusal(`This milestone is ${done ? 'done' : 'open'} already.`);

  const said = node.done && { start: node.done.start, end: (node.doneOn ?? node.done).end };
  const words = `done ${toIso(today)}`;
  const change = !done
    ? without(said ?? node.keyword, entry.objective.block)
    : said === undefined
      ? behind(lastOf(node.keyword, node.due, node.weight), words)
      : { span: said, words };
  const { edit, after } = changeLine(entry.objective, node, [change]);
  const read = after.tree.statements.find(({ line }) => line === node.line);
  const isAsMeant =
    read?.kind === 'milestone' &&
    (read.done !== undefined) === done &&
    read.doneOn?.day === (done ? today : undefined) &&
    read.prose?.text === node.prose?.text;
  if (!isAsMeant) throw new Refusal('This milestone would be read as something else: change it in the text.');
  return edit;
}
