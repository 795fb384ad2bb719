import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { slides } from '../../../server/core/reports/markdown/slides.ts';
import { markdownReport } from '../../../server/core/reports/markdown.ts';
import { chosen, firstChoice, optionsOf } from '../../../server/core/views/choice.ts';
import { letGo } from '../../../server/core/wording/letting-go.ts';
import { keyResultStanding, standingOf } from '../../../server/core/wording/standing.ts';
import { open } from '../reports/workspaces.ts';

describe('What is let go', () => {
  const reasons: readonly [written: string, word: string, why: string][] = [
    ['The partner withdrew', 'dropped', 'The partner withdrew'],
    ['', 'dropped', ''],
    ['Paused: the hiring freeze', 'paused', 'The hiring freeze'],
    ['Paused', 'paused', ''],
    ['Paused.', 'paused', ''],
    ['paused until the lease is signed', 'paused', 'Until the lease is signed'],
    ['On hold – Mei is ill', 'paused', 'Mei is ill'],
    ['Pauses between lessons are long enough', 'dropped', 'Pauses between lessons are long enough'],
    ['We never paused', 'dropped', 'We never paused'],
  ];
  for (const [written, word, why] of reasons)
    it(`is ${word}: ${written || 'no reason'}`, () => assert.deepEqual(letGo(written), { word, why }));

  const paused = open(`cycle 2026-Q4
objective love: Customers love us
  dropped 2026-11-02 by @ceo: Paused: The hiring freeze
objective shop: The shop is open
  kr lease: The lease is signed
    to 10
    dropped 2026-11-03: Paused until the owner is back
  kr staff: The staff is there
    to 10
    dropped 2026-10-12: Nobody has time
    resumed 2026-10-30: Kim has
    checkin 2026-11-14 7
  kr games: Games for children
    to 10
    dropped 2026-11-04: Wrong idea
`).report({ cycle: '2026-Q4' });

  it('is told as what it is in a report', () => {
    const text = markdownReport(paused);
    for (const line of [
      'One objective and two key results were dropped or paused.',
      '### Customers love us\n\n– Paused on 2 November: The hiring freeze.',
      '- **The lease is signed**, paused on 3 November: Until the owner is back.',
      '- **Games for children**, dropped on 4 November: Wrong idea.',
      '- **Customers love us**: – paused',
      '- 12 Oct: “The staff is there” was paused: Nobody has time.',
      '- 2 Nov: “Customers love us” was paused (@ceo).',
      '- 4 Nov: “Games for children” was dropped.',
    ])
      assert.ok(text.includes(line), `${line}\n\nin\n\n${text}`);
    assert.match(text, /^\| The lease is signed .* – paused +\|$/m);
    assert.match(text, /^\| ~~Games for children~~ .* – dropped +\|$/m);
    assert.doesNotMatch(text, /dropped[^.\n]*Paused/);
  });

  it('is told so on slides', () => {
    const deck = slides(paused);
    assert.match(deck, /^Paused on 2 November: The hiring freeze\.$/m);
    assert.match(deck, /^- The lease is signed, paused 3 Nov: Until the owner is back\.$/m);
    assert.match(deck, /^- ~~Games for children~~, dropped 4 Nov: Wrong idea\.$/m);
  });

  it('is counted with its key results', () => {
    const { objectives } = open(`cycle 2026-Q4
objective love: Customers love us
  dropped 2026-11-02: Paused
  kr nps: Promoters
    to 10
`).report({ cycle: '2026-Q4' });
    const [objective] = objectives;
    assert.equal(keyResultStanding(objective!.keyResults[0]!, objective!).word, 'paused');
    assert.deepEqual(
      optionsOf({ ...paused, objectives }).status.map(({ value }) => value),
      ['paused'],
    );
    assert.equal(chosen({ ...paused, objectives }, { ...firstChoice, status: 'paused' }).objectives.length, 1);
  });

  it('stands as paused', () => {
    assert.deepEqual(
      paused.objectives.flatMap(objective => [objective, ...objective.keyResults]).map(each => standingOf(each).word),
      ['paused', 'on track', 'paused', 'on track', 'dropped'],
    );
  });
});
