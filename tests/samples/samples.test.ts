/**
 * The samples parse, and what the coach says about each is a golden file. `UPDATE_GOLDEN=1` writes them anew, to be
 * read before they are kept: would a coach say this, in these words?
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { fromIso } from '../../server/core/calendar/day.ts';
import type { OkrFile } from '../../server/core/model/file.ts';
import { eachOf } from '../../server/core/rules/one-voice.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { withData } from '../../server/disk/data.ts';
import { type LoadedWorkspace, loadWorkspaces } from '../../server/disk/load-workspaces.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const TODAY = '2026-11-21';
/** What was published is over: each file is read on a day in its first cycle. */
const daysOf: Readonly<Record<string, string>> = {
  'sourcegraph-2019-Q4.okr': '2019-11-20',
  'sourcegraph-FY21.okr': '2020-03-10',
  'gitlab-FY24.okr': '2023-06-15',
  'ipfs-cluster-2019-Q2.okr': '2019-05-15',
  'ipfs-2019-Q4.okr': '2019-11-20',
};
const folders = readdirSync(samples, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function load(folder: string, today: string): LoadedWorkspace {
  const { workspaces, problems } = loadWorkspaces(
    [{ path: `${samples}${folder}`, isFolder: true }],
    fromIso(today) as number,
  );
  assert.deepEqual(problems, []);
  assert.equal(workspaces.length, 1, `${folder} is a workspace of its own`);
  return workspaces[0] as LoadedWorkspace;
}

interface Heard {
  /** From the folder of the sample. */
  readonly path: string;
  readonly today: string;
  readonly file: OkrFile;
  readonly findings: readonly Finding[];
}

/** Each file of a sample on its day. */
function hear(folder: string): Heard[] {
  const loaded = load(folder, TODAY);
  assert.equal(loaded.folder, `${samples}${folder}`);
  assert.deepEqual([...loaded.unreadable], []);
  assert.deepEqual([...loaded.workspace.settings.problems().values()].flat(), []);
  return [...loaded.paths]
    .filter(([, path]) => path.endsWith('.okr'))
    .map(([uri, path]) => {
      const today = daysOf[basename(path)] ?? TODAY;
      const { workspace, diagnosis } = load(folder, today);
      const file = workspace.file(uri) as OkrFile;
      const findings = withData(workspace, () => diagnosis.findings(file));
      return { path: relative(`${samples}${folder}`, path), today, file, findings };
    });
}

function told({ path, today, file, findings }: Heard): string {
  const lines = findings.map(finding => {
    const { start } = file.rangeOf(finding.block, finding.span);
    const related = finding.related.map(({ place, message }) => {
      const line = place.file.rangeOf(place.block, place.span).start.line;
      return `\n  see ${basename(place.file.uri)}:${line + 1} ${message}`;
    });
    const fixes = eachOf([finding])
      .flatMap(({ remedies }) => remedies)
      .map(({ title, isPreferred }) => `\n  ${isPreferred ? '*' : '-'} ${title}`);
    return `${start.line + 1} │ ${file.document.lineText(start.line).trim()}\n  ${finding.severity} ${finding.rule}: ${finding.message}${[...related, ...fixes].join('')}\n`;
  });
  return `--- ${path}, on ${today}\n${lines.length === 0 ? 'Nothing to say.\n' : lines.join('')}`;
}

describe('the samples', () => {
  for (const folder of folders) {
    it(`${folder}: what the coach says`, () => {
      const heard = hear(folder);
      assert.ok(heard.length > 0);
      const text = heard.map(told).join('\n');
      const golden = new URL(`${folder}.golden.txt`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(golden, text);
      assert.equal(text, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
    });

    it(`${folder}: nothing in it is broken`, () => {
      const errors = hear(folder).flatMap(({ path, findings }) =>
        findings
          .filter(({ severity }) => severity === 'error')
          .map(({ rule, message }) => `${path}: ${rule}: ${message}`),
      );
      assert.deepEqual(errors, []);
    });
  }

  it('each file that was published has its day', () => {
    const files = readdirSync(`${samples}published`).filter(name => name.endsWith('.okr'));
    assert.deepEqual(files.sort(), Object.keys(daysOf).sort());
  });
});
