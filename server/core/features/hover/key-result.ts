/** A key result: the sentence, how it stands and where it leads, its last check-ins and its SMART card. */
import type { KeyResultEntry } from '../../model/entry.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import type { HistoryEntry } from '../../scores/series.ts';
import type { SmartCard, Tick } from '../../scores/smart.ts';
import { supportersOf } from '../backlinks.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, code, facts, few, plain } from '../markdown.ts';
import { mention, people, referenceTo, titleOf } from '../naming.ts';
import { measureInWords, ofTen, quantity, shortDay, statusInWords, unitOf } from '../words.ts';
import { description } from './description.ts';
import { measureLines } from './measure-lines.ts';
import { gradeLine, scoreLine, timeLine } from './score-line.ts';
import { valueWay } from './value-way.ts';

const CHECKINS = 3;

export function keyResultCard(context: FeatureContext, entry: KeyResultEntry): string {
  const standing = context.standings.keyResult(entry);
  if (standing === undefined) return '';
  const { workspace, standings } = context;
  const today = workspace.today.get();
  const { keyResult, objective } = entry;
  const source = standings.source(entry);
  return blocks(
    sentence(context, entry, standing),
    description(keyResult.description || source.keyResult.description),
    scoreLine(standing, undefined, today),
    facts([
      ...measureLines(context, source, standing),
      ['Confidence', confidenceLine(standing)],
      ['Grade', gradeLine(standing, today)],
      ['Owner', people(keyResult.owner ?? objective.element.owner, keyResult.with)],
      ['Time', standing.dropped === undefined ? timeLine(workspace, objective, standing) : undefined],
      ['Shared', source.keyResult === keyResult ? undefined : `with ${mention(context, source)}`],
      ['Values from', keyResult.follows === undefined ? valueWay(context, entry) : undefined],
      [
        'Supported by',
        few(
          supportersOf(workspace, entry).map(each => mention(context, each)),
          5,
        ),
      ],
    ]),
    checkins(standing, today),
    smart(standing.smart),
  );
}

/** “I will [objective], as measured by [key result]” */
function sentence(context: FeatureContext, entry: KeyResultEntry, { measure, kind }: KeyResultStanding): string {
  const objective = plain(titleOf(context, entry.objective));
  const how = measure === undefined ? '' : `, ${measureInWords(measure)}`;
  const reference = referenceTo(entry);
  const name = reference === undefined ? '' : `${code(reference)} · `;
  const title = plain(titleOf(context, entry).replace(/\.$/, ''));
  return `*I will* **${objective}**, *as measured by* **${title}**${how} · ${name}${kind}`;
}

/** `7/10, up from 6/10` */
function confidenceLine({ confidence, history }: KeyResultStanding): string | undefined {
  if (confidence === undefined) return undefined;
  const said = history.flatMap(({ confidence: each }) => each ?? []);
  const before = said.at(-2);
  if (before === undefined) return ofTen(confidence);
  if (before === confidence) return `${ofTen(confidence)}, as before`;
  return `${ofTen(confidence)}, ${confidence > before ? '↗ up' : '↘ down'} from ${ofTen(before)}`;
}

function checkins({ history, measure }: KeyResultStanding, today: number): string | undefined {
  if (history.length === 0) return undefined;
  const lines = history
    .slice(-CHECKINS)
    .reverse()
    .map(each => checkinLine(each, unitOf(measure), today));
  return `**Last check-ins**\n\n${lines.join('\n')}`;
}

/** `- 14 Nov **41 points**, 7/10, ✓ on track, @kim: Two questions instead of seven` */
function checkinLine(
  { day, value, confidence, status, by, note, from }: HistoryEntry,
  unit: string,
  today: number,
): string {
  const said = [
    value === undefined ? undefined : `**${quantity(value, unit)}**`,
    confidence === undefined ? undefined : ofTen(confidence),
    status === undefined ? undefined : statusInWords(status),
    by === undefined ? undefined : plain(`@${by}`),
    from === 'kpi' ? 'from the KPI' : from === 'data' ? 'from the data file' : undefined,
  ].filter(part => part !== undefined);
  return `- ${shortDay(day, today)}${said.length === 0 ? '' : ` ${said.join(', ')}`}${note === '' ? '' : `: ${plain(note)}`}`;
}

function smart(card: SmartCard): string {
  const lines = [
    tick('Specific', card.specific),
    tick('Measurable', card.measurable),
    tick('Assignable', card.assignable),
    tick('Realistic', card.realistic),
    tick('Time-related', card.timeRelated),
  ];
  return `**SMART**\n\n${lines.join('\n')}`;
}

function tick(name: string, { ok, reason, other }: Tick): string {
  const also = other === undefined ? '' : ` ${other}`;
  return `- ${ok === undefined ? '○' : ok ? '✓' : '✗'} **${name}**: ${reason}${also}`;
}
