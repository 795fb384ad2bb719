/** Which parameter a cursor is in: told from the words before it, as most lines that are written cannot be read yet. */
import type { Parameter, Shape, Takes } from './shapes.ts';

const STATUSES = ['on-track', 'at-risk', 'off-track', 'blocked'];
const NUMBER = /^(?:\?|[-+−]?\p{Sc}?[-−]?\d)/u;

/** Whether a word is such an argument, or may become one. */
const TAKES: Readonly<Record<Takes, (word: string, label: string) => boolean>> = {
  date: word => /^(?:[12]\d{0,3}|\d{4}-[\d-]*|\?)$/.test(word),
  number: word => NUMBER.test(word) || /^[-+−\p{Sc}]+$/u.test(word),
  share: word => /^\d/.test(word),
  person: word => word.startsWith('@'),
  status: word => word.length > 1 && STATUSES.some(status => status.startsWith(word)),
  bound: word => /^(?:at|least|most|above|below)$/.test(word),
  count: word => /^\d/.test(word),
  word: () => true,
  condition: () => true,
  // One of the words that the label names.
  setting: (word, label) => word.length > 1 && label.split(/[ |]/).some(each => each.startsWith(word)),
  prose: () => false,
};

/** The words that may begin a bound while it is written. */
const BOUND_BEGUN = /^(?:a|at|l|le|lea|leas|m|mo|mos|ab|abo|abov|b|be|bel|belo)$/;

/**
 * @param before the words before the one at the cursor
 * @param word the one at the cursor, up to it; empty where a new one begins
 */
export function activeParameter({ parameters }: Shape, before: readonly string[], word: string): number {
  const reader = new Reader(parameters);
  for (const each of before) reader.take(each);
  return word === '' ? reader.next() : reader.within(word);
}

class Reader {
  private readonly parameters: readonly Parameter[];
  private readonly filled = new Set<number>();
  private current = -1;
  /** Its word is there, and what follows it is not. */
  private isAwaited = false;
  /** So many words follow it. */
  private left = 0;
  private last = '';

  constructor(parameters: readonly Parameter[]) {
    this.parameters = parameters;
  }

  take(word: string): void {
    this.last = word;
    const isCondition = this.parameters[this.current]?.takes === 'condition';
    if (isCondition && !this.isAwaited && word === 'and') {
      this.await(this.current);
      return;
    }
    const begun = this.parameters.findIndex((each, index) => each.word === word && !this.filled.has(index));
    if (begun >= 0 && !(this.isAwaited && this.takes(this.current, word))) {
      this.await(begun);
      return;
    }
    if (this.isAwaited) {
      this.left--;
      this.isAwaited = this.left > 0;
      this.filled.add(this.current);
      if (this.takes(this.current, word)) return;
    }
    const found = this.parameters.findIndex((_, index) => this.isFree(index) && this.takes(index, word));
    if (found < 0) return;
    this.current = found;
    // `at` is half of a bound.
    if (word !== 'at') this.filled.add(found);
  }

  private await(index: number): void {
    this.current = index;
    this.isAwaited = true;
    this.left = this.parameters[index]?.takes === 'condition' ? 3 : 1;
  }

  /** What comes next. */
  next(): number {
    if (this.isAwaited || this.last === 'at') return Math.max(0, this.current);
    const left = (from: number) => this.parameters.findIndex((_, index) => index >= from && !this.filled.has(index));
    const after = left(this.current + 1);
    return after >= 0 ? after : Math.max(0, this.current);
  }

  /** What is being written. */
  within(word: string): number {
    if (this.isAwaited && this.takes(this.current, word)) return this.current;
    // Right after a number a word is a unit, until it is plain that it is none.
    const least = NUMBER.test(this.last) && !this.last.includes('-') ? 2 : 1;
    const begun = this.parameters.findIndex(
      (each, index) => each.word?.startsWith(word) === true && word.length >= least && !this.filled.has(index),
    );
    if (begun >= 0) return begun;
    if (this.isAwaited) return this.current;
    const found = this.parameters.findIndex(
      (each, index) =>
        this.isFree(index) && (this.takes(index, word) || (each.takes === 'bound' && BOUND_BEGUN.test(word))),
    );
    return found >= 0 ? found : this.current < 0 ? this.next() : this.current;
  }

  private isFree(index: number): boolean {
    return this.parameters[index]?.word === undefined && !this.filled.has(index);
  }
  private takes(index: number, word: string): boolean {
    const parameter = this.parameters[index];
    return parameter !== undefined && TAKES[parameter.takes](word, parameter.label);
  }
}
