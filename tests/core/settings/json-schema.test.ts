import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { okrJsonSchema } from '../../../server/core/settings/json-schema.ts';
import { SettingsTree } from '../../../server/core/settings/settings.ts';
import { rules } from './rules.ts';

const schema = okrJsonSchema(rules);
const ajv = new Ajv({ strict: true, keywords: ['allowComments', 'allowTrailingCommas'] });
const isValid = ajv.compile(schema);

const samples = new URL('../../../samples/', import.meta.url);

describe('The JSON Schema of okr.json', () => {
  /** The editor's judgement and the language's are one. */
  const table: [unknown, boolean][] = [
    [{}, true],
    [{ $schema: 'https://example.com/okr.schema.json', root: true }, true],
    [{ root: 'yes' }, false],
    [{ fiscalYearStart: 2 }, true],
    [{ fiscalYearStart: 0 }, false],
    [{ fiscalYearStart: 'october' }, true],
    [{ fiscalYearStart: 'October' }, true],
    [{ fiscalYearStart: 'oct' }, false],
    [{ rhythm: 'every 2 weeks' }, true],
    [{ rhythm: 'every 0 weeks' }, false],
    [{ rhythm: 'weekly' }, false],
    [{ thresholds: { learning: { onTrack: 0.5, atRisk: 0 }, slack: { onTrack: 0 } } }, true],
    [{ thresholds: { committed: { onTrack: 1.1 } } }, false],
    [{ thresholds: { commited: {} } }, false],
    [{ rules: { 'kr-vague': 'off', 'objective-too-many': { severity: 'hint', limit: 7 } } }, true],
    [{ rules: { 'objective-too-many': { limit: -1 } } }, false],
    [{ rules: { 'kr-vague': { limit: 1 } } }, false],
    [{ rules: { 'kr-vague': 'loud' } }, false],
    [{ extends: 'strict', rules: {} }, true],
    [{ extends: 'loud' }, false],
    [{ extends: ['strict'] }, false],
    [{ rules: { nothing: 'off' } }, false],
    [{ colour: 'red' }, false],
    [[], false],
  ];
  for (const [settings, expected] of table) {
    const text = JSON.stringify(settings);
    it(`${expected ? 'takes' : 'refuses'} ${text}`, () => {
      const tree = new SettingsTree('file:///acme', { rules });
      tree.set('file:///acme/okr.json', text);
      assert.deepEqual(
        [isValid(settings), tree.problems().get('file:///acme/okr.json')?.length === 0],
        [expected, expected],
      );
    });
  }

  it('explains every key to who hovers it', () => {
    const silent: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties')
          for (const [name, property] of Object.entries(value as Record<string, { description?: string }>))
            if (!property.description) silent.push(`${path}.${name}`);
        visit(value, `${path}.${key}`);
      }
    };
    visit(schema, '');
    assert.deepEqual(silent, []);
  });

  it('takes the samples', () => {
    const folders = readdirSync(samples, { withFileTypes: true }).filter(entry => entry.isDirectory());
    for (const { name } of folders) {
      const settings: unknown = JSON.parse(readFileSync(new URL(`${name}/okr.json`, samples), 'utf8'));
      assert.ok(isValid(settings), `${name}: ${JSON.stringify(isValid.errors)}`);
    }
    assert.ok(folders.length >= 4);
  });
});
