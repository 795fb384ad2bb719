import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { width } from '../../../server/cli/terminal/width.ts';
import { SIGNS, signed } from '../../../server/core/wording/signs.ts';
import { statusStanding } from '../../../server/core/wording/standing.ts';

describe('The signs', () => {
  it('are one column wide, and no two shapes have the same', () => {
    const signs = Object.values(SIGNS);
    for (const sign of signs) assert.equal(width(sign), 1, sign);
    assert.equal(new Set(signs).size, signs.length);
  });
  it('are no pictures', () => {
    for (const sign of Object.values(SIGNS)) assert.doesNotMatch(sign, /\p{Emoji_Presentation}/u);
  });
  it('stand before their word', () => {
    assert.equal(signed(statusStanding('at-risk')), '▲ at risk');
    assert.equal(signed(statusStanding('blocked')), '⊘ blocked');
  });
});
