/** What there is to fill in for a keyword: whole elements, facts with what is known already, measures and rhythms. */
import type { Statement } from '../../../../grammar/tree.ts';
import type { FeatureContext } from '../context.ts';
import { elementSnippets } from './element-snippets.ts';
import { factSnippets } from './fact-snippets.ts';
import type { LinePlace } from './place.ts';
import { propertySnippets } from './property-snippets.ts';

export interface Snippet {
  readonly label: string;
  readonly lines: readonly string[];
  /** What to write where an editor has no places to fill in. */
  readonly plain?: string;
}

/** What snippets are made from. */
export interface SnippetGround {
  readonly context: FeatureContext;
  readonly place: LinePlace;
  /** What the statement will stand in; undefined at the top. */
  readonly holder: Statement | undefined;
}

/** The snippets that begin with a keyword; none where the keyword and its list are as good. */
export function snippetsFor(ground: SnippetGround, keyword: string): readonly Snippet[] {
  return elementSnippets(ground, keyword) ?? factSnippets(ground, keyword) ?? propertySnippets(ground, keyword) ?? [];
}
