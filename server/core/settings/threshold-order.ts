/** Thresholds that are each right and make no sense together. */
import type { Thresholds } from '../scores/thresholds.ts';
import type { SettingsProblem, SettingsRead } from './read-settings.ts';

const kinds = ['committed', 'aspirational', 'learning'] as const;

/**
 * @param thresholds those that hold where the file stands, outer files' and defaults included
 * @param places where the file says which of them
 */
export function thresholdProblems(thresholds: Thresholds, places: SettingsRead['places']): SettingsProblem[] {
  const found: SettingsProblem[] = [];
  const report = (section: string, message: string) => {
    const place = places.get(`thresholds.${section}.atRisk`) ?? places.get(`thresholds.${section}.onTrack`);
    if (place !== undefined) found.push({ ...place, message });
  };
  for (const kind of kinds) {
    const { onTrack, atRisk } = thresholds[kind];
    if (atRisk > onTrack)
      report(kind, `At risk from ${atRisk} is above on track from ${onTrack}: make \`atRisk\` the smaller one`);
  }
  const { onTrack, atRisk } = thresholds.slack;
  if (onTrack > atRisk)
    report(
      'slack',
      `${onTrack} behind would be on track, and ${atRisk} at risk at best: make \`atRisk\` the larger one`,
    );
  return found;
}
