/** A key result that is a task becomes an initiative that supports its objective. */
import type { Milestone, Statement } from '../../../../grammar/tree.ts';
import type { KeyResult } from '../../model/elements.ts';
import type { Entry } from '../../model/entry.ts';
import type { Pause } from '../pause.ts';
import { type Carried, Leaving } from './leaving.ts';
import type { Offer, Spot } from './offer.ts';
import { isFollowed } from './pointers.ts';

/** Those before the others; what is not among them keeps its place after them. */
const order = ['supports', 'needs', 'tags', 'owner', 'due', 'active', 'done', 'dropped', 'link'];

export async function keyResultToInitiative(
  { context: { workspace }, statement, keyResult }: Spot,
  pause: Pause,
): Promise<Offer[]> {
  if (statement.kind !== 'kr' || statement.broken || keyResult === undefined) return [];
  const { title, follows } = keyResult.keyResult;
  if (title === '' || follows !== undefined || !mayBeTask(keyResult.keyResult)) return [];
  if (await isFollowed(workspace, keyResult, pause)) return [];
  return [
    {
      title: 'Make it an initiative that supports the objective',
      kind: 'refactor.rewrite',
      edits: async rest => {
        const leaving = new Leaving(workspace, keyResult);
        const name = leaving.nameAs('initiative');
        const carried = leaving.lines(node => carry(leaving, node));
        const status = carried.some(({ kind }) => kind === 'dropped') ? undefined : statusOf(leaving.node.body);
        const lines: Carried[] = [
          { kind: 'supports', text: `supports ${leaving.reference}` },
          ...(status === undefined ? [] : [status]),
          ...carried,
        ];
        const isNeeded = (node: Statement, from: Entry) =>
          node.kind === 'needs' ? named(leaving, name, from) : undefined;
        return leaving.edits(`initiative ${name}: ${title}`, sorted(lines), isNeeded, rest);
      },
    },
  ];
}

/** What goes from one value to another, or holds a line, is no task whatever it is called. */
function mayBeTask({ measure, kpi }: KeyResult): boolean {
  if (measure === undefined) return kpi === undefined;
  return measure.kind === 'milestones' || (measure.kind === 'from-to' && measure.fromNothing);
}

/** An initiative says by itself only that it was dropped; a key result that was taken up again was not. */
function carry(leaving: Leaving, node: Statement): Carried | undefined {
  const { kind } = node;
  if (node.parent !== leaving.node || node.broken) return undefined;
  switch (kind) {
    case 'supports':
    case 'needs':
      return { kind, text: leaving.requalified(node) };
    case 'owner':
    case 'due':
    case 'tags':
    case 'link':
      return isFirst(node) || kind === 'tags' || kind === 'link' ? { kind, text: leaving.written(node) } : undefined;
    case 'dropped': {
      const pauses = leaving.node.body.filter(each => each.kind === 'dropped' || each.kind === 'resumed');
      const last = pauses.toSorted((a, b) => (a.date?.day ?? 0) - (b.date?.day ?? 0)).at(-1);
      return node === last ? { kind, text: leaving.written(node) } : undefined;
    }
    default:
      return undefined;
  }
}

function isFirst(node: Statement): boolean {
  return node.parent?.body.find(({ kind }) => kind === node.kind) === node;
}

/** What its milestones and check-ins tell. */
function statusOf(body: readonly Statement[]): Carried | undefined {
  const steps = body.filter((each): each is Milestone => each.kind === 'milestone');
  if (steps.length > 0 && steps.every(({ done }) => done !== undefined)) return { kind: 'done', text: 'done' };
  const isBegun = steps.some(({ done }) => done !== undefined) || body.some(({ kind }) => kind === 'checkin');
  return isBegun ? { kind: 'active', text: 'active' } : undefined;
}

function sorted(lines: readonly Carried[]): string[] {
  const rank = ({ kind }: Carried) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return lines.toSorted((a, b) => rank(a) - rank(b)).map(({ text }) => text);
}

/** What the initiative is called by another element. */
function named({ objective: { team } }: Leaving, name: string, from: Entry): string {
  return typeof team === 'string' && team !== from.team ? `${team}/${name}` : name;
}
