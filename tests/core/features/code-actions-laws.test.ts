/** What holds for every action, wherever it is taken: what could be read can be read, and what led somewhere leads there. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver-types';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { organizeEdits } from '../../../server/core/features/code-actions/organize.ts';
import { codeActions, resolveCodeAction } from '../../../server/core/features/code-actions.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import type { ObjectiveEntry } from '../../../server/core/model/entry.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import { refText } from '../../../server/core/model/read-facts.ts';
import { fromEntry, resolveGoal } from '../../../server/core/model/resolve.ts';
import { type OpenWorkspace, openWorkspace } from '../../../server/core/open-workspace.ts';
import { checkinOrder } from '../../../server/core/rules/check-ins/days.ts';
import { eachOf } from '../../../server/core/rules/one-voice.ts';
import { referencesIn } from '../../../server/core/rules/references.ts';
import { statementOf } from '../../../server/core/rules/rule.ts';
import { plain } from '../../../server/core/rules/rules-page.ts';
import { statementsIn } from '../../../server/core/rules/statements.ts';
import { anyDocument, validDocument } from '../../properties/documents.ts';
import { meaningOf } from '../../properties/trees.ts';
import { actionsAt, applied } from './actions.ts';

const ROOT = 'file:///workspace';
const URI = `${ROOT}/main.okr`;
const TODAY = 20_778;

function opened(texts: ReadonlyMap<string, string>): OpenWorkspace {
  const loaded = openWorkspace(ROOT, TODAY);
  for (const [uri, text] of texts) loaded.workspace.setFile(uri, text, true);
  return loaded;
}

/** How many lines of a text cannot be read. */
function unreadable(text: string): number {
  const document = new Document(text);
  return document.blocks
    .flatMap((block, index) =>
      block.tree.syntax
        .filter(({ code }) => code !== 'markdown-heading' && code !== 'yaml-colon')
        .map(({ start }) => document.positionOf(index, start).line),
    )
    .filter((line, i, all) => all.indexOf(line) === i).length;
}

function breaksIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\r\n?|\n/g));
}

const isRefactoring = ({ kind }: CodeAction) => kind?.startsWith('refactor') === true;

describe('Every code action', () => {
  it('leaves every line readable that was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyDocument, validDocument), fc.nat(), async (text, pick) => {
        const loaded = opened(new Map([[URI, text]]));
        const file = loaded.workspace.file(URI) as OkrFile;
        const statements = file.document.blocks.flatMap((block, index) =>
          block.tree.statements.map(({ line }) => file.document.lineOf(index) + line),
        );
        const line = statements[pick % Math.max(1, statements.length)] ?? 0;
        const at = { line, character: 0 };
        for (const action of await actionsAt(loaded, URI, { start: at, end: { line, character: 200 } }))
          for (const after of applied(loaded.workspace, action).values()) {
            assert.ok(unreadable(after) <= unreadable(text), `${action.title}:\n${after}`);
            for (const lineBreak of breaksIn(after))
              assert.ok(breaksIn(text).size === 0 || breaksIn(text).has(lineBreak), action.title);
          }
      }),
      { numRuns: 400 },
    );
  });

  it('writes no objective with a name or a team that cannot be read', async () => {
    for (const kpi of ['kpi $love\n  team love\n', 'kpi love\n  team $love\n']) {
      const text = `${kpi}  healthy at most 3\n  reading 2026-10-02 36\n`;
      const loaded = opened(new Map([[URI, text]]));
      const actions = await actionsAt(loaded, URI, {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 9 },
      });
      for (const action of actions)
        for (const after of applied(loaded.workspace, action).values())
          assert.ok(unreadable(after) <= unreadable(text), `${action.title}:\n${after}`);
    }
  });

  it('is none for a text that has changed since', async () => {
    const loaded = opened(new Map([[URI, 'cycle 2026-Q4\n\nobjective: Customers love us\n']]));
    const at = { line: 2, character: 0 };
    const range = { start: at, end: at };
    const asked = { address: URI, range, only: undefined, diagnostics: [], isInvoked: true, has: () => false };
    const manner = { isLazy: true, versionOf: undefined };
    const [action] = await codeActions(loaded, URI, asked, manner, noPause);
    assert.ok(action !== undefined && action.edit === undefined);
    assert.ok((await resolveCodeAction(loaded, action, undefined, noPause))?.edit !== undefined);
    loaded.workspace.editFile(URI, { start: at, end: at }, '\n');
    assert.equal(await resolveCodeAction(loaded, action, undefined, noPause), undefined);
    // Another text in the place of the file, with as many edits.
    loaded.workspace.setFile(URI, 'objective: Another\n', true);
    assert.equal(await resolveCodeAction(loaded, action, undefined, noPause), undefined);
  });

  for (const sample of ['company', 'personal', 'published', 'articles']) {
    it(`breaks no reference, and no other line: samples/${sample}`, async () => {
      const texts = textsIn(new URL(`../../../samples/${sample}/`, import.meta.url));
      const loaded = opened(texts);
      const before = targetsIn(loaded);
      const broken = mistakesIn(loaded);
      for (const [uri, text] of texts) {
        for (const [line, words] of text.split('\n').entries()) {
          if (!/^\s*(?:objective|kr|kpi|initiative|keep)\b/.test(words)) continue;
          const at = { line, character: 0 };
          for (const action of await actionsAt(loaded, uri, { start: at, end: at }, ['refactor'])) {
            assert.ok(isRefactoring(action));
            const changed = applied(loaded.workspace, action);
            assert.ok(changed.size > 0, `${action.title} changes nothing`);
            const after = opened(new Map([...texts, ...changed]));
            const what = `${uri}:${line + 1} ${action.title}`;
            assert.ok(mistakesIn(after) <= broken, what);
            if (action.kind === 'refactor.move') assert.deepEqual(targetsIn(after), before, what);
          }
        }
      }
    }).timeout(240_000);
  }
});

describe('The usual order of lines', () => {
  it('is kept by what is in order', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const once = ordered(text);
        assert.equal(ordered(once), once);
      }),
      { numRuns: 1000 },
    );
  });

  it('is that of the reference', () => {
    for (const page of ['README.md', 'grammar/README.md', 'server/core/rules/README.md']) {
      const text = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
      for (const [, example = ''] of text.matchAll(/^```okr\n([\s\S]*?)^```/gm))
        if (example !== plain(checkinOrder.bad)) assert.equal(ordered(example), example, page);
    }
  });

  it('is that of the samples', () => {
    for (const sample of ['company', 'personal', 'published', 'articles'])
      for (const [uri, text] of textsIn(new URL(`../../../samples/${sample}/`, import.meta.url)))
        assert.equal(ordered(text), text, uri);
  });

  it('changes no score, and nothing that is said but about order', () => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, validDocument), text => {
        const [before, after] = [text, ordered(text)].map(each => opened(new Map([[URI, each]])));
        assert.deepEqual(scoresIn(after as OpenWorkspace), scoresIn(before as OpenWorkspace));
        assert.deepEqual(saidIn(after as OpenWorkspace), saidIn(before as OpenWorkspace));
      }),
      { numRuns: 400 },
    );
  });

  it('moves lines and changes none', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const lines = (each: string) => each.split(/\r\n?|\n/).filter(line => line.trim() !== '');
        assert.deepEqual(lines(ordered(text)).sort(), lines(text).sort());
      }),
      { numRuns: 1000 },
    );
  });

  it('stays when the file is formatted', () => {
    fc.assert(
      fc.property(validDocument, text => {
        const once = ordered(formatDocument(new Document(ordered(text))));
        assert.equal(ordered(once), once);
        assert.deepEqual(meaningOf(new Document(formatDocument(new Document(once)))), meaningOf(new Document(once)));
      }),
      { numRuns: 200 },
    );
  });
});

function ordered(text: string): string {
  const { workspace } = opened(new Map([[URI, text]]));
  const changes = organizeEdits((workspace.file(URI) as OkrFile).document);
  const edit = { changes: { [URI]: changes.map(({ range, text: newText }) => ({ range, newText })) } };
  return applied(workspace, { title: '', edit }).get(URI) as string;
}

function textsIn(folder: URL, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(new URL(path, folder), { withFileTypes: true })) {
    const name = `${path}${entry.name}`;
    if (entry.isDirectory()) for (const [uri, text] of textsIn(folder, `${name}/`)) texts.set(uri, text);
    else if (name.endsWith('.okr')) texts.set(`${ROOT}/${name}`, readFileSync(new URL(name, folder), 'utf8'));
  }
  return texts;
}

/** What each reference leads to, by the titles at both ends. */
function targetsIn({ workspace }: OpenWorkspace): string[] {
  const found: string[] = [];
  for (const entry of workspace.entries.get()) {
    for (const node of statementsIn(statementOf(entry))) {
      for (const { reference, to } of referencesIn(node)) {
        const goal = to === 'kpi' ? undefined : resolveGoal(workspace, refText(reference), fromEntry(entry));
        if (goal === undefined) continue;
        const objective = 'keyResult' in goal ? goal.objective : goal;
        const title = 'keyResult' in goal ? goal.keyResult.title : '';
        found.push(`${entry.element.title} ${node.kind} → ${objective.element.title}/${title}`);
      }
    }
  }
  return found.sort();
}

/** Lines that cannot be read or mean nothing, and references that lead nowhere. */
function mistakesIn({ workspace, diagnosis }: OpenWorkspace): number {
  const rules = ['syntax', 'unknown-keyword', 'unknown-argument', 'misplaced-statement', 'duplicate-statement'];
  const wanted = new Set([...rules, 'unresolved-reference', 'duplicate-name', 'value-invalid']);
  return [...workspace.files.values()].flatMap(file => diagnosis.findings(file).filter(({ rule }) => wanted.has(rule)))
    .length;
}

function scoresIn({ workspace, standings }: OpenWorkspace): unknown {
  return [...workspace.entries.get()].flatMap(entry => {
    if (entry.element.type !== 'objective') return [];
    const { objective, keyResults } = standings.objective(entry as ObjectiveEntry);
    return [[objective, keyResults]];
  });
}

function saidIn({ workspace, diagnosis }: OpenWorkspace): string[] {
  const file = workspace.file(URI) as OkrFile;
  return eachOf(diagnosis.findings(file))
    .filter(({ rule }) => rule !== 'checkin-order')
    .map(({ rule, message }) => `${rule} ${message}`)
    .sort();
}
