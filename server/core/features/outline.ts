/**
 * The outline of a file: elements under the headings that they follow, key results in their objectives, milestones in
 * their key results. Of a line that cannot be read, what stands under it is listed where the line stands.
 */
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import type { Milestone, Statement } from '../../../grammar/tree.ts';
import type { Entry } from '../model/entry.ts';
import type { OkrFile, Row } from '../model/file.ts';
import { headingSpan } from '../rules/rule.ts';
import type { FeatureContext } from './context.ts';
import { entryOf, keyResultAt } from './cursor.ts';
import { extentOf } from './extent.ts';
import type { Target } from './naming.ts';
import { isHeading } from './parts.ts';
import { endOf, type Section, sectionsOf } from './sections.ts';
import { isSymbol, kindOf, labelOf, standingText, tagsOf } from './symbols.ts';
import { shortDay, span } from './words.ts';

/** Four are of use: objective, key result, milestone, and what was indented by mistake. */
const DEEPEST = 20;

interface Place {
  readonly context: FeatureContext;
  readonly file: OkrFile;
  readonly row: Row;
}

/** All symbols of a file, each in the one that holds it, in reading order. */
export function outline(context: FeatureContext, file: OkrFile): DocumentSymbol[] {
  return sectionsOf(file).flatMap(section => ofSection(context, file, section));
}

/** The same for clients that know no symbols in symbols: each names the one that holds it. */
export function flatOutline(
  uri: string,
  symbols: readonly DocumentSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, tags, range, children = [] }) => [
    { name, kind, ...(tags && { tags }), location: { uri, range }, ...(containerName && { containerName }) },
    ...flatOutline(uri, children, name),
  ]);
}

function ofSection(context: FeatureContext, file: OkrFile, section: Section): DocumentSymbol[] {
  const symbols = ofStatement({ context, file, row: section.row }, section.node);
  const held = section.holds.flatMap(each => ofSection(context, file, each));
  const [heading] = symbols;
  if (heading === undefined || held.length === 0) return [...symbols, ...held];
  heading.range = { start: heading.range.start, end: endOf(file, section) };
  heading.children = [...(heading.children ?? []), ...held];
  return symbols;
}

/** @param depth what is deeper than anybody can mean is left out */
function ofStatement(place: Place, node: Statement, depth = 0): DocumentSymbol[] {
  if (depth > DEEPEST) return [];
  const children = node.body.flatMap(child => ofStatement(place, child, depth + 1));
  const { kind } = node;
  if (!isSymbol(kind) || !(isHeading(node) || kind === 'milestone')) return children;
  const { context, file, row } = place;
  const target = targetAt(row, node);
  const tags = target && tagsOf(context, target);
  const detail = target === undefined ? detailOf(place, node) : standingText(context, target);
  return [
    {
      name: nameOf(context, node, target),
      ...(detail !== '' && { detail }),
      kind: kindOf(kind),
      ...(tags && { tags }),
      range: file.rangeOf(row.block, extentOf(row.block, node)),
      selectionRange: file.rangeOf(row.block, headingSpan(node)),
      ...(children.length > 0 && { children }),
    },
  ];
}

/** What a statement is as an element that stands somehow. */
function targetAt(row: Row, node: Statement): Target | undefined {
  if (node.kind === 'kr') return keyResultAt(row, node);
  if (node.parent !== undefined || (node.kind !== 'objective' && node.kind !== 'kpi' && node.kind !== 'initiative'))
    return undefined;
  return entryOf(row, node) as Target | undefined;
}

function nameOf({ standings }: FeatureContext, node: Statement, target: Target | undefined): string {
  const title = node.prose?.text ?? '';
  const without = (what: string) => `${what} without a title`;
  switch (node.kind) {
    case 'team':
      return labelOf(node.name?.text, title, 'A team without a name');
    case 'cycle':
      return labelOf(node.cycle?.text, title, 'A cycle without a name');
    case 'person':
      return labelOf(node.person && `@${node.person.handle}`, title, 'A person without a name');
    case 'kpi':
      return labelOf(node.reference?.name.text, title, without('A KPI'));
    case 'kr': {
      // One that follows another has that one's title.
      const shared = target && 'keyResult' in target ? standings.source(target).keyResult.title : undefined;
      return labelOf(node.name?.text, title || (shared ?? ''), without('A key result'));
    }
    case 'initiative':
      return labelOf(node.name?.text, title, without('An initiative'));
    case 'milestone':
      return labelOf(undefined, title, 'A milestone without a text');
    default:
      return labelOf('name' in node ? node.name?.text : undefined, title, without('An objective'));
  }
}

/** What stands behind the name of what has no standing. */
function detailOf({ context: { workspace }, row }: Place, node: Statement): string {
  const today = workspace.today.get();
  switch (node.kind) {
    case 'milestone':
      return stepInWords(node, today);
    case 'team': {
      const lead = node.body.find(each => each.kind === 'lead');
      return lead?.kind === 'lead' && lead.person !== undefined ? `@${lead.person.handle}` : '';
    }
    case 'cycle': {
      const element = (entryOf(row, node) as Entry | undefined)?.element;
      if (element?.type !== 'cycle') return '';
      const { first, last } = workspace.cycles.of(element.id).period;
      return first === undefined || last === undefined ? '' : span(first, last);
    }
    case 'person': {
      const until = node.body.find(each => each.kind === 'until');
      return until?.kind === 'until' && until.date !== undefined ? `until ${shortDay(until.date.day, today)}` : '';
    }
    default:
      return '';
  }
}

/** `✓ done 19 Oct`, `due 30 Nov`, `✗ due 13 Nov` once that day has passed. */
function stepInWords({ done, doneOn, due }: Milestone, today: number): string {
  const isDone = done !== undefined && (doneOn === undefined || doneOn.day <= today);
  if (isDone) return doneOn === undefined ? '✓ done' : `✓ done ${shortDay(doneOn.day, today)}`;
  if (due === undefined) return '';
  return `${due.day < today ? '✗ ' : ''}due ${shortDay(due.day, today)}`;
}
