/** A key result that holds a line becomes a KPI that is healthy within it. */
import type { CheckIn, Keep, Statement, TargetChange } from '../../../../grammar/tree.ts';
import type { Day } from '../../model/elements.ts';
import type { Pause } from '../pause.ts';
import { type Carried, Leaving } from './leaving.ts';
import type { Offer, Spot } from './offer.ts';
import { isFollowed } from './pointers.ts';

const order = ['owner', 'every', 'data', 'tags', 'link', 'healthy', 'supports', 'description', 'comment', 'reading'];

export async function holdToKpi(
  { context: { workspace }, statement, keyResult }: Spot,
  pause: Pause,
): Promise<Offer[]> {
  const node = statement.kind === 'kr' ? statement : statement.kind === 'keep' ? statement.parent : undefined;
  if (node?.kind !== 'kr' || node.broken || keyResult === undefined) return [];
  const { measure, kpi, follows, title } = keyResult.keyResult;
  // What takes its values from a KPI is one already.
  if (measure?.kind !== 'keep' || kpi !== undefined || follows !== undefined) return [];
  if (await isFollowed(workspace, keyResult, pause)) return [];
  return [
    {
      title: 'Make it a KPI with this line as its healthy one',
      kind: 'refactor.rewrite',
      edits: async rest => {
        const leaving = new Leaving(workspace, keyResult);
        const line = lineInForce(leaving.node.body, workspace.today.peek());
        const lines = leaving.lines(each => carry(leaving, each, line)).toSorted((a, b) => rank(a) - rank(b));
        const name = leaving.nameAs('kpi');
        return leaving.edits(
          `kpi ${name}: ${title || name}`,
          lines.map(({ text }) => text),
          () => undefined,
          rest,
        );
      },
    },
  ];
}

function rank({ kind }: Carried): number {
  return order.indexOf(kind);
}

/** The statement with the line to hold today. */
function lineInForce(body: readonly Statement[], today: Day): Keep | TargetChange | undefined {
  let line: Keep | TargetChange | undefined;
  let since = Number.NEGATIVE_INFINITY;
  for (const each of body) {
    if (each.kind === 'keep') line ??= each;
    if (each.kind !== 'target' || each.hold === undefined || each.date === undefined) continue;
    if (each.date.day > today || each.date.day < since) continue;
    [line, since] = [each, each.date.day];
  }
  return line;
}

function carry(leaving: Leaving, node: Statement, line: Statement | undefined): Carried | undefined {
  const { kind } = node;
  if (node.parent !== leaving.node || node.broken) return undefined;
  if (node === line && (node.kind === 'keep' || node.kind === 'target') && node.hold !== undefined) {
    const { block } = leaving.objective;
    return { kind: 'healthy', text: `healthy ${block.text.slice(node.hold.start, node.hold.end)}` };
  }
  switch (kind) {
    case 'owner':
    case 'every':
    case 'data':
      return node.parent.body.find(each => each.kind === kind) === node
        ? { kind, text: leaving.written(node) }
        : undefined;
    case 'tags':
    case 'link':
      return { kind, text: leaving.written(node) };
    case 'supports':
      return { kind, text: leaving.requalified(node) };
    case 'checkin':
      return typeof node.value?.number === 'number' && node.date !== undefined
        ? { kind: 'reading', text: reading(leaving, node) }
        : undefined;
    default:
      return undefined;
  }
}

/** A KPI has no confidence and no status of its own: they are kept in the note. */
function reading({ objective: { block } }: Leaving, node: CheckIn): string {
  const text = ({ start, end }: { start: number; end: number }) => block.text.slice(start, end);
  const { date, value, by, confidence, status, prose } = node;
  const said = [confidence && `confidence ${text(confidence)}`, status && text(status)].filter(
    part => part !== undefined,
  );
  const note = [prose?.text, said.length > 0 ? `(${said.join(', ')})` : undefined].filter(
    part => part !== undefined && part !== '',
  );
  const head = ['reading', date && text(date), value && text(value), by && `by ${text(by)}`];
  return `${head.filter(part => part !== undefined).join(' ')}${note.length > 0 ? `: ${note.join(' ')}` : ''}`;
}
