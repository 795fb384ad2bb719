/**
 * What happens on the way: *OKR: Drop or Pause*, *Resume*, *Move Target*, *Hand Over*, *Share Key Result*, *Block* and
 * *Unblock*. Each asks for its reason, then writes it into the file with the day.
 */
import { window } from 'vscode';
import type { Place } from '../../../server/core/reports/report.ts';
import type { HappeningParams, HappeningSubject, What } from '../../../server/core/requests/happening.ts';
import { errorText } from '../../error-text.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { placeOrCursor } from '../../here.ts';
import { okrCheckInSubject, okrHappening, okrHappeningSubject, okrOutline } from '../../protocol.ts';
import { whoAsks } from '../check-in/me.ts';
import { askChoice, askText } from '../check-in/quick-input.ts';
import { back, inSteps, type Question } from '../check-in/steps.ts';
import { write } from '../check-in/write.ts';
import { destinations } from '../go-to/choices.ts';
import { happenings, pending, targetPrompt, type Words } from './words.ts';

interface Answers {
  readonly value: string;
  readonly into: Place | null;
  readonly why: string;
}

const nothing: Answers = { value: '', into: null, why: '' };

export const whatHappens: Feature = host => {
  const asking = (what: What) => (argument: unknown) => start(host, happenings[what], argument);
  return [
    command(host, 'okr.drop', 'It could not be dropped', asking('drop')),
    command(host, 'okr.resume', 'It could not be taken up again', asking('resume')),
    command(host, 'okr.moveTarget', 'The target could not be moved', asking('target')),
    command(host, 'okr.handOver', 'It could not be handed over', asking('hand-over')),
    command(host, 'okr.shareKeyResult', 'The key result could not be shared', asking('share')),
    command(host, 'okr.block', 'It could not be written that it is blocked', asking('block')),
    command(host, 'okr.unblock', 'It could not be written that it goes on', asking('unblock')),
  ];
};

async function start(host: Host, words: Words, argument: unknown): Promise<void> {
  const place = (await elementAt(host, words, argument)) ?? (await chosen(host, words));
  if (place === undefined) return;
  const { what } = words;
  const subject = await host.server.request(okrHappeningSubject, { what, uri: place.uri, line: place.line });
  const answers = await inSteps(nothing, questions(host, words, subject));
  if (answers === undefined || answers === back) return;
  await write(
    await host.server.request(okrHappening, paramsOf(words, subject, answers)),
    `${words.told}: ${subject.title}`,
  );
}

/** What somebody called it for, else what the cursor is in; undefined where that is nothing that it could happen to. */
async function elementAt(host: Host, { what }: Words, argument: unknown): Promise<Place | undefined> {
  const place = placeOrCursor(argument);
  if (place === undefined) return undefined;
  try {
    const { kind } = await host.server.request(okrCheckInSubject, { ...place, me: '' });
    return kind === 'kpi' && what !== 'hand-over' ? undefined : place;
  } catch {
    return what === 'drop' ? initiativeAt(host, place) : undefined;
  }
}

/** Nobody checks in on an initiative, and it can be let go all the same. */
function initiativeAt(host: Host, place: Place): Promise<Place | undefined> {
  return host.server.request(okrHappeningSubject, { what: 'drop', ...place }).then(
    subject => subject.place,
    () => undefined,
  );
}

async function chosen(host: Host, { title, whose, fits }: Words): Promise<Place | undefined> {
  const list = host.server
    .request(okrOutline, { by: 'cycle', past: false })
    .then(groups => destinations(groups).filter(({ item }) => fits(item)));
  if ((await list).length === 0) {
    void window.showInformationMessage('There is nothing here that this could happen to today.');
    return undefined;
  }
  const options = { title, placeHolder: whose, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(list, options))?.item.place;
}

function questions(host: Host, words: Words, subject: HappeningSubject): readonly Question<Answers>[] {
  const title = `${words.title}: ${subject.title}`;
  const whatIsWrong = async (answers: Answers) => {
    try {
      await host.server.request(okrHappening, paramsOf(words, subject, { ...answers, why: answers.why || pending }));
      return undefined;
    } catch (error) {
      return errorText(error);
    }
  };
  const target: Question<Answers> = async (answers, step) => {
    const text = await askText({
      title,
      step,
      prompt: targetPrompt(subject),
      placeholder: subject.target ?? '',
      value: answers.value,
      validate: value => whatIsWrong({ ...answers, value }),
    });
    return typeof text === 'string' ? { ...answers, value: text } : text;
  };
  const handle: Question<Answers> = async (answers, step) => {
    const text = await askText({
      title,
      step,
      prompt: `Who has it from today on?${subject.owner === null ? '' : ` It is ${subject.owner}'s now.`}`,
      placeholder: '@kim',
      value: answers.value,
      validate: value => whatIsWrong({ ...answers, value }),
    });
    return typeof text === 'string' ? { ...answers, value: text } : text;
  };
  const person: Question<Answers> = async (answers, step) => {
    if (subject.people.length === 0) return handle(answers, step);
    const known = subject.people.map(each => ({ label: each, value: each }));
    const other = { label: '$(edit) Somebody else…', value: '' };
    const placeholder = `Who has it from today on?${subject.owner === null ? '' : ` It is ${subject.owner}'s now.`}`;
    const answer = await askChoice([...known, other], { title, step, placeholder });
    if (typeof answer !== 'object') return answer;
    return answer.chosen === '' ? handle(answers, step) : { ...answers, value: answer.chosen };
  };
  const objective: Question<Answers> = async (answers, step) => {
    const choices = subject.objectives.map(each => ({
      label: each.title,
      ...(each.ref === null ? {} : { description: each.ref }),
      value: each.place,
    }));
    const answer = await askChoice(choices, { title, step, placeholder: 'With which objective is it shared?' });
    return typeof answer === 'object' ? { ...answers, into: answer.chosen } : answer;
  };
  const why: Question<Answers> = async (answers, step) => {
    const text = await askText({
      title,
      step,
      prompt: `${words.why} One sentence, for those who read it in a month.`,
      value: answers.why,
      validate: async typed => (typed === '' ? 'Say why, in one sentence.' : whatIsWrong({ ...answers, why: typed })),
    });
    return typeof text === 'string' ? { ...answers, why: text } : text;
  };
  const first = { target, person, objective };
  return words.asks === undefined ? [why] : [first[words.asks], why];
}

function paramsOf({ what }: Words, { place, today }: HappeningSubject, answers: Answers): HappeningParams {
  return { what, uri: place.uri, line: place.line, date: today, by: whoAsks().me, ...answers };
}
