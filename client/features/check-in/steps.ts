/** Questions one after another, with a way back. */

/** Somebody wants to see the question before. */
export const back = Symbol('back');

export interface Step {
  /** From 1. */
  readonly number: number;
  readonly total: number;
}

/** Asks one thing of what was answered so far; undefined: somebody stopped. */
export type Question<Answers> = (answers: Answers, step: Step) => Promise<Answers | typeof back | undefined>;

/**
 * Asks one question after another; who goes back finds what they had said.
 * @param asked how many questions came before these
 * @returns undefined where somebody stopped, and `back` where they went back from the first
 */
export async function inSteps<Answers>(
  start: Answers,
  questions: readonly Question<Answers>[],
  asked = 0,
): Promise<Answers | typeof back | undefined> {
  const total = asked + questions.length;
  let answers = start;
  for (let at = 0; at < questions.length; ) {
    const answer = await (questions[at] as Question<Answers>)(answers, { number: asked + at + 1, total });
    if (answer === undefined) return undefined;
    if (answer !== back) {
      answers = answer;
      at++;
    } else if (at === 0) return back;
    else at--;
  }
  return answers;
}
