/** While the cycle runs: how many are on track, the score against what is expected, and what is furthest behind. */
import { showScore } from '../../scores/rounding.ts';
import type { KeyResultReport } from '../report.ts';
import { are, capital, counted, inWords, listed, timeInWords } from './english.ts';
import { behind, ownGoals, type Part, runningGoals } from './parts.ts';
import { isUnmeasured, SLOW, statusWord } from './standing.ts';
import { quoted } from './text.ts';
import { whereItStands } from './where.ts';

export function underWay(part: Part): readonly string[] {
  return [onTrack(part), ended(part), scoreToday(part), furthestBehind(part)];
}

function ended(part: Part): string {
  const verdicts = ownGoals(part).flatMap(({ keyResult: { verdict } }) => verdict ?? []);
  const achieved = verdicts.filter(verdict => verdict === 'achieved').length;
  if (verdicts.length === 0) return '';
  return verdicts.length === 1
    ? `The one that has ended was ${achieved === 1 ? 'made' : 'missed'}.`
    : `Of ${inWords(verdicts.length)} that have ended we made ${achieved === 0 ? 'none' : inWords(achieved)}.`;
}

function onTrack(part: Part): string {
  const keyResults = runningGoals(part).map(({ keyResult }) => keyResult);
  if (keyResults.length === 0)
    return ownGoals(part).length === 0 ? withoutKeyResults(part) : 'All key results have ended.';
  const [only] = keyResults;
  if (only !== undefined && keyResults.length === 1) return `The one key result${inTeams(part)} ${itStands(only)}.`;
  const many = (test: (keyResult: KeyResultReport) => boolean) => keyResults.filter(test).length;
  const done = many(({ status }) => status === 'done');
  const good = many(({ status }) => status === 'on-track') + done;
  const rest = [
    ...SLOW.map(slow =>
      theyAre(
        many(({ status }) => status === slow),
        statusWord(slow),
      ),
    ),
    theyAre(
      many(each => each.status === 'pending' && !isUnmeasured(each)),
      'pending',
    ),
    theyHave(many(isUnmeasured), 'no measure'),
  ].filter(words => words !== '');
  const already = done === 0 ? '' : `, ${done === good && done > 1 ? 'all' : inWords(done)} of them done already`;
  return `${share(good, keyResults.length, part)}${already}${rest.length === 0 ? '' : `; ${listed(rest)}`}.`;
}

/** `Two of four key results are on track` */
function share(good: number, all: number, part: Part): string {
  const where = inTeams(part);
  if (good === all)
    return `${all === 2 ? 'Both key results' : `All ${counted(all, 'key result')}`}${where} are on track`;
  return `${good === 0 ? 'None' : capital(inWords(good))} of ${counted(all, 'key result')}${where} ${are(good || 1)} on track`;
}

function inTeams({ teams }: Part): string {
  return teams > 1 ? ` in ${counted(teams, 'team')}` : '';
}

function itStands(keyResult: KeyResultReport): string {
  return isUnmeasured(keyResult) ? 'has no measure' : `is ${statusWord(keyResult.status)}`;
}

function theyAre(many: number, word: string): string {
  return many === 0 ? '' : `${inWords(many)} ${are(many)} ${word}`;
}

function theyHave(many: number, what: string): string {
  return many === 0 ? '' : `${inWords(many)} ${many === 1 ? 'has' : 'have'} ${what}`;
}

function withoutKeyResults({ objectives }: Part): string {
  const many = objectives.filter(({ dropped }) => dropped === null).length;
  if (many === 0) return objectives.length === 0 ? 'There are no objectives yet.' : 'Nothing is pursued any more.';
  return `${capital(counted(many, 'objective'))} and no key results of ${many === 1 ? 'its' : 'their'} own.`;
}

function scoreToday({ score, expected, status }: Part): string {
  if (score === null) return '';
  if (expected === null) return `The score is ${showScore(score)}.`;
  return `The score is ${showScore(score)} where ${showScore(expected)} is expected by now: ${statusWord(status)}.`;
}

function furthestBehind(part: Part): string {
  const { daysLeft } = part.report.cycle;
  const slow = runningGoals(part).filter(({ keyResult }) => SLOW.includes(keyResult.status) && behind(keyResult) > 0);
  const [worst] = slow.toSorted((a, b) => behind(b.keyResult) - behind(a.keyResult));
  if (worst === undefined || daysLeft === null) return '';
  const time = daysLeft === 0 ? 'on the last day' : `with ${timeInWords(daysLeft)} left`;
  return `Furthest behind is ${quoted(worst.keyResult.title)}: ${whereItStands(worst.keyResult, part.today)} ${time}.`;
}
