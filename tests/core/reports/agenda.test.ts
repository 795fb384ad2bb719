import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { agendaOf } from '../../../server/core/reports/agenda.ts';
import { buildReport } from '../../../server/core/reports/build-report.ts';
import { markdownAgenda } from '../../../server/core/reports/markdown/agenda.ts';
import { open } from './workspaces.ts';

const text = `team growth: Growth
cycle 2026-Q4: Peak season

objective love: Customers love us
  owner @ana
  kr stuck: Waits for others
    owner @bo
    from 0 to 10
    checkin 2026-11-20 5 blocked: The contract is not signed
  kr far: Far behind
    from 0 to 100 visits
    checkin 2026-11-20 2
  kr quiet: Not heard of since October
    from 0 to 10
    checkin 2026-10-10 6 on-track
  kr calm: On its way
    from 0 to 10
    checkin 2026-10-30 6
    checkin 2026-11-18 7
  kr same: As it was
    from 0 to 10
    checkin 2026-10-20 7
    checkin 2026-11-06 7 on-track
  kr steps: Three steps
    milestone due 2026-10-20 done 2026-11-05: Before
    milestone due 2026-11-10: The first
    milestone due 2026-12-10: The second
  kr gone: Let go
    from 0 to 10
    dropped 2026-10-20: No time
objective alone: Nobody's
  kr off: Without an owner
    from 0 to 100
    checkin 2026-11-20 1
kpi hire: Days to hire
  owner @cy
  critical above 50
  reading 2026-11-03 52

initiative: Later
  supports love.stuck
  due 2026-12-20
  active
initiative: Sooner
  supports love.stuck
  due 2026-12-01
  owner @dee
  planned
initiative: Over already
  supports love.stuck
  due 2026-11-22
  done 2026-11-15
initiative: For the whole
  supports love
  due 2026-11-12
  active
`;

const { workspace, standings } = open({ 'growth.okr': text });
const report = (since?: string) =>
  buildReport(workspace, standings, { cycle: '2026-Q4', since: since === undefined ? undefined : fromIso(since) });
const agenda = agendaOf(report());
const point = (title: string) => agenda.urgent.find(each => each.title === title);

describe('The weekly agenda', () => {
  it('begins with what is blocked and off track, then a critical KPI, then silence', () => {
    const whats = agenda.urgent.map(({ what }) => what);
    assert.deepEqual(whats, ['blocked', 'off-track', 'off-track', 'critical', 'silent']);
  });

  it('says whom to ask: the owner, else the objective’s, else nobody', () => {
    const owners = ['Waits for others', 'Far behind', 'Without an owner', 'Days to hire'].map(
      title => point(title)?.owner,
    );
    assert.deepEqual(owners, ['@bo', '@ana', null, '@cy']);
    assert.match(markdownAgenda(agenda, report()), /\*\*Without an owner\*\* .* Nobody owns it: who will\?/);
  });

  it('names the open initiative that is due next, before those of its objective', () => {
    assert.deepEqual(point('Waits for others')?.next, { title: 'Sooner', owner: '@dee', due: '2026-12-01' });
    assert.equal(point('Far behind')?.next?.title, 'For the whole');
    assert.equal(point('Without an owner')?.next, null);
  });

  it('lists what is overdue, the longest first, and nothing that is still to come', () => {
    const overdue = agenda.overdue.map(({ what, title, of }) => [what, title, of]);
    assert.deepEqual(overdue, [
      ['step', 'The first', 'Three steps'],
      ['initiative', 'For the whole', null],
    ]);
  });

  it('tells what moved since the last round, or since another day', () => {
    const titles = (since?: string) => agendaOf(report(since)).moved.map(({ title }) => title);
    assert.ok(titles().includes('On its way'));
    assert.ok(!titles('2026-11-19').includes('On its way'));
    assert.equal(agendaOf(report('2026-11-19')).since, '2026-11-19');
  });

  it('has each key result once: the rest is what nothing else names, and nothing that was let go', () => {
    const rest = agenda.rest.map(({ title }) => title);
    const named = [...agenda.urgent, ...agenda.moved].map(({ title }) => title);
    assert.ok(rest.includes('As it was'));
    assert.deepEqual(
      rest.filter(title => named.includes(title) || title === 'Let go'),
      [],
    );
  });
});
