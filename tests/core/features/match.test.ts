/** How well a text fits what is written of it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { FITS, type Fit, fitter, matcher, misspells } from '../../../server/core/features/completion/match.ts';

describe('What is written of a text', () => {
  const cases: [word: string, label: string, fit: Fit | undefined, title?: string][] = [
    ['', 'company/quality', FITS.begins],
    ['comp', 'Company/quality', FITS.begins],
    ['qual', 'company/quality', FITS.beginsPart],
    ['nps', 'growth/love.nps', FITS.beginsPart],
    ['li', '@li', FITS.beginsPart],
    ['cq', 'company/quality', FITS.initials],
    ['coqu', 'company/quality', FITS.initials],
    ['gln', 'growth/love.nps', FITS.initials],
    ['cmy', 'company/quality', FITS.letters],
    ['lasts', 'company/quality', FITS.beginsPart, 'What we make lasts'],
    ['@won', '@li', FITS.title, 'Li Wong'],
    ['q4x', 'company/quality', undefined],
  ];
  for (const [word, label, fit, title] of cases) {
    const name = Object.entries(FITS).find(([, each]) => each === fit)?.[0] ?? 'not at all';
    it(`${word || 'nothing'} fits ${label}${title === undefined ? '' : `, “${title}”,`}: ${name}`, () => {
      assert.equal(fitter(word)(label, title), fit);
    });
  }

  it('fits where an editor would show it, and only there', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abA/.- @é'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (word, label, title) => {
        const shown = title === '' ? label : `${label} ${title}`;
        assert.equal(fitter(word)(label, title) !== undefined, matcher(word)(shown));
      }),
    );
  });
});

describe('A slip', () => {
  const cases: [word: string, label: string, isSlip: boolean][] = [
    ['form', 'from', true],
    ['onwer', 'owner', true],
    ['obejct', 'objective', true],
    ['milestnoe', 'milestone', true],
    ['chekc', 'checkin', true],
    ['frm', 'from', true],
    ['ow', 'objective', false],
    ['xrm', 'from', false],
    ['team', 'target', false],
    ['', 'from', false],
  ];
  for (const [word, label, isSlip] of cases) {
    it(`${isSlip ? 'makes' : 'does not make'} ${word || 'nothing'} of ${label}`, () => {
      assert.equal(misspells(word)(label), isSlip);
    });
  }
});
