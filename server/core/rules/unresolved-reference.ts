/** Everything that points somewhere must arrive. */
import { nearest } from '../../../grammar/spelling.ts';
import type { Name, Reference, Statement } from '../../../grammar/tree.ts';
import type { RefText } from '../model/elements.ts';
import { type Entry, isKeyResult, type ObjectiveEntry } from '../model/entry.ts';
import { refText } from '../model/read-facts.ts';
import {
  cycleOf,
  type From,
  fromEntry,
  hasGoal,
  refToText,
  resolveGoal,
  resolveInitiative,
  resolveKpi,
} from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { bodyIndentation, endOf, lineBreakOf } from './lines.ts';
import { type Meant, meantBy } from './near-references.ts';
import { referencesIn, type Wanted } from './references.ts';
import { placeOf, type Remark, type Remedy, type Rule, replaces, type Say, statementOf } from './rule.ts';
import { statementsIn } from './statements.ts';

export const unresolvedReference: Rule = {
  id: 'unresolved-reference',
  severity: 'error',
  today: '2026-10-05',
  summary: 'A reference to something that is not there',
  why: 'A reference that leads nowhere breaks the line from the work to the goal: scores, alignment and reports leave it out.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    initiative survey: Ask after every order
      supports love.npss
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    initiative survey: Ask after every order
      supports love.nps
  `,
  checkEntry(entry, { workspace }, say) {
    const from = fromEntry(entry);
    for (const node of statementsIn(statementOf(entry))) {
      for (const { reference, to } of referencesIn(node)) {
        const ref = refText(reference);
        const isMissing =
          to === 'key result' ? !leadsToKeyResult(workspace, ref, from) : !arrives(workspace, ref, from, to);
        // Under a heading that cannot be read there may be what is meant: that one mistake is enough.
        if (isMissing && !workspace.mayHave(ref.name)) say(remark(workspace, reference, ref, from, node, to));
      }
      if (node.kind === 'parent' && node.name !== undefined) checkTeam(workspace, entry, node.name, say, true);
      if (node.kind === 'team' && node.parent !== undefined && node.name !== undefined)
        checkTeam(workspace, entry, node.name, say, false);
    }
  },
};

function arrives(workspace: Workspace, ref: RefText, from: From, to: Wanted): boolean {
  if (to === 'kpi') return resolveKpi(workspace, ref, from.entry) !== undefined;
  if (hasGoal(workspace, ref, from)) return true;
  return to === 'goal or initiative' && resolveInitiative(workspace, ref, from.entry) !== undefined;
}

function leadsToKeyResult(workspace: Workspace, ref: RefText, from: From): boolean {
  if (!hasGoal(workspace, ref, from)) return false;
  // Without a key result's name it is one only where no objective has the name.
  return ref.kr !== undefined || !hasGoal(workspace, ref, { entry: from.entry, objective: undefined });
}

function remark(
  workspace: Workspace,
  reference: Reference,
  ref: RefText,
  from: From,
  node: Statement,
  to: Wanted,
): Remark {
  const meant = meantBy(workspace, ref, from, to);
  const [first] = meant;
  const { start, end } = reference;
  const span = { start, end };
  // The same in another cycle is another goal: only what continues something is sure to mean that.
  const isOtherCycle =
    first !== undefined &&
    nameOf(first.entry) === ref.name &&
    first.kr === ref.kr &&
    (ref.team === undefined || ref.team === first.entry.team);
  const isSlip = node.kind === 'continues' || !isOtherCycle;
  const remedies = meant.map(({ text }) =>
    replaces(`Write \`${text}\``, placeOf(from.entry, span), text, meant.length === 1 && isSlip),
  );
  const message =
    first === undefined ? nothing(workspace, ref, from, to) : instead(workspace, ref, from, node, to, meant, first);
  return { span, message, remedies: () => [...remedies, ...creation(workspace, ref, from, node, to)] };
}

/** What is wrong where nothing like it is to be found. */
function nothing(workspace: Workspace, ref: RefText, from: From, to: Wanted): string {
  const written = refToText(ref);
  if (isSelf(ref, from))
    return `\`${written}\` is this ${from.entry.element.type} itself: name another one, or leave this out`;
  if (to === 'key result' && hasGoal(workspace, ref, from))
    return `\`${written}\` is an objective: \`follows\` needs one of its key results, as in \`${written}.nps\``;
  if (to === 'kpi' && (ref.kr !== undefined || ref.cycle !== undefined))
    return hasGoal(workspace, ref, from)
      ? `\`${written}\` is a key result: \`kpi\` takes the name of a KPI, and \`follows\` that of a key result`
      : `A KPI is called by its name alone, or \`team/name\`: there is none called \`${written}\``;
  if (ref.team !== undefined && workspace.named('team', ref.team).length === 0)
    return `There is no team \`${ref.team}\`: correct its name, or leave it out`;
  return `There is no ${kindOf(to)} \`${written}\`: is it called otherwise, or not written yet?`;
}

function isSelf({ team, name, kr, cycle }: RefText, { entry }: From): boolean {
  if (kr !== undefined || cycle !== undefined || (team !== undefined && team !== entry.team)) return false;
  return nameOf(entry) === name;
}

function kindOf(to: Wanted): string {
  switch (to) {
    case 'goal':
      return 'objective or key result';
    case 'goal or initiative':
      return 'objective, key result or initiative';
    case 'key result':
      return 'key result';
    case 'kpi':
      return 'KPI';
  }
}

/** What is wrong, and what would be right. */
function instead(
  workspace: Workspace,
  ref: RefText,
  from: From,
  node: Statement,
  to: Wanted,
  meant: readonly Meant[],
  first: Meant,
): string {
  const written = refToText(ref);
  const choice = meant.map(({ text }) => `\`${text}\``);
  const teams = new Set(meant.map(({ entry }) => entry.team));
  const isSameName = nameOf(first.entry) === ref.name && first.kr === ref.kr;
  if (isSameName && isSelf(ref, from))
    return `\`${written}\` is this ${from.entry.element.type} itself: did you mean ${either(choice)}?`;
  if (isSameName && teams.size > 1) return `\`${written}\` could be ${either(choice)}: say whose you mean`;
  if (isSameName && teams.size === 1 && (ref.team === undefined || ref.team === first.entry.team)) {
    const cycle = cycleOf(workspace, first.entry)?.id;
    const own = ref.cycle ?? cycleOf(workspace, from.entry)?.id;
    if (cycle !== undefined && own !== undefined && cycle !== own)
      return `\`${refToText({ ...ref, cycle: undefined })}\` is in ${cycle}, not in ${own}: did you mean ${either(choice)}?`;
  }
  if (to === 'key result' && ref.kr === undefined && nameOf(first.entry) === ref.name)
    return `\`${written}\` is an objective, and \`${node.keyword.text}\` needs one of its key results: did you mean ${either(choice)}?`;
  if (ref.kr !== undefined && nameOf(first.entry) === ref.name && first.kr !== ref.kr)
    return `\`${refToText({ ...ref, kr: undefined })}\` has no key result \`${ref.kr}\`: did you mean ${either(choice)}?`;
  if (ref.team !== undefined && workspace.named('team', ref.team).length === 0)
    return `There is no team \`${ref.team}\`: did you mean ${either(choice)}?`;
  return `There is no ${kindOf(to)} \`${written}\`: did you mean ${either(choice)}?`;
}

function either(choice: readonly string[]): string {
  return choice.length < 2 ? (choice[0] ?? '') : `${choice.slice(0, -1).join(', ')} or ${choice.at(-1)}`;
}

function nameOf(entry: Entry): string | undefined {
  const element = entry.facts.peek();
  return 'name' in element ? element.name : undefined;
}

/** What is not there yet can be begun right away: below the element that refers to it, or in the objective that is named. */
function creation(workspace: Workspace, ref: RefText, from: From, node: Statement, to: Wanted): Remedy[] {
  // What went before cannot be begun now, nor what is no name: a lone `-`, as it is being typed.
  if (node.kind === 'continues' || workspace.mayHave(ref.name) || !/^\p{L}/u.test(ref.kr ?? ref.name)) return [];
  if (ref.kr !== undefined) return to === 'kpi' ? [] : keyResultIn(workspace, ref, ref.kr, from);
  const { entry } = from;
  const { team, cycle } = entry.element as Partial<ObjectiveEntry['element']>;
  const isElsewhere =
    (ref.team !== undefined && ref.team !== entry.team) ||
    team !== undefined ||
    cycle !== undefined ||
    isSelf(ref, from);
  if (isElsewhere || to === 'key result') return [];
  if (to === 'kpi') return ref.cycle === undefined ? [beginsBelow(entry, 'kpi', 'KPI', ref.name)] : [];
  if (ref.cycle !== undefined && workspace.cycles.of(ref.cycle).key !== cycleOf(workspace, entry)?.key) return [];
  const objective = beginsBelow(entry, 'objective', 'objective', ref.name);
  return to === 'goal' ? [objective] : [objective, beginsBelow(entry, 'initiative', 'initiative', ref.name)];
}

function beginsBelow({ file, block }: Entry, keyword: string, what: string, name: string): Remedy {
  const at = endOf(block);
  const text = `${lineBreakOf(block).repeat(2)}${keyword} ${name}: ${titleFrom(name)}`;
  const place = { file, block, span: { start: at, end: at } };
  return replaces(`Create the ${what} \`${name}\``, place, text, false);
}

function keyResultIn(workspace: Workspace, ref: RefText, kr: string, from: From): Remedy[] {
  const whole = { ...ref, kr: undefined };
  const goal = resolveGoal(workspace, whole, { entry: from.entry, objective: undefined });
  if (goal === undefined || isKeyResult(goal)) return [];
  const { file, block } = goal;
  const root = statementOf(goal);
  const at = endOf(block);
  const text = `${lineBreakOf(block).repeat(2)}${bodyIndentation(block, root)}kr ${kr}: ${titleFrom(kr)}`;
  const place = { file, block, span: { start: at, end: at } };
  return [replaces(`Create the key result \`${kr}\` in \`${refToText(whole)}\``, place, text, false)];
}

function titleFrom(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll(/[-_]/g, ' ');
}

/** @param must whether a team that nobody has written down is a mistake, or only one that is nearly called so */
function checkTeam(workspace: Workspace, entry: Entry, name: Name, say: Say, must: boolean): void {
  const { start, end, text } = name;
  if (workspace.named('team', text).length > 0) return;
  const known = workspace.named('team', '*').map(team => (team.facts.peek() as { readonly name: string }).name);
  const meant = nearest(text, new Set(known.filter(team => team !== (entry.team ?? ''))));
  if (meant !== undefined)
    say({
      span: { start, end },
      message: `There is no team \`${text}\`: did you mean \`${meant}\`?`,
      remedies: [replaces(`Write \`${meant}\``, placeOf(entry, { start, end }), meant, true)],
    });
  else if (must)
    say({
      span: { start, end },
      message: `There is no team \`${text}\`: introduce it with \`team ${text}: …\`, or leave this out`,
    });
}
