/** An objective moves to another cycle: under that cycle's heading in its file, which is added where there is none. */
import type { Cycle as CycleNode } from '../../../../grammar/tree.ts';
import { nextCycle } from '../../calendar/cycle.ts';
import type { Heading, ObjectiveEntry } from '../../model/entry.ts';
import type { OkrFile } from '../../model/file.ts';
import { cycleOf } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { lineBreakOf } from '../../rules/lines.ts';
import { type PlacedEdit, statementOf } from '../../rules/rule.ts';
import type { Pause } from '../pause.ts';
import { insertBelow, placedAt } from './lines-of-file.ts';
import { canMove, Moving } from './moving.ts';
import type { Offer, Refused, Spot } from './offer.ts';
import { rewritten } from './pointers.ts';
import { keptReferences } from './references-of-move.ts';
import { headingBelow } from './standpoint.ts';

interface Destination {
  /** As it is written. */
  readonly cycle: string;
  /** The last block of those under its heading; undefined: the heading is to be added, with these lines. */
  readonly below: number | undefined;
  readonly headings: readonly string[];
}

export function moveToCycle({ context: { workspace }, file, entry, statement }: Spot): Offer[] {
  if (statement.kind !== 'objective' || statement.parent !== undefined || !canMove(entry as ObjectiveEntry)) return [];
  const objective = entry as ObjectiveEntry;
  return destinations(workspace, objective).map(destination => ({
    title:
      destination.below === undefined && ownCycle(objective) === undefined
        ? `Move it to ${destination.cycle}, under a new heading`
        : `Move it to ${destination.cycle}`,
    kind: 'refactor.move',
    edits: pause => move(workspace, file, objective, destination, pause),
  }));
}

/** Its own `cycle`, which counts instead of the heading's. */
function ownCycle(objective: ObjectiveEntry): CycleNode | undefined {
  const node = statementOf(objective).body.find(each => each.kind === 'cycle');
  return node?.cycle === undefined ? undefined : node;
}

/** The cycles that have a heading in its file, and the one that comes after its own. */
function destinations(workspace: Workspace, objective: ObjectiveEntry): Destination[] {
  const { file } = objective;
  const own = cycleOf(workspace, objective);
  const around = headingBelow(file, file.indexOf(objective.block));
  const team = objective.element.team === undefined ? around.team : undefined;
  const found = new Map<string, Destination>();
  const fits = ({ team: here, cycle }: Heading) =>
    typeof cycle === 'string' && here !== null && (objective.element.team !== undefined || here === team);
  let above: Heading = { team: undefined, cycle: undefined };
  for (const [below, { heading }] of file.content.entries()) {
    above = { ...above, ...heading };
    if (!fits(above)) continue;
    const cycle = above.cycle as string;
    found.set(workspace.cycles.of(cycle).key, { cycle, below, headings: [] });
  }
  const next = own && nextCycle(own.id, workspace.settings.shared.fiscalYearStart);
  if (next !== undefined && !found.has(workspace.cycles.of(next).key)) {
    const isSameTeam = team === undefined || above.team === team;
    const headings = [...(isSameTeam ? [] : [`team ${team}`]), `cycle ${next}`, ''];
    // Without a team it cannot stand below one's heading.
    if (
      ownCycle(objective) !== undefined ||
      objective.element.team !== undefined ||
      team !== undefined ||
      above.team === undefined
    )
      found.set(workspace.cycles.of(next).key, { cycle: next, below: undefined, headings });
  }
  if (own !== undefined) found.delete(own.key);
  const { name } = objective.element;
  const isTaken = (key: string) =>
    name !== undefined &&
    workspace
      .named('objective', `${objective.team ?? ''}/${name}`)
      .some(each => each !== objective && cycleOf(workspace, each)?.key === key);
  return [...found].filter(([key]) => !isTaken(key)).map(([, destination]) => destination);
}

async function move(
  workspace: Workspace,
  file: OkrFile,
  objective: ObjectiveEntry,
  { cycle, below, headings }: Destination,
  pause: Pause,
): Promise<PlacedEdit[] | Refused> {
  const { block: own } = objective;
  const kept = await keptReferences(workspace, objective, cycle, pause);
  // It is no longer what was read: nothing that is known of it fits.
  if (objective.block !== own) return [];
  if ('refused' in kept) return kept;
  const edits = kept.others;
  const inner = [...kept.own];
  const said = ownCycle(objective)?.cycle;
  if (said !== undefined) {
    inner.push({ ...span(said), text: cycle });
    return [...edits, ...inner.map(edit => rewritten(objective, edit, edit.text))];
  }
  const moving = new Moving(objective);
  const lineBreak = lineBreakOf(objective.block);
  const lines = [...headings, ...moving.lines(inner)];
  if (below !== undefined) {
    const { block } = file.content[below] as OkrFile['content'][number];
    return [...edits, ...moving.removal(), insertBelow(file, block, lines)];
  }
  const { text } = file.document;
  const end = text.trimEnd().length;
  const lastBreak = /[\r\n]$/.test(text) ? lineBreak : '';
  return [
    ...edits,
    ...joined(moving.removal(), placedAt(file, end, end, lineBreak.repeat(2) + lines.join(lineBreak)), lastBreak),
  ];
}

/** What is put at the end of a file of which the last lines go stands in their place. */
function joined(removal: readonly PlacedEdit[], insertion: readonly PlacedEdit[], lastBreak: string): PlacedEdit[] {
  const [put] = insertion as [PlacedEdit];
  const last = removal.at(-1) as PlacedEdit;
  const isWithin =
    last.place.block === put.place.block &&
    put.place.span.start >= last.place.span.start &&
    put.place.span.start <= last.place.span.end;
  if (!isWithin) return [...removal, put];
  const [first, ...others] = removal as [PlacedEdit, ...PlacedEdit[]];
  return [{ ...first, text: put.text.replace(/^(?:\r\n?|\n)/, '') + lastBreak }, ...others];
}

function span({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}
