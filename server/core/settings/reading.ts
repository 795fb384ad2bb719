/**
 * All that an `okr.json` needs to be read: a parser that knows where each key stands, and a validator. Bundled apart, for
 * workspaces that have one.
 */
export { readSettings, saysRoot } from './read-settings.ts';
export { okrSchema } from './schema.ts';
