/** Each rule that can offer a fix does so for its bad example, and every such fix puts it right. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { preferredFixes } from '../../../server/core/rules/fixes.ts';
import { eachOf } from '../../../server/core/rules/one-voice.ts';
import type { Rule } from '../../../server/core/rules/rule.ts';
import { rules } from '../../../server/core/rules/rules.ts';
import { plain, turnsOn } from '../../../server/core/rules/rules-page.ts';
import { allFindings, type Fixture, open, readFixture, repaired } from './fixture.ts';

/** What only the writer can put right: in other words, in another file, or by choosing. */
const without = [
  'syntax',
  'misplaced-statement',
  'alignment-circle',
  'data-unreadable',
  'data-outside-workspace',
  'settings-invalid',
  'file-encoding',
  'file-unreadable',
  'objective-too-many',
  'objective-too-many-krs',
  'kr-placeholder',
  'kr-duplicate',
  'kr-activity-count',
  'kr-vague',
  'kr-vanity',
  'objective-activity',
  'objective-too-long',
  'objective-vague',
  'objective-unaligned',
  // What becomes of these is a refactoring, which may have to look through the workspace: see the code actions' tests.
  'kr-activity',
  'business-as-usual',
  'off-track-silent',
  'status-disagrees',
  'checkin-note',
  'sandbagging',
];
const exampleOf = (rule: Rule): Fixture => {
  const { today, files } = readFixture(plain(rule.bad));
  if (rule.severity === 'off') (files as Map<string, string>).set('okr.json', turnsOn(rule));
  return { today: rule.today ?? today, files };
};
const unreadable = ['syntax', 'unknown-keyword', 'unknown-argument', 'misplaced-statement', 'value-invalid'];

describe('fixes', () => {
  for (const rule of rules) {
    const { id } = rule;
    if (without.includes(id)) continue;
    const fixture = exampleOf(rule);
    const found = (of: Fixture, rule: string) =>
      eachOf([...allFindings(open(of)).values()].flat()).filter(each => each.rule === rule);

    it(`${id}: there is one, and each puts the bad example right`, () => {
      const findings = found(fixture, id);
      assert.ok(findings.some(({ remedies }) => remedies.length > 0));
      for (const { remedies } of findings) {
        assert.ok(remedies.filter(({ isPreferred }) => isPreferred).length <= 1);
        for (const remedy of remedies) {
          const after = repaired(fixture, remedy);
          assert.ok(found(after, id).length < findings.length, remedy.title);
          for (const rule of unreadable.filter(each => each !== id))
            assert.deepEqual(found(after, rule), [], remedy.title);
        }
      }
    });
  }

  it('are none where they are said to be none', () => {
    for (const rule of rules) {
      const { id } = rule;
      if (!without.includes(id) || rule.isAlwaysError === true) continue;
      const offered = [...allFindings(open(exampleOf(rule))).values()]
        .flat()
        .flatMap(({ remedies }) => remedies.map(({ title }) => title));
      assert.deepEqual(offered, [], id);
    }
  });

  it('that touch each other are applied one after the other', () => {
    const { workspace, diagnosis } = open(
      readFixture('cycle 2026-Q4\n\nobjectve love:Customers love us\n  owner: @ana\n'),
    );
    const [file] = workspace.files.values();
    assert.ok(file !== undefined);
    const { edits, count } = preferredFixes(diagnosis.findings(file), each => each === file);
    assert.equal(count, 3);
    assert.equal(edits.get(file)?.length, 3);
    assert.equal(preferredFixes(diagnosis.findings(file), () => false).count, 0);
  });
});
