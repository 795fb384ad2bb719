/** *OKR: Close Cycle*: grades, what was learned, and what goes on in the next one; then all of it is written at once. */
import { Uri, window } from 'vscode';
import type {
  Closing,
  ClosingDecision,
  ClosingParams,
  ClosingSubject,
  Reflection,
} from '../../../server/core/requests/closing.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { okrClose, okrClosing, okrCycles } from '../../protocol.ts';
import { askChoice, askText } from '../check-in/quick-input.ts';
import { back, type Question, type Step } from '../check-in/steps.ts';
import { Escapes } from '../my-check-ins/escapes.ts';
import { reportArgument } from '../report/argument.ts';
import { teamChoices } from '../report/choices.ts';
import { reportSubject } from '../report/subject.ts';
import { closable, gradeOf, gradePrompt, isAskedWhat, whatChoices, wrongGrade } from './texts.ts';
import { write } from './write.ts';

export const closeCycle: Feature = host => [
  command(host, 'okr.closeCycle', 'The cycle could not be closed', argument => start(host, argument)),
];

async function start(host: Host, argument: unknown): Promise<void> {
  const params = await whichCycle(host, argument);
  const closing = params && (await whatToClose(host, params));
  if (params === undefined || closing === undefined) return;
  const { subjects, next, closed, cycle } = closing;
  if (closed || subjects.length === 0) {
    const nothing = closed ? `${cycle} is closed already.` : `There is no objective in ${cycle} to close.`;
    void window.showInformationMessage(nothing);
    return;
  }
  const decisions = await decide(closing);
  const reflections = decisions && (await reflect(closing));
  if (decisions === undefined || reflections === undefined) {
    void window.showInformationMessage('Nothing is written.');
    return;
  }
  const answer = await host.server.request(okrClose, { ...params, next, decisions, reflections });
  await write(answer, `${cycle} is closed, and ${next} begins.`);
}

async function whichCycle({ server, output }: Host, argument: unknown): Promise<ClosingParams | undefined> {
  const asked = reportArgument(argument);
  const subject = asked.uri === undefined ? await reportSubject(output) : Uri.parse(asked.uri, true);
  const cycles = subject === undefined ? [] : await server.request(okrCycles, { uri: subject.toString() });
  const choices = closable(cycles);
  if (subject === undefined || choices.length === 0) {
    void window.showInformationMessage('There is nothing to close yet: no objective is in a cycle that has begun.');
    return undefined;
  }
  const named = choices.find(({ value: { id } }) => id.toLowerCase() === asked.cycle?.toLowerCase());
  const chosen = named ?? (await window.showQuickPick(choices, { title: 'Close Cycle', placeHolder: 'Which cycle?' }));
  if (chosen === undefined) return undefined;
  const { id, current } = chosen.value;
  const teams = teamChoices(chosen.value);
  const team = teams && (await window.showQuickPick(teams, { title: `Close ${id}`, placeHolder: 'Whose objectives?' }));
  if (teams !== undefined && team === undefined) return undefined;
  return { uri: subject.toString(), cycle: id, next: null, team: team?.value ?? null, early: current };
}

/** Where no calendar says which cycle is next, somebody does. */
async function whatToClose({ server }: Host, params: ClosingParams): Promise<Closing | undefined> {
  const closing = await server.request(okrClosing, params);
  if (closing.next !== null) return closing;
  const next = await window.showInputBox({
    title: `Close ${closing.cycle}`,
    prompt: 'Which cycle comes next?',
    placeHolder: '2027-Q1',
    ignoreFocusOut: true,
  });
  return next === undefined || next.trim() === ''
    ? undefined
    : server.request(okrClosing, { ...params, next: next.trim() });
}

/** @returns undefined where somebody left */
async function decide({ cycle, subjects }: Closing): Promise<ClosingDecision[] | undefined> {
  const escapes = new Escapes();
  const decisions: ClosingDecision[] = [];
  // Of the objective that is asked about next.
  let goesOn = false;
  for (const [at, subject] of subjects.entries()) {
    const step = { number: at + 1, total: subjects.length };
    const hasWhat = isAskedWhat(subject, goesOn);
    const said = escapes.take(await ask(cycle, subject, step, hasWhat, escapes.isLast));
    if (said === 'end') return undefined;
    const decision = said === 'skip' ? { ...undecided(subject), what: subject.suggested } : said;
    decisions.push(decision);
    goesOn = subject.kind === 'key result' && (goesOn || decision.what === 'keep' || decision.what === 'change');
  }
  return decisions;
}

function undecided({ id }: ClosingSubject): ClosingDecision {
  return { id, grade: '', why: '', what: null };
}

/** Grade, why, and what becomes of it; there is a way back. @returns undefined for Escape */
async function ask(
  cycle: string,
  subject: ClosingSubject,
  step: Step,
  hasWhat: boolean,
  last: boolean,
): Promise<ClosingDecision | undefined> {
  const title = `Close ${cycle}: ${subject.title}`;
  let typed = '';
  const grade: Question<ClosingDecision> = async said => {
    const text = await askText({
      title,
      step,
      hasBack: false,
      prompt: gradePrompt(subject, last),
      placeholder: subject.suggestedGrade ?? '0.7',
      value: typed,
      validate: async text => wrongGrade(text),
    });
    if (typeof text !== 'string') return text;
    typed = text;
    return { ...said, grade: gradeOf(text, subject) };
  };
  const why: Question<ClosingDecision> = async said => {
    if (said.grade === '') return said;
    const prompt = `Why ${said.grade}? One sentence, for those who read it in a year. Leave it empty to say nothing.`;
    const text = await askText({ title, step, hasBack: true, prompt, value: said.why });
    return typeof text === 'string' ? { ...said, why: text } : text;
  };
  const what: Question<ClosingDecision> = async said => {
    const placeholder = 'What becomes of it in the next cycle?';
    const answer = await askChoice(whatChoices(subject), { title, step, hasBack: true, placeholder });
    return typeof answer === 'object' ? { ...said, what: answer.chosen } : answer;
  };
  const questions = hasWhat ? [grade, why, what] : [grade, why];
  let said = undecided(subject);
  for (let at = 0; at < questions.length; ) {
    const answer = await (questions[at] as Question<ClosingDecision>)(said, step);
    if (answer === undefined) return undefined;
    if (answer !== back) {
      said = answer;
      at++;
    } else at = said.grade === '' ? 0 : at - 1;
  }
  return said;
}

/** @returns undefined where somebody left */
async function reflect({ cycle, subjects }: Closing): Promise<Reflection[] | undefined> {
  const teams = [...new Map(subjects.map(({ team, teamTitle }) => [team, teamTitle]))];
  const reflections: Reflection[] = [];
  for (const [at, [team, title]] of teams.entries()) {
    const text = await askText({
      title: `Close ${cycle}${title === null ? '' : `: ${title}`}`,
      step: { number: at + 1, total: teams.length },
      hasBack: false,
      prompt: 'What did you learn? Leave it empty to say nothing; Escape leaves, and nothing is written.',
      value: '',
    });
    if (typeof text !== 'string') return undefined;
    if (text !== '') reflections.push({ of: { team }, text });
  }
  return reflections;
}
