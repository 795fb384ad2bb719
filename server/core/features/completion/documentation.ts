/** What is said of an item once somebody looks at it. */
import { keywords } from '../../../../grammar/keywords.ts';
import type { InitiativeEntry, KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import type { FeatureContext } from '../context.ts';
import { cycleCard, teamCard } from '../hover/groups.ts';
import { innerWordCard, keywordCard, ruleCard } from '../hover/keyword.ts';
import { personCard } from '../hover/person.ts';
import { targetCard } from '../hover/target.ts';
import { standingInShort, type Target, teamTitle } from '../naming.ts';
import type { ItemData } from './item.ts';

export interface Documentation {
  readonly detail?: string;
  /** In Markdown. */
  readonly text: string;
}

/** undefined where the label says it all, or what it was about is gone. */
export function documentationOf(context: FeatureContext, data: ItemData): Documentation | undefined {
  switch (data.about) {
    case 'keyword': {
      const keyword = keywords.get(data.name);
      return keyword && { text: keywordCard(keyword) };
    }
    case 'word': {
      const text = innerWordCard(data.name);
      return text === undefined ? undefined : { text };
    }
    case 'person':
      return { text: personCard(context, data.name) };
    case 'team':
      return { text: teamCard(context, data.name, undefined) };
    case 'cycle':
      return { text: cycleCard(context, context.workspace.cycles.of(data.name)) };
    case 'rule':
      return { text: ruleCard(data.name) };
    case 'objective':
    case 'kpi':
    case 'initiative': {
      const target = targetOf(context, data);
      if (target === undefined) return undefined;
      const entry = 'keyResult' in target ? target.objective : target;
      const detail = [standingInShort(context, target), teamTitle(context, entry)].filter(part => part).join(' · ');
      return { detail, text: targetCard(context, target) };
    }
    case 'nothing':
      return undefined;
  }
}

function targetOf(
  { workspace }: FeatureContext,
  data: Extract<ItemData, { about: 'objective' | 'kpi' | 'initiative' }>,
): Target | undefined {
  const named = workspace.named(data.about, `${data.team}/${data.name}`);
  if (data.about !== 'objective') return named[0] as KpiEntry | InitiativeEntry | undefined;
  const objective = (named as readonly ObjectiveEntry[]).find(entry => (entry.cycle ?? null) === data.cycle);
  if (objective === undefined || data.kr === undefined) return objective;
  const keyResult = objective.element.keyResults.find(({ name }) => name === data.kr);
  return keyResult && { objective, keyResult };
}
