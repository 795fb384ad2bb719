/** All findings of a file: what the grammar says, what the rules say, less what is silenced. */
import type { Problem } from '../../../grammar/problems.ts';
import { Memo } from '../model/cells.ts';
import type { OkrFile, Row, Silence } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Severity } from '../settings/settings.ts';
import type { Standings } from '../standing/standings.ts';
import type { Finding, Ground, Remark, Remedy, Rule } from './rule.ts';
import { ruleById, rules } from './rules.ts';

const entryRules = rules.filter(rule => rule.checkEntry !== undefined);
const fileRules = rules.filter(rule => rule.checkFile !== undefined);

export class Diagnosis {
  private readonly workspace: Workspace;
  private readonly standings: Standings;
  private readonly ofRows = new WeakMap<Row, Memo<readonly Finding[]>>();
  private readonly ofFiles = new WeakMap<OkrFile, Memo<readonly Finding[]>>();

  constructor(workspace: Workspace, standings: Standings) {
    this.workspace = workspace;
    this.standings = standings;
  }

  /** The findings of a file in the order of its lines. Blocks that nothing has changed for keep theirs. */
  findings(file: OkrFile): readonly Finding[] {
    const found: Finding[] = [];
    const wide = this.ofFile(file);
    let above: readonly Silence[] = [];
    for (const row of file.content) {
      let own = this.ofRow(file, row);
      if (wide.length > 0) {
        const here = wide.filter(finding => finding.block === row.block);
        if (here.length > 0) own = [...own, ...here].sort((a, b) => a.span.start - b.span.start);
      }
      if (above.length > 0 || row.silences !== undefined) own = this.silence(file, row, own, above, found);
      if (own.length > 0) found.push(...own);
      above = row.silences?.filter(({ line }) => line === undefined) ?? [];
    }
    for (const silence of above) this.unused(file, file.content.at(-1) as Row, silence, found);
    if (file.isOpen === false) for (const { block } of file.content) block.release();
    return found;
  }

  private ofRow(file: OkrFile, row: Row): readonly Finding[] {
    let memo = this.ofRows.get(row);
    if (memo === undefined) {
      memo = new Memo(() => this.look(file, row));
      this.ofRows.set(row, memo);
    }
    return memo.get();
  }

  private look(file: OkrFile, row: Row): readonly Finding[] {
    const found: Finding[] = [];
    const { tree } = row.block;
    for (const problem of tree.syntax) this.add(found, file, row.block, problem.code, remarkOf(file, row, problem));
    for (const problem of tree.structure) this.add(found, file, row.block, problem.code, remarkOf(file, row, problem));
    if (row.entries.length > 0) {
      const ground = this.ground(file);
      for (const entry of row.entries) {
        for (const rule of entryRules) {
          if (this.severity(file, rule) !== 'off')
            rule.checkEntry?.(entry, ground, remark => this.add(found, file, row.block, rule.id, remark));
        }
      }
    }
    return found.length > 1 ? found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) : found;
  }

  private ofFile(file: OkrFile): readonly Finding[] {
    let memo = this.ofFiles.get(file);
    if (memo === undefined) {
      memo = new Memo(() => {
        const found: Finding[] = [];
        for (const rule of fileRules) {
          if (this.severity(file, rule) === 'off') continue;
          rule.checkFile?.(this.ground(file), remark =>
            this.add(found, file, remark.block ?? (file.content[0] as Row).block, rule.id, remark),
          );
        }
        return found;
      });
      this.ofFiles.set(file, memo);
    }
    return memo.get();
  }

  private ground(file: OkrFile): Ground {
    const { workspace, standings } = this;
    return {
      workspace,
      standings,
      file,
      option: (rule, name) =>
        workspace.settings.of(file.uri).option(rule.id, name) ?? rule.options?.[name]?.default ?? 0,
    };
  }

  private severity(file: OkrFile, rule: Rule): Severity {
    return this.workspace.settings.of(file.uri).severityOf(rule.id) ?? rule.severity;
  }

  private add(found: Finding[], file: OkrFile, block: Finding['block'], id: string, remark: Remark): void {
    const severity = this.severity(file, ruleById.get(id) as Rule);
    if (severity === 'off') return;
    const { start, end } = remark.span;
    found.push({
      rule: id,
      severity,
      block,
      span: { start, end },
      message: remark.message,
      related: remark.related ?? [],
      remedies: remark.remedies ?? [],
    });
  }

  /** Takes out what the comments above silence, and says of those that silence nothing. */
  private silence(
    file: OkrFile,
    row: Row,
    own: readonly Finding[],
    above: readonly Silence[],
    found: Finding[],
  ): readonly Finding[] {
    const lineOf = (finding: Finding) => row.block.lineStarts.findLastIndex(start => start <= finding.span.start);
    let left = own;
    const apply = (silence: Silence, line: number, where: Row) => {
      const kept = left.filter(finding => finding.rule !== silence.rule || lineOf(finding) !== line);
      if (kept.length === left.length) this.unused(file, where, silence, found);
      left = kept;
    };
    const before = file.content[file.content.indexOf(row) - 1];
    for (const silence of above) apply(silence, 0, before as Row);
    for (const silence of row.silences ?? []) if (silence.line !== undefined) apply(silence, silence.line, row);
    return left;
  }

  private unused(file: OkrFile, row: Row, silence: Silence, found: Finding[]): void {
    const text = row.block.text;
    const lineStart =
      Math.max(text.lastIndexOf('\n', silence.start - 1), text.lastIndexOf('\r', silence.start - 1)) + 1;
    const rest = /^(?:\r\n?|\n)/.exec(text.slice(silence.end))?.[0].length ?? 0;
    const remove: Remedy = {
      title: 'Remove this comment',
      isPreferred: true,
      edits: [{ place: { file, block: row.block, span: { start: lineStart, end: silence.end + rest } }, text: '' }],
    };
    const known = ruleById.has(silence.rule);
    const message = known
      ? `Nothing to silence: \`${silence.rule}\` says nothing about the line below`
      : `There is no rule \`${silence.rule}\``;
    this.add(found, file, row.block, 'ignore-unused', { span: silence, message, remedies: known ? [remove] : [] });
  }
}

function remarkOf(file: OkrFile, { block }: Row, problem: Problem): Remark {
  const { fix, related } = problem;
  return {
    span: problem,
    message: problem.message,
    related: related === undefined ? [] : [{ place: { file, block, span: related }, message: related.message }],
    remedies:
      fix === undefined
        ? []
        : [
            {
              title: fix.title,
              isPreferred: true,
              edits: fix.edits.map(edit => ({ place: { file, block, span: edit }, text: edit.text })),
            },
          ],
  };
}
