/**
 * A finding without the trees and facts that its remedies are made from: of thousands of closed files they would take
 * more room than all that is said. Who wants them has the file looked at again.
 */
import type { Block } from '../../../grammar/document.ts';
import type { Finding } from './rule.ts';

/** Looks for a finding in its file as it stands. */
export type LookClosely = (isIt: (finding: Finding) => boolean) => Finding | undefined;

class Told implements Finding {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly block: Block;
  readonly span: Finding['span'];
  readonly message: string;
  readonly related: Finding['related'];
  readonly offered: Finding['offered'];
  readonly rest: readonly Finding[];
  private readonly closely: LookClosely;

  constructor(finding: Finding, rest: readonly Finding[], closely: LookClosely) {
    this.rule = finding.rule;
    this.severity = finding.severity;
    this.block = finding.block;
    this.span = finding.span;
    this.message = finding.message;
    this.related = finding.related;
    this.offered = finding.offered;
    this.rest = rest;
    this.closely = closely;
  }
  get remedies(): Finding['remedies'] {
    const { rule, block, span, message } = this;
    const isIt = (other: Finding) =>
      other.block === block && other.rule === rule && other.span.start === span.start && other.message === message;
    return this.closely(isIt)?.remedies ?? [];
  }
}

/** The same finding, kept small. */
export function told(finding: Finding, closely: LookClosely): Finding {
  const { rest } = finding;
  return new Told(finding, rest.length === 0 ? rest : rest.map(each => told(each, closely)), closely);
}
