import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { deadlineIn, type TitleDeadline } from '../../../server/core/titles/reader.ts';

const DEADLINES = `
  Launch in 12 months                             | in 12 months               | 12 months from the start
  Reach 100 customers in the next 90 days         | in the next 90 days        | 90 days from the start
  Double revenue within two years                 | within two years           | 2 years from the start
  Launch the beta within 6 weeks                  | within 6 weeks             | 6 weeks from the start
  Be profitable by year-end                       | by year-end                | end of this year
  Be profitable by the end of the year            | by the end of the year     | end of this year
  Be profitable by EOY 2026                       | by EOY 2026                | end of year 2026
  Hire a CFO this quarter                         | this quarter               | this quarter
  Hire a CFO by the end of next quarter           | by the end of next quarter | end of next quarter
  Publish 3 articles by end of March              | by end of March            | end of month 3
  Publish 3 articles by mid-May 2026              | by mid-May 2026            | middle of month 5 of 2026
  Launch our category by March 4                  | by March 4                 | 3-4
  Launch our category by 4th of March, 2026       | by 4th of March, 2026      | 2026-3-4
  Go live on 2026-03-31                           | on 2026-03-31              | 2026-3-31
  Go live by 31/12/2026                           | by 31/12/2026              | 2026-12-31
  Achieve >99.95% availability in Q2 for all      | in Q2                      | Q2
  Sign 20 resellers by Q3 FY26                    | by Q3 FY26                 | FY Q3 of 2026
  Sign 20 resellers in FY27-Q1                    | in FY27-Q1                 | FY Q1 of 2027
  Ship in Q1'27                                   | in Q1'27                   | Q1 of 2027
  Be cash positive in H2                          | in H2                      | H2
  Reach 1M users by 2028                          | by 2028                    | year 2028
  Enter Asia in the third quarter                 | in the third quarter       | Q3
  Answer every ticket within 2 days               |                            |
  Recover CAC in 12 months                        |                            |
  Support customers affected since 2019           |                            |
  Costs reduced by 5% from FY24-Q2                |                            |
  Stand by our customers                          |                            |
  May the best team win                           |                            |
  Increase bookings by 20%                        |                            |
`;

function described(deadline: TitleDeadline): string {
  const part = deadline.part ? `${deadline.part} of ` : '';
  switch (deadline.type) {
    case 'duration':
      return `${deadline.count} ${deadline.unit}s from the start`;
    case 'current':
      return `${part}${deadline.ahead ? 'next' : 'this'} ${deadline.unit}`;
    case 'date':
      return [deadline.year, deadline.month, deadline.day].filter(field => field !== undefined).join('-');
    case 'month':
      return `${part}month ${deadline.month}${ofYear(deadline.year)}`;
    case 'quarter':
      return `${part}${deadline.fiscal ? 'FY ' : ''}Q${deadline.quarter}${ofYear(deadline.year)}`;
    case 'half':
      return `${part}H${deadline.half}${ofYear(deadline.year)}`;
    case 'year':
      return `${part}${deadline.fiscal ? 'fiscal ' : ''}year ${deadline.year}`;
  }
}

function ofYear(year: number | undefined): string {
  return year === undefined ? '' : ` of ${year}`;
}

describe('deadlines in titles', () => {
  for (const row of DEADLINES.trim().split('\n')) {
    const [title = '', part = '', what = ''] = row.split('|').map(cell => cell.trim());
    it(`${title}: ${what || 'none'}`, () => {
      const deadline = deadlineIn(title);
      assert.equal(deadline ? described(deadline) : '', what);
      assert.equal(deadline ? title.slice(deadline.span.start, deadline.span.end) : '', part);
    });
  }
});
