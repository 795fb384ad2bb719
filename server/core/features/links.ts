/** What can be opened from a file: addresses, data files, and references that lead to other files. */
import type { DocumentLink, Position } from 'vscode-languageserver-types';
import type { Statement } from '../../../grammar/tree.ts';
import type { Goal } from '../model/entry.ts';
import type { OkrFile, Row } from '../model/file.ts';
import { fromEntry } from '../model/resolve.ts';
import { targetOf } from '../rules/references.ts';
import { statementsIn } from '../rules/statements.ts';
import type { FeatureContext } from './context.ts';
import { entryOf } from './cursor.ts';
import { plain } from './markdown.ts';
import { keyResultOf, subjectAt } from './mentions/subject.ts';
import { type Target, titleOf } from './naming.ts';
import { type Part, partsOf } from './parts.ts';
import type { Pause } from './pause.ts';
import { linkTo, pathIn } from './places.ts';

/** What a link to another file keeps until somebody wants to follow it: a place in its last name. */
interface LinkData {
  readonly uri: string;
  readonly at: Position;
}

/** Links without a target have it from `resolveLink`: to find the line in a closed file takes a look into it. */
export async function links(context: FeatureContext, uri: string, pause: Pause): Promise<DocumentLink[]> {
  const file = context.workspace.file(uri);
  if (file === undefined) return [];
  const found: DocumentLink[] = [];
  for (const row of [...file.content]) {
    for (const root of row.block.tree.statements) {
      if (root.parent !== undefined) continue;
      for (const node of statementsIn(root)) found.push(...linksIn(context, file, row, node));
    }
  }
  await pause();
  return found;
}

function linksIn(context: FeatureContext, file: OkrFile, row: Row, node: Statement): DocumentLink[] {
  if (node.kind === 'link') {
    const { link } = node;
    // The grammar takes no other addresses; what a file says never runs.
    if (link === undefined || !/^https?:\/\//.test(link.text)) return [];
    return [{ range: file.rangeOf(row.block, link), target: link.text }];
  }
  return partsOf(node).flatMap(part => {
    if (part.is === 'path') return dataLink(context, file, row, part);
    return part.is === 'reference' ? referenceLink(context, file, row, node, part) : [];
  });
}

function dataLink(
  { workspace }: FeatureContext,
  file: OkrFile,
  row: Row,
  part: Extract<Part, { is: 'path' }>,
): DocumentLink[] {
  const place = workspace.data.locate(file.uri, part.path.text);
  if ('code' in place) return [];
  return [{ range: file.rangeOf(row.block, part), target: place.uri, tooltip: plain(place.name) }];
}

function referenceLink(
  { workspace }: FeatureContext,
  file: OkrFile,
  row: Row,
  node: Statement,
  { reference }: Extract<Part, { is: 'reference' }>,
): DocumentLink[] {
  const entry = entryOf(row, node);
  const target = entry && targetOf(workspace, node, reference, fromEntry(entry));
  if (target === undefined) return [];
  const { file: other } = 'keyResult' in target ? target.objective : target;
  if (other === file) return [];
  const { start } = reference.kr ?? reference.name;
  const data: LinkData = { uri: file.uri, at: file.rangeOf(row.block, { start, end: start }).start };
  return [{ range: file.rangeOf(row.block, reference), data }];
}

/** Where it leads, and to what. A link that leads nowhere any more stays without a target. */
export function resolveLink(context: FeatureContext, link: DocumentLink): DocumentLink {
  const data = link.data as LinkData | undefined;
  const subject = data && subjectAt(context.workspace, data.uri, data.at)?.subject;
  const target =
    subject?.is === 'element' ? subject.entry : subject?.is === 'key result' ? keyResultOf(subject) : undefined;
  if (target === undefined) return link;
  const { targetUri, targetSelectionRange } = linkTo(target as Goal);
  const { line, character } = targetSelectionRange.start;
  return {
    ...link,
    target: `${targetUri}#L${line + 1},${character + 1}`,
    // Editors show it as Markdown, and some follow the links in it.
    tooltip: `${plain(titleOf(context, target as Target))} · ${plain(pathIn(context.workspace, targetUri))}`,
  };
}
