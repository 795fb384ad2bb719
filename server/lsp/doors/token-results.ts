/** The semantic tokens that clients have, so that the next answer says only what is different. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { difference } from '../../core/features/semantic-tokens/difference.ts';

interface Result {
  readonly resultId: string;
  readonly data: number[];
}

export class TokenResults {
  private readonly results = new Map<string, Result>();
  private readonly isOpen: (uri: string) => boolean;
  private count = 0;

  /** @param isOpen whether somebody may still ask what has changed in a document */
  constructor(isOpen: (uri: string) => boolean) {
    this.isOpen = isOpen;
  }

  full(uri: string, data: number[]): SemanticTokens {
    return this.keep(uri, data);
  }

  /** What is different from a result; all of it where that result is no longer known. */
  delta(uri: string, previousResultId: string, data: number[]): SemanticTokensDelta | SemanticTokens {
    const before = this.results.get(uri);
    const { resultId } = this.keep(uri, data);
    if (before?.resultId !== previousResultId) return { resultId, data };
    return { resultId, edits: difference(before.data, data) };
  }

  private keep(uri: string, data: number[]): Result {
    for (const known of this.results.keys()) if (!this.isOpen(known)) this.results.delete(known);
    const result = { resultId: `${++this.count}`, data };
    this.results.set(uri, result);
    return result;
  }
}
