/** One key result: how far it is, where it leads, what was said on the way. */
import type {
  CheckInReport,
  GradeReport,
  KeyResultReport,
  ObjectiveReport,
  SmartReport,
} from '../../core/reports/report.ts';
import { droppedInWords, known, paceInWords, wayInWords } from '../../core/views/key-result-words.ts';
import { sceneOf } from '../../core/views/scene.ts';
import { isUnmeasured, statusStanding } from '../../core/wording/standing.ts';
import { valueWayInWords } from '../../core/wording/value-way.ts';
import { day, ofTen, quantity, score } from '../../core/wording/words.ts';
import { width } from '../terminal/width.ts';
import { bar, sparkline } from './bar.ts';
import { type Details, datedLines, description, facts, heading, relations, sentence, wrapped } from './details.ts';
import { goalMark, painted, plain } from './looks.ts';

const LONGEST_BAR = 40;
const SHORTEST_BAR = 10;
/** So many check-ins are shown, the newest. */
const MOST_CHECKINS = 8;

export function keyResultDetails(keyResult: KeyResultReport, objective: ObjectiveReport, details: Details): string[] {
  const { report, columns, colours } = details;
  const scene = sceneOf(report, false, null);
  const pace = paceInWords(keyResult, scene);
  const { dropped, blocked, grade, due } = keyResult;
  const sentences = [
    isUnmeasured(keyResult) ? 'No measure: nobody can tell how far it is.' : `${wayInWords(keyResult, scene)}.`,
    pace,
    dropped && sentence(droppedInWords(dropped, report.today)),
    blocked && sentence(`Blocked: ${blocked}`),
    grade && sentence(gradeInWords(grade)),
    againstFirstTarget(keyResult),
    keyResult.sources.length < 2
      ? null
      : sentence(`Its values come from ${valueWayInWords(keyResult.sources, keyResult.place)}`),
    keyResult.stale ? 'Nobody has said anything for a while.' : null,
  ];
  return [
    ...heading(keyResult.ref, keyResult.title, details),
    ...facts(
      [
        report.cycle.id,
        keyResult.owner ?? objective.owner,
        keyResult.with.length > 0 && `with ${keyResult.with.join(', ')}`,
        keyResult.kind,
        due !== null && `due ${day(due, report.today)}`,
        keyResult.kpi !== null && `KPI ${keyResult.kpi}`,
        keyResult.follows !== null && `follows ${keyResult.follows}`,
      ],
      colours,
    ),
    ...facts([`of ${objective.ref ?? 'the objective'}: ${objective.title}`], colours),
    ...description(keyResult.description, details),
    '',
    figures(keyResult, details),
    '',
    ...sentences.flatMap(sentence =>
      sentence === null ? [] : wrapped(plain(sentence), Math.min(columns, 100) - 2, '  '),
    ),
    ...section('Steps', steps(keyResult, details), details),
    ...section('Check-ins', checkins(keyResult, details), details, trend(keyResult, details)),
    ...section('Targets', targets(keyResult, details), details),
    ...section('Alignment', relations(keyResult, details), details),
    '',
    smart(keyResult.smart, details),
  ];
}

/** `  35 ━━━━━━━━━━━━━━━│━━━╸────── 48 points  0.69  ✓ on track  7/10 sure` */
function figures(keyResult: KeyResultReport, { colours, columns }: Details): string {
  const { measure, status, expected } = keyResult;
  const mark = goalMark(keyResult);
  const [from, to] =
    measure?.kind === 'from-to' ? [known(measure.from, measure.unit, true), known(measure.to, measure.unit)] : ['', ''];
  const sure = keyResult.confidence === null ? '' : `  ${ofTen(keyResult.confidence)}/10 sure`;
  const points = keyResult.score === null ? '' : `  ${score(keyResult.score)}`;
  const ends = [from === '' ? '' : `${plain(from)} `, to === '' ? '' : ` ${plain(to)}`] as const;
  const taken = width(`  ${ends[0]}${ends[1]}${points}  ${mark.text}${sure}`);
  const first = sure === '' ? '' : firstConfidence(keyResult);
  const hasRoom = taken + width(first) + SHORTEST_BAR <= columns;
  const confidence = hasRoom ? sure + first : sure;
  const drawn = bar(
    {
      reached: status === 'dropped' ? null : keyResult.score,
      expected: status === 'done' || status === 'ended' ? null : expected,
      tone: mark.tone,
    },
    Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, columns - taken - (hasRoom ? width(first) : 0))),
    colours,
  );
  return `  ${colours.dim(ends[0])}${drawn}${colours.dim(ends[1])}${colours.bold(points)}  ${painted(mark, colours)}${colours.dim(confidence)}`;
}

/** `Graded 0.30, early: Three of ten` */
export function gradeInWords({ grade, early, why }: GradeReport): string {
  return `Graded ${score(grade)}${early ? ', early' : ''}${why === '' ? '' : `: ${why}`}`;
}

/** Where it would stand without the lowered target, if that shows. */
function againstFirstTarget({ firstTargetScore: first, score: now }: KeyResultReport): string | null {
  const differs = first !== null && (now === null || score(first) !== score(now));
  return differs ? `Against the first target it would be ${score(first)}.` : null;
}

function firstConfidence({ confidence, firstConfidence: first }: KeyResultReport): string {
  return first === null || first === confidence ? '' : `, ${ofTen(first)}/10 at first`;
}

function steps({ measure }: KeyResultReport, { report, colours }: Details): string[] {
  if (measure?.kind !== 'milestones') return [];
  return measure.steps.map(step => {
    const sign = step.done ? colours.green('✓') : step.overdue ? colours.red('✗') : colours.dim('○');
    const when =
      step.doneOn !== null
        ? `done ${day(step.doneOn, report.today)}`
        : step.due === null
          ? ''
          : `due ${day(step.due, report.today)}`;
    const late = step.overdue && !step.done ? ', overdue' : '';
    return `  ${sign} ${plain(step.text)}  ${colours.dim(plain(when) + late)}`.trimEnd();
  });
}

function checkins({ history, measure }: KeyResultReport, details: Details): string[] {
  const unit = measure === null || measure.kind === 'milestones' ? '' : measure.unit;
  const newest = history.slice(-MOST_CHECKINS).reverse();
  const rows = newest.map(entry => ({ date: entry.date, cells: cells(entry, unit), note: noteOf(entry) }));
  const more = history.length - newest.length;
  return [...datedLines(rows, details), ...(more > 0 ? [details.colours.dim(`  and ${more} before`)] : [])];
}

function cells({ value, confidence, status }: CheckInReport, unit: string): string[] {
  return [
    value === null ? '' : plain(quantity(value, unit)),
    confidence === null ? '' : `${ofTen(confidence)}/10`,
    status === null ? '' : statusStanding(status).word,
  ];
}

function noteOf({ note, by, from }: CheckInReport): string {
  const source = from === 'kpi' ? 'from the KPI' : from === 'data' ? 'from the data file' : by;
  return [note, source === null ? '' : `(${source})`].filter(part => part !== '').join(' ');
}

/** Its values as a line, where there are enough to see one. */
function trend({ history }: KeyResultReport, { colours }: Details): string {
  const values = history.flatMap(({ value }) => (value === null ? [] : [value])).slice(-24);
  return values.length < 3 ? '' : `  ${colours.cyan(sparkline(values))}`;
}

function targets({ targets: changes, measure }: KeyResultReport, details: Details): string[] {
  const unit = measure?.kind === 'from-to' || measure?.kind === 'keep' ? measure.unit : '';
  const rows = changes.map(({ date, from, to, why, by }) => ({
    date,
    cells: [plain(`${from === null ? '?' : quantity(from, unit, true)} → ${to === null ? '?' : quantity(to, unit)}`)],
    note: [why, by === null ? '' : `(${by})`].filter(part => part !== '').join(' '),
  }));
  return datedLines(rows, details);
}

function section(title: string, lines: readonly string[], { colours }: Details, beside = ''): string[] {
  return lines.length === 0 ? [] : ['', `${colours.bold(title)}${beside}`, ...lines];
}

function smart(card: SmartReport, { colours, columns }: Details): string {
  const ticks = [
    ['specific', card.specific],
    ['measurable', card.measurable],
    ['assignable', card.assignable],
    ['realistic', card.realistic],
    ['time-related', card.timeRelated],
  ] as const;
  const words = ticks.map(([word, ok]) =>
    ok === null ? colours.dim(`? ${word}`) : ok ? `${colours.green('✓')} ${word}` : `${colours.red('✗')} ${word}`,
  );
  const shown = ticks.map(([word]) => `  ✓ ${word}`).join('');
  const isNarrow = width(`SMART${shown}`) > columns;
  const lines = isNarrow ? [words.slice(0, 3), words.slice(3)] : [words];
  return `${colours.bold('SMART')}  ${lines.map(line => line.join('  ')).join('\n       ')}`;
}
