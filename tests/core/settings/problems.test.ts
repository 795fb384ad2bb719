import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { SettingsTree } from '../../../server/core/settings/settings.ts';
import { ruleNamed, rules } from './rules.ts';

const root = 'file:///okrs/acme';
const uri = `${root}/okr.json`;

function read(text: string) {
  const settings = new SettingsTree(root, { rules });
  settings.set(uri, text);
  const problems = settings.problems().get(uri) ?? [];
  return { settings: settings.shared, problems, shown: problems.map(p => [text.slice(p.start, p.end), p.message]) };
}

describe('A mistake in okr.json', () => {
  /** What is written; what is marked; what is said. */
  const table: [text: string, marked: string, message: string][] = [
    ['{"fiscalYearstart": 4}', '"fiscalYearstart"', '`fiscalYearstart` is no setting: did you mean `fiscalYearStart`?'],
    [
      '{"colour": "red"}',
      '"colour"',
      '`colour` is no setting: an `okr.json` takes `root`, `fiscalYearStart`, `rhythm`, `thresholds`, `extends`, `rules`',
    ],
    ['{"root": "yes"}', '"yes"', '`"yes"` is neither `true` nor `false`: write one of them'],
    ['{"$schema": 7}', '7', '`7` is no text: write it in double quotes'],
    ['{"fiscalYearStart": 13}', '13', '`13` is no month: write 1 to 12, or a name such as `"october"`'],
    ['{"fiscalYearStart": 2.5}', '2.5', '`2.5` is no month: write 1 to 12, or a name such as `"october"`'],
    ['{"fiscalYearStart": "oct"}', '"oct"', '`"oct"` is no month: write `"october"`'],
    ['{"fiscalYearStart": "10"}', '"10"', '`"10"` is no month: write `"october"`'],
    ['{"fiscalYearStart": {}}', '{}', '`{}` is no month: write 1 to 12, or a name such as `"october"`'],
    ['{"rhythm": "2 weeks"}', '"2 weeks"', '`"2 weeks"` is no rhythm: write `"every 2 weeks"`'],
    ['{"rhythm": "weekly"}', '"weekly"', '`"weekly"` is no rhythm: write `"every week"`'],
    ['{"rhythm": "every two weeks"}', '"every two weeks"', '`"every two weeks"` is no rhythm: write `"every 2 weeks"`'],
    [
      '{"rhythm": "Every Other Week"}',
      '"Every Other Week"',
      '`"Every Other Week"` is no rhythm: write `"every 2 weeks"`',
    ],
    ['{"rhythm": "fortnightly"}', '"fortnightly"', '`"fortnightly"` is no rhythm: write `"every 2 weeks"`'],
    ['{"rhythm": "three months"}', '"three months"', '`"three months"` is no rhythm: write `"every 3 months"`'],
    ['{"rhythm": "daily"}', '"daily"', '`"daily"` is no rhythm: write `"every day"`'],
    [
      '{"rhythm": "once in a while"}',
      '"once in a while"',
      '`"once in a while"` is no rhythm: write for example `"every 2 weeks"`',
    ],
    ['{"rhythm": 14}', '14', '`14` is no rhythm: write for example `"every 2 weeks"`'],
    ['{"thresholds": 0.7}', '0.7', '`0.7` is no object: write `{ "committed": { "onTrack": 0.9 } }`'],
    ['{"thresholds": {"comitted": {}}}', '"comitted"', '`comitted` is no setting: did you mean `committed`?'],
    ['{"thresholds": {"committed": {"onTrack": 90}}}', '90', '`90` is no share: write `0.9`'],
    ['{"thresholds": {"committed": {"onTrack": "90%"}}}', '"90%"', '`"90%"` is no share: write `0.9`'],
    ['{"thresholds": {"slack": {"onTrack": -1}}}', '-1', '`-1` is no share: write a number from 0 to 1, such as `0.7`'],
    [
      '{"thresholds": {"committed": {"atRisk": 0.95}}}',
      '"atRisk": 0.95',
      'At risk from 0.95 is above on track from 0.9: make `atRisk` the smaller one',
    ],
    [
      '{"thresholds": {"slack": {"onTrack": 0.3}}}',
      '"onTrack": 0.3',
      '0.3 behind would be on track, and 0.2 at risk at best: make `atRisk` the larger one',
    ],
    ['{"rules": []}', '[]', 'A list belongs nowhere in an `okr.json`: write one value, or `{ … }`'],
    ['{"rules": {"kr-vauge": "off"}}', '"kr-vauge"', 'There is no rule `kr-vauge`: did you mean `kr-vague`?'],
    ['{"rules": {"too-many": "off"}}', '"too-many"', 'There is no rule `too-many`: did you mean `objective-too-many`?'],
    ['{"rules": {"tidy": "off"}}', '"tidy"', 'There is no rule `tidy`: leave it out, or see the list of rules'],
    ['{"extends": "strickt"}', '"strickt"', '`"strickt"` is no preset: write `"strict"`'],
    ['{"extends": "all"}', '"all"', '`"all"` is no preset: write one of `"recommended"`, `"strict"`, `"gentle"`'],
    ['{"rules": {"kr-vague": "warn"}}', '"warn"', '`"warn"` is no severity: write `"warning"`'],
    ['{"rules": {"kr-vague": false}}', 'false', '`false` is no severity: write `"off"`'],
    [
      '{"rules": {"kr-vague": 2}}',
      '2',
      '`2` is no severity: write one of `"error"`, `"warning"`, `"info"`, `"hint"`, `"off"`',
    ],
    ['{"rules": {"kr-vague": {"limit": 3}}}', '"limit"', '`limit` is no setting: `kr-vague` takes `severity`'],
    ['{"rules": {"objective-too-many": {"limits": 3}}}', '"limits"', '`limits` is no setting: did you mean `limit`?'],
    [
      '{"rules": {"objective-too-many": {"limit": "3"}}}',
      '"3"',
      '`"3"` is no limit: write a number that is not negative, such as `5`',
    ],
    ['{"root": true, "root": false}', '"root"', '`root` stands here twice and the first counts: make one of them'],
    [
      '{"__proto__": {"root": true}}',
      '"__proto__"',
      '`__proto__` is no setting: an `okr.json` takes `root`, `fiscalYearStart`, `rhythm`, `thresholds`, `extends`, `rules`',
    ],
    ['{"rules": 1}', '1', '`1` is no object: write `{ "objective-too-many": "off" }`'],
    ['"root"', '"root"', '`"root"` is no object: write `{ "root": true }`'],
    ['[]', '[]', 'A list belongs nowhere in an `okr.json`: write one value, or `{ … }`'],
    ['', '', 'This file is empty: write `{ "root": true }`, or `{}`'],
    ['{"root": true', 'e', 'A `}` is missing here'],
    ['{"root": true "rules": {}}', '"rules"', 'A comma belongs before this'],
    ["{'root': true}", "'root'", 'This is no JSON: a text stands in double quotes'],
    ['{"root": true}}', '}', 'Nothing may follow the `}` that ends the settings'],
  ];
  for (const [text, marked, message] of table) {
    it(text, () => assert.deepEqual(read(text).shown, [[marked, message]]));
  }

  it('is marked at the second of two equal keys', () => {
    assert.equal(read('{"root": true, "root": false}').problems[0]?.start, 15);
  });

  it('loses no other setting', () => {
    const { settings, problems } = read(`{
      "fiscalYearStart": "Octember",
      "rythm": "every day",
      "rhythm": "every week",
      "thresholds": { "committed": { "onTrack": 95, "atRisk": 0.6 }, "slack": 1 },
      "rules": { "kr-vague": "loud", "kr-unmeasurable": "error", "objective-too-many": { "severity": "of", "limit": 4 } }
    }`);
    assert.equal(problems.length, 6);
    assert.equal(settings.fiscalYearStart, 1);
    assert.equal(settings.rhythm.unit, 'week');
    assert.deepEqual(settings.thresholds.committed, { onTrack: 0.9, atRisk: 0.6, achieved: 1 });
    assert.equal(settings.severityOf(ruleNamed('kr-vague')), 'hint');
    assert.equal(settings.severityOf(ruleNamed('kr-unmeasurable')), 'error');
    assert.equal(settings.severityOf(ruleNamed('objective-too-many')), 'hint');
    assert.equal(settings.option('objective-too-many', 'limit'), 4);
  });

  it('in thresholds is judged with what outer files say', () => {
    const settings = new SettingsTree(root, { rules });
    const inner = `${root}/growth/okr.json`;
    settings.set(uri, '{"thresholds": {"committed": {"onTrack": 0.98}}}');
    settings.set(inner, '{"thresholds": {"committed": {"atRisk": 0.95}}}');
    assert.deepEqual(settings.problems().get(inner), []);
    settings.set(uri, '{}');
    assert.equal(settings.problems().get(inner)?.length, 1);
  });

  it('is never an exception, and always within the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"root"',
      '"rules"',
      '"thresholds"',
      '"kr-vague"',
      '"__proto__"',
      '"constructor"',
      'true',
      'null',
      '1',
      '1e999',
      '"off"',
      '/*',
      '//',
      '\n',
      ' ',
      '\uFEFF',
      '\uD800',
      '\\u',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        SettingsTree.isRoot(text);
        for (const { start, end, message } of read(text).problems) {
          assert.ok(0 <= start && start <= end && end <= text.length && message !== '', message);
        }
      }),
    );
    fc.assert(
      fc.property(fc.json(), text => {
        read(text);
      }),
    );
  });

  it('may be as deep or as long as it likes', () => {
    assert.deepEqual(
      read('['.repeat(500_000)).problems.map(p => p.message),
      ['This is nested deeper than any settings are'],
    );
    assert.deepEqual(
      read(' '.repeat(2_000_000)).problems.map(p => p.message),
      ['This `okr.json` has 2 million characters: settings fit in a few lines'],
    );
    assert.equal(SettingsTree.isRoot('['.repeat(500_000)), false);
  });
});
