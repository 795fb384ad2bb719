/** The list that *OKR: Compare with…* asks with. */
import type { RevisionChoice } from '../../../server/core/requests/compare.ts';

export interface RevisionEntry {
  readonly label: string;
  readonly description?: string;
  /** A heading of a group has none. */
  readonly choice?: RevisionChoice;
}

const headings: Readonly<Record<RevisionChoice['group'], string>> = {
  days: 'As it was',
  branches: 'Branches',
  tags: 'Tags',
  commits: 'Last commits',
};

/** Group by group, each below its heading, in the order given. */
export function revisionEntries(choices: readonly RevisionChoice[]): RevisionEntry[] {
  return choices.flatMap((choice, index) => [
    ...(choices[index - 1]?.group === choice.group ? [] : [{ label: headings[choice.group] }]),
    // What stands between `$(` and `)` would be drawn as an icon.
    { label: choice.label.replaceAll('$(', '$ ('), description: choice.description.replaceAll('$(', '$ ('), choice },
  ]);
}
