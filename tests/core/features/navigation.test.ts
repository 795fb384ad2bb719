/** Where a name leads, and who mentions it, for each mark of each fixture in `navigation/`. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentHighlightKind, type Location, type LocationLink, type Range } from 'vscode-languageserver-types';
import { definition } from '../../../server/core/features/definition.ts';
import { highlights } from '../../../server/core/features/highlights.ts';
import { implementation } from '../../../server/core/features/implementation.ts';
import { linkedEditing } from '../../../server/core/features/linked-editing.ts';
import { links, resolveLink } from '../../../server/core/features/links.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import { references } from '../../../server/core/features/references.ts';
import type { Workspace } from '../../../server/core/model/workspace.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';

const ROOT = 'file:///workspace/';

describe('Navigation', () => {
  eachFixture('navigation', (name, text) => {
    it(name, async () => {
      const { context, marks } = fixture(text);
      const answers: string[] = [];
      for (const mark of marks) {
        const { uri, position } = mark;
        const all = await references(context, uri, position, true, noPause);
        answers.push(
          [
            cursor(mark),
            ...section('definition', placesOf(await definition(context, uri, position, noPause)), context.workspace),
            ...section(
              'implementation',
              placesOf(await implementation(context, uri, position, noPause)),
              context.workspace,
            ),
            ...section('references', all, context.workspace),
            ...marksInFile(highlights(context, uri, position)),
            ...typedAlong(linkedEditing(context, uri, position)?.ranges),
          ].join('\n'),
        );
      }
      equalsGolden(`navigation/${name}.golden.txt`, `${answers.join('\n\n')}\n`);
    });
  });

  eachFixture('navigation', (name, text) => {
    it(`leaves out what introduces it, if that is not wanted: ${name}`, async () => {
      const { context, marks } = fixture(text);
      for (const { uri, position } of marks) {
        const all = await references(context, uri, position, true, noPause);
        const others = await references(context, uri, position, false, noPause);
        assert.ok(others.every(other => all.some(each => sameText(each, other))));
        assert.deepEqual(
          all.filter(each => !others.some(other => sameText(each, other))).length,
          all.length - others.length,
        );
      }
    });

    it(`finds in closed files what it finds in open ones, and keeps no trees of them: ${name}`, async () => {
      const { context, marks } = fixture(text);
      const ofOpen = [];
      for (const { uri, position } of marks) ofOpen.push(await references(context, uri, position, true, noPause));
      const { workspace } = context;
      for (const [uri, file] of [...workspace.files]) workspace.setFile(uri, file.document.text, false);
      for (const [i, { uri, position }] of marks.entries()) {
        assert.deepEqual(await references(context, uri, position, true, noPause), ofOpen[i]);
        for (const file of workspace.files.values())
          if (file.uri !== uri)
            for (const block of file.document.blocks)
              assert.equal((block as unknown as { parsed: unknown }).parsed, undefined, file.uri);
      }
    });

    it(`gives in parts what it gives as a whole: ${name}`, async () => {
      const { context, marks } = fixture(text);
      for (const { uri, position } of marks) {
        const parts: Location[] = [];
        let far = 0;
        const whole = await references(context, uri, position, true, noPause, (share, part) => {
          assert.ok(share >= far && share <= 1);
          far = share;
          parts.push(...part);
        });
        assert.deepEqual(
          new Set(parts.map(each => JSON.stringify(each))),
          new Set(whole.map(each => JSON.stringify(each))),
        );
        assert.equal(parts.length, whole.length);
      }
    });
  });
});

describe('Links', () => {
  it('lead to addresses, data files and other files', async () => {
    const { context } = fixture(
      [
        '--- main.okr',
        'team growth',
        'cycle 2026-Q4',
        'objective love: Love',
        '  link https://example.com/a:b?c=1#d: Where to read more',
        '  supports platform/calm.up, own',
        '  kr up: Up',
        '    keep at least 99.9%',
        '    data "my data/up time.csv" column n',
        '    data ../outside.csv column n',
        '    needs platform/access, up, nowhere',
        'objective own: In the same file',
        '--- platform/a%20b.okr',
        'team platform',
        'cycle 2026-Q4',
        'objective calm: Calm [](command:x)',
        '  kr up: The shop *is* open',
        'initiative access: One sign-in',
        '',
      ].join('\n'),
    );
    const found = (await links(context, `${ROOT}main.okr`, noPause)).map(link => resolveLink(context, link));
    const shown = found.map(({ range, target, tooltip }) => [
      textAt(context.workspace, `${ROOT}main.okr`, range),
      target,
      tooltip,
    ]);
    assert.deepEqual(shown, [
      ['https://example.com/a:b?c=1#d', 'https://example.com/a:b?c=1#d', undefined],
      ['platform/calm.up', `${ROOT}platform/a%20b.okr#L4,6`, 'The shop \\*is\\* open · platform/a b.okr'],
      ['"my data/up time.csv"', `${ROOT}my%20data/up%20time.csv`, 'my data/up time.csv'],
      ['platform/access', `${ROOT}platform/a%20b.okr#L5,12`, 'One sign-in · platform/a b.okr'],
    ]);
  });
});

function cursor({ line, position, uri }: Marked): string {
  return `${uri.slice(ROOT.length)}:${position.line + 1} ${line.slice(0, position.character)}│${line.slice(position.character)}`;
}

function placesOf(found: readonly LocationLink[]): Location[] {
  return found.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/** Each place with its line, the name in brackets. */
function section(title: string, found: readonly Location[], workspace: Workspace): string[] {
  if (found.length === 0) return [];
  return [
    `  ${title}`,
    ...found.map(({ uri, range: { start, end } }) => {
      const line = workspace.file(uri)?.document.lineText(start.line) ?? '';
      const marked = `${line.slice(0, start.character)}[${line.slice(start.character, end.character)}]${line.slice(end.character)}`;
      return `    ${uri.slice(ROOT.length)}:${start.line + 1} ${marked.trim()}`;
    }),
  ];
}

function marksInFile(found: ReturnType<typeof highlights>): string[] {
  if (found.length === 0) return [];
  const shown = found.map(
    ({ range, kind }) => `${where(range)}${kind === DocumentHighlightKind.Write ? ' written' : ''}`,
  );
  return [`  highlights ${shown.join(', ')}`];
}

function typedAlong(ranges: readonly Range[] | undefined): string[] {
  return ranges === undefined ? [] : [`  typed along ${ranges.map(where).join(', ')}`];
}

function where({ start, end }: Range): string {
  return `${start.line + 1}:${start.character + 1}-${end.character + 1}`;
}

function textAt(workspace: Workspace, uri: string, { start, end }: Range): string {
  return workspace.file(uri)?.document.lineText(start.line).slice(start.character, end.character) ?? '';
}

function sameText(a: Location, b: Location): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
