/** A value as somebody types it, written with its unit as its neighbours in the file are. */
import { unitKey } from '../../../grammar/arguments.ts';
import { Block } from '../../../grammar/document.ts';
import { brief } from '../../../grammar/problems.ts';
import type { CheckIn, Plan, Reading, Statement, Value } from '../../../grammar/tree.ts';
import { Refusal } from './insertion.ts';

/** `-€40k` and what follows it: sign, currency, the number itself, the rest. */
const parts = /^([-+−]?)(\p{Sc}?)([-−]?[0-9][0-9_.,]*(?:[kKMB](?!\p{L}))?)(.*)$/su;

/**
 * @param typed `41`, `41 points`, `$1.2M`: a number, with or without its unit
 * @param unit of the measure; empty where it has none, and any will do
 * @param heading of the key result or KPI, whose other values show how the unit is written
 * @throws Refusal where it cannot be read as one value in this unit
 */
export function writtenValue(typed: string, unit: string, heading: Statement, block: Block): string {
  const text = typed.trim().replace(/\s+/g, ' ');
  const value = readValue(text);
  if (value.unit !== '' && unit !== '' && unitKey(value.unit) !== unitKey(unit))
    throw new Refusal(`This is in \`${brief(value.unit)}\`, and it is measured in \`${brief(unit)}\`.`);
  if (value.unit !== '' || unit === '') return text;
  for (const written of [...likeNeighbours(text, unit, heading, block), ...plainForms(text, unit)]) {
    const read = tryToRead(written);
    if (read?.number === value.number && unitKey(read.unit) === unitKey(unit)) return written;
  }
  return text;
}

/** The value that a text is, all of it. */
function readValue(text: string): Value {
  if (/^\?/.test(text)) throw new Refusal('A number is needed here: leave it out until there is one.');
  const { value, problem } = read(text);
  if (!/\p{Nd}/u.test(text)) throw noValue(text);
  // What it says of the line that the text was put into, nobody has typed.
  if (problem !== undefined && !problem.includes('`plan')) throw new Refusal(`${problem}.`);
  if (value === undefined || problem !== undefined || value.number === null) throw noValue(text);
  return value;
}

function noValue(text: string): Refusal {
  return new Refusal(`\`${brief(text)}\` is no value: write a number, such as \`41\`.`);
}

function tryToRead(text: string): Value | undefined {
  return read(text).value;
}

/** As the grammar reads it where a value stands. */
function read(text: string): { readonly value: Value | undefined; readonly problem: string | undefined } {
  const { tree } = new Block(`objective\n  kr\n    plan 2000-01-01 ${text}`);
  const { value, start, prose } = tree.statements[2] as Plan;
  const [problem] = [...tree.syntax, ...tree.structure];
  const isAll = value !== undefined && prose === undefined && value.end - start === `plan 2000-01-01 ${text}`.length;
  return { value: isAll && problem === undefined ? value : undefined, problem: problem?.message };
}

/** The number in the place of another one, the newest first. */
function likeNeighbours(text: string, unit: string, heading: Statement, block: Block): string[] {
  const [, sign = '', , number = text] = parts.exec(text) ?? [];
  return valuesUnder(heading)
    .filter(value => unitKey(value.unit) === unitKey(unit) && Math.abs(value.number ?? 1) !== 1)
    .flatMap(({ start, end }) => {
      const [, , currency = '', , rest] = parts.exec(block.text.slice(start, end)) ?? [];
      return rest === undefined ? [] : [`${sign}${currency}${number}${rest}`.replace(/\s+/g, ' ')];
    });
}

function plainForms(text: string, unit: string): string[] {
  const [, currency, words] = /^(\p{Sc})(?: (.*))?$/u.exec(unit) ?? [];
  const [, sign = '', , number = text] = parts.exec(text) ?? [];
  const tight = unit === '%' || unit === 'x' ? [`${text}${unit}`] : [];
  const before = currency === undefined ? [] : [`${sign}${currency}${number}${words === undefined ? '' : ` ${words}`}`];
  return [...before, ...tight, `${text} ${unit}`];
}

/** What was measured, the newest first, then what the measure says. */
function valuesUnder({ body }: Statement): Value[] {
  const measured = body
    .filter((each): each is CheckIn | Reading => each.kind === 'checkin' || each.kind === 'reading')
    .toSorted((a, b) => (b.date?.day ?? 0) - (a.date?.day ?? 0))
    .map(({ value }) => value);
  const lines = body.flatMap((each): (Value | undefined)[] => {
    switch (each.kind) {
      case 'from':
        return [each.to, each.from];
      case 'to':
        return [each.to];
      case 'keep':
      case 'healthy':
      case 'critical':
        return [each.hold?.value, each.hold?.upper];
      default:
        return [];
    }
  });
  return [...measured, ...lines].filter(value => value !== undefined);
}
