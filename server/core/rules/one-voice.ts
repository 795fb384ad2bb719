/**
 * A coach who has three things to say about one line says the one that helps most, and keeps the others for whoever
 * looks closer.
 */
import type { Block } from '../../../grammar/document.ts';
import type { OkrFile } from '../model/file.ts';
import type { Finding } from './rule.ts';
import { ruleById, rules } from './rules.ts';

/** A diagnostic shows at most so many related places. */
const MOST_RELATED = 3;

const loudness: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2, hint: 3 };
const order: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/** A block that nothing has changed for has the same findings, in a file of many. */
const voices = new WeakMap<readonly Finding[], readonly Finding[]>();

/** One for each that is said, so that whoever compares findings sees that nothing has changed. */
const joined = new WeakMap<Finding, Finding>();

/**
 * Of several pieces of advice on one line the most helpful: the loudest, of those what somebody wrote before what only the
 * day brought, and then the first in the list of rules.
 * The rest go into what is related to it. Errors are each said.
 * @param findings of one block, in the order of their places
 */
export function inOneVoice(file: OkrFile, block: Block, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  let voice = voices.get(findings);
  if (voice === undefined) {
    voice = voiceOf(file, block, findings);
    voices.set(findings, voice);
  }
  return voice;
}

function voiceOf(file: OkrFile, block: Block, findings: readonly Finding[]): readonly Finding[] {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (!isAdvice(finding)) continue;
    const line = block.lineStarts.findLastIndex(start => start <= finding.span.start);
    const same = byLine.get(line);
    if (same === undefined) byLine.set(line, [finding]);
    else same.push(finding);
  }
  const instead = new Map<Finding, Finding | undefined>();
  for (const same of byLine.values()) {
    if (same.length < 2) continue;
    const [first, ...rest] = same.toSorted(byHelp) as [Finding, ...Finding[]];
    instead.set(first, join(file, block, first, rest));
    for (const finding of rest) instead.set(finding, undefined);
  }
  if (instead.size === 0) return findings;
  return findings.flatMap(finding => (instead.has(finding) ? (instead.get(finding) ?? []) : finding));
}

/** With what was joined to them: for whoever wants every fix. */
export function eachOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.some(({ rest }) => rest.length > 0)
    ? findings.flatMap(finding => [finding, ...finding.rest])
    : findings;
}

/**
 * What the grammar says of a line, and what is said of a comment, is about the text and not about the goal. Of several
 * references each is struck through that leads to something dropped.
 */
function isAdvice({ rule, severity }: Finding): boolean {
  if (rule === 'reference-dropped') return false;
  const { checkEntry, checkFile } = ruleById.get(rule) ?? {};
  return severity !== 'error' && (checkEntry !== undefined || checkFile !== undefined);
}

function byHelp(a: Finding, b: Finding): number {
  return (
    loudness[a.severity] - loudness[b.severity] ||
    Number(isReminder(a)) - Number(isReminder(b)) ||
    (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0)
  );
}

const isReminder = ({ rule }: Finding) => ruleById.get(rule)?.isReminder === true;

function join(file: OkrFile, block: Block, first: Finding, rest: readonly Finding[]): Finding {
  const known = joined.get(first);
  if (known?.rest.length === rest.length && known.rest.every((finding, i) => finding === rest[i])) return known;
  const others = rest.map(({ span, message }) => ({ place: { file, block, span }, message }));
  const finding: Finding = {
    rule: first.rule,
    severity: first.severity,
    block,
    span: first.span,
    message: first.message,
    related: [...first.related.slice(0, Math.max(0, MOST_RELATED - others.length)), ...others].slice(0, MOST_RELATED),
    get remedies() {
      return first.remedies;
    },
    offered: first.offered,
    rest,
  };
  joined.set(first, finding);
  return finding;
}
