/** Which argument of a statement comes next, and what it looks like: signature help. */
import {
  MarkupKind,
  type ParameterInformation,
  type SignatureHelp,
  type SignatureInformation,
} from 'vscode-languageserver-types';
import type { Position } from '../../../grammar/document.ts';
import type { Keyword } from '../../../grammar/keywords.ts';
import type { KpiEntry } from '../model/entry.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { readLine } from './completion/line.ts';
import { type LinePlace, placeAt } from './completion/place.ts';
import type { FeatureContext } from './context.ts';
import { keywordSummaries } from './keyword-summaries.ts';
import { blocks, code } from './markdown.ts';
import { activeParameter } from './signature-help/active.ts';
import { type Parameter, type Shape, shapesOf, type Where } from './signature-help/shapes.ts';
import { ofTen, quantity, shortDay, unitOf } from './words.ts';

/**
 * undefined in prose and comments, and where a statement has one argument or none.
 * @param hasOffsets whether the client finds a parameter in its label by offsets; else it looks for its text
 */
export function signatureHelp(
  context: FeatureContext,
  uri: string,
  position: Position,
  hasOffsets = true,
): SignatureHelp | undefined {
  const line = context.workspace.file(uri)?.document.lineText(position.line);
  const state = line === undefined ? undefined : readLine(line, position.character);
  if (state?.at !== 'arguments') return undefined;
  const place = placeAt(context, uri, position);
  if (place === undefined) return undefined;
  const { keyword, before, word } = state;
  const shapes = shapesOf(keyword, {
    holder: holderOf(place),
    holdsLine: place.keyResult?.keyResult.measure?.kind === 'keep',
  });
  if (shapes.length === 0) return undefined;
  const words = before.map(({ text }) => text);
  const actives = shapes.map(shape => activeParameter(shape, words, word.text));
  const written = shapes.findIndex(({ when }) => when !== undefined && isWritten(when, words, word.text));
  const activeSignature = Math.max(0, written);
  const known = knownOf(context, place, keyword);
  return {
    signatures: shapes.map((shape, index) => information(shape, keyword, known, hasOffsets, actives[index] ?? 0)),
    activeSignature,
    activeParameter: actives[activeSignature] ?? 0,
  };
}

function holderOf({ parent }: LinePlace): Where['holder'] {
  const kind = parent?.kind;
  return kind === 'cycle' || kind === 'objective' || kind === 'initiative' ? kind : 'other';
}

function isWritten(when: string, before: readonly string[], word: string): boolean {
  return before.includes(when) || (word.length > 1 && when.startsWith(word));
}

/** `checkin DATE [VALUE] [confidence SHARE] [STATUS] [by @PERSON]: Note` */
function information(
  { keyword, parameters }: Shape,
  { example }: Keyword,
  known: Known,
  hasOffsets: boolean,
  active: number,
): SignatureInformation {
  let label = keyword;
  const told: ParameterInformation[] = [];
  for (const parameter of parameters) {
    const text = labelOf(parameter);
    label += parameter.takes === 'prose' ? '' : ' ';
    told.push({
      label: hasOffsets ? [label.length, label.length + text.length] : text,
      documentation: markdown(blocks(parameter.summary, known(parameter), fenced(parameter.example))),
    });
    label += text;
  }
  return {
    label,
    documentation: markdown(blocks(keywordSummaries[keyword], fenced(example))),
    parameters: told,
    activeParameter: active,
  };
}

function labelOf({ label, word, takes, isOptional = false }: Parameter): string {
  if (takes === 'prose') return `: ${label}`;
  const text = word === undefined ? label : `${word} ${label}`;
  return isOptional ? `[${text}]` : text;
}

const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value });
const fenced = (line: string) => `\`\`\`okr\n${line}\n\`\`\``;

/** What is known of a parameter here, as a sentence. */
type Known = (parameter: Parameter) => string | undefined;

function knownOf({ workspace, standings }: FeatureContext, place: LinePlace, { kind }: Keyword): Known {
  const today = workspace.today.get();
  const day = (date: number | undefined) => (date === undefined ? '' : ` on ${shortDay(date, today)}`);
  const standing = place.keyResult && standings.keyResult(place.keyResult);
  const measure = standing?.measure ?? place.keyResult?.keyResult.measure;
  const unit = unitOf(measure);
  // What is written on the line itself is nothing that was before.
  const { own } = place;
  if (own !== undefined && (('value' in own && own.value) || ('confidence' in own && own.confidence)))
    return () => undefined;
  return ({ takes, label }) => {
    if (kind === 'reading' && takes === 'number') {
      if (place.entry?.facts.peek().type !== 'kpi') return undefined;
      const { value, day: last } = standings.kpi(place.entry as KpiEntry);
      const text = value === undefined ? undefined : quantity(value, kpiUnit(place.entry as KpiEntry, workspace));
      return text && `The last was ${text}${day(last)}.`;
    }
    if (kind === 'checkin' && label === 'VALUE' && standing?.value !== undefined)
      return `The last was ${quantity(standing.value, unit)}${day(standing.valueDay)}.`;
    if (kind === 'checkin' && takes === 'share' && standing?.confidence !== undefined)
      return `The last was ${code(ofTen(standing.confidence))}.`;
    if (kind === 'target' && takes === 'number' && measure?.kind === 'from-to' && measure.to !== null)
      return `It is ${quantity(measure.to, unit)} now.`;
    return undefined;
  };
}
