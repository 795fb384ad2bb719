/** A goal goes on when its owner has left. */
import type { Owner, Statement } from '../../../../grammar/tree.ts';
import type { Person } from '../../model/elements.ts';
import type { Entry } from '../../model/entry.ts';
import { teamInfo } from '../../model/teams.ts';
import { isFinished } from '../method.ts';
import { type Ground, placeOf, type Rule, replaces, statementOf } from '../rule.ts';
import { inShort, running } from '../running.ts';

export const ownerLeft: Rule = {
  id: 'owner-left',
  severity: 'warning',
  isReminder: true,
  summary: 'An owner who has left',
  why: 'What belongs to somebody who is gone belongs to nobody, and nobody notices. When they left, `until` says under `person`.',
  bad: `
    person @kim: Kim Soto
      until 2026-10-16
    person @maria: Maria Costa

    team growth: Growth
      lead @maria

    kpi tickets: Recurring tickets per week
      owner @kim
      healthy at most 450
      reading 2026-11-20 402
  `,
  good: `
    person @kim: Kim Soto
      until 2026-10-16
    person @maria: Maria Costa

    team growth: Growth
      lead @maria

    kpi tickets: Recurring tickets per week
      owner @maria
      healthy at most 450
      reading 2026-11-20 402
  `,
  checkEntry(entry, ground, say) {
    const { workspace } = ground;
    if (!workspace.hasPersons() || isFinished(entry, workspace, ground.standings)) return;
    const root = statementOf(entry);
    const nodes: Statement[] = [root, ...running(entry, ground).map(({ node }) => node)];
    for (const owner of nodes.flatMap(({ body }) =>
      body.filter((each): each is Owner => each.kind === 'owner' || each.kind === 'lead'),
    )) {
      if (owner.person === undefined) continue;
      const { start, end, handle } = owner.person;
      const left = leftOn(handle, ground);
      if (left === undefined) continue;
      const place = placeOf(entry, { start, end });
      say({
        span: { start, end },
        message: `\`@${handle}\` left on ${inShort(left, ground)} and still ${owner.kind === 'lead' ? 'leads this team' : 'owns this'}: who takes it over?`,
        remedies: () =>
          [...heirs(entry, ground)]
            .filter(heir => heir !== handle && leftOn(heir, ground) === undefined)
            .map(heir => replaces(`Hand it to \`@${heir}\``, place, `@${heir}`, false)),
      });
    }
  },
};

/** The last day of somebody who is gone. */
function leftOn(handle: string, { workspace }: Ground): number | undefined {
  const [until] = workspace.named('person', handle).map(entry => (entry.element as Person).until);
  return until !== undefined && until < workspace.today.get() ? until : undefined;
}

/** The nearest who could: the objective's owner for a key result, whoever leads the team. */
function heirs({ element, team }: Entry, { workspace }: Ground): Set<string> {
  const owner = element.type === 'objective' ? element.owner : undefined;
  const lead = typeof team === 'string' ? teamInfo(workspace, team).lead : undefined;
  return new Set([owner, lead].filter(each => each !== undefined));
}
