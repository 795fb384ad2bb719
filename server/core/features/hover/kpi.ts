/** A KPI: its health and since when, its lines, its last readings, and which key results it feeds. */
import { toIso } from '../../calendar/day.ts';
import type { KpiEntry } from '../../model/entry.ts';
import { refToText } from '../../model/resolve.ts';
import { healthCourse } from '../../scores/health-course.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import { healthOverTime } from '../../wording/health-course.ts';
import { rhythmInWords } from '../../wording/rhythm.ts';
import { keyResultsOn } from '../backlinks.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, code, facts, few, plain } from '../markdown.ts';
import { headline, mention, people, teamTitle } from '../naming.ts';
import { change, fromToday, healthInWords, holdInWords, quantity, shortDay } from '../words.ts';
import { description } from './description.ts';
import { valueWay } from './value-way.ts';

const READINGS = 3;

export function kpiCard(context: FeatureContext, entry: KpiEntry): string {
  const { workspace, standings } = context;
  const today = workspace.today.get();
  const { element } = entry;
  const standing = standings.kpi(entry);
  const unit = kpiUnit(entry, workspace);
  const { value, day, since, readings } = standing;
  const health =
    since === undefined
      ? healthInWords(standing.health)
      : `${healthInWords(standing.health)} since ${shortDay(since, today)}`;
  const figure =
    value === undefined || day === undefined
      ? []
      : [`**${quantity(value, unit)}** on ${shortDay(day, today)}, ${fromToday(day, today)}`];
  const stale =
    standing.stale && element.rhythm !== undefined ? [`stale: it is read ${rhythmInWords(element.rhythm)}`] : [];
  const last = readings.slice(-READINGS).reverse();
  const lines = last.map((reading, index) => {
    const before = readings[readings.length - 2 - index];
    const moved = before === undefined ? '' : `, ${change(reading.value - before.value, '')}`;
    return `- ${shortDay(reading.day, today)} **${quantity(reading.value, unit)}**${moved}${reading.note === '' ? '' : `: ${plain(reading.note)}`}`;
  });
  const team = teamTitle(context, entry);
  return blocks(
    headline(context, entry),
    description(element.description),
    [...figure, `**${health}**`, ...stale].join(' · '),
    facts([
      ['Healthy', element.healthy && holdInWords(element.healthy)],
      ['Critical', element.critical && holdInWords(element.critical)],
      ['Owner', people(element.owner, [])],
      ['Team', team && plain(team)],
      ['Read', element.rhythm && rhythmInWords(element.rhythm)],
      ['Over time', overTime(context, entry)],
      ['Values from', valueWay(context, entry) ?? (element.follows && code(refToText(element.follows)))],
      [
        'Feeds',
        few(
          keyResultsOn(workspace, entry).map(each => mention(context, each)),
          5,
        ),
      ],
      [
        'Supports',
        few(
          element.supports.map(ref => code(refToText(ref))),
          5,
        ),
      ],
    ]),
    lines.length === 0 ? undefined : `**Last readings**\n\n${lines.join('\n')}`,
  );
}

/** `healthy 3 Oct – 24 Oct, watch since 31 Oct`; undefined where it never changed. */
function overTime({ workspace, standings }: FeatureContext, entry: KpiEntry): string | undefined {
  const stretches = healthCourse(entry.element, standings.kpi(entry).readings);
  if (stretches.length < 2) return undefined;
  const course = stretches.map(each => ({ ...each, from: toIso(each.from), to: toIso(each.to) }));
  return healthOverTime({ course }, toIso(workspace.today.get()));
}
