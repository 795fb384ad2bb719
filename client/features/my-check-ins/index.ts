/** *OKR: My Check-ins*: all that is mine and due, one after another, two keys each. */
import { commands, window } from 'vscode';
import { goRound, type Turn } from '../../../server/core/edits/round.ts';
import { valueAndNote } from '../../../server/core/edits/typed.ts';
import type { CheckInSubject } from '../../../server/core/requests/check-in.ts';
import { roundInWords } from '../../../server/core/wording/check-in.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { placeArgument } from '../../place-argument.ts';
import { okrCheckIn, okrCheckInSubjects } from '../../protocol.ts';
import { type Answers, nothing, paramsOf, whatIsWrong } from '../check-in/answers.ts';
import { whoAsks } from '../check-in/me.ts';
import { askChoice, askText } from '../check-in/quick-input.ts';
import { back } from '../check-in/steps.ts';
import { put } from '../check-in/write.ts';
import { Escapes } from './escapes.ts';
import { confidencePlaceholder, roundConfidences, roundValuePrompt, valuePlaceholder } from './texts.ts';

export const myCheckIns: Feature = host => [
  command(host, 'okr.myCheckIns', 'The check-ins could not be written', argument => start(host, fileMeant(argument))),
];

/** A lens names a line of its file; a menu names the file that happens to be open. */
function fileMeant(argument: unknown): string | undefined {
  const { uri, line } = placeArgument(argument) ?? {};
  return line === undefined ? undefined : uri;
}

/** @param within only what is due in this file */
async function start(host: Host, within: string | undefined): Promise<void> {
  const escapes = new Escapes();
  const round = await goRound<CheckInSubject, Answers>({
    due: () => host.server.request(okrCheckInSubjects, { of: 'due', ...whoAsks(), ...(within && { within }) }),
    ask: async (subject, step) => escapes.take(await ask(host, subject, step, escapes.isLast)),
    write: async (subject, answers) => {
      await put(await host.server.request(okrCheckIn, paramsOf(subject, answers)));
      return true;
    },
  });
  if (round === undefined) await explainNothing(host);
  else void window.showInformationMessage(roundInWords(round));
}

/**
 * Value, then confidence, where it takes them; from the second there is a way back to the first.
 * @param last another Escape ends the round
 * @returns undefined for Escape
 */
async function ask(
  host: Host,
  subject: CheckInSubject,
  step: Turn,
  last: boolean,
): Promise<Answers | 'skip' | undefined> {
  const title = `My Check-ins: ${subject.title}`;
  let typed = '';
  for (;;) {
    let answers = nothing;
    if (subject.takesValue) {
      const text = await askText({
        title,
        step,
        hasBack: false,
        prompt: roundValuePrompt(subject, last),
        placeholder: valuePlaceholder(subject),
        value: typed,
        validate: async said =>
          said === '' ? undefined : whatIsWrong(host, subject, { ...nothing, ...valueAndNote(said) }),
      });
      if (typeof text !== 'string') return undefined;
      if (text === '') return 'skip';
      typed = text;
      answers = { ...nothing, ...valueAndNote(text) };
    }
    if (subject.kind === 'kpi') return answers;
    const placeholder = confidencePlaceholder(last);
    const answer = await askChoice(roundConfidences(subject), {
      title,
      step,
      hasBack: subject.takesValue,
      placeholder,
    });
    if (answer === undefined) return undefined;
    if (answer === back) continue;
    if (answer.chosen === '' && !subject.takesValue) return 'skip';
    return { ...answers, confidence: answer.chosen };
  }
}

/** Nothing is due, or nobody knows whose it would be. */
async function explainNothing({ server }: Host): Promise<void> {
  const all = [
    ...(await server.request(okrCheckInSubjects, { of: 'key results', ...whoAsks() })),
    ...(await server.request(okrCheckInSubjects, { of: 'kpis', ...whoAsks() })),
  ];
  const me = all.find(each => each.me !== '')?.me;
  if (all.length === 0)
    void window.showInformationMessage('No key result runs today, so there is none to check in on.');
  else if (me !== undefined) void window.showInformationMessage(`Nothing of ${me} is due.`);
  else {
    const set = 'Say Who I Am';
    const message = 'Nobody in these files is called as git knows you. Set your handle, such as @ana, in “okr.me”.';
    if ((await window.showInformationMessage(message, set)) === set)
      await commands.executeCommand('workbench.action.openSettings', 'okr.me');
  }
}
