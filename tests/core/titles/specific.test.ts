import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isSpecific } from '../../../server/core/titles/specific.ts';

describe('whether a title is specific', () => {
  const specific = [
    'Raise NPS from 25 to 35',
    'Improve NPS by 10 points',
    'Launch the mobile app',
    'Swagger documentation for the REST API',
    'Raise our Net Promoter Score',
    'Reduce recurring tickets',
    'Growing weekly active customers',
  ];
  const vague = [
    'Improve effectiveness of internal communications',
    'Better onboarding',
    'Increase usage',
    'Raise the quality of support',
    'Strengthen team culture',
    'Onboard customers to raise engagement',
    'Increase',
    'Quality',
    '',
    'p95 latency under 200 ms and error rate below 0.1%',
  ];
  for (const title of specific) it(`is: ${title}`, () => assert.equal(isSpecific(title), true));
  const fromTo = { kind: 'from-to', from: 2, to: 5, unit: 'features', fromNothing: false } as const;
  const milestones = { kind: 'milestones', steps: [] } as const;
  for (const title of ['Ship more features', 'Less waiting', 'Better onboarding', 'Quality'])
    it(`is, once a number says how far: ${title}`, () => {
      assert.equal(isSpecific(title, { measure: fromTo }), true);
      assert.equal(isSpecific(title, { kpi: { team: undefined, name: 'k', kr: undefined, cycle: undefined } }), true);
    });
  for (const title of [
    'Ship more features',
    'Improve the onboarding of new colleagues',
    'Raise the quality of support',
  ])
    it(`is not by its steps, which do not say how much: ${title}`, () =>
      assert.equal(isSpecific(title, { measure: milestones }), false));
  for (const title of ['', 'p95 latency under 200 ms and error rate below 0.1%'])
    it(`is not by its number either: ${title || '(empty)'}`, () =>
      assert.equal(isSpecific(title, { measure: fromTo }), false));
  it('is by its steps, which say what is meant: App', () =>
    assert.equal(isSpecific('App', { measure: milestones }), true));
  for (const title of vague) it(`is not: ${title || '(empty)'}`, () => assert.equal(isSpecific(title), false));
});
