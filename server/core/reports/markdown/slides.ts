/**
 * A report as slides for the review meeting, in Markdown for Marp: one for each objective, and as many as its lines need.
 * Nothing is cut off: what is too long for a slide goes on with the next.
 */

import { isPaused } from '../../wording/letting-go.ts';
import { ownCycle } from '../own-cycle.ts';
import type { KeyResultReport, ObjectiveReport, Report } from '../report.ts';
import { asked } from './asked.ts';
import { changed, misjudged, moved } from './course.ts';
import { by, goOn, toDecide } from './decisions.ts';
import { capital, on } from './english.ts';
import { fromCell, nowCell, plannedCell, score, scoreCell, shortDay, sure, toCell } from './figures.ts';
import { news } from './kpis.ts';
import { openGoals, type Part, teamParts, whole } from './parts.ts';
import { asWritten, slideWidth } from './slide-text.ts';
import { letGoOn, standing, statusSigned } from './standing.ts';
import { summary } from './summary.ts';
import { bold, plain, sentence, struck } from './text.ts';
import { timeOf, titleOf } from './title.ts';

/** What a slide of 1280 × 720 holds at this style's sizes: letters in a line, and lines under a heading. */
const ACROSS = 84;
const DOWN = 13.5;
/** A heading takes two lines at most; a longer one is told in full under it. */
const HEADING = 96;
/** Of a word that no line holds, so many letters, even of the widest. */
const ENDLESS = 40;
/** A word, or a part of an endless one; a backslash stays with what it escapes. */
const WORD = new RegExp(` ?(?:\\*\\*|~~|\\\\?\\S){1,${ENDLESS}}`, 'gu');

const STYLE = `
  section { font-size: 22px; line-height: 1.4; place-content: start; padding: 56px 70px; overflow-wrap: anywhere; }
  section.lead { place-content: safe center; }
  section h1 { font-size: 40px; }
  section h2 { font-size: 32px; line-height: 1.25; margin: 0 0 14px; }
  section p, section ul { margin: 0 0 10px; }
  section li { margin: 0 0 6px; }`;

export function slides(report: Report): string {
  const part = whole(report);
  const title = plain(titleOf(report));
  const [inShort = '', ...more] = summary(part).split(/(?<=\*\*) /);
  const all = [
    ...leading(title, [`*${timeOf(part)}*`, inShort]),
    ...slidesOf('In short', [...more.filter(text => text !== ''), ...teams(part)]),
    ...part.objectives.flatMap(objective => objectiveSlides(objective, part)),
    ...(part.time === 'over' ? lookingBack(part) : lookingAhead(part)),
  ];
  return `${frontMatter(titleOf(report))}\n\n${all.map(asWritten).join('\n\n---\n\n')}\n`;
}

/** A text in JSON is one in YAML as well. */
function frontMatter(title: string): string {
  const lines = ['marp: true', 'theme: default', 'paginate: true', 'size: 16:9', `title: ${JSON.stringify(title)}`];
  return ['---', ...lines, `style: |${STYLE}`, '---'].join('\n');
}

function leading(title: string, lines: readonly string[]): string[] {
  const [first = '', ...rest] = slidesOf('', [title, ...lines]).map(slide => `<!-- _class: lead -->\n\n${slide}`);
  return slideWidth(title) > 2 * HEADING
    ? [first, ...rest]
    : [`<!-- _class: lead -->\n\n# ${title}\n\n${lines.join('\n\n')}`];
}

function lookingAhead(part: Part): string[] {
  const { report, today } = part;
  return [
    ...(report.movedSince === null
      ? []
      : slidesOf(`What moved since ${on(report.movedSince, today)}`, linesOf(...moved(part)))),
    ...slidesOf('What changed on the way', linesOf(changed(report))),
    ...slidesOf('Asked, not answered', linesOf(asked(part))),
    ...slidesOf('What got worse while we looked elsewhere', items(news(report.kpis, part))),
    ...slidesOf('To decide this week', linesOf(toDecide(part))),
  ];
}

function lookingBack(part: Part): string[] {
  const { report } = part;
  return [
    ...slidesOf('What changed on the way', linesOf(changed(report))),
    ...slidesOf('Where we were wrong', linesOf(misjudged(part))),
    ...slidesOf('Asked, not answered', linesOf(asked(part))),
    ...slidesOf('What got worse while we looked elsewhere', items(news(report.kpis, part))),
    ...slidesOf('What we learned', items(report.cycle.reflections.map(text => sentence(plain(text))))),
    ...slidesOf('Go on, change or let go', linesOf(goOn(part))),
  ];
}

/** Of several teams a line each. */
function teams(part: Part): string[] {
  if (part.teams < 2) return [];
  return teamParts(part).map(team => {
    const many = openGoals(team).length;
    const expected = part.time === 'over' || team.expected === null ? '' : ` of ${score(team.expected)} expected`;
    const stands = part.time === 'over' ? '' : `, ${statusSigned(team.status)}`;
    const share = team.score === null ? '' : `: ${score(team.score)}${expected}`;
    return `- ${bold(team.title)}${share}${stands} (${many} key result${many === 1 ? '' : 's'})`;
  });
}

function objectiveSlides(objective: ObjectiveReport, part: Part): string[] {
  const { title, dropped, owner, keyResults, grade, lastNote, reflections } = objective;
  const name = title || 'An objective without a title';
  const isLong = slideWidth(name) > HEADING;
  const heading = plain(isLong ? `${beginning(name)} …` : name);
  const facts = [
    plain(ownCycle(objective, part.report) ?? ''),
    standing(objective),
    objective.score === null ? '' : `score ${score(objective.score)}`,
    grade === null ? '' : `our own grade ${score(grade.grade)}`,
    plain(owner ?? 'no owner'),
  ];
  const said = dropped === null && lastNote !== null ? [plain(lastNote.note)] : [];
  return slidesOf(dropped === null || isPaused(dropped) ? heading : struck(isLong ? `${beginning(name)} …` : name), [
    ...(isLong ? [plain(name)] : []),
    dropped === null
      ? facts.filter(fact => fact !== '').join(' · ')
      : capital(letGoOn(dropped, `on ${on(dropped.date, part.today)}`)),
    ...(dropped === null ? keyResults.map(keyResult => `- ${keyResultLine(keyResult, objective, part)}`) : []),
    ...said.map(sentence),
    ...reflections.map(text => sentence(`We learned: ${plain(text)}`)),
  ]);
}

/** `✓ on track: **Raise our Net Promoter Score** (@mei): from 35 to 48 points, now 44, planned 42; score 0.69, 7/10 sure` */
function keyResultLine(keyResult: KeyResultReport, objective: ObjectiveReport, part: Part): string {
  const { title, owner, dropped, confidence } = keyResult;
  const name = title || 'A key result without a title';
  const who = by(owner === objective.owner ? null : owner);
  if (dropped !== null) {
    const title = isPaused(dropped) ? plain(name) : struck(name);
    return `${title}${who}, ${letGoOn(dropped, shortDay(dropped.date, part.today))}`;
  }
  const isOver = part.time === 'over';
  const [from, to, now, planned] = [
    fromCell(keyResult),
    toCell(keyResult, part.today),
    nowCell(keyResult),
    isOver ? '' : plannedCell(keyResult, part.today),
  ];
  const numbers = [
    to === '' ? '' : `${from === '' ? '' : `from ${from} to `}${to}`,
    now === '' ? '' : `${isOver ? 'ended at' : 'now'} ${now}`,
    planned === '' ? '' : `planned ${planned}`,
    scoreCell(keyResult) === '' ? '' : `score ${scoreCell(keyResult)}`,
    confidence === null || isOver ? '' : `${sure(confidence)} sure`,
  ].filter(text => text !== '');
  return `${standing(keyResult)}: ${bold(name)}${who}${numbers.length === 0 ? '' : `: ${numbers.join(', ')}`}`;
}

function items(texts: readonly string[]): string[] {
  return texts.map(text => `- ${text}`);
}

function linesOf(...blocks: readonly string[]): string[] {
  return blocks.flatMap(block => block.split('\n')).filter(line => line !== '');
}

/** As many slides as the lines need, each with the heading; nothing where there are none. */
function slidesOf(heading: string, lines: readonly string[]): string[] {
  const pages: string[][] = [];
  let left = 0;
  for (const line of lines.flatMap(pieces)) {
    const needed = linesNeeded(line);
    if (needed > left || pages.length === 0) {
      pages.push([]);
      left = DOWN;
    }
    pages.at(-1)?.push(line);
    left -= needed;
  }
  return pages.map((page, index) => {
    const which = pages.length === 1 ? '' : ` (${index + 1} of ${pages.length})`;
    const body = page.map((line, at) => (isItem(line) && isItem(page[at - 1] ?? '') ? `\n${line}` : `\n\n${line}`));
    return `${heading === '' ? '' : `## ${heading}${which}`}${body.join('')}`.trim();
  });
}

function isItem(line: string): boolean {
  return line.startsWith('- ');
}

function linesNeeded(line: string): number {
  return Math.ceil(slideWidth(line) / ACROSS) + 0.3;
}

/** A line that no slide holds, in pieces that one does: what is bold or struck through goes on being so. */
function pieces(line: string): string[] {
  const most = ACROSS * Math.floor(DOWN - 2);
  if (slideWidth(line) <= most) return [line];
  const all: string[] = [];
  let piece = '';
  for (const word of line.match(WORD) ?? []) {
    if (piece !== '' && slideWidth(piece) + slideWidth(word) > most) {
      const open = openMarks(piece);
      all.push(`${piece}${[...open].reverse().join('')} …`);
      piece = `${isItem(line) ? '- ' : ''}… ${open.join('')}${word.trimStart()}`;
    } else piece += word;
  }
  return [...all, piece];
}

/** Marks of bold and struck text that have begun and not ended. */
function openMarks(text: string): readonly string[] {
  const open: string[] = [];
  for (const [mark] of text.replace(/\\./gs, '').matchAll(/\*\*|~~/g)) {
    if (open.at(-1) === mark) open.pop();
    else open.push(mark);
  }
  return open;
}

/** The first words of a text, as many as a heading takes. */
function beginning(text: string): string {
  let found = '';
  for (const word of text.split(/\s+/)) {
    if (slideWidth(`${found} ${word}`) > HEADING - 4) break;
    found = `${found} ${word}`.trim();
  }
  return found || [...text].slice(0, ENDLESS).join('');
}
