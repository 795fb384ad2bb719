/** URIs as keys: the same file is the same text, whoever spelled it. */
import { URI } from 'vscode-uri';

/** Spelled as the editor does: `%20` and `%3A` where they belong, a drive in lower case. What is no URI stays as it is. */
export function normalUri(uri: string): string {
  return parseUri(uri)?.toString() ?? uri;
}

/** undefined where it is no URI. */
export function parseUri(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

/** The folder of a file, without the slash; a URI without any is its own. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? uri : uri.slice(0, slash);
}
