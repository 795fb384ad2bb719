/** Tags that are in use, the most used first. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Writing } from './arguments.ts';
import { portions } from './entries.ts';
import type { Proposal } from './item.ts';

export async function tagProposals(writing: Writing): Promise<Proposal[]> {
  const { state } = writing;
  const counts = new Map<string, number>();
  const add = (tags: readonly string[]) => {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  };
  for await (const entries of portions(writing)) {
    for (const entry of entries) {
      if (!entry.block.text.includes('tags')) continue;
      const element = entry.facts.peek();
      if (element.type === 'team' || element.type === 'cycle' || element.type === 'person') continue;
      add(element.tags);
      if (element.type === 'objective') for (const { tags } of element.keyResults) add(tags);
    }
  }
  // What is being written is no tag in use.
  const written = state.word.text;
  if (counts.get(written) === 1) counts.delete(written);
  const taken = new Set(state.before.map(({ text }) => text));
  return [...counts]
    .filter(([tag]) => !taken.has(tag))
    .sort(([, a], [, b]) => b - a)
    .map(([tag]) => ({ label: tag, kind: CompletionItemKind.Text, commits: [','] }));
}
