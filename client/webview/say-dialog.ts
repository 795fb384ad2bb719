/** A small question beside the button that asks it. The browser's own dialog keeps the focus, and gives it back. */
import { h, render } from 'preact';
import { SayChoice, sayTitleId } from '../../server/core/views/say-choice.ts';

/** Between the button and the dialog, and between the dialog and the window's edge; in pixels. */
const GAP = 4;

let dialog: HTMLDialogElement | undefined;
let said: (answer: string) => void = () => {};

/** @param tell called with the answer, unless somebody turns away */
export function askToSay(
  beside: Element,
  question: Parameters<typeof SayChoice>[0],
  tell: (answer: string) => void,
): void {
  dialog ??= newDialog();
  said = tell;
  render(h(SayChoice, question), dialog);
  dialog.showModal();
  place(dialog, beside.getBoundingClientRect());
  const answers = answersOf(dialog);
  (answers.find(each => each.ariaPressed === 'true') ?? answers[0])?.focus();
}

function newDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'say-dialog';
  made.setAttribute('aria-labelledby', sayTitleId);
  made.addEventListener('click', event => {
    // Nothing behind it is meant.
    event.stopPropagation();
    const { target } = event;
    const answer =
      target instanceof Element ? target.closest<HTMLElement>('[data-answer]')?.dataset['answer'] : undefined;
    if (answer === undefined && target !== made) return;
    made.close();
    if (answer !== undefined) said(answer);
  });
  made.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const answers = answersOf(made);
    answers.at((answers.indexOf(document.activeElement as HTMLElement) + step) % answers.length)?.focus();
    event.preventDefault();
  });
  // Where the page moves, the button is elsewhere.
  window.addEventListener('resize', () => made.close());
  document.body.append(made);
  return made;
}

function answersOf(made: HTMLDialogElement): HTMLElement[] {
  return [...made.querySelectorAll<HTMLElement>('[data-answer]')];
}

/** Below the button where there is room, else above; within the window. */
function place({ style, offsetWidth, offsetHeight }: HTMLDialogElement, { left, top, bottom }: DOMRect): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const within = (wanted: number, size: number, room: number) => Math.max(GAP, Math.min(wanted, room - size - GAP));
  const isRoom = bottom + GAP + offsetHeight <= clientHeight;
  style.left = `${within(left, offsetWidth, clientWidth)}px`;
  style.top = `${within(isRoom ? bottom + GAP : top - GAP - offsetHeight, offsetHeight, clientHeight)}px`;
}
