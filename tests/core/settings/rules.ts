import type { RuleOptionSpec, Severity } from '../../../server/core/settings/settings.ts';

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

/** One of them, with how loudly it speaks unless set otherwise. */
export function ruleNamed(id: string, severity: Severity = 'hint') {
  return { id, severity };
}
