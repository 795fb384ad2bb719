/** What people set in their editor, as clients send it. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ClientSettings, defaults, type Setting } from '../../server/lsp/client-settings.ts';

function given(...sections: unknown[]): ClientSettings {
  const settings = new ClientSettings();
  for (const section of sections) settings.take(section);
  return settings;
}

describe('the settings of a client', () => {
  it('are the defaults where nothing is said, or nothing that can be read', () => {
    for (const section of [undefined, null, 'x', 3, [], {}, { inlayHints: null }, { inlayHints: { score: 'no' } }]) {
      const settings = given(section);
      for (const [name, value] of Object.entries(defaults)) assert.equal(settings.isOn(name as Setting), value);
      assert.equal(settings.today, undefined);
    }
  });
  it('are what is said', () => {
    const settings = given({ today: '2026-10-31', inlayHints: { score: false, checkInChange: true } });
    assert.equal(settings.isOn('okr.inlayHints.score'), false);
    assert.equal(settings.isOn('okr.inlayHints.checkInChange'), true);
    assert.equal(settings.today, '2026-10-31');
  });
  it('stay where a change does not speak of them', () => {
    const settings = given({ today: '2026-10-31', codeLens: { enabled: false } }, { today: '' });
    assert.equal(settings.isOn('okr.codeLens.enabled'), false);
    assert.equal(settings.today, '');
  });
});
