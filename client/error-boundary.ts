/** The one place where an error becomes something that a person reads. */
import { type LogOutputChannel, window } from 'vscode';
import { errorText } from './error-text.ts';
import { isRefusal } from './refusal.ts';

const showOutput = 'Show Output';

export class ErrorBoundary {
  readonly #output: LogOutputChannel;

  constructor(output: LogOutputChannel) {
    this.#output = output;
  }

  /**
   * Runs a task, awaited or not, and reports what it throws.
   * @param failure what the message begins with
   * @returns what the task returned, undefined after a failure
   */
  async guard<T>(failure: string, task: () => T | PromiseLike<T>): Promise<T | undefined> {
    try {
      return await task();
    } catch (error) {
      this.report(failure, error);
      return undefined;
    }
  }

  /** Logs an error in full and shows it in one sentence; a cancellation is no error, and a refusal only says itself. */
  report(failure: string, error: unknown): void {
    const text = errorText(error);
    if (text === undefined) return;
    if (isRefusal(error)) {
      void window.showInformationMessage(text);
      return;
    }
    this.#output.error(failure, error instanceof Error ? (error.stack ?? text) : text);
    void this.offer(window.showErrorMessage, `${failure}: ${text}`);
  }

  /**
   * Shows a message with buttons: the given ones and *Show Output*.
   * @param buttons what each does when pressed
   */
  async offer(
    show: (message: string, ...buttons: string[]) => Thenable<string | undefined>,
    message: string,
    buttons: Readonly<Record<string, () => unknown>> = {},
  ): Promise<void> {
    const pressed = await show(message, ...Object.keys(buttons), showOutput);
    if (pressed === showOutput) this.#output.show(true);
    else if (pressed !== undefined) await buttons[pressed]?.();
  }
}
