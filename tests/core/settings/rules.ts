import type { RuleOptionSpec } from '../../../server/core/settings/settings.ts';

/** Three rules as `okr.json` can set them. */
export const rules: readonly RuleOptionSpec[] = [
  {
    id: 'objective-too-many',
    description: 'More objectives than a team can pull on.',
    options: { limit: { default: 5, description: 'How many objectives a team may have in a cycle.' } },
  },
  { id: 'kr-unmeasurable', options: {} },
  { id: 'kr-vague', options: {} },
];
