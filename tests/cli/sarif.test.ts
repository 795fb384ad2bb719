import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, it } from 'mocha';
import { orSkip } from '../vscode/unavailable.ts';
import { packageFromNpm } from './from-npm.ts';
import { folderWith, okr, root } from './okr.ts';

interface Log {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
      relatedLocations?: { message: { text: string } }[];
      fixes?: { artifactChanges: { replacements: { insertedContent: { text: string } }[] }[] }[];
    }[];
  }[];
}

const files = {
  'my okrs/ä.okr':
    'team growth: Growth\ncycle 2026-Q4\n\nobjectve love: One\n\nobjective calm: A\n\nobjective calm: B\n',
};

describe('okr check --format sarif', () => {
  it('is SARIF 2.1.0 by its schema', async function () {
    this.timeout(120_000);
    const folder = await orSkip(this, 'the schema of SARIF', async () =>
      packageFromNpm('@microsoft/jest-sarif', '1.0.0-beta.0', 'sarif-schema'),
    );
    // The schema is of a draft that differs from the newer ones, in what it uses, by the name of its identifier alone.
    const {
      id: _,
      $schema: __,
      ...schema
    } = JSON.parse(readFileSync(join(folder, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: {} }] }), false, 'the schema rejects what is none');
    for (const [cwd, path] of [
      [folderWith(files), '.'],
      [folderWith({ 'a.okr': 'team growth: Growth\n' }), '.'],
      [root, 'samples'],
    ] as const) {
      const log: unknown = JSON.parse((await okr(`check --format sarif ${path} --today 2026-11-21`, { cwd })).stdout);
      assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
    }
  });

  it('has places, related places, rules and fixes', async () => {
    const log = JSON.parse((await okr('check --format sarif', { cwd: folderWith(files) })).stdout) as Log;
    const [run] = log.runs;
    const results = run?.results ?? [];
    for (const { ruleId, ruleIndex } of results) assert.equal(run?.tool.driver.rules[ruleIndex]?.id, ruleId);

    const misspelled = results.find(({ ruleId }) => ruleId === 'unknown-keyword');
    assert.equal(misspelled?.level, 'error');
    assert.deepEqual(misspelled?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'my%20okrs/%C3%A4.okr' },
      region: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 9 },
    });
    assert.equal(misspelled?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent.text, 'objective');

    const twice = results.find(({ ruleId }) => ruleId === 'duplicate-name');
    assert.equal(twice?.relatedLocations?.length, 1);
  });
});
