/** What could be changed at a place, before anybody has worked out how. */
import type { Command, Diagnostic, Range } from 'vscode-languageserver-types';
import type { Statement } from '../../../../grammar/tree.ts';
import type { Entry, KeyResultEntry } from '../../model/entry.ts';
import type { OkrFile } from '../../model/file.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import type { Finding, PlacedEdit } from '../../rules/rule.ts';
import type { LensCommand } from '../code-lens.ts';
import type { FeatureContext } from '../context.ts';
import type { Pause } from '../pause.ts';

export const kinds = [
  'quickfix',
  'refactor.extract',
  'refactor.move',
  'refactor.rewrite',
  'source.fixAll.okr',
  'source.organize.okr',
] as const;
export type Kind = (typeof kinds)[number];

export interface ActionContext extends FeatureContext {
  readonly diagnosis: Diagnosis;
}

/** What a client asks for. */
export interface Asked {
  /** The file as the client spells it. */
  readonly address: string;
  readonly range: Range;
  /** Kinds, or what they begin with; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** What the client shows there: each fix is attached to its own. */
  readonly diagnostics: readonly Diagnostic[];
  /** Somebody asked for it, and it was not the cursor that moved. */
  readonly isInvoked: boolean;
  /** Whether the client has a command. */
  readonly has: (command: LensCommand) => boolean;
}

/** A sentence for whoever takes what cannot be done after all. */
export interface Refused {
  readonly refused: string;
}
type Answer = readonly PlacedEdit[] | Refused;

export interface Offer {
  /** In the imperative. */
  readonly title: string;
  readonly kind: Kind;
  readonly isPreferred?: boolean;
  /** What it puts right. */
  readonly finding?: Finding;
  /** Worked out when somebody takes it; none where nothing is to be changed after all. */
  readonly edits: (pause: Pause) => Answer | Promise<Answer>;
  /** What the client does instead: it asks, and changes what it is told. */
  readonly command?: Command;
}

/** Where somebody asks: what stands on the line on which a range begins, and the element that it belongs to. */
export interface Spot {
  readonly context: ActionContext;
  readonly file: OkrFile;
  readonly statement: Statement;
  readonly entry: Entry;
  /** Set inside a key result. */
  readonly keyResult: KeyResultEntry | undefined;
}

/** One way of changing what stands there; whether it fits there is to be told at once, as editors ask at every step. */
export type Refactoring = (spot: Spot, pause: Pause) => readonly Offer[] | Promise<readonly Offer[]>;
