/**
 * The OKRs in a Markdown text. What stands in a fence is an example: a workspace of its own, which adds up nowhere and
 * needs nothing that stands elsewhere. So only what is wrong by itself is called out: nobody wants to hear of a README
 * that it knows no `@maria`.
 */
import type { Position } from '../../../grammar/document.ts';
import type { OkrFile } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import { type OpenWorkspace, openBeside } from '../open-workspace.ts';
import { eachOf } from '../rules/one-voice.ts';
import type { Finding } from '../rules/rule.ts';
import { type Fence, intoFence, okrFences } from './markdown-fences.ts';

export { rangeOutOfFence } from './markdown-fences.ts';

export interface Example {
  readonly fence: Fence;
  /** With one file, whose URI is the Markdown document's. */
  readonly opened: OpenWorkspace;
}

/**
 * The examples of a Markdown document.
 * @param around whose day and settings hold
 * @param before those of an earlier text: where one has not changed, neither has what was worked out from it
 */
export function examplesOf(
  around: Workspace,
  uri: string,
  markdown: string,
  before: readonly Example[] = [],
): readonly Example[] {
  const spare = new Map(before.map(({ fence, opened }) => [fence.text, opened]));
  return okrFences(markdown).map(fence => {
    const opened = spare.get(fence.text) ?? openBeside(around);
    // Two of the same text are two.
    if (!spare.delete(fence.text)) opened.workspace.setFile(uri, fence.text, true);
    return { fence, opened };
  });
}

/** The example at a place of the Markdown document, and the place in it. */
export function exampleAt(
  examples: readonly Example[],
  position: Position,
): { readonly example: Example; readonly position: Position } | undefined {
  for (const example of examples) {
    const inside = intoFence(example.fence, position);
    if (inside !== undefined) return { example, position: inside };
  }
  return undefined;
}

/** Rules that need nothing but the text that they speak of. */
const ofTheTextAlone: ReadonlySet<string> = new Set([
  'syntax',
  'unknown-keyword',
  'unknown-argument',
  'mixed-indentation',
  'misplaced-statement',
  'duplicate-statement',
  'yaml-colon',
  'markdown-heading',
  'value-invalid',
  'date-invalid',
  'unit-mismatch',
  'duplicate-name',
  'alignment-circle',
  'kr-target-equals-baseline',
]);

/**
 * What is wrong in an example by itself. Nothing is said of a fence that is still being written, nor of one that is
 * wrong on purpose: ` ```okr ignore`.
 */
export function exampleFindings({ fence, opened: { workspace, diagnosis } }: Example): readonly Finding[] {
  if (!fence.isClosed || /(?:^|[\s,{])ignore(?![\w-])/.test(fence.attributes)) return [];
  return [...workspace.files.values()].flatMap(file =>
    eachOf(diagnosis.findings(file)).filter(finding => ofTheTextAlone.has(finding.rule) && !isFragment(file, finding)),
  );
}

/** An example may show a key result without its objective: a line at the top that nothing above could be meant to hold. */
function isFragment({ content }: OkrFile, { rule, block, span }: Finding): boolean {
  if (rule !== 'misplaced-statement') return false;
  const above = content.slice(0, content.findIndex(row => row.block === block) + 1);
  const isAtTop = block.tree.statements.some(
    ({ parent, keyword }) => parent === undefined && keyword.start === span.start,
  );
  return isAtTop && above.every(({ entries }) => entries.length === 0);
}
