/** What the server offers: what each door says, together. */
import type { ServerCapabilities } from 'vscode-languageserver';

/**
 * Objects are merged, as two doors may each say something of the workspace; of two other values the later one counts.
 * The parts stay as they are.
 */
export function together(parts: readonly ServerCapabilities[]): ServerCapabilities {
  return parts.reduce<Tree>((all, part) => merged(all, part as Tree), {}) as ServerCapabilities;
}

type Tree = Readonly<Record<string, unknown>>;

function merged(one: Tree, other: Tree): Tree {
  const all: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = all[key];
    all[key] = isTree(known) && isTree(value) ? merged(known, value) : value;
  }
  return all;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
