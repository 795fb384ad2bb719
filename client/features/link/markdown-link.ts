/** A link that chats and forges show as its title. */

/**
 * @param path from the folder of the workspace, as a repository has it
 * @param line from 0
 */
export function markdownLink(title: string, path: string, line: number): string {
  const text = title.replace(/[\\[\]`*_<>]/g, '\\$&');
  const address = encodeURI(path).replace(/[()?#]/g, character => `%${character.charCodeAt(0).toString(16)}`);
  return `[${text}](${address}#L${line + 1})`;
}
