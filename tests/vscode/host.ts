/** A running VS Code that a browser can open, with the extension in it and a copy of a folder. */
export interface Host {
  /** What opens the folder. */
  readonly address: string;
  /** Ends it, and removes what it wrote. */
  close(): Promise<void>;
  /** The copy of the folder, where it is on the disk. */
  readonly folder?: string;
  /** Kills the language server as a crash would, where it is a process. */
  killServer?(): Promise<void>;
}

export interface HostOptions {
  /** The packaged extension. */
  readonly vsix: string;
  /** The folder to open; a host works on a copy of it. */
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What a test sets everywhere: a dirty file stays dirty, so that it can be reverted. */
export const testSettings = { 'files.autoSave': 'off' };
