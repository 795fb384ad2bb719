/** A text as new files. */
import { importText as readText } from '../../core/import/import-text.ts';
import { ImportProblem } from '../../core/import/source.ts';
import type { ImportAnswer, ImportParams } from '../../core/requests.ts';
import { refusal } from '../doors/door.ts';
import type { Session } from '../server.ts';

export async function importText({ workspaces, ready }: Session, params: ImportParams): Promise<ImportAnswer> {
  await ready;
  const { workspace } = workspaces.all[0] ?? workspaces.of('untitled:import.okr');
  try {
    return readText(params, workspace.today.get());
  } catch (error) {
    throw error instanceof ImportProblem ? refusal(`${error.message}.`) : error;
  }
}
