import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Memo } from '../../../server/core/model/cells.ts';
import { defaultThresholds } from '../../../server/core/scores/thresholds.ts';
import { type Settings, SettingsTree } from '../../../server/core/settings/settings.ts';
import { ruleNamed, rules } from './rules.ts';

const root = 'file:///okrs/acme';

/** A workspace with these `okr.json` files, by their folders. */
function tree(files: Record<string, string>): SettingsTree {
  const settings = new SettingsTree(root, { rules });
  for (const [folder, text] of Object.entries(files)) settings.set(okrJson(folder), text);
  return settings;
}
const okrJson = (folder: string) => `${root}/${folder === '' ? '' : `${folder}/`}okr.json`;
const problemsIn = (settings: SettingsTree, folder = '') =>
  (settings.problems().get(okrJson(folder)) ?? []).map(({ message }) => message);

describe('Settings', () => {
  it('are the defaults where nothing is said', () => {
    const { shared } = tree({});
    assert.equal(shared.fiscalYearStart, 1);
    assert.deepEqual(shared.rhythm, { count: 1, unit: 'month' });
    assert.deepEqual(shared.thresholds, defaultThresholds);
    assert.equal(shared.severityOf(ruleNamed('kr-vague')), 'hint');
    assert.equal(shared.option('objective-too-many', 'limit'), undefined);
  });

  it('are read from JSON with comments and trailing commas', () => {
    const settings = tree({
      '': `\uFEFF{
        // the workspace
        "$schema": "./okr.schema.json", "root": true,
        "fiscalYearStart": "October", /* as in the US */
        "rhythm": "every 2 weeks",
        "thresholds": { "committed": { "onTrack": 0.95 }, "slack": { "atRisk": 0.3 } },
        "rules": { "kr-vague": "warning", "objective-too-many": { "severity": "error", "limit": 3 } },
      }`,
    });
    const { shared } = settings;
    assert.deepEqual(problemsIn(settings), []);
    assert.equal(shared.fiscalYearStart, 10);
    assert.deepEqual(shared.rhythm, { count: 2, unit: 'week' });
    assert.deepEqual(shared.thresholds, {
      ...defaultThresholds,
      committed: { onTrack: 0.95, atRisk: 0.7, achieved: 1 },
      slack: { onTrack: 0.1, atRisk: 0.3 },
    });
    assert.equal(shared.severityOf(ruleNamed('kr-vague')), 'warning');
    assert.equal(shared.severityOf(ruleNamed('objective-too-many')), 'error');
    assert.equal(shared.option('objective-too-many', 'limit'), 3);
  });

  const starts: [string, number][] = [
    ['2', 2],
    ['12', 12],
    ['"february"', 2],
    ['"February"', 2],
    ['"december"', 12],
  ];
  for (const [written, month] of starts) {
    it(`begin the fiscal year in ${written}`, () => {
      assert.equal(tree({ '': `{"fiscalYearStart": ${written}}` }).shared.fiscalYearStart, month);
    });
  }

  const rhythms: [string, number, string][] = [
    ['every week', 1, 'week'],
    ['every 2 weeks', 2, 'week'],
    ['every 10 days', 10, 'day'],
    ['every quarter', 1, 'quarter'],
  ];
  for (const [written, count, unit] of rhythms) {
    it(`check in ${written}`, () => {
      assert.deepEqual(tree({ '': `{"rhythm": "${written}"}` }).shared.rhythm, { count, unit });
    });
  }
});

describe('Settings of a folder', () => {
  const settings = tree({
    '': '{"root": true, "fiscalYearStart": 4, "rules": {"kr-vague": "off", "objective-too-many": {"limit": 3}}}',
    growth: '{"rhythm": "every week", "rules": {"objective-too-many": "error"}}',
    'growth/ana': '{"thresholds": {"learning": {"onTrack": 0.5}}, "rules": {"kr-vague": "info"}}',
  });

  it('change what the root says, for the files below', () => {
    const { shared } = settings;
    const company = settings.of(`${root}/company.okr`);
    const growth = settings.of(`${root}/growth/team.okr`);
    const ana = settings.of(`${root}/growth/ana/2026/okrs.okr`);
    assert.equal(company, shared);
    assert.deepEqual(
      [company, growth, ana].map(each => [each.fiscalYearStart, each.rhythm.unit, each.thresholds.learning.onTrack]),
      [
        [4, 'month', 0.7],
        [4, 'week', 0.7],
        [4, 'week', 0.5],
      ],
    );
    assert.deepEqual(
      [company, growth, ana].map(each => each.severityOf(ruleNamed('kr-vague'))),
      ['off', 'off', 'info'],
    );
  });

  it('leave of a rule what they do not mention', () => {
    const growth = settings.of(`${root}/growth/team.okr`);
    assert.equal(growth.severityOf(ruleNamed('objective-too-many')), 'error');
    assert.equal(growth.option('objective-too-many', 'limit'), 3);
  });

  it('begin from a preset: a step louder, or a step quieter, and what is wrong stays wrong', () => {
    const all = ['off', 'hint', 'info', 'warning', 'error'] as const;
    const heard = (preset: string) => {
      const { shared } = tree({ '': `{ "extends": "${preset}" }` });
      return all.map(severity => shared.severityOf(ruleNamed('kr-vague', severity)));
    };
    assert.deepEqual(heard('recommended'), all);
    assert.deepEqual(heard('strict'), ['hint', 'info', 'warning', 'error', 'error']);
    assert.deepEqual(heard('gentle'), ['off', 'off', 'hint', 'info', 'error']);
  });

  it('set single rules beside a preset; a preset below takes the place of severities above, and leaves limits', () => {
    const presets = tree({
      '': '{ "extends": "strict", "rules": { "kr-vague": "off", "objective-too-many": { "severity": "off", "limit": 3 } } }',
      growth: '{ "extends": "gentle", "rules": { "kr-unmeasurable": "error" } }',
      'growth/deep': '{ "rules": { "kr-vague": "info" } }',
    });
    const heard = (settings: Settings) =>
      rules.map(({ id }) => settings.severityOf(ruleNamed(id, 'warning'))).join(' ');
    assert.equal(heard(presets.shared), 'off error off');
    const growth = presets.of(`${root}/growth/a.okr`);
    assert.equal(heard(growth), 'info error info');
    assert.equal(growth.option('objective-too-many', 'limit'), 3);
    assert.equal(heard(presets.of(`${root}/growth/deep/a.okr`)), 'info error info');
  });

  it('know which rules they set, if only to what these say of themselves; a preset sets none', () => {
    const said = tree({
      '': '{ "extends": "strict", "rules": { "kr-vague": "hint", "objective-too-many": { "limit": 3 } } }',
      growth: '{ "extends": "recommended" }',
    });
    const set = (settings: Settings) => rules.map(({ id }) => id).filter(id => settings.sets(id));
    assert.deepEqual(set(said.shared), ['kr-vague']);
    assert.deepEqual(set(said.of(`${root}/growth/a.okr`)), []);
  });

  it('are the same object in a folder that says nothing', () => {
    assert.equal(settings.of(`${root}/growth/a.okr`), settings.of(`${root}/growth/deep/down/b.okr`));
  });

  it('know a folder however its name is encoded', () => {
    const spaced = tree({ 'my team': '{"rhythm": "every week"}' });
    assert.equal(spaced.of(`${root}/my%20team/a.okr`).rhythm.unit, 'week');
    assert.equal(spaced.of(`${root}/my team/a.okr`).rhythm.unit, 'week');
  });

  it('cannot move the fiscal year, and say where it belongs', () => {
    const moved = tree({ '': '{"fiscalYearStart": 4}', growth: '{"fiscalYearStart": 7, "rhythm": "every week"}' });
    assert.equal(moved.of(`${root}/growth/team.okr`).fiscalYearStart, 4);
    assert.equal(moved.of(`${root}/growth/team.okr`).rhythm.unit, 'week');
    assert.deepEqual(problemsIn(moved, 'growth'), [
      '`fiscalYearStart` is one for the whole workspace: write it in the `okr.json` of its root folder',
    ]);
  });

  it('are not taken from a workspace inside this one, or from outside', () => {
    const nested = tree({ other: '{"root": true, "rhythm": "every week", "mistake": 1}' });
    nested.set('file:///okrs/okr.json', '{"rhythm": "every week"}');
    nested.set('file:///okrs/acme-two/okr.json', '{"rhythm": "every week"}');
    assert.equal(nested.of(`${root}/other/a.okr`).rhythm.unit, 'month');
    assert.equal(nested.of('file:///okrs/acme-two/a.okr').rhythm.unit, 'month');
    assert.equal(nested.of('untitled:Untitled-1').rhythm.unit, 'month');
    assert.equal(nested.problems().size, 0);
  });
});

describe('A change of settings', () => {
  it('is seen by those who read them, and by nobody else', () => {
    const settings = tree({ growth: '{}' });
    let [growth, company] = [0, 0];
    const ofGrowth = new Memo(() => [settings.of(`${root}/growth/a.okr`).rhythm.unit, ++growth][0]);
    const ofCompany = new Memo(() => [settings.shared.rhythm.unit, ++company][0]);
    const read = () => [ofGrowth.get(), ofCompany.get()];
    assert.deepEqual(read(), ['month', 'month']);
    settings.set(okrJson('growth'), '{"rhythm": "every week"}');
    assert.deepEqual(read(), ['week', 'month']);
    assert.deepEqual([growth, company], [2, 1]);
    settings.set(okrJson(''), '{"rhythm": "every day"}');
    assert.deepEqual(read(), ['week', 'day']);
    settings.set(okrJson('growth'), undefined);
    assert.deepEqual(read(), ['day', 'day']);
  });

  it('that says the same tells nobody', () => {
    const settings = tree({ '': '{"rhythm": "every week"}' });
    const { shared } = settings;
    settings.set(okrJson(''), '{ "rhythm": "every week" } // as agreed');
    assert.equal(settings.shared, shared);
  });

  it('that is no JSON changes nothing but the problems', () => {
    const settings = tree({ '': '{"rhythm": "every week"}' });
    settings.set(okrJson(''), '{"rhythm": "every day"');
    assert.equal(settings.shared.rhythm.unit, 'week');
    assert.deepEqual(problemsIn(settings), ['A `}` is missing here']);
    settings.set(okrJson(''), '{"rhythm": "every day"}');
    assert.equal(settings.shared.rhythm.unit, 'day');
    assert.deepEqual(problemsIn(settings), []);
    settings.set(okrJson(''), undefined);
    assert.equal(settings.shared.rhythm.unit, 'month');
    assert.equal(settings.problems().size, 0);
  });
});

describe('The root of a workspace', () => {
  const table: [string, boolean][] = [
    ['{"root": true}', true],
    ['\uFEFF{ /* here */ "root": true, }', true],
    ['{"root": true, "rules": {', true],
    ['{"root": false}', false],
    ['{"root": "true"}', false],
    ['{"rules": {"root": true}}', false],
    ['{}', false],
    ['', false],
    ['[true]', false],
  ];
  for (const [text, expected] of table) {
    it(`${expected ? 'is' : 'is not'} where okr.json holds ${JSON.stringify(text)}`, () => {
      assert.equal(SettingsTree.isRoot(text), expected);
    });
  }
});
