/** The digest as Markdown that reads well in a chat too: short lists, no tables, nothing nested. */

import { SIGNS, signed } from '../../wording/signs.ts';
import { UNMEASURED } from '../../wording/standing.ts';
import { daysBetween } from '../../wording/words.ts';
import type { OverduePoint } from '../agenda.ts';
import { type Digest, type DigestMove, isProgress, type Question, type StuckPoint } from '../digest.ts';
import type { Report } from '../report.ts';
import { movement, teamByTeam } from './course.ts';
import { are, capital, counted, inWords, on } from './english.ts';
import { whole } from './parts.ts';
import { section } from './section.ts';
import { SLOW, statusWord } from './standing.ts';
import { bold, plain, quoted, sentence } from './text.ts';
import { titleOf } from './title.ts';

const WHAT: Readonly<Record<StuckPoint['what'], string>> = {
  blocked: `${SIGNS.barred} blocked`,
  'off-track': `${SIGNS.cross} off track`,
  critical: `${SIGNS.cross} critical`,
  silent: `${SIGNS.silence} silent`,
  unmeasurable: signed(UNMEASURED),
  standstill: `${SIGNS.warning} at risk`,
};

/** @param report what the digest was made from */
export function markdownDigest(digest: Digest, report: Report): string {
  const { today, from, moved, stuck, overdue, ask } = digest;
  const name = plain(titleOf({ ...report, teams: [] }));
  const lines = [...stuck.map(stuckLine), ...overdue.map(point => overdueLine(point, today))];
  const blocks =
    from === null
      ? [`# ${name}`, notRunning(digest)]
      : [
          heading(from, today),
          `*${name}: ${days(from, today)}*`,
          summary(digest),
          ...section(
            'What moved',
            moved.length === 0 ? ['Nothing moved.'] : teamByTeam(whole(report), moved, movedLine),
          ),
          ...section('What is stuck', [list(lines) || 'Nothing is blocked, off track, silent or overdue.']),
          ...section('Whom to ask', [
            list(
              ask.map(
                ({ owner, questions }) => `${who(owner)}: ${questions.map(each => capital(asked(each))).join(' ')}`,
              ),
            ),
          ]),
        ];
  return `${blocks.join('\n\n')}\n`;
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}

function notRunning({ today, cycle: { start, end } }: Digest): string {
  return end !== null && today > end
    ? `It ended on ${on(end, today)}. What came of it is in its report.`
    : `It begins on ${on(start ?? today, today)}. Nothing can have moved yet.`;
}

function heading(from: string, today: string): string {
  const many = daysBetween(from, today) + 1;
  return many === 1 ? '# Today' : `# The last ${counted(many, 'day')}`;
}

/** `15 to 21 November 2026`, `28 September to 4 October 2026` */
function days(from: string, today: string): string {
  const last = on(today, '');
  if (from >= today) return last;
  if (from.slice(0, 7) === today.slice(0, 7)) return `${Number(from.slice(8))} to ${last}`;
  return `${on(from, today)} to ${last}`;
}

/** `**Nine of 27 key results moved, eight of them forward; four are stuck.** 14 check-ins by six people.` */
function summary({ keyResults, stuck, overdue, checkIns: { count, people } }: Digest): string {
  const theyAre = (many: number, what: string) => (many === 0 ? [] : [`${inWords(many)} ${are(many)} ${what}`]);
  const things =
    [...theyAre(stuck.length, 'stuck'), ...theyAre(overdue.length, 'overdue')].join(', ') || 'nothing is stuck';
  const who = people === 0 ? '' : ` by ${people === 1 ? 'one person' : `${inWords(people)} people`}`;
  const said = count === 0 ? 'Nobody checked in.' : `${capital(counted(count, 'check-in'))}${who}.`;
  return `**${capital(howManyMoved(keyResults))}; ${things}.** ${said}`;
}

function howManyMoved({ count, moved, forward }: Digest['keyResults']): string {
  if (count === 0) return 'no key result is pursued';
  const some = `${moved === 0 ? 'none' : inWords(moved)} of ${counted(count, 'key result')} moved`;
  if (forward === 0) return some;
  return forward === moved ? `${some} forward` : `${some}, ${inWords(forward)} of them forward`;
}

/** `**Seasonal colleagues who have signed**: ↑ 29 → 37 colleagues, still off track. @leo: “Two fairs this week”` */
function movedLine(move: DigestMove): string {
  const { title, status, note, by } = move;
  const isSlow = status !== null && SLOW.includes(status) && isProgress(move);
  const news = `${movement(move)}${isSlow ? `, still ${statusWord(status)}` : ''}`;
  if (note === null) return `${bold(title)}: ${news}`;
  return `${bold(title)}: ${sentence(news)} ${by === null ? '' : `${plain(by)}: `}${quoted(note)}`;
}

function stuckLine({ what, title, text }: StuckPoint): string {
  const isSaid = text === WHAT[what].slice(2);
  return `${bold(title)} (${WHAT[what]})${isSaid ? '.' : `: ${sentence(plain(text))}`}`;
}

function overdueLine({ title, of, due }: OverduePoint, today: string): string {
  const name = of === null ? bold(title) : `${quoted(title)} of ${bold(of)}`;
  return `${name} (${SIGNS.warning} overdue): it was due on ${on(due, today)}.`;
}

function who(owner: string | null): string {
  return owner === null ? '**Nobody owns it**' : bold(owner);
}

function asked({ what, title, of, text }: Question): string {
  const name = quoted(title);
  switch (what) {
    case 'blocked':
      return `what would lift the block on ${name}, and by when?`;
    case 'off-track':
      return `what do we do differently about ${name}?`;
    case 'standstill':
      return `what holds ${name} where it is?`;
    case 'critical':
      return `who works on ${name}, and by when?`;
    case 'silent':
      return `how does ${name} stand?`;
    case 'unmeasurable':
      return `how would we notice that ${name} came true?`;
    case 'overdue':
      return `is ${name}${of === null ? '' : ` of ${quoted(of)}`} done, or when?`;
    case 'wrong-way':
      return `why did ${name} go the wrong way, ${plain(text)}?`;
  }
}
