/** *OKR: Check In* and *OKR: Add Reading*: a few questions, then one line in the file. */
import { window } from 'vscode';
import type { CheckInSubject } from '../../../server/core/requests/check-in.ts';
import {
  CONFIDENCE_QUESTION,
  NOTE_QUESTION,
  STATUS_QUESTION,
  valuePrompt,
} from '../../../server/core/wording/check-in.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { placeOrCursor } from '../../here.ts';
import { placeArgument } from '../../place-argument.ts';
import { okrCheckIn, okrCheckInSubject, okrCheckInSubjects } from '../../protocol.ts';
import { type Answers, nothing, paramsOf, whatIsWrong } from './answers.ts';
import { confidenceChoices, statusChoices, subjectChoices } from './choices.ts';
import { whoAsks } from './me.ts';
import { askChoice, askText } from './quick-input.ts';
import { back, inSteps, type Question } from './steps.ts';
import { write } from './write.ts';

export const checkIn: Feature = host => [
  command(host, 'okr.checkIn', 'The check-in could not be written', argument =>
    start(host, argument, 'key results', 'Check In'),
  ),
  command(host, 'okr.addReading', 'The reading could not be written', argument =>
    start(host, argument, 'kpis', 'Add Reading'),
  ),
];

async function start(host: Host, argument: unknown, of: 'key results' | 'kpis', title: string): Promise<void> {
  const { uri, line } = placeArgument(argument) ?? {};
  if (uri !== undefined && line !== undefined) {
    const subject = await host.server.request(okrCheckInSubject, { uri, line, ...whoAsks() });
    await askAndWrite(host, subject, 0);
    return;
  }
  const subjects = await host.server.request(okrCheckInSubjects, { of, ...whoAsks() });
  if (subjects.length === 0) {
    const what =
      of === 'kpis' ? 'There is no KPI here yet.' : 'No key result runs today, so there is none to check in on.';
    void window.showInformationMessage(what);
    return;
  }
  const here = await atCursor(host);
  for (;;) {
    const total = of === 'kpis' ? 3 : 5;
    const placeholder = of === 'kpis' ? 'Which KPI?' : 'Which key result?';
    const answer = await askChoice(subjectChoices(subjects, here), { title, step: { number: 1, total }, placeholder });
    if (answer === undefined || answer === back) return;
    if ((await askAndWrite(host, answer.chosen, 1)) !== back) return;
  }
}

/** The first line of what the cursor is in; undefined where it is in nothing that can be checked in on. */
async function atCursor(host: Host): Promise<CheckInSubject['place'] | undefined> {
  const cursor = placeOrCursor(undefined);
  if (cursor === undefined) return undefined;
  try {
    return (await host.server.request(okrCheckInSubject, { ...cursor, me: '' })).place;
  } catch {
    return undefined;
  }
}

/** @param asked how many questions came before; @returns `back` where somebody wants the first of those again */
async function askAndWrite(host: Host, subject: CheckInSubject, asked: number): Promise<typeof back | undefined> {
  const answers = await inSteps(nothing, questions(host, subject), asked);
  if (answers === undefined || answers === back) return answers;
  if (Object.values(answers).every(answer => answer === '' || answer === null)) {
    void window.showInformationMessage('Nothing was said, so nothing is written.');
    return undefined;
  }
  const written = await host.server.request(okrCheckIn, paramsOf(subject, answers));
  const what = subject.kind === 'kpi' ? 'Reading added' : 'Checked in';
  await write(written, `${what}: ${subject.title}`);
  return undefined;
}

function questions(host: Host, subject: CheckInSubject): readonly Question<Answers>[] {
  const title = subject.title;
  const value: Question<Answers> = async (answers, step) => {
    const text = await askText({
      title,
      step,
      prompt: valuePrompt(subject),
      placeholder: subject.value ?? '',
      value: answers.value,
      validate: typed => whatIsWrong(host, subject, { ...nothing, value: typed }),
    });
    return typeof text === 'string' ? { ...answers, value: text } : text;
  };
  const confidence: Question<Answers> = async (answers, step) => {
    const placeholder = CONFIDENCE_QUESTION;
    const answer = await askChoice(confidenceChoices(subject.confidence), { title, step, placeholder });
    return typeof answer === 'object' ? { ...answers, confidence: answer.chosen } : answer;
  };
  const status: Question<Answers> = async (answers, step) => {
    const answer = await askChoice(statusChoices, { title, step, placeholder: STATUS_QUESTION });
    return typeof answer === 'object' ? { ...answers, status: answer.chosen } : answer;
  };
  const note: Question<Answers> = async (answers, step) => {
    const prompt = `${NOTE_QUESTION} Leave it empty to say nothing.`;
    const text = await askText({ title, step, prompt, value: answers.note });
    return typeof text === 'string' ? { ...answers, note: text } : text;
  };
  if (subject.kind === 'kpi') return [value, note];
  return subject.takesValue ? [value, confidence, status, note] : [confidence, status, note];
}
