/** What the server is told of this editor when it starts. */

/** A part of it: what one feature has to say. */
export interface InitializationOptions {
  /** Commands that the server may put into what it hands out. */
  readonly commands?: readonly string[];
  /** The section `okr` of the settings. */
  readonly settings?: object;
  /** Whether git may run. */
  readonly revisions?: boolean;
  /** The address of the folder with the server's scripts: a worker does not know where it comes from. */
  readonly scripts?: string;
}

/** All parts together: every command that any of them names, and the latest of whatever else they say. */
export function joined(parts: readonly InitializationOptions[]): InitializationOptions {
  const commands = new Set(parts.flatMap(part => part.commands ?? []));
  return { ...Object.assign({}, ...parts), commands: [...commands] };
}
