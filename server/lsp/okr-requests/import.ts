/** What another tool's files, or a text, become as new files. */
import { answerImport, type SourceRead } from '../../core/import/answer-import.ts';
import { ImportProblem } from '../../core/import/source.ts';
import type { ImportAnswer, ImportParams } from '../../core/requests/import.ts';
import { readBytes, readText, readTogether } from '../../import/read-bytes.ts';
import { bytesOf } from '../client-files.ts';
import { refusal } from '../doors/door.ts';
import type { Session } from '../server.ts';

export async function importSource(
  { workspaces, ready }: Session,
  { folder, source, answers }: ImportParams,
): Promise<ImportAnswer> {
  await ready;
  const { workspace } = workspaces.of(`${folder}/import.okr`);
  const hasSettings = [folder, workspace.root].some(each => workspaces.settingsText(`${each}/okr.json`) !== undefined);
  try {
    return answerImport(await read(source), answers, workspace.today.get(), hasSettings);
  } catch (error) {
    throw error instanceof ImportProblem ? refusal(`${error.message}.`) : error;
  }
}

async function read(source: ImportParams['source']): Promise<SourceRead> {
  if ('text' in source) {
    if (source.text.trim() === '') throw new ImportProblem('The clipboard holds no text');
    return { name: '', ...readText('', source.text) };
  }
  const files = new Map(source.files.map(({ name, base64 }) => [name, bytesOf(base64)]));
  const [[name, bytes] = ['', new Uint8Array()], ...others] = files;
  if (others.length === 0) return { name, ...(await readBytes(name, bytes)) };
  const other = [...files.keys()].find(each => !/\.json$/i.test(each));
  if (other !== undefined)
    throw new ImportProblem(`\`${other}\` is no JSON file: choose one file, or the JSON files of one export together`);
  return { name: [...files.keys()].join(', '), ...readTogether(files) };
}
