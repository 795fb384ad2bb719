/** Whether something can be called so: it is a name, and nothing else is called so in the same place. */
import { isHandle, isName } from '../../../../grammar/arguments.ts';
import type { Entry } from '../../model/entry.ts';
import { cycleOf } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { placeOf } from '../../rules/rule.ts';
import { code } from '../markdown.ts';
import { grouped, type Mention, mentionsOf } from '../mentions/search.ts';
import type { NamedEntry, Subject } from '../mentions/subject.ts';
import type { Pause } from '../pause.ts';
import { pathIn } from '../places.ts';

const RULE = 'a name is a letter, then letters, digits, `-` and `_`';

/** A sentence for what is no name. */
export function whyNoName(subject: Subject, name: string): string | undefined {
  if (name === '') return `A name is missing here: ${RULE}`;
  if (subject.is === 'person')
    return isHandle(name)
      ? undefined
      : `${code(`@${name}`)} is no handle: letters, digits, \`-\`, \`_\` and, inside, \`.\``;
  if (subject.is === 'cycle' && /^\d{4}(?:-(?:[hq]\d|\d\d))?$/i.test(name)) return undefined;
  return isName(name) ? undefined : `${code(name)} is no name: ${RULE}`;
}

/** A sentence where it is called so already, or something else is in the same place. */
export async function whyTaken(
  workspace: Workspace,
  subject: Subject,
  name: string,
  pause: Pause,
): Promise<string | undefined> {
  switch (subject.is) {
    case 'element':
      return takenElement(workspace, subject.entry, name);
    case 'key result': {
      const { objective } = subject;
      const isTaken = objective.element.keyResults.some((each, i) => i !== subject.index && each.name === name);
      return isTaken ? `This objective has a key result ${code(name)} already: choose another name` : undefined;
    }
    case 'team':
      return takenWord(workspace, { is: 'team', name }, `team ${code(name)}`, pause);
    case 'person':
      return takenWord(workspace, { is: 'person', handle: name }, `person ${code(`@${name}`)}`, pause);
    case 'tag':
      return takenWord(workspace, { is: 'tag', name }, `tag ${code(name)}`, pause);
    case 'cycle':
      return takenCycle(workspace, subject.id, name, pause);
  }
}

/** As `duplicate-name` has it: an objective in its team and cycle, a KPI in its team, an initiative in both. */
function takenElement(workspace: Workspace, entry: NamedEntry, name: string): string | undefined {
  const { type } = entry.facts.peek();
  const named = workspace.named(type, `${entry.team ?? ''}/${name}`);
  const key = (other: Entry) => cycleOf(workspace, other)?.key;
  const taken = named.find(other => other !== entry && (type === 'kpi' || key(other) === key(entry)));
  if (taken === undefined) return undefined;
  const whose = typeof entry.team === 'string' ? ` of ${code(entry.team)}` : '';
  const when = type === 'kpi' || typeof entry.cycle !== 'string' ? '' : ` in ${entry.cycle}`;
  return `There is ${type === 'kpi' ? 'a KPI' : `an ${type}`} ${code(name)}${whose}${when} already, ${lineOf(workspace, taken)}: choose another name`;
}

function lineOf(workspace: Workspace, entry: Entry): string {
  const { file, block, span } = placeOf(entry);
  const { line } = file.rangeOf(block, span).start;
  if (!file.isOpen) block.release();
  return `in ${pathIn(workspace, file.uri)}, line ${line + 1}`;
}

/** What is mentioned anywhere is somebody else: the two would become one, and nobody could part them again. */
async function takenWord(
  workspace: Workspace,
  subject: Subject,
  what: string,
  pause: Pause,
): Promise<string | undefined> {
  const [first] = grouped(await mentionsOf(workspace, subject, pause));
  return first && takenBy(workspace, what, first);
}

function takenBy(workspace: Workspace, what: string, { uri, range, role }: Mention): string {
  const exists = role === 'definition' || role === 'heading' || role === 'tags';
  const is = exists ? `There is a ${what} already` : `A ${what} is mentioned already`;
  return `${is}, in ${pathIn(workspace, uri)}, line ${range.start.line + 1}: choose another name`;
}

/** A calendar's cycle may only be spelled in another way, as `FY27-Q1` for `2026-Q4`: its days are what it is. */
async function takenCycle(workspace: Workspace, old: string, id: string, pause: Pause): Promise<string | undefined> {
  const [before, after] = [workspace.cycles.of(old), workspace.cycles.of(id)];
  if (before.calendar !== undefined && after.key !== before.key)
    return `${code(old)} is in the calendar, and ${code(id)} is another time: put what moves under another heading`;
  if (before.calendar === undefined && after.calendar !== undefined)
    return `${code(id)} is in the calendar and has days of its own: choose another name`;
  const isSpelling = id.toLowerCase() === old.toLowerCase();
  const mentions = isSpelling ? [] : await mentionsOf(workspace, { is: 'cycle', id, key: after.key }, pause);
  const taken = grouped(mentions).find(({ text }) => text.toLowerCase() === id.toLowerCase());
  return taken && takenBy(workspace, `cycle ${code(id)}`, taken);
}
