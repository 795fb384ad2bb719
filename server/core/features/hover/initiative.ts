/** An initiative: where the work is, by when, and how the goals stand that it is for. */
import type { InitiativeEntry } from '../../model/entry.ts';
import { fromEntry, refToText, resolveGoal } from '../../model/resolve.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, code, facts, plain } from '../markdown.ts';
import { headline, people, standingInShort, titleOf } from '../naming.ts';
import { fromToday, shortDay } from '../words.ts';
import { description } from './description.ts';

export function initiativeCard(context: FeatureContext, entry: InitiativeEntry): string {
  const { workspace } = context;
  const today = workspace.today.get();
  const { status, statusDay, due, owner, supports, needs } = entry.element;
  const isOpen = status === 'planned' || status === 'active';
  const since = statusDay === undefined ? '' : ` ${isOpen ? 'since' : 'on'} ${shortDay(statusDay, today)}`;
  const late = isOpen && due !== undefined && due < today;
  const when =
    due === undefined ? undefined : `${shortDay(due, today)}, ${fromToday(due, today)}${late ? ': **overdue**' : ''}`;
  const goals = supports.map(ref => {
    const goal = resolveGoal(workspace, ref, fromEntry(entry));
    const written = code(refToText(ref));
    return goal === undefined
      ? `- ${written}, which is not there`
      : `- ${written} ${plain(titleOf(context, goal))}: ${standingInShort(context, goal)}`;
  });
  return blocks(
    headline(context, entry, `**${status}**${since}`),
    description(entry.element.description),
    facts([
      ['Due', when],
      ['Owner', people(owner, [])],
      ['Needs', needs.map(({ ref }) => code(refToText(ref))).join(', ')],
    ]),
    goals.length === 0
      ? 'It supports nothing yet: which OKR does it roll up to?'
      : `**Supports**\n\n${goals.join('\n')}`,
  );
}
