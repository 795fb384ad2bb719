/** Reads what `okr export` wrote: the same files, byte for byte. */
import { FORMAT, isPortable, VERSION } from '../export/export-json.ts';
import type { PlannedFile } from './files.ts';
import type { ImportInput } from './import.ts';
import { isDictionary } from './objects.ts';
import { ImportProblem } from './source.ts';

/** The files of a source that is nothing but an export; undefined for any other. @throws ImportProblem */
export function wholeExport(input: ImportInput): readonly PlannedFile[] | undefined {
  const [only, ...others] = input.format === 'objects' ? input.files : [];
  return only === undefined || others.length > 0 ? undefined : readExport(only.content);
}

/** undefined where it is something else. @throws ImportProblem where it is of another version, or broken */
export function readExport(content: unknown): readonly PlannedFile[] | undefined {
  if (!isDictionary(content) || content['format'] !== FORMAT) return undefined;
  if (content['version'] !== VERSION)
    throw new ImportProblem(
      `It was exported in version ${String(content['version'])} of the format, and version ${VERSION} is read here`,
    );
  const { files } = content;
  if (!Array.isArray(files) || files.length === 0) throw new ImportProblem('It is an export with no `files` in it');
  return files.map((file, i) => {
    const where = `\`files[${i}]\``;
    if (!isDictionary(file) || typeof file['path'] !== 'string' || !Array.isArray(file['blocks']))
      throw new ImportProblem(`${where} has no \`path\` and \`blocks\``);
    const { path, blocks } = file;
    if (!isPortable(path))
      throw new ImportProblem(`${where} is called \`${path}\`: a path leads to an .okr file or okr.json in the folder`);
    const texts = blocks.map(block => (isDictionary(block) ? block['text'] : undefined));
    if (!texts.every(text => typeof text === 'string'))
      throw new ImportProblem(`${where} has a block without its \`text\``);
    return { path, text: texts.join('') };
  });
}
