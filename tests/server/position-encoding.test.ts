/** Clients that count a line's characters in bytes, or in code points: every place is where it is in their units. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  PublishDiagnosticsParams,
  SymbolInformation,
  TextEdit,
  WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver-protocol';
import { ProgressType } from 'vscode-languageserver-protocol/node';
import type { Client } from './client.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

const lengths = {
  'utf-8': (text: string) => Buffer.byteLength(text, 'utf8'),
  'utf-16': (text: string) => text.length,
  'utf-32': (text: string) => [...text].length,
};
type Encoding = keyof typeof lengths;

const uri = 'file:///w/a.okr';
const love = `cycle 2026-Q4
objective 𠮷: 😀 Customers love us
  owner @𠮷 @maria
  kr second: Who order a second time
    to 40 orders
    checkin 2026-11-14 30 orders
  kr nps: Raise how often 😀 is what they send us
    from 32 😀 to 50 😀
    checkin 2026-11-14 41 😀 con
`;
/** The same with all of it right. */
const right = love.replace(' @maria', '').replace('con\n', 'confidence 7/10\n');

stopClientsAfterEach();

/** A client that speaks `positionEncodings`, and has a text open. */
async function start(
  positionEncodings: Encoding[],
  text: string,
  { pulls = true, prepare = (() => {}) as NonNullable<Parameters<typeof Client.start>[1]> } = {},
): Promise<Client> {
  const textDocument = pulls ? { diagnostic: {} } : { publishDiagnostics: { relatedInformation: true } };
  const client = await startClient({ capabilities: { general: { positionEncodings }, textDocument } }, prepare);
  await client.open(uri, text);
  return client;
}

/** Where a part of a text is, as the client counts. */
function places(encoding: Encoding, text: string) {
  const position = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: lengths[encoding](before.at(-1) as string) };
  };
  const rangeOf = (part: string) => {
    const start = text.indexOf(part);
    assert.ok(start >= 0, `${part} is in the text`);
    return { start: position(start), end: position(start + part.length) };
  };
  return { rangeOf, startOf: (part: string) => rangeOf(part).start, endOf: (part: string) => rangeOf(part).end };
}
const rangeOf = (diagnostics: readonly Diagnostic[], code: string) =>
  diagnostics.find(diagnostic => diagnostic.code === code)?.range;

describe('the encoding of positions', () => {
  it('is what the client likes best of what we speak', async () => {
    const encodings: [Encoding[], Encoding][] = [
      [['utf-8', 'utf-16'], 'utf-8'],
      [['utf-16', 'utf-8'], 'utf-16'],
      [['utf-32'], 'utf-32'],
    ];
    for (const [offered, agreed] of encodings) {
      const client = await start(offered, love);
      assert.equal(client.initialized.capabilities.positionEncoding, agreed);
    }
  });
});

for (const encoding of ['utf-8', 'utf-32', 'utf-16'] as const) {
  describe(`a client that counts in ${encoding}`, () => {
    const here = places(encoding, love);

    it('gets diagnostics where they are, pulled', async () => {
      const client = await start([encoding], love);
      const found = await client.pull(uri);
      assert.deepEqual(rangeOf(found, 'unknown-argument'), here.rangeOf('@maria'));
    });

    it('gets diagnostics where they are, pushed, with their related places', async () => {
      const twice = `${right}objective 𠮷: 😀 Once more\n`;
      let take: (params: PublishDiagnosticsParams) => void = () => {};
      const pushed = new Promise<PublishDiagnosticsParams>(resolve => (take = resolve));
      await start([encoding], twice, {
        pulls: false,
        prepare: connection =>
          connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
            if (params.uri === uri) take(params);
          }),
      });
      const { diagnostics } = await pushed;
      const duplicate = diagnostics.findLast(({ code }) => code === 'duplicate-name');
      const [before, after] = [places(encoding, right), places(encoding, twice)];
      const name = { line: after.startOf('objective 𠮷: 😀 Once').line, character: 'objective '.length };
      const end = { ...name, character: name.character + lengths[encoding]('𠮷') };
      assert.deepEqual(duplicate?.range, { start: name, end });
      assert.deepEqual(duplicate?.relatedInformation?.[0]?.location.range, before.rangeOf('😀 Customers love us'));
    });

    it('gets a hover of what stands after an emoji, and where that begins and ends', async () => {
      const client = await start([encoding], right);
      const target = places(encoding, right);
      const ask = (position: { line: number; character: number }) =>
        client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
      const hover = await ask(target.startOf('50 😀'));
      assert.match((hover.contents as { value: string }).value, /50/);
      assert.deepEqual(hover.range, target.rangeOf('50 😀'));
    });

    it('gets completions that replace the word it is in', async () => {
      const client = await start([encoding], love);
      const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: here.endOf('41 😀 con'),
      });
      const confidence = items.find(({ label }) => label.startsWith('confidence')) as CompletionItem;
      const { start: from } = here.rangeOf('con\n');
      assert.deepEqual((confidence.textEdit as TextEdit).range, { start: from, end: here.endOf('41 😀 con') });
      const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', confidence);
      assert.deepEqual(resolved.textEdit, confidence.textEdit);
    });

    it('gets a fix for the diagnostic that it asks about, where the mistake is', async () => {
      const unmeasured = right.replace(/ {4}from .*\n/, '');
      const target = places(encoding, unmeasured);
      const client = await start([encoding], unmeasured);
      const diagnostics = (await client.pull(uri)).filter(({ code }) => code === 'kr-unmeasurable');
      assert.deepEqual(diagnostics[0]?.range, target.rangeOf('Raise how often 😀 is what they send us'));
      const [fix] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostics[0]?.range,
        context: { diagnostics },
      });
      const end = target.endOf('they send us');
      assert.deepEqual(fix?.edit?.changes?.[uri]?.[0]?.range, { start: end, end });
      assert.deepEqual(fix?.diagnostics, diagnostics);
    });

    it('gets an outline, and what is sent in parts, in its units', async () => {
      const client = await start([encoding], love);
      const outline = await client.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      const objective = outline.find(({ name }) => name.includes('Customers'));
      assert.deepEqual(objective?.location.range.end, here.endOf('😀 con'));
      const found: Diagnostic[] = [];
      client.connection.onProgress(new ProgressType<WorkspaceDiagnosticReportPartialResult>(), 'parts', ({ items }) => {
        for (const item of items) if (item.uri === uri && item.kind === 'full') found.push(...item.items);
      });
      await client.connection.sendRequest('workspace/diagnostic', {
        previousResultIds: [],
        partialResultToken: 'parts',
      });
      assert.deepEqual(rangeOf(found, 'unknown-argument'), here.rangeOf('@maria'));
      const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
        query: 'Customers',
      });
      assert.deepEqual(symbols[0]?.location.range, here.rangeOf('😀 Customers love us'));
    });

    it('is understood when it changes a line twice at once', async () => {
      const client = await start([encoding], love);
      const first = { range: here.rangeOf(' @maria'), text: '😀 # 😀' };
      const between = places(encoding, love.replace(' @maria', '😀 # 😀'));
      const { start: from, end } = between.rangeOf('😀 # 😀');
      const third = love.replace(' @maria', '');
      await client.change(uri, first, { range: { start: from, end }, text: '' });
      const last = {
        range: { start: places(encoding, third).startOf('con\n'), end: places(encoding, third).endOf('41 😀 con') },
      };
      await client.change(uri, { ...last, text: 'confidence 7/10' });
      assert.deepEqual(await client.pull(uri), []);
    });

    it('is understood in Markdown, and told where its mistakes are', async () => {
      const client = await start([encoding], right);
      const readme = 'file:///w/README.md';
      const text = `# 😀\n\n\`\`\`okr\n${love}\`\`\`\n`;
      await client.open(readme, text, 'markdown');
      assert.deepEqual(
        rangeOf(await client.pull(readme), 'unknown-argument'),
        places(encoding, text).rangeOf('@maria'),
      );
      const begun = text.replace('@maria', '');
      await client.change(
        readme,
        { range: places(encoding, text).rangeOf('@maria'), text: '' },
        { range: places(encoding, begun).rangeOf('con\n'), text: 'confidence 7/10\n' },
      );
      assert.deepEqual(await client.pull(readme), []);
    });

    it('is understood in an okr.json, and told where its mistakes are', async () => {
      const client = await start([encoding], right);
      const settings = 'file:///w/okr.json';
      const text = '{ "root": true, "😀": 1, "rhythm": "😀", "rulse": {} }';
      await client.open(settings, text, 'jsonc');
      const at = (part: string, of: string) => places(encoding, of).rangeOf(part);
      const found = await client.pull(settings);
      assert.ok(found.some(({ range }) => range.start.character === at('"rulse"', text).start.character));
      const shorter = text.replace('"rhythm": "😀", ', '');
      await client.change(
        settings,
        { range: at('"rhythm": "😀", ', text), text: '' },
        { range: at('"😀": 1, ', shorter), text: '' },
        { range: at('rulse', shorter.replace('"😀": 1, ', '')), text: 'rules' },
      );
      assert.deepEqual(await client.pull(settings), []);
    });
  });
}
