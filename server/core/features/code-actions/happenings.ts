/** What can happen on the way, as edits of the day with a reason to write over; the commands of an editor ask for it. */
import { brief } from '../../../../grammar/problems.ts';
import type { Statement, StatementKind } from '../../../../grammar/tree.ts';
import { canDropInitiative, dropInitiative } from '../../edits/drop-initiative.ts';
import { type Happening, type Told, unreadableIn } from '../../edits/happening.ts';
import { candidates, canHappen, happening } from '../../edits/happenings.ts';
import { Refusal } from '../../edits/insertion.ts';
import { draftTarget, targetOn } from '../../edits/move-target.ts';
import { nearObjectives, sharable } from '../../edits/share-key-result.ts';
import type { Day } from '../../model/elements.ts';
import { type Goal, type InitiativeEntry, isKeyResult, type ObjectiveEntry } from '../../model/entry.ts';
import type { What } from '../../requests/happening.ts';
import type { FeatureContext } from '../context.ts';
import type { Offer, Spot } from './offer.ts';

/** More people, and more objectives, than a menu has room for. */
const MOST = 3;
/** Where nobody has a team all objectives are candidates, and an editor asks at every step. */
const MOST_READ = 100;

/** The lines on which each is offered, beside the heading of what it would happen to. */
const lines: readonly (readonly [What, readonly StatementKind[]])[] = [
  ['target', ['from', 'to', 'keep', 'target']],
  ['block', ['checkin']],
  ['unblock', ['checkin']],
  ['hand-over', ['owner']],
  ['share', []],
  ['drop', ['dropped', 'resumed']],
  ['resume', ['dropped', 'resumed']],
];

export function happenings({ context, entry, statement, keyResult }: Spot): Offer[] {
  if (entry.element.type === 'initiative') return dropping(context, entry as InitiativeEntry, statement);
  const goal = goalAt(statement, entry as ObjectiveEntry, keyResult);
  if (goal === undefined) return [];
  const isHeading = statement.kind === 'kr' || statement.kind === 'objective';
  if (unreadableIn(goal) !== undefined) return [];
  const day = context.workspace.today.get();
  const told = toldOn(day);
  const offers: Offer[] = [];
  for (const [what, kinds] of lines) {
    if (!isHeading && !kinds.includes(statement.kind)) continue;
    if (!canHappen(context, what, goal, day)) continue;
    for (const { title, write } of choices(what)) {
      offers.push({ title, kind: 'refactor.rewrite', edits: () => orRefused(write) });
    }
  }
  return offers;

  function choices(what: What): { title: string; write: () => Happening }[] {
    const none = { value: '', into: undefined };
    const plain = (title: string) => [{ title, write: () => happening(context, what, goal as Goal, told, none) }];
    switch (what) {
      case 'drop':
        return plain('Drop or pause it from today');
      case 'resume':
        return plain('Take it up again from today');
      case 'block':
        return plain('Say that it is blocked');
      case 'unblock':
        return plain('Say that it is blocked no longer');
      case 'target':
        return [
          {
            title: `Move its target from today, with the ${targetOn(goal as Goal, day)} of now to write over`,
            write: () => draftTarget(context, goal as Goal, told),
          },
        ];
      case 'hand-over':
        return candidates(context, goal as Goal)
          .slice(0, MOST)
          .map(handle => ({
            title: `Hand it over to @${handle}`,
            write: () => happening(context, what, goal as Goal, told, { ...none, value: handle }),
          }));
      case 'share':
        if (!isKeyResult(goal as Goal) || keyResult === undefined) return [];
        return sharable(context, keyResult, MOST, nearObjectives(context.workspace, keyResult, MOST_READ)).map(
          into => ({
            title: `Share it with ${called(into)}`,
            write: () => happening(context, what, goal as Goal, told, { ...none, into }),
          }),
        );
    }
  }
}

/** Beside its heading it is offered where it says how the work stands. */
function dropping(context: FeatureContext, initiative: InitiativeEntry, { kind }: Statement): Offer[] {
  if (!['initiative', 'planned', 'active'].includes(kind) || !canDropInitiative(initiative)) return [];
  const told = toldOn(context.workspace.today.get());
  const write = () => dropInitiative(context, initiative, told);
  return [{ title: 'Drop it from today', kind: 'refactor.rewrite', edits: () => orRefused(write) }];
}

function toldOn(day: Day): Told {
  return { day, why: 'Why?', by: '' };
}

/** Of a line that is of an element itself, and of none that is in it. */
function goalAt(statement: Statement, entry: ObjectiveEntry, keyResult: Spot['keyResult']): Goal | undefined {
  if (keyResult !== undefined) return keyResult;
  const root = statement.parent ?? statement;
  return root.kind === 'objective' && root.parent === undefined ? entry : undefined;
}

function called({ element: { name, title } }: ObjectiveEntry): string {
  return name === undefined ? `“${brief(title)}”` : `\`${name}\``;
}

function orRefused(write: () => Happening) {
  try {
    return write().edits;
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}
