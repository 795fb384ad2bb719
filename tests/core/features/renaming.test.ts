/**
 * What renaming changes, or why it does not, for each mark of each fixture in `renaming/`: `<adore|>` is a cursor with
 * the new name, `<|>` one that only asks what would be renamed.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Range } from 'vscode-languageserver-types';
import { noPause } from '../../../server/core/features/pause.ts';
import { type Edits, prepareRename, rename } from '../../../server/core/features/renaming.ts';
import type { Workspace } from '../../../server/core/model/workspace.ts';
import { edited } from './edited.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';

const ROOT = 'file:///workspace/';

describe('Renaming', () => {
  eachFixture('renaming', (name, text) => {
    const names = [...text.matchAll(/<([^<|>\n]*)\|>/g)].map(([, newName = '']) => newName);
    const { context, marks } = fixture(text.replaceAll(/<[^<|>\n]*\|>/g, '<|>'));
    const { workspace } = context;

    it(name, async () => {
      const answers: string[] = [];
      for (const [i, mark] of marks.entries()) {
        const { uri, position } = mark;
        const newName = names[i] as string;
        const lines = [cursor(mark, newName)];
        const found = prepareRename(context, uri, position);
        if ('refused' in found) lines.push(`  no: ${found.refused}`);
        else {
          const under = textAt(workspace, uri, found.range);
          assert.equal(under, found.placeholder, 'what is renamed is what stands there');
          if (newName === '') lines.push(`  renames ${found.placeholder}`);
          else {
            const renamed = await rename(context, uri, position, newName, noPause);
            if ('refused' in renamed) lines.push(`  no: ${renamed.refused}`);
            else lines.push(...changed(workspace, renamed.edits));
          }
        }
        answers.push(lines.join('\n'));
      }
      equalsGolden(`renaming/${name}.golden.txt`, `${answers.join('\n\n')}\n`);
    });

    it(`edits no character twice: ${name}`, async () => {
      for (const [i, { uri, position }] of marks.entries()) {
        const renamed = await rename(context, uri, position, names[i] as string, noPause);
        if ('refused' in renamed) continue;
        for (const [where, edits] of renamed.edits) {
          const places = edits.map(
            ({ range: { start, end } }) =>
              [start.line * 1e6 + start.character, end.line * 1e6 + end.character] as const,
          );
          places.sort(([a], [b]) => a - b);
          for (const [at, [start]] of places.entries())
            assert.ok(at === 0 || start >= (places[at - 1]?.[1] ?? 0), `${where} ${start}`);
        }
      }
    });
  });
});

function cursor({ line, position, uri }: Marked, newName: string): string {
  const shown = `${line.slice(0, position.character)}│${line.slice(position.character)}`;
  return `${uri.slice(ROOT.length)}:${position.line + 1} ${shown}${newName === '' ? '' : ` → ${newName}`}`;
}

function textAt(workspace: Workspace, uri: string, { start, end }: Range): string {
  return workspace.file(uri)?.document.lineText(start.line).slice(start.character, end.character) ?? '';
}

/** Each line that is another one afterwards. */
function changed(workspace: Workspace, edits: Edits): string[] {
  if (edits.size === 0) return ['  (nothing)'];
  return [...edits].flatMap(([uri, own]) => {
    const before = workspace.file(uri)?.document.text ?? '';
    const [old, now] = [before.split('\n'), edited(before, own).split('\n')];
    assert.equal(old.length, now.length);
    return now.flatMap((line, i) =>
      line === old[i]
        ? []
        : [
            `  ${uri.slice(ROOT.length)}:${i + 1} ${old[i]?.trim()}`,
            `  ${' '.repeat(`${uri.slice(ROOT.length)}:${i + 1}`.length)} ${line.trim()}`,
          ],
    );
  });
}
