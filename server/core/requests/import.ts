/** What people bring along from other tools. */

/** `okr/import`: what another tool's files, or a text, become as new files. Rejects with a sentence where they cannot be read. */
export const importRequest = 'okr/import';
export interface ImportParams {
  /** The URI of the folder that it will go to. */
  readonly folder: string;
  /** What was copied, or a file; several are the JSON files of one export. */
  readonly source: { readonly text: string } | { readonly files: readonly ImportedFile[] };
  /** What was asked before, by the keys of the questions. */
  readonly answers: Readonly<Record<string, string>>;
}
export interface ImportedFile {
  /** Its ending tells the format. */
  readonly name: string;
  readonly base64: string;
}
export interface ImportQuestion {
  readonly key: string;
  readonly question: string;
  readonly choices: readonly { readonly label: string; readonly description?: string; readonly value: string }[];
}
export interface ImportAnswer {
  /** What is to be asked before it can be read as it is meant. */
  readonly questions: readonly ImportQuestion[];
  /** From the folder that they go to, with `/`; the first is the one to look at. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Markdown: what was carried over, and what was not. */
  readonly summary: string;
}
