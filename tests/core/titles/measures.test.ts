import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { textOf } from '../../../server/core/titles/measure-text.ts';
import { measureText, readTitle } from '../../../server/core/titles/reader.ts';

/** A title, the measure that the fix writes in full, and the part of the title it was read from. */
const MEASURES = `
  Have the press publish at least 3 articles by March    | to 3 articles                     | at least 3 articles
  Raise NPS from 25 points to 35                         | from 25 to 35 points              | from 25 points to 35
  Increase conversion from 5 to 10%                      | from 5% to 10%                    | from 5 to 10%
  Availability consistently >99.95%                      | keep at least 99.95%              | >99.95%
  Upgrades take less than 30 minutes                     | keep at most 30 minutes           | take less than 30 minutes
  Keep churn below 3%                                    | keep below 3%                     | below 3%
  Forecast within ±5% of actuals                         | keep between -5% and 5%           | within ±5%
  Increase SWAUs by 25%                                  | from ? by 25%                     | by 25%
  Hosting costs reduced by 30%                           | from ? by -30%                    | by 30%
  Grow leads 3x                                          | from ? by 200%                    | 3x
  Cut the backlog by 20 tickets                          | from ? by -20 tickets             | by 20 tickets
  Grow revenue from $1M by 20%                           | from $1M by 20%                   | from $1M by 20%
  Cut release time from 2 weeks to 3 days                | from 14 to 3 days                 | from 2 weeks to 3 days
  Move closing from 2 business days to 4 hours           | to 4 hours                        | to 4 hours
  Cut the backlog from 420 tickets by 30%                | from 420 tickets by -30%          | from 420 tickets by 30%
  Grow ARR from 5M to $8M                                | from $5M to $8M                   | from 5M to $8M
  Reduce churn to 5%                                     | from ? to 5%                      | to 5%
  Increase NPS from 35                                   | from 35 to ?                      | from 35
  Reach $1.2 million in new ARR                          | to $1.2M                          | Reach $1.2 million
  Walk 10 000 steps a day                                | to 10000 steps per day            | 10 000 steps a day
  Improve NPS to 50 (currently 32)                       | from 32 to 50                     | to 50 (currently 32
  All tickets answered within 2 business days            | keep at most 2 business days      | within 2 business days
  Attend 4 new on-site events in the next 12 months      | to 4 new on-site events           | 4 new on-site events
  Hire two additional full-time or part-time teammates   | to 2                              | two
  Hire 3 new, senior engineers                           | to 3                              | 3
  No tier 1 customer is blocked from upgrading           | keep at most 0                    | No tier 1
  No P0 bugs in production                               | keep at most 0                    | No P0
  New colleagues work alone in 90 days instead of 150    | from 150 to 90 days               | in 90 days instead of 150
  9 of 10 would recommend the help desk                  | to 90%                            | 9 of 10
  8 out of 10 say so                                     | to 80%                            | 8 out of 10
  3 of 5 pilots are live                                 | to 3 pilots                       | 3 of 5 pilots
  Fill 12 of our 14 open shifts                          | to 12 open shifts                 | 12 of our 14 open shifts
  First reply in under an hour, every day of the week    | keep at most 1 hour               | in under an hour
  Every ticket is answered within a day                  | keep at most 1 day                | within a day
  Win back 15 lapsed customers worth at least €2k each   | to 15 lapsed customers            | 15 lapsed customers
  $1.5M pipeline, of which 40% from partners             | to $1.5M pipeline                 | $1.5M pipeline
  Nurse-to-patient ratio of 1:6 on nights                | to 6                              | of 1:6
  Five-star reviews on our page: 300                     | to 300                            | 300
  Bring no-shows down to one in twenty                   | from ? to 5%                      | to one in twenty
  Not a single missed payroll                            | keep at most 0 missed payroll     | Not a single missed payroll
  Half the number of pages per night                     | from ? by -50%                    | Half the number
  Never more than 5 open P1s                             | keep at most 5                    | Never more than 5
  Nobody waits longer than 20 minutes                    | keep at most 20 minutes           | longer than 20 minutes
  No one waits alone                                     | keep at most 0                    | No one
  98 of 100 parcels arrive on time                       | to 98%                            | 98 of 100
  Be the #1 podcast for freelancers                      | keep at most 1                    | #1 podcast
  First reply in 1 day (from 4 days)                     | from 4 to 1 day                   | in 1 day (from 4 days
  Keep spend per visit < €6 (currently €5)               | keep at most €6                   | < €6
  Keep uptime above 99% (currently 99.4%)                | keep above 99%                    | above 99%
  Join the partner shop (2K orders)                      | to 2k orders                      | 2K orders
`;

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map(row => row.split('|').map(cell => cell.trim()));
}

describe('measures in titles', () => {
  for (const [title = '', text, part] of rowsOf(MEASURES)) {
    it(`${title}: ${text}`, () => {
      const reading = readTitle(title);
      assert.equal(measureText(reading), text);
      const { start, end } = reading.measures[0]!.span;
      assert.equal(title.slice(start, end), part);
    });
  }

  it('gives each measure of a compound title, and no text for the whole', () => {
    const reading = readTitle('Grow followers to 20k and keep churn below 5%');
    assert.equal(measureText(reading), undefined);
    assert.deepEqual(reading.measures.map(textOf), ['to 20k', 'keep below 5%']);
  });

  it('tells the direction that the verb tells', () => {
    const directions = ['Raise NPS to 50', 'Cut churn to 5%', 'Improve response time to 2 h', 'Reach 50 customers'].map(
      title => readTitle(title).measures[0]?.direction,
    );
    assert.deepEqual(directions, ['raise', 'cut', 'cut', undefined]);
  });

  it('reads numbers with their magnitude and sign', () => {
    const numbers = ['Reach 2 million users', 'Cut costs by 30%', 'Revenue up 2x', 'NPS 32 → 50'].map(
      title => readTitle(title).measures[0]?.numbers,
    );
    assert.deepEqual(numbers, [[2_000_000], [-30], [2], [32, 50]]);
  });

  it('counts offsets in UTF-16 units', () => {
    const title = '🚀🚀 Reach 50 customers';
    const { start, end } = readTitle(title).measures[0]!.span;
    assert.equal(title.slice(start, end), 'Reach 50 customers');
  });
});
