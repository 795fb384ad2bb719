/**
 * What is found in a fixture, as a text to read: each line with what is found on it below, marked with `!`; below that
 * the related places, and each fix with the lines that it takes out and puts in. The preferred fix is marked with `*`.
 */
import type { OkrFile } from '../../../server/core/model/file.ts';
import type { Finding, Place, Remedy } from '../../../server/core/rules/rule.ts';
import { allFindings, type Fixture, open, ROOT, repaired } from './fixture.ts';

export function annotate(fixture: Fixture): string {
  const opened = open(fixture);
  const found = allFindings(opened);
  const parts: string[] = [];
  for (const [name, text] of fixture.files) {
    parts.push(`--- ${name}`);
    const file = opened.workspace.file(`${ROOT}/${name}`);
    if (file === undefined) parts.push(text.trimEnd());
    else parts.push(...annotated(file, found.get(name) ?? [], fixture));
  }
  return `${parts.join('\n')}\n`;
}

function* annotated(file: OkrFile, findings: readonly Finding[], fixture: Fixture): Iterable<string> {
  const lines = file.document.text.split(/\r\n?|\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [number, line] of lines.entries()) {
    yield `  ${line}`.trimEnd();
    for (const finding of findings) {
      const { start, end } = file.rangeOf(finding.block, finding.span);
      if (start.line !== number) continue;
      const place = `${number + 1}:${start.character + 1}-${end.line === start.line ? '' : `${end.line + 1}:`}${end.character + 1}`;
      yield `! ${place} ${finding.severity} ${finding.rule}`;
      yield `!   ${finding.message}`;
      for (const { place, message } of finding.related) yield `!   see ${where(place)} ${message}`;
      for (const remedy of [finding, ...finding.rest].flatMap(({ remedies }) => remedies)) {
        yield `!   ${remedy.isPreferred ? '*' : ' '} ${remedy.title}`;
        yield* differences(fixture, remedy);
      }
    }
  }
}

function where({ file, block, span }: Place): string {
  const { start, end } = file.rangeOf(block, span);
  const name = file.uri.slice(ROOT.length + 1);
  return `${name}:${start.line + 1}:${start.character + 1}-${end.character + 1}`;
}

/** The lines that a fix changes: all between the first and the last that differ. */
function* differences(fixture: Fixture, remedy: Remedy): Iterable<string> {
  const after = repaired(fixture, remedy);
  for (const [name, text] of fixture.files) {
    const [old, now] = [text.split('\n'), (after.files.get(name) ?? '').split('\n')];
    if (text === after.files.get(name)) continue;
    let same = 0;
    while (same < old.length && same < now.length && old[same] === now[same]) same++;
    let atEnd = 0;
    while (atEnd < Math.min(old.length, now.length) - same && old.at(-1 - atEnd) === now.at(-1 - atEnd)) atEnd++;
    for (const line of old.slice(same, old.length - atEnd)) yield `!       - ${line}`.trimEnd();
    for (const line of now.slice(same, now.length - atEnd)) yield `!       + ${line}`.trimEnd();
  }
}
