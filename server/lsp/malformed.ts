/** What is wrong with a message that is not well-formed. Loaded with the first. */

/** By the name of what a message lacks, or by a method whose own is another one. */
const wanted: Readonly<Record<string, string>> = {
  capabilities: 'an object',
  rootUri: 'a text, if anything',
  workspaceFolders: 'a list of `uri` each, if anything',
  textDocument: 'a document with its `uri`',
  'textDocument/didOpen': 'a document with its `uri` and `text`',
  contentChanges: 'a list of `text` each, and where it goes',
  position: 'a `line` and a `character`, whole numbers from 0',
  range: 'a `start` and an `end` that is not before it, each a `line` and a `character` from 0',
  positions: 'a list of a `line` and a `character` each',
  context: 'an object',
  newName: 'a text',
  previousResultId: 'a text',
  item: 'an object with its `uri`',
  data: 'an object with its `uri`',
  location: 'an object with its `uri`',
  query: 'a text',
  previousResultIds: 'a list of `uri` and `value` each',
  files: 'a list of `oldUri` and `newUri` each',
  'workspace/didDeleteFiles': 'a list of `uri` each',
  changes: 'a list of `uri` each',
  event: 'a list each of folders that were `added` and `removed`',
  uri: 'a text',
  line: 'a whole number from 0',
  cycle: 'a text',
  folder: 'a text',
};

/** @param name what it lacks, or has in another form */
export function whatIsWrong({ method, name }: { readonly method: string; readonly name: string }): string {
  return `${method}: \`${name}\` must be ${wanted[method] ?? wanted[name]}.`;
}
