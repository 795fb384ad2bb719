/** OKRs to measure with: as many lines or files as asked, always the same. */

const words = [
  'customers',
  'revenue',
  'retention',
  'latency',
  'adoption',
  'quality',
  'growth',
  'delight',
  'onboarding',
  'support',
];
const people = ['@ana', '@maria', '@li', '@sam', '@noor', '@jo.park'];
const days = ['2026-10-10', '2026-10-31', '2026-11-14', '2026-11-30', '2026-12-12'];
/** Where there are more check-ins than that: one a week. */
const weeks = [3, 10, 17, 24, 31, 38, 45, 52, 59, 66, 73, 80].map(day =>
  new Date(Date.UTC(2026, 8, 30 + day)).toISOString().slice(0, 10),
);

/** Repeatable numbers from 0 to below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed * 2654435761 + 1;
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
}

interface Shape {
  readonly team: string;
  readonly objectives: number;
  readonly keyResults: number;
  readonly checkins: number;
  readonly supports: string;
}

export function teamText({ team, objectives, keyResults, checkins, supports }: Shape): string {
  const next = numbers(team.length + objectives);
  const pick = (list: readonly string[]) => list[next(list.length)] ?? '';
  const dates = checkins > days.length ? weeks : days;
  const lines = [`team ${team}: Team ${team}`, '  lead @ana', '', 'cycle 2026-Q4: Peak season', ''];
  for (let o = 0; o < objectives; o++) {
    lines.push(
      `objective o${o}: Make ${pick(words)} and ${pick(words)} better than any rival`,
      '  owner @maria',
      '  aspirational',
      `  supports ${supports}`,
    );
    lines.push('  > Referrals are our cheapest channel, and they come from delighted people.', '');
    for (let k = 0; k < keyResults; k++) {
      const from = next(100);
      const to = from + 1 + next(100);
      lines.push(
        `  kr k${k}: Raise ${pick(words)} of ${pick(words)}`,
        `    from ${from} to ${to} points`,
        `    owner ${pick(people)}`,
      );
      for (let c = 0; c < checkins; c++)
        lines.push(
          `    checkin ${dates[c]} ${from + next(to - from)} confidence ${50 + (c % 5) * 10}%: It is live for ${pick(words)}`,
        );
      lines.push('');
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One document of about so many lines. */
export function documentText(lines: number): string {
  return teamText({
    team: 'growth',
    objectives: Math.max(1, Math.round((lines - 5) / 38)),
    keyResults: 4,
    checkins: 4,
    supports: 'company/o0.k1',
  });
}

/** Many teams, a file each. */
export function workspaceTexts(files: number): [name: string, text: string][] {
  const company = teamText({
    team: 'company',
    objectives: 1,
    keyResults: 4,
    checkins: 3,
    supports: 'company/o0',
  }).replace(/^ {2}supports.*\n/m, '');
  const teams = Array.from({ length: files - 1 }, (_, i): [string, string] => [
    `team-${i}.okr`,
    teamText({
      team: `t${i}`,
      objectives: 2,
      keyResults: 3,
      checkins: 3,
      supports: i === 0 ? 'company/o0.k1' : `t${i - 1}/o1.k2`,
    }),
  ]);
  return [['company.okr', company], ...teams];
}
