/** One question in the editor's quick input, as one step of several. */
import {
  type Disposable,
  type QuickInput,
  QuickInputButtons,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from 'vscode';
import type { Choice, Separator } from './choices.ts';
import { back, type Step } from './steps.ts';

interface Asked {
  readonly title: string;
  readonly step: Step;
  readonly placeholder?: string;
  /** Whether there is a question to go back to; by default there is one before the second step. */
  readonly hasBack?: boolean;
}

interface Text extends Asked {
  readonly prompt: string;
  readonly value: string;
  /** Says what is wrong with it; undefined where nothing is. */
  readonly validate?: (text: string) => Promise<string | undefined>;
}

/** Asks for a line of text. @returns undefined where somebody pressed Escape */
export function askText({ prompt, value, validate, ...asked }: Text): Promise<string | typeof back | undefined> {
  const input = window.createInputBox();
  input.prompt = prompt;
  input.value = value;
  return ask(input, asked, done => [
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    }),
    input.onDidAccept(async () => {
      const text = input.value.trim();
      input.busy = true;
      const wrong = await validate?.(text);
      input.busy = false;
      if (wrong === undefined) done(text);
      else input.validationMessage = wrong;
    }),
  ]);
}

/** Asks for one of several. @returns undefined where somebody pressed Escape */
export function askChoice<T>(
  choices: readonly (Choice<T> | Separator)[],
  asked: Asked,
): Promise<{ readonly chosen: T } | typeof back | undefined> {
  const input = window.createQuickPick<QuickPickItem & { readonly value?: T }>();
  input.items = choices.map(choice =>
    'separator' in choice ? { label: choice.separator, kind: QuickPickItemKind.Separator } : choice,
  );
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  return ask(input, asked, done => [
    input.onDidAccept(() => {
      const [item] = input.selectedItems;
      if (item !== undefined) done({ chosen: item.value as T });
    }),
  ]);
}

function ask<I extends QuickInput & { placeholder: string | undefined; buttons: readonly unknown[] }, R>(
  input: I & { onDidTriggerButton: (listener: (button: unknown) => void) => Disposable },
  { title, step, placeholder, hasBack = step.number > 1 }: Asked,
  listen: (done: (answer: R) => void) => Disposable[],
): Promise<R | typeof back | undefined> {
  return new Promise(resolve => {
    const done = (answer: R | typeof back | undefined) => {
      for (const listener of listeners) listener.dispose();
      input.dispose();
      resolve(answer);
    };
    input.title = title;
    input.step = step.number;
    input.totalSteps = step.total;
    input.placeholder = placeholder;
    // What was typed is not lost by a look at the text.
    input.ignoreFocusOut = true;
    if (hasBack) input.buttons = [QuickInputButtons.Back];
    const listeners = [
      ...listen(done),
      input.onDidTriggerButton(button => {
        if (button === QuickInputButtons.Back) done(back);
      }),
      input.onDidHide(() => done(undefined)),
    ];
    input.show();
  });
}
