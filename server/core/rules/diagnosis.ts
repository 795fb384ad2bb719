/** All findings of a file: what the grammar says, what the rules say, less what is silenced. */
import type { Problem, ProblemCode } from '../../../grammar/problems.ts';
import { Memo } from '../model/cells.ts';
import type { OkrFile, Row } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Severity } from '../settings/settings.ts';
import type { Standings } from '../standing/standings.ts';
import { Circles } from './circles.ts';
import { inOneVoice } from './one-voice.ts';
import { byPlace, type Finding, type Ground, type Remark, type Rule } from './rule.ts';
import { ruleById, rules } from './rules.ts';
import { Silencing } from './silencing.ts';

const entryRules = rules.filter(rule => rule.checkEntry !== undefined);
const fileRules = rules.filter(rule => rule.checkFile !== undefined);

/** What there is to say of most files. */
const nothing: readonly Finding[] = [];

export class Diagnosis {
  private readonly workspace: Workspace;
  private readonly standings: Standings;
  private readonly circles: Circles;
  private readonly silencing: Silencing;
  private readonly ofRows = new WeakMap<Row, Memo<readonly Finding[]>>();
  private readonly ofFiles = new WeakMap<OkrFile, Memo<readonly Finding[]>>();
  private readonly sharedMemos = new Map<string, Memo<unknown>>();

  constructor(workspace: Workspace, standings: Standings) {
    this.workspace = workspace;
    this.standings = standings;
    this.circles = new Circles(workspace);
    this.silencing = new Silencing(workspace, standings, (file, block, remark) =>
      this.finding(file, block, 'ignore-unused', remark),
    );
  }

  /**
   * The findings of a file in the order of its lines. In an open file, blocks that nothing has changed for keep theirs;
   * one that nobody edits keeps them as a whole, which takes a tenth of the memory.
   */
  findings(file: OkrFile): readonly Finding[] {
    if (file.isOpen) return this.collect(file, row => this.ofRow(file, row), this.ofFile(file));
    let memo = this.ofFiles.get(file);
    if (memo === undefined) {
      memo = new Memo(() => {
        file.edition.get();
        return this.collect(file, row => this.look(file, row), this.lookWide(file));
      });
      this.ofFiles.set(file, memo);
    }
    return memo.get();
  }

  private collect(
    file: OkrFile,
    findingsOf: (row: Row) => readonly Finding[],
    wide: readonly Finding[],
  ): readonly Finding[] {
    const found: Finding[] = [];
    const silencer = this.silencing.begin(file);
    for (const row of file.content) {
      let own = findingsOf(row);
      if (wide.length > 0) {
        const here = wide.filter(finding => finding.block === row.block);
        if (here.length > 0) own = [...own, ...here].sort(byPlace);
      }
      for (const finding of inOneVoice(file, row.block, silencer.take(row, own))) found.push(finding);
    }
    found.push(...silencer.end());
    if (!file.isOpen) for (const { block } of file.content) block.release();
    return found.length === 0 ? nothing : found;
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
    const { syntax, structure } = row.block.tree;
    for (const problem of syntax) this.add(found, file, row.block, problem.code, remarkOf(file, row, problem));
    for (const problem of structure) this.add(found, file, row.block, problem.code, remarkOf(file, row, problem));
    if (row.entries.length > 0) {
      const ground = this.ground(file);
      for (const entry of row.entries) {
        // Under a heading that cannot be read nobody knows whose it is, or of when: that one mistake is enough.
        if (entry.team === null || entry.cycle === null) continue;
        for (const rule of entryRules) {
          if (this.severity(file, rule) !== 'off')
            rule.checkEntry?.(entry, ground, remark => this.add(found, file, row.block, rule.id, remark));
        }
      }
    }
    return found.length > 1 ? found.sort(byPlace) : found;
  }

  private ofFile(file: OkrFile): readonly Finding[] {
    let memo = this.ofFiles.get(file);
    if (memo === undefined) {
      memo = new Memo(() => this.lookWide(file));
      this.ofFiles.set(file, memo);
    }
    return memo.get();
  }

  /** What is seen only when a file is looked at as a whole. */
  private lookWide(file: OkrFile): readonly Finding[] {
    const found: Finding[] = [];
    for (const rule of fileRules) {
      if (this.severity(file, rule) === 'off') continue;
      rule.checkFile?.(this.ground(file), remark => this.add(found, file, remark.block, rule.id, remark));
    }
    return found;
  }

  private ground(file: OkrFile): Ground {
    const { workspace, standings, circles } = this;
    return {
      workspace,
      standings,
      circles,
      file,
      option: (rule, name) =>
        workspace.settings.of(file.uri).option(rule.id, name) ?? rule.options?.[name]?.default ?? 0,
      shared: (key, compute, isSame) => this.shared(key, compute, isSame),
    };
  }

  private shared<T>(key: string, compute: () => T, isSame?: (a: unknown, b: unknown) => boolean): T {
    let memo = this.sharedMemos.get(key) as Memo<T> | undefined;
    if (memo === undefined) {
      memo = new Memo(compute, isSame);
      this.sharedMemos.set(key, memo);
    }
    return memo.get();
  }

  private severity(file: OkrFile, rule: Rule): Severity {
    return this.workspace.settings.of(file.uri).severityOf(rule);
  }

  private add(found: Finding[], file: OkrFile, block: Finding['block'] | undefined, id: string, remark: Remark): void {
    const finding = this.finding(file, block ?? file.document.blocks[0], id, remark);
    if (finding !== undefined) found.push(finding);
  }

  private finding(file: OkrFile, block: Finding['block'] | undefined, id: string, remark: Remark): Finding | undefined {
    const severity = this.severity(file, ruleById.get(id) as Rule);
    if (severity === 'off' || block === undefined) return undefined;
    const { span, message, related = [], remedies = [], refactoring } = remark;
    return {
      rule: id,
      severity,
      block,
      span: { start: span.start, end: span.end },
      message,
      related,
      get remedies() {
        return typeof remedies === 'function' ? remedies() : remedies;
      },
      refactoring,
      rest: nothing,
    };
  }
}

/** What the grammar can only offer: which of two is right, and what was meant for a comment, the writer knows. */
const offers: ReadonlySet<ProblemCode> = new Set(['duplicate-statement', 'markdown-heading']);

function remarkOf(file: OkrFile, { block }: Row, { start, end, code, message, fix, related }: Problem): Remark {
  const place = (span: { readonly start: number; readonly end: number }) => ({ file, block, span });
  return {
    span: { start, end },
    message,
    related: related === undefined ? [] : [{ place: place(related), message: related.message }],
    remedies:
      fix === undefined
        ? []
        : [
            {
              title: fix.title,
              isPreferred: !offers.has(code) && fix.isGuess !== true,
              edits: fix.edits.map(edit => ({ place: place(edit), text: edit.text })),
            },
          ],
  };
}
