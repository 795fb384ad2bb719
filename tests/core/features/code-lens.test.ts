/** What stands above the headings, for each fixture in `code-lens/`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Command } from 'vscode-languageserver-types';
import { codeLenses, type LensCommand, resolveCodeLens } from '../../../server/core/features/code-lens.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture } from './fixture.ts';

const uri = 'file:///workspace/main.okr';
const always = () => true;

function resolved(
  context: FeatureContext,
  has: (command: LensCommand) => boolean = always,
  scoreElsewhere = false,
  me = '',
) {
  return codeLenses(context, uri, 'FILE:///workspace/main.okr', has, me).map(lens => {
    assert.equal(lens.command, undefined);
    return resolveCodeLens(context, uri, lens, scoreElsewhere);
  });
}

describe('Code lenses', () => {
  eachFixture('code-lens', (name, text) => {
    it(name, () => {
      const { context } = fixture(text);
      const lines = context.workspace.file(uri)?.document.text.split('\n') ?? [];
      const lenses = resolved(context, always, false, /^# me (\S+)/m.exec(text)?.[1]);
      const shown = lines.flatMap((line, number) => {
        const indent = /^\s*/.exec(line)?.[0] ?? '';
        const above = lenses.filter(({ range }) => range.start.line === number);
        return [
          ...above.map(({ command }) => `${indent}⟨${command?.title}⟩ ${command?.command} ${argumentOf(command)}`),
          line,
        ];
      });
      equalsGolden(`code-lens/${name}.golden.txt`, shown.join('\n'));
    });
  });

  it('do not say again what is said beside the heading', () => {
    const { context } = fixture('cycle 2026-Q4\nobjective a: A\n  kr b: B\n    to 9\n    checkin 2026-11-01 3\n');
    const title = (scoreElsewhere: boolean) => resolved(context, always, scoreElsewhere)[1]?.command?.title;
    assert.equal(title(true), 'Open in preview');
    assert.equal(title(false), 'Open in preview · 0.33 ▲ at risk');
  });

  it('are only those whose command the client has', () => {
    const { context } = fixture('cycle 2026-Q4\nobjective a: A\n  kr b: B\nkpi c: C\n');
    const commands = (has: (command: LensCommand) => boolean) =>
      resolved(context, has).map(({ command }) => command?.command);
    assert.deepEqual(commands(always), [
      'okr.quarterlyReport',
      'okr.openPreviewToSide',
      'okr.checkIn',
      'okr.addReading',
    ]);
    assert.deepEqual(
      commands(command => command === 'okr.checkIn'),
      ['okr.checkIn'],
    );
    assert.deepEqual(
      commands(() => false),
      [],
    );
  });

  it('stand on the line that their command gets, whatever stands in a file', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const { context } = fixture('');
        const { document } = context.workspace.setFile(uri, text, true);
        for (const { range, command } of resolved(context)) {
          const [argument] = command?.arguments ?? [];
          assert.equal(argument.uri, 'FILE:///workspace/main.okr');
          if (argument.line !== undefined) assert.equal(argument.line, range.start.line);
          else assert.ok(document.lineText(range.start.line).includes(argument.cycle));
          assert.ok(range.end.character <= document.lineText(range.start.line).length);
        }
      }),
    );
  });
});

function argumentOf(command: Command | undefined): string {
  const { uri: _, ...rest } = (command?.arguments ?? [])[0] as { uri: string };
  return JSON.stringify(rest);
}
