/** A KPI is there to say when to look up. */
import { brief } from '../../../../grammar/problems.ts';
import { measureText, readTitle } from '../../titles/reader.ts';
import { insertUnder } from '../lines.ts';
import { headingSpan, placeOf, type Rule, replaces, statementOf } from '../rule.ts';

export const kpiThresholdMissing: Rule = {
  id: 'kpi-threshold-missing',
  severity: 'info',
  summary: 'A KPI that could never be unhealthy',
  why: 'A number without a line is a decoration: nobody knows when to do something about it. Say once what is good, and the KPI speaks up by itself.',
  bad: `
    kpi tickets: Recurring tickets per week
      owner @sam
      reading 2026-11-20 402
  `,
  good: `
    kpi tickets: Recurring tickets per week
      owner @sam
      healthy at most 450
      reading 2026-11-20 402
  `,
  checkEntry(entry, _ground, say) {
    const { element } = entry;
    if (element.type !== 'kpi' || element.healthy !== undefined || element.critical !== undefined) return;
    const node = statementOf(entry);
    if (
      node.broken ||
      element.title === '' ||
      node.body.some(({ kind, broken }) => broken || kind === 'healthy' || kind === 'critical' || kind === 'unknown')
    )
      return;
    const adds = (line: string) => {
      const { span, text } = insertUnder(entry.block, node, [line]);
      return replaces(`Add \`${line}\``, placeOf(entry, span), text, false);
    };
    const line = lineIn(element.title);
    say({
      span: headingSpan(node),
      message: `When would “${brief(element.title)}” worry you? Without a line it could never be unhealthy: add ${line === undefined ? '`healthy at least …` or `healthy at most …`' : `\`${line}\``}`,
      remedies: line === undefined ? [adds('healthy at least ?'), adds('healthy at most ?')] : [adds(line)],
    });
  },
};

/** The line that the title names: `Answer 30 questions per day`, `Pages load in under 2 s`. */
function lineIn(title: string): string | undefined {
  const reading = readTitle(title);
  const measure = reading.reads === 'absolute' ? measureText(reading) : undefined;
  const [, how, rest] = /^(to|keep) (.+)$/.exec(measure ?? '') ?? [];
  return how === undefined ? undefined : `healthy ${how === 'to' ? 'at least ' : ''}${rest}`;
}
