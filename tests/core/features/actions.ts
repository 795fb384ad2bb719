/** Asks for code actions as an editor does, and applies what it gets to the texts of a workspace. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { ActionContext } from '../../../server/core/features/code-actions/offer.ts';
import { codeActions, resolveCodeAction } from '../../../server/core/features/code-actions.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import type { Workspace } from '../../../server/core/model/workspace.ts';

/** All actions there, with their edits. */
export async function actionsAt(
  context: ActionContext,
  uri: string,
  range: Range,
  only?: readonly string[],
): Promise<CodeAction[]> {
  const asked = { address: uri, range, only, diagnostics: [], isInvoked: true, has: () => true };
  const manner = { isLazy: true, versionOf: undefined };
  const actions: CodeAction[] = [];
  for (const action of await codeActions(context, uri, asked, manner, noPause)) {
    if (action.command !== undefined) {
      actions.push(action);
      continue;
    }
    const resolved = await resolveCodeAction(context, action, undefined, noPause);
    if (resolved === undefined) throw new Error(`${action.title} cannot be found again`);
    actions.push(resolved);
  }
  return actions;
}

/** The texts of the files that an action changes, by URI. */
export function applied(workspace: Workspace, { edit }: CodeAction): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
    const document = TextDocument.create(uri, 'okr', 1, workspace.file(uri)?.document.text ?? '');
    texts.set(uri, TextDocument.applyEdits(document, edits));
  }
  return texts;
}

/** The lines that go and come, with one line around each place. */
export function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i]![j] = old[i] === now[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const lines: { sign: ' ' | '-' | '+'; text: string }[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) [lines.push({ sign: ' ', text: old[i]! }), i++, j++];
    else if (i < old.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      lines.push({ sign: '-', text: old[i++]! });
    else lines.push({ sign: '+', text: now[j++]! });
  }
  const isNear = (at: number) => [-1, 0, 1].some(by => (lines[at + by]?.sign ?? ' ') !== ' ');
  return lines.flatMap(({ sign, text }, at) =>
    isNear(at) ? [`${sign} ${text}`.trimEnd()] : isNear(at - 1) ? ['  ⋯'] : [],
  );
}
