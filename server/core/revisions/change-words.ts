/** Changes in words, for a terminal and for Markdown alike: the one escapes people's words as the other does not. */
import type { Change } from './difference.ts';
import { arrow, day, quoted, type Writer } from './writer.ts';

const ofText: Partial<Record<Change['what'], string>> = {
  with: 'shared with',
  kind: 'kind',
  weight: 'weight',
  rhythm: 'checked in',
  plan: 'plan',
  status: 'status',
  healthy: 'healthy line',
  critical: 'critical line',
  supports: 'supports',
  needs: 'needs',
  continues: 'continues',
  follows: 'follows',
  kpi: 'KPI',
  data: 'data',
  tags: 'tags',
  links: 'links',
  baseline: 'baseline',
  target: 'target',
  measure: 'measure',
  grade: 'grade',
};

/** `target 50 → 44 points, in place`, `handed over from @ana to @li`, `dropped on 16 Nov: we learned enough (@ana)` */
export function changeInWords(change: Change, writer: Writer): string {
  const { what, from, to, date, inPlace } = change;
  const { plain } = writer;
  switch (what) {
    case 'title':
      return from === null
        ? 'got a title'
        : to === null
          ? `no title any more, was ${quoted(from, writer)}`
          : `reworded, was ${quoted(from, writer)}`;
    case 'name':
      return from === null
        ? `got the name ${plain(to ?? '')}`
        : to === null
          ? `name ${plain(from)} taken away`
          : `renamed from ${plain(from)} to ${plain(to)}`;
    case 'team':
    case 'cycle':
    case 'objective':
      return from === null
        ? `moved to ${what} ${plain(to ?? '')}`
        : `moved from ${what} ${plain(from)} ${to === null ? 'to none' : `to ${plain(to)}`}`;
    case 'owner':
      return from === null
        ? `owner ${plain(to ?? '')}`
        : to === null
          ? `no owner any more, was ${plain(from)}`
          : `handed over from ${plain(from)} to ${plain(to)}`;
    case 'description':
      return from === null ? 'description written' : to === null ? 'description taken out' : 'description reworded';
    case 'reflection':
      return 'reflections written';
    case 'dropped':
    case 'resumed':
      return to === null
        ? `no longer ${what} on ${day(from ?? '', writer)}`
        : `${what} on ${day(to, writer)}${reason(change, writer)}`;
    case 'step':
      return stepInWords(from, to, writer);
    case 'due':
      return `due ${arrow(from && day(from, writer), to && day(to, writer), plain)}`;
    default: {
      const moved =
        to === null && date !== null
          ? `line of ${day(date, writer)} taken out (${plain(from ?? '')})`
          : arrow(from, to, plain);
      const when = to !== null && date !== null ? ` on ${day(date, writer)}` : '';
      return `${ofText[what] ?? what} ${moved}${when}${inPlace && date === null ? ', in place' : ''}${reason(change, writer)}`;
    }
  }
}

function stepInWords(from: string | null, to: string | null, writer: Writer): string {
  const { plain } = writer;
  if (from === null) return `new step: ${plain(to ?? '')}`;
  if (to === null) return `step taken out: ${plain(from)}`;
  const text = to.replace(stepEnd, '');
  if (text !== from.replace(stepEnd, '')) return `step ${plain(from)} → ${plain(to)}`;
  const [was, is] = [from, to].map(step =>
    step.slice(text.length + 2).replace(/\d{4}-\d\d-\d\d/, iso => day(iso, writer)),
  );
  return `step ${plain(text)}: ${was || 'open'} → ${is || 'open'}`;
}

/** What follows the words of a step: when it is due or done, and what it weighs. */
const stepEnd = /(?:, (?:due|done)(?: \d{4}-\d\d-\d\d)?)?(?:, weight [\d.,]+)?$/;

function reason({ why, by }: Change, { plain }: Writer): string {
  return (why === '' ? '' : `: ${plain(why)}`) + (by === null ? '' : ` (${plain(by)})`);
}
