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
  for (const title of vague) it(`is not: ${title || '(empty)'}`, () => assert.equal(isSpecific(title), false));
});
