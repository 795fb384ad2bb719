import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { joined } from '../../client/initialization-options.ts';

describe('what the server is told at its start', () => {
  it('has the commands of every feature, and what else each says', () => {
    assert.deepEqual(
      joined([{ commands: ['okr.checkIn', 'a'] }, { settings: { today: '' } }, { commands: ['a', 'b'] }]),
      {
        commands: ['okr.checkIn', 'a', 'b'],
        settings: { today: '' },
      },
    );
  });

  it('is that there are no commands where no feature has one', () => {
    assert.deepEqual(joined([]), { commands: [] });
  });
});
