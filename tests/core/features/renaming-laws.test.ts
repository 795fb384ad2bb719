/** What holds for every renaming, whatever is renamed and to what. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Position } from '../../../grammar/document.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { definition } from '../../../server/core/features/definition.ts';
import { highlights } from '../../../server/core/features/highlights.ts';
import { implementation } from '../../../server/core/features/implementation.ts';
import { linkedEditing } from '../../../server/core/features/linked-editing.ts';
import { links, resolveLink } from '../../../server/core/features/links.ts';
import { type Point, pointsIn } from '../../../server/core/features/mentions/points.ts';
import { subjectAt } from '../../../server/core/features/mentions/subject.ts';
import { pathEdits } from '../../../server/core/features/moving-files.ts';
import { noPause } from '../../../server/core/features/pause.ts';
import { references } from '../../../server/core/features/references.ts';
import { prepareRename, rename } from '../../../server/core/features/renaming.ts';
import type { ObjectiveEntry } from '../../../server/core/model/entry.ts';
import { type OpenWorkspace, openWorkspace } from '../../../server/core/open-workspace.ts';
import { anyDocument, validDocument } from '../../properties/documents.ts';
import { edited } from './edited.ts';

const ROOT = 'file:///workspace';
const runs = (usual: number) => Number(process.env['RUNS'] ?? usual);

type Texts = ReadonlyMap<string, string>;

function open(texts: Texts): OpenWorkspace {
  const opened = openWorkspace(ROOT, fromIso('2026-11-21') as number);
  for (const [uri, text] of texts) opened.workspace.setFile(uri, text, true);
  return opened;
}

// ---- workspaces in which few names meet often

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const goalName = oneOf('love', 'grow', 'calm');
const keyResultName = oneOf('nps', 'orders', 'grow');
const teamName = oneOf('company', 'growth', 'sales');
const maybe = (text: fc.Arbitrary<string>) => fc.oneof(oneOf('', ''), text);
const reference = fc
  .tuple(
    maybe(teamName.map(team => `${team}/`)),
    fc.oneof(goalName, keyResultName, oneOf('loyalty')),
    maybe(keyResultName.map(kr => `.${kr}`)),
    maybe(oneOf(' in 2026', ' in 2026-Q4', ' in summer')),
  )
  .map(parts => parts.join(''));
const refers = (...keywords: string[]) =>
  fc.tuple(oneOf(...keywords), reference).map(([keyword, ref]) => `${keyword} ${ref}`);
const bodyLine = fc.oneof(
  { weight: 4, arbitrary: refers('supports', 'needs', 'supports', 'needs', 'continues') },
  {
    weight: 1,
    arbitrary: oneOf('owner @ana', 'with @li, @ana', 'tags peak, brand', 'checkin 2026-11-14 confidence 7/10'),
  },
);
const lines = (indent: string, line: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(line, { maxLength }).map(all => all.map(each => `${indent}${each}\n`).join(''));
const keyResult = fc
  .tuple(
    keyResultName,
    oneOf(
      '    from 2 to 8 points\n    checkin 2026-11-14 4 points by @li\n',
      '    kpi calls\n    to 12\n',
      '    follows love.nps\n',
    ),
    lines('    ', bodyLine, 2),
  )
  .map(([name, measure, body]) => `  kr ${name}: Key result\n${measure}${body}`);
const objective = fc
  .tuple(
    goalName,
    lines('  ', bodyLine, 2),
    fc.uniqueArray(keyResult, { maxLength: 2, selector: text => text.split(':')[0] }),
  )
  .map(([name, body, keyResults]) => `objective ${name}: Objective\n${body}${keyResults.join('')}`);
const other = fc
  .tuple(
    oneOf(
      'kpi calls: Calls\n',
      'kpi love: Love\n',
      'initiative loyalty: Points\n',
      'initiative grow: Growing\n',
      'initiative nps: Asking\n',
    ),
    lines('  ', refers('supports'), 1),
  )
  .map(parts => parts.join(''));
const heading = oneOf(
  'team company: Company\n',
  'team growth: Growth\n  parent company\n  lead @ana\n',
  'team sales: Sales\n  parent growth\n',
  'team sales\n',
  'cycle 2026\n',
  'cycle 2026-Q4: Peak season\n',
  'cycle 2026-Q4\n',
  'cycle summer\n  from 2026-06-01 to 2026-12-15\n',
);
const file = fc
  .array(
    fc.oneof({ weight: 2, arbitrary: heading }, { weight: 3, arbitrary: objective }, { weight: 1, arbitrary: other }),
    {
      minLength: 3,
      maxLength: 8,
    },
  )
  .map(blocks => ['team company\n', ...blocks]);

/** Of two that are called the same a renaming would make one right: the second is left out. */
function withoutDuplicates(files: readonly (readonly string[])[]): string[] {
  const seen = new Set<string>();
  return files.map(blocks => {
    let [team, cycle] = ['', ''];
    return blocks
      .filter(block => {
        const [kind = '', name = ''] = block.split(/[\s:]+/);
        if (kind === 'team') team = name;
        else if (kind === 'cycle') cycle = name;
        else {
          const key = [kind, name, team, kind === 'kpi' ? '' : cycle].join(' ');
          if (seen.has(key)) return false;
          seen.add(key);
        }
        return true;
      })
      .join('');
  });
}
const workspaceTexts: fc.Arbitrary<Texts> = fc.tuple(file, file, oneOf('\n', '\n', '\r\n')).map(([a, b, lineBreak]) => {
  const [first = '', second = ''] = withoutDuplicates([a, b]);
  return new Map([
    [`${ROOT}/a.okr`, first.replaceAll('\n', lineBreak)],
    [`${ROOT}/below/b.okr`, second.replaceAll('\n', lineBreak)],
  ]);
});
const newName = oneOf(
  'love',
  'grow',
  'calm',
  'nps',
  'orders',
  'loyalty',
  'calls',
  'company',
  'sales',
  'ana',
  'neu',
  '顧客',
  'FY26-Q4',
  'in',
  'kr',
);

// ---- what stays the same

/** Every place where a name stands. */
function namePlaces(
  { workspace }: OpenWorkspace,
  counts: (point: Point) => boolean = () => true,
): { readonly uri: string; readonly position: Position }[] {
  return [...workspace.files.values()].flatMap(file =>
    file.content.flatMap(({ block }) =>
      block.tree.statements.flatMap(node =>
        pointsIn(node)
          .filter(counts)
          .map(point => ({ uri: file.uri, position: file.rangeOf(block, point).end })),
      ),
    ),
  );
}

/** A reference that is written out has more parts: what it leads to says the last one. */
function isLast(point: Point): boolean {
  if (point.is === 'reference') return point.part === 'kr' || point.reference.kr === undefined;
  return ['definition', 'heading', 'team', 'parent', 'cycle'].includes(point.role);
}

/** What each name stands for, by the line where that begins; people, teams, tags and cycles by how many there are. */
function meanings(opened: OpenWorkspace): string[] {
  return namePlaces(opened, isLast).map(({ uri, position }) => {
    const subject = subjectAt(opened.workspace, uri, position)?.subject;
    if (subject === undefined) return 'nothing';
    if (subject.is === 'cycle') return subject.key.includes('/') ? subject.key : 'cycle';
    if (subject.is !== 'element' && subject.is !== 'key result') return subject.is;
    const entry = subject.is === 'element' ? subject.entry : subject.objective;
    const line = entry.file.lineOf(entry.block, 0);
    return `${entry.file.uri} ${line} ${subject.is === 'element' ? '' : subject.index}`;
  });
}

function diagnostics({ workspace, diagnosis }: OpenWorkspace): string[] {
  return [...workspace.files.values()].flatMap(each =>
    diagnosis
      .findings(each)
      .map(
        ({ rule, severity, block, span }) => `${each.uri} ${each.rangeOf(block, span).start.line} ${rule} ${severity}`,
      ),
  );
}

function scores({ workspace, standings }: OpenWorkspace): unknown[] {
  return [...workspace.files.values()].flatMap(({ content }) =>
    content.flatMap(({ entries }) =>
      entries
        .filter(entry => entry.facts.peek().type === 'objective')
        .map(entry => {
          const { objective: own, keyResults } = standings.objective(entry as ObjectiveEntry);
          return [own.score, own.status, keyResults.map(each => [each.score, each.status])];
        }),
    ),
  );
}

function applied(texts: Texts, edits: ReadonlyMap<string, readonly Parameters<typeof edited>[1][number][]>): Texts {
  return new Map([...texts].map(([uri, text]) => [uri, edited(text, edits.get(uri) ?? [])]));
}

describe('Every renaming', () => {
  it('leaves all that is meant, said and scored as it was, and can be taken back', async function () {
    this.timeout(120_000);
    let done = 0;
    let takenBack = 0;
    await fc.assert(
      fc.asyncProperty(workspaceTexts, fc.nat(), newName, async (texts, which, name) => {
        const before = open(texts);
        const said = diagnostics(before);
        const places = namePlaces(before);
        const { uri, position } = places[which % places.length] as (typeof places)[number];
        const renamed = await rename(before, uri, position, name, noPause);
        if ('refused' in renamed) {
          assert.match(renamed.refused, /^[A-Z`@].{20,}[^.]$/);
          return;
        }
        done++;
        const now = applied(texts, renamed.edits);
        const after = open(now);
        assert.deepEqual(meanings(after), meanings(before));
        assert.deepEqual(diagnostics(after), said);
        assert.deepEqual(scores(after), scores(before));
        // What had to be written out stays written out.
        if ([...renamed.edits.values()].flat().some(({ newText }) => newText !== name)) return;
        takenBack++;
        const old = prepareRename(before, uri, position);
        assert.ok('placeholder' in old);
        const index = places.findIndex(place => place.uri === uri && place.position === position);
        const again = namePlaces(after)[index] as (typeof places)[number];
        const back = await rename(after, again.uri, again.position, old.placeholder, noPause);
        assert.ok('edits' in back, JSON.stringify(back));
        assert.deepEqual(applied(now, back.edits), texts);
      }),
      { numRuns: runs(400) },
    );
    assert.ok(done > runs(400) / 4 && takenBack > runs(400) / 5, `${done} renamed, ${takenBack} taken back`);
  });

  it('is for what can be prepared, and the other way round', async () => {
    await fc.assert(
      fc.asyncProperty(validDocument, fc.nat(), async (text, which) => {
        const opened = open(new Map([[`${ROOT}/a.okr`, text]]));
        const places = namePlaces(opened);
        if (places.length === 0) return;
        const { uri, position } = places[which % places.length] as (typeof places)[number];
        const found = prepareRename(opened, uri, position);
        const renamed = await rename(opened, uri, position, 'quite-new', noPause);
        if ('refused' in found) assert.deepEqual(renamed, found);
        else if ('edits' in renamed) {
          const edits = renamed.edits.get(uri) ?? [];
          assert.ok(edits.length > 0);
          for (const { range } of edits) assert.equal(range.start.line, range.end.line);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('Every question about a name', () => {
  it('is about no cycle where nobody can read one', async () => {
    const uri = `${ROOT}/a.okr`;
    const opened = open(new Map([[uri, 'cycle 026-11\n  every week\n']]));
    assert.equal(subjectAt(opened.workspace, uri, { line: 0, character: 9 }), undefined);
    assert.deepEqual(await references(opened, uri, { line: 0, character: 9 }, true, noPause), []);
  });

  it('finds the name itself among what mentions the same', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyDocument,
          workspaceTexts.map(texts => [...texts.values()].join('')),
        ),
        async text => {
          const uri = `${ROOT}/a.okr`;
          const opened = open(new Map([[uri, text]]));
          const file = opened.workspace.file(uri)!;
          for (const { block } of file.content)
            for (const node of block.tree.statements)
              for (const point of pointsIn(node)) {
                const range = file.rangeOf(block, point);
                const found = subjectAt(opened.workspace, uri, range.end);
                // Where two names touch, the later one is meant.
                if (found?.point?.start !== point.start) continue;
                const all = await references(opened, uri, range.end, true, noPause);
                assert.ok(
                  all.some(each => JSON.stringify(each.range) === JSON.stringify(range)),
                  `${point.text} in ${JSON.stringify(file.document.lineText(range.start.line))}`,
                );
              }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('has an answer at every place of any document', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(anyDocument, anyDocument, newName, async (a, b, name) => {
        const uri = `${ROOT}/a.okr`;
        const opened = open(
          new Map([
            [uri, a],
            [`${ROOT}/b.okr`, b],
          ]),
        );
        const { workspace } = opened;
        const document = workspace.file(uri)!.document;
        for (const link of await links(opened, uri, noPause)) resolveLink(opened, link);
        await pathEdits(
          workspace,
          [
            { from: `${ROOT}/metrics`, to: `${ROOT}/a "b` },
            { from: 'x', to: ':' },
          ],
          noPause,
        );
        for (let line = 0; line < document.lineCount; line++) {
          const { length } = document.lineText(line);
          for (let character = 0; character <= length + 1; character += 3) {
            const position = { line, character };
            highlights(opened, uri, position);
            linkedEditing(opened, uri, position);
            await definition(opened, uri, position, noPause);
            await implementation(opened, uri, position, noPause);
            await references(opened, uri, position, true, noPause);
            await rename(opened, uri, position, name, noPause);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
