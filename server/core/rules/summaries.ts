/** What each rule finds, by its identifier: for lists. The build writes it out, so that a server's start has none of it. */
import { rules } from './rules.ts';

export const summaries: ReadonlyMap<string, string> = new Map(rules.map(({ id, summary }) => [id, summary]));
