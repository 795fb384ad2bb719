/** What somebody begins with: it is right on any day, formatted, and the coach says one thing about it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { fromIso, toIso } from '../../../server/core/calendar/day.ts';
import { firstWorkspace, handleFor } from '../../../server/core/edits/first-workspace.ts';
import { whoIs } from '../../../server/core/edits/who-is.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { ofType } from '../../../server/core/reports/selection.ts';

const day = (iso: string) => fromIso(iso) ?? assert.fail(iso);

function opened(today: number, team?: string, gitName?: string) {
  const loaded = openWorkspace('file:///w', today);
  for (const { name, text } of firstWorkspace({ today, handle: 'ana', name: gitName, team })) {
    if (name === 'okr.json') loaded.workspace.settings.set(`file:///w/${name}`, text);
    else loaded.workspace.setFile(`file:///w/${name}`, text, true);
  }
  return loaded;
}

function findings(today: number) {
  const { workspace, diagnosis } = opened(today, undefined, 'Ana Silva');
  return [...workspace.files.values()].flatMap(file => diagnosis.findings(file));
}

describe('A first workspace', () => {
  it('is a cycle, a team, an example with its numbers, and the settings', () => {
    const [settings, file] = firstWorkspace({ today: day('2026-11-21'), handle: 'ana', team: 'growth' });
    assert.deepEqual(settings, { name: 'okr.json', text: '{\n  "root": true\n}\n' });
    assert.equal(file?.name, '2026-Q4.okr');
    assert.match(file.text, /^team growth: Growth$/m);
    assert.match(file.text, /^cycle 2026-Q4$/m);
    assert.match(file.text, /^ {4}checkin 2026-11-21 17% confidence 6\/10: Where we are today$/m);
    assert.match(file.text, /^ {2}owner @ana$/m);
  });
  it('says who git’s user is, so that their check-ins are known as theirs', () => {
    for (const user of [
      { name: 'Ana Silva', email: 'a.silva@example.com' },
      { name: 'ana', email: '' },
      { name: '', email: 'ana@example.com' },
      { name: ' Ana:  #\tSilva, growth ', email: '' },
    ]) {
      const { workspace } = opened(day('2026-11-21'), undefined, user.name);
      assert.equal(whoIs(workspace, user), 'ana', user.name);
    }
    const text = (name?: string) => firstWorkspace({ today: day('2026-11-21'), handle: 'ana', name })[1]?.text ?? '';
    assert.match(text('Ana Silva'), /\n\n# By this name git knows @ana\.\nperson @ana: Ana Silva\n$/);
    assert.doesNotMatch(text('Ana') + text(), /^person/m);
  });
  it('begins with the next quarter where this one is nearly over', () => {
    const [, file] = firstWorkspace({ today: day('2026-12-20'), handle: 'ana' });
    assert.equal(file?.name, '2027-Q1.okr');
    assert.doesNotMatch(file.text, /checkin/);
    assert.match(file.text, /^team our-team: Our team$/m);
  });
  it('is right on any day, and the coach says one thing about it: what the file announces', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('2024-01-01'), max: day('2029-12-31') }), today => {
        const said = findings(today).map(({ rule, message }) => `${rule}: ${message}`);
        assert.equal(said.length, 1, `${toIso(today)}\n${said.join('\n')}`);
        assert.match(said[0] ?? '', /^kr-unmeasurable: .*“Improve our help pages”/);
      }),
    );
  });
  it('is on track on any day: whoever begins late has not failed at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('2024-01-01'), max: day('2029-12-31') }), today => {
        const { workspace, standings } = opened(today);
        const [objective] = ofType(workspace.entries.get(), 'objective');
        assert.ok(objective);
        const { status } = standings.objective(objective).objective;
        assert.ok(['on-track', 'pending'].includes(status), `${toIso(today)}: ${status}`);
      }),
    );
  });
  it('is written as the formatter writes', () => {
    for (const iso of ['2026-11-21', '2026-12-20']) {
      const [, file] = firstWorkspace({ today: day(iso), handle: 'ana', name: 'Ana Silva' });
      assert.equal(formatDocument(new Document(file?.text ?? '')), file?.text);
    }
  });

  it('is of whom git knows: by the first name, else the mailbox, else by nobody', () => {
    const cases: readonly [name: string, email: string, handle: string][] = [
      ['Ana Silva', 'a.silva@example.com', 'ana'],
      ['  Tomás  Herrera', '', 'tomás'],
      ['', 'li.wong+git@example.com', 'li.wong'],
      ['42', 'kim@example.com', 'kim'],
      ['', '', 'you'],
      ['陳 大文', '', '陳'],
      ['@sam', '', 'sam'],
    ];
    for (const [name, email, handle] of cases) assert.equal(handleFor({ name, email }), handle);
  });
});
