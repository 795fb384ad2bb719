/** What begins: an objective, a key result, a first workspace. */
import type { Position } from 'vscode-languageserver-types';

/** `okr/newElement`: where a new objective or key result goes, as a snippet to fill in. Rejects where it cannot go. */
export const newElementRequest = 'okr/newElement';
export interface NewElementParams {
  readonly what: 'objective' | 'key result';
  /** null: into a new file. */
  readonly uri: string | null;
  /** Where somebody is; null: nowhere in particular. */
  readonly line: number | null;
}
export interface NewElementAnswer {
  readonly position: Position;
  /** Line breaks to put in there first: an editor indents a snippet as the line that it goes to. */
  readonly before: string;
  /** In the protocol's syntax; it goes between the two. */
  readonly snippet: string;
  readonly after: string;
}

/** `okr/firstWorkspace`: the files to begin with, in a folder that has none. Rejects with a sentence where there are OKRs. */
export const firstWorkspaceRequest = 'okr/firstWorkspace';
export interface FirstWorkspaceParams {
  /** Its URI. */
  readonly folder: string;
  /** `@ana`; empty where nobody said. */
  readonly me: string;
  /** Whether git may be asked who it is. */
  readonly askGit: boolean;
}
export interface FirstWorkspaceAnswer {
  /** With names relative to the folder; the last is the one to open. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}
