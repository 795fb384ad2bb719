/** Which files may hold values, by their names. */

/** Whether a file's name says that it may hold values: a table, or a list of objects. */
export function isDataFile(name: string): boolean {
  return /\.(?:csv|tsv|tab|json|jsonl|ndjson)$/i.test(name) && !/(?:^|\/)okr\.json$/.test(name);
}
