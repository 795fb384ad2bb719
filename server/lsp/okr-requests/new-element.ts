/** Where a new objective or key result goes. */
import { newFile, newKeyResult, newObjective } from '../../core/edits/new-element.ts';
import type { NewElementAnswer, NewElementParams } from '../../core/requests/new-element.ts';
import { refusal } from '../doors/door.ts';
import type { Session } from '../server.ts';
import { keyOf } from '../workspaces.ts';
import { politely } from './refusals.ts';

export async function newElement(
  { workspaces, ready }: Session,
  { what, uri, line }: NewElementParams,
): Promise<NewElementAnswer> {
  await ready;
  if (uri === null) {
    const { workspace } = workspaces.all[0] ?? workspaces.of('untitled:new.okr');
    return newFile(workspace);
  }
  const { workspace } = workspaces.of(uri);
  const file = workspace.file(keyOf(uri));
  if (file === undefined) throw refusal(`${uri} is no file of the workspace.`);
  const at = line ?? undefined;
  return politely(() => (what === 'objective' ? newObjective(workspace, file, at) : newKeyResult(workspace, file, at)));
}
