/** *OKR: Import…*: a file or what was copied becomes new files, in one step to undo, with a list of what it left out. */
import { env, FileSystemError, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import type { ImportAnswer, ImportedFile, ImportParams, ImportQuestion } from '../../../server/core/requests/import.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { okrImport } from '../../protocol.ts';
import { Refusal } from '../../refusal.ts';
import { base64 } from '../files/base64.ts';
import { placesToTry } from './places.ts';

type Source = ImportParams['source'];

const title = 'Import';
const mostMegabytes = 16;

export const importing: Feature = host => [
  command(host, 'okr.import', 'It could not be imported', argument => run(host, argument)),
];

/** @param argument the URI of a file, or nothing */
async function run({ server }: Host, argument: unknown): Promise<void> {
  const folder = await chooseFolder();
  const source = folder && (argument instanceof Uri ? await read([argument]) : await choose());
  if (folder === undefined || source === undefined) return;
  const answers: Record<string, string> = {};
  const ask = () => server.request(okrImport, { folder: folder.toString(), source, answers });
  let answer = await ask();
  while (answer.questions.length > 0) {
    for (const question of answer.questions) {
      const value = await choice(question);
      if (value === undefined) return;
      answers[question.key] = value;
    }
    answer = await ask();
  }
  await write(folder, answer);
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (only === undefined) throw new Refusal('Open a folder first: what is imported becomes files in it.');
  const chosen =
    folders.length === 1 ? only : await window.showWorkspaceFolderPick({ placeHolder: 'Into which folder?' });
  return chosen?.uri;
}

async function choose(): Promise<Source | undefined> {
  const file = {
    label: '$(file) A file…',
    description: 'CSV, XLSX, JSON, YAML, Markdown or text, or the ZIP of an export',
  };
  const copied = { label: '$(clippy) What I copied', description: 'a list, a table or a text' };
  const chosen = await window.showQuickPick([file, copied], { title, placeHolder: 'Where are the OKRs now?' });
  if (chosen === undefined) return undefined;
  if (chosen === copied) return { text: await env.clipboard.readText() };
  const uris = await window.showOpenDialog({ title: 'Import OKRs', openLabel: title, canSelectMany: true });
  return uris && read(uris);
}

/** One file, or the several of one export: what they hold is the server's to say. */
async function read(uris: readonly Uri[]): Promise<Source> {
  const sizes = await Promise.all(uris.map(async uri => (await workspace.fs.stat(uri)).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > mostMegabytes * 2 ** 20)
    throw new Refusal(`It has more than ${mostMegabytes} MB: \`okr import\` on the command line reads it.`);
  const files = uris.map(
    async (uri): Promise<ImportedFile> => ({
      name: uri.path.split('/').at(-1) ?? '',
      base64: base64(await workspace.fs.readFile(uri)),
    }),
  );
  return { files: await Promise.all(files) };
}

async function choice({ question, choices }: ImportQuestion): Promise<string | undefined> {
  const chosen = await window.showQuickPick([...choices], { title, placeHolder: question, ignoreFocusOut: true });
  return chosen?.value;
}

async function write(folder: Uri, { files, summary }: ImportAnswer): Promise<void> {
  const edit = new WorkspaceEdit();
  const encoder = new TextEncoder();
  const uris = await newUris(
    folder,
    files.map(({ path }) => path),
  );
  for (const [i, uri] of uris.entries())
    edit.createFile(uri, { contents: encoder.encode(files[i]?.text), overwrite: false, ignoreIfExists: false });
  if (!(await workspace.applyEdit(edit))) throw new Error('The editor did not take the change.');
  const [first] = uris;
  if (first !== undefined) await window.showTextDocument(first, { preview: false });
  if (summary === '') return;
  const document = await workspace.openTextDocument({ language: 'markdown', content: summary });
  await window.showTextDocument(document, { preview: false, preserveFocus: true, viewColumn: ViewColumn.Beside });
}

/** Where nothing is yet: in the folder itself, else all together in one of their own. */
async function newUris(folder: Uri, paths: readonly string[]): Promise<Uri[]> {
  for (const within of placesToTry()) {
    const uris = paths.map(path => Uri.joinPath(folder, within, ...path.split('/')));
    const there = await Promise.all(uris.map(exists));
    if (!there.includes(true)) return uris;
  }
  throw new Refusal('There are too many folders of imports already: move them away first.');
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
