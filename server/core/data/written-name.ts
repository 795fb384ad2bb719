/** How a `data` line names a column, or a value of one. */

export const canBeWritten = (name: string): boolean => name !== '' && !/["\r\n]/.test(name);

/** In quotes where it is no single word, or would be read as something else. */
export function writtenName(name: string): string {
  return /^(?:\.{1,2}\/|[\p{L}_])[\p{L}\p{N}_./-]*$/u.test(name) ? name : `"${name}"`;
}
