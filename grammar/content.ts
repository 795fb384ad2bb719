/** Checks what the arguments of a statement say together, and in the place where it stands. */
import { unitKey } from './arguments.ts';
import { keywordOfKind } from './keywords.ts';
import { brief, type Report, rewrite } from './problems.ts';
import { nearest } from './spelling.ts';
import type * as tree from './tree.ts';

/** Reports what is wrong with a statement whose line was read without a mistake; `text` is its block's. */
export function checkContent(node: tree.Statement, text: string, report: Report): void {
  switch (node.kind) {
    case 'from':
      checkFromTo(node, text, report);
      break;
    case 'keep':
    case 'healthy':
    case 'critical':
    case 'target':
      checkLine(node.hold, text, report);
      break;
    case 'checkin':
      checkCheckIn(node, text, report);
      break;
    case 'data':
      if (node.valueColumn === undefined && node.aggregation?.of !== 'count')
        report('syntax', node.path ?? node, `\`data\` needs \`column\`: \`${keywordOfKind.get('data')?.example}\``);
      break;
    case 'reading':
    case 'plan':
      if (isUnknown(node.value, text))
        report('value-invalid', node.value, `A ${node.kind} needs a number: leave the line out until there is one`);
      break;
    case 'dropped':
    case 'resumed':
      checkDay(node, report);
      break;
    case 'kpi':
      checkKpiName(node, report);
      break;
    case 'reflect':
      checkText(node, report);
      break;
    case 'milestone':
      checkText(node, report);
      checkWeight(node.weight, text, report);
      break;
    case 'weight':
      checkWeight(node.weight, text, report);
      break;
    default:
  }
}

/** Written as `?`. */
function isUnknown(value: tree.Value | undefined, text: string): value is tree.Value {
  return value?.number === null && text[value.start] === '?';
}

function checkFromTo({ from, to, by, first, last, parent }: tree.FromTo, text: string, report: Report): void {
  if (parent?.kind === 'cycle' && from !== undefined)
    report('value-invalid', from, 'A cycle runs from a day to a day: `from 2026-10-05 to 2026-12-18`');
  if (parent?.kind === 'cycle' && first !== undefined && typeof last === 'object' && last.day < first.day)
    report('date-invalid', last, 'The last day is before the first: swap them, or correct one');
  if (parent?.kind === 'kr' && first !== undefined) {
    const instead = '`from 32 to 50 points`; its last day is `due 2026-12-01`';
    report('value-invalid', first, `A key result goes from a value to a value: ${instead}`);
  }
  if (isUnknown(by, text))
    report('value-invalid', by, '`by` needs a number: where the target is not known yet, write `to ?`');
  checkUnits(from, to ?? (isRelative(by) ? undefined : by), report);
}

/** `by 25%` and `by 5 points` say how far to go in words of their own. */
function isRelative(by: tree.Value | undefined): boolean {
  return by?.unit === '%' || unitKey(by?.unit ?? '') === 'point';
}

function checkLine(line: tree.Line | undefined, text: string, report: Report): void {
  if (line?.value === undefined || line.upper === undefined) return;
  const { value: low, upper: high } = line;
  checkUnits(low, high, report);
  if (low.number === null || high.number === null || low.number <= high.number) return;
  const edits = [
    { start: low.start, end: low.end, text: text.slice(high.start, high.end) },
    { start: high.start, end: high.end, text: text.slice(low.start, low.end) },
  ];
  const fix = { title: 'Turn the two around', edits };
  report('value-invalid', { start: low.start, end: line.end }, 'The smaller number comes first', fix);
}

function checkUnits(first: tree.Value | undefined, second: tree.Value | undefined, report: Report): void {
  if (first === undefined || second === undefined || first.number === null || second.number === null) return;
  if (first.unit === '' || second.unit === '' || unitKey(first.unit) === unitKey(second.unit)) return;
  const units = `\`${brief(first.unit)}\` and \`${brief(second.unit)}\``;
  const at = { start: first.start, end: second.end };
  report('unit-mismatch', at, `Two units, ${units}: one of them is enough, and it counts for both`);
}

function checkWeight(weight: tree.Value | undefined, text: string, report: Report): void {
  if (weight === undefined || (weight.number === null && !isUnknown(weight, text))) return;
  if (weight.number === null || weight.number < 0 || weight.unit !== '')
    report('value-invalid', weight, 'A weight is a plain number, 0 or more: `weight 2`');
}

const statuses = ['on-track', 'at-risk', 'off-track'];

/** A status in two words, or without its hyphen, and whatever has one: all of it at the end of a value. */
const likeStatus = /\s((?:on|off)\s*track|at\s*risk|\S*[-_]\S*)$/i;
const measures: readonly tree.StatementKind[] = ['from', 'to', 'keep'];

function checkCheckIn({ value, status, parent }: tree.CheckIn, text: string, report: Report): void {
  if (value === undefined) return;
  if (parent?.kind === 'objective')
    report('value-invalid', value, 'A check-in on an objective has no value: its key results have');
  // A misspelled status is a unit for all that the grammar knows; so is `blocks`, which is left alone.
  const [, word = ''] = likeStatus.exec(text.slice(value.start, value.end)) ?? [];
  const meant = status === undefined ? nearest(word, statuses) : undefined;
  const isCounted = ({ kind, start, end }: tree.Statement) =>
    measures.includes(kind) && text.slice(start, end).includes(word);
  if (meant === undefined || parent?.body.some(isCounted)) return;
  const at = { start: value.end - word.length, end: value.end };
  report('unknown-argument', at, `\`${brief(word)}\`: did you mean \`${meant}\`?`, rewrite(at, meant));
}

/** An initiative may be dropped on no day in particular. */
function checkDay({ kind, keyword, date, parent }: tree.Dropped | tree.Resumed, report: Report): void {
  if (date !== undefined || (parent?.kind !== 'kr' && parent?.kind !== 'objective')) return;
  report('syntax', keyword, `\`${kind}\` needs a day here: \`${keywordOfKind.get(kind)?.example}\``);
}

function checkKpiName({ parent, reference }: tree.Kpi, report: Report): void {
  if (parent !== undefined || reference === undefined) return;
  const { team, kr, cycle } = reference;
  if (team === undefined && kr === undefined && cycle === undefined) return;
  const message = 'A KPI is named with a name alone: `kpi recurring-tickets: …`; its team is the `team` above';
  report('syntax', reference, message);
}

function checkText({ kind, keyword, prose }: tree.Reflect | tree.Milestone, report: Report): void {
  if (prose !== undefined && prose.text !== '') return;
  report('syntax', keyword, `\`${kind}\` needs a text: \`${keywordOfKind.get(kind)?.example}\``);
}
