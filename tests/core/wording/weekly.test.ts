import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { weekly } from '../../../server/core/wording/weekly.ts';

describe('What a week has to bring', () => {
  for (const unit of ['worms', '', '%', 'MB', 'new clients'])
    it(`is so many ${unit || 'without a unit'} a week`, () => assert.equal(weekly('+2', unit), '+2 a week'));
  for (const unit of ['boxes a week', 'orders per day', 'MB/s', 'km / h', 'visits each month', 'Stück per Woche'])
    it(`is not so many ${unit} a week`, () => assert.equal(weekly('+2', unit), '+2 every week'));
});
