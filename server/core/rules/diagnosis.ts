/** All findings of a file: what the grammar says, what the rules say, less what is silenced. */
import type { Block } from '../../../grammar/document.ts';
import type { Problem, ProblemCode } from '../../../grammar/problems.ts';
import { Memo, untracked } from '../model/cells.ts';
import type { OkrFile, Row } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Severity } from '../settings/settings.ts';
import type { Standings } from '../standing/standings.ts';
import { Circles } from './circles.ts';
import { eachOf, inOneVoice } from './one-voice.ts';
import { byPlace, type Finding, type Ground, type Remark, type Rule } from './rule.ts';
import { ruleById, rules } from './rules.ts';
import { Silencing } from './silencing.ts';
import { type LookClosely, told } from './told.ts';

const entryRules = rules.filter(rule => rule.checkEntry !== undefined);
const ofItself = entryRules.filter(rule => rule.comparesWithOthers !== true);
const compared = entryRules.filter(rule => rule.comparesWithOthers === true);
const fileRules = rules.filter(rule => rule.checkFile !== undefined);

/** What there is to say of most files. */
const nothing: readonly Finding[] = [];

/** What is seen only when a file is looked at as a whole, by where it is said. */
type Wide = ReadonlyMap<Block, readonly Finding[]>;
const nothingWide: Wide = new Map();

export class Diagnosis {
  private readonly workspace: Workspace;
  private readonly standings: Standings;
  private readonly circles: Circles;
  private readonly silencing: Silencing;
  private readonly ofRows = new WeakMap<Row, Memo<readonly Finding[]>>();
  private readonly ofClosed = new WeakMap<OkrFile, Memo<readonly Finding[]>>();
  private readonly ofOpen = new WeakMap<OkrFile, Memo<Wide>>();
  /** The closed file that was looked at last, with all that its findings hold. */
  private latest: { readonly file: OkrFile; readonly findings: readonly Finding[] } | undefined;
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
   * one that nobody edits keeps what there is to say of it, and nothing that this was made from.
   */
  findings(file: OkrFile): readonly Finding[] {
    if (file.isOpen) return this.collect(file, row => this.ofRow(file, row), this.ofFile(file));
    let memo = this.ofClosed.get(file);
    if (memo === undefined) {
      memo = new Memo(() => {
        file.edition.get();
        const findings = this.lookClosely(file);
        if (findings.length === 0) return nothing;
        this.latest = { file, findings };
        const closely: LookClosely = isIt => this.closely(file, isIt);
        return findings.map(finding => told(finding, closely));
      });
      this.ofClosed.set(file, memo);
    }
    return memo.get();
  }

  private lookClosely(file: OkrFile): readonly Finding[] {
    const found = this.standings.pass(file, () =>
      this.collect(file, row => this.look(file, row), this.lookWide(file, nothingWide)),
    );
    for (const { block } of file.content) block.release();
    return found;
  }

  private closely(file: OkrFile, isIt: (finding: Finding) => boolean): Finding | undefined {
    if (this.latest?.file !== file) this.latest = { file, findings: untracked(() => this.lookClosely(file)) };
    return eachOf(this.latest.findings).find(isIt);
  }

  private collect(file: OkrFile, findingsOf: (row: Row) => readonly Finding[], wide: Wide): readonly Finding[] {
    const found: Finding[] = [];
    const silencer = this.silencing.begin(file);
    for (const row of file.content) {
      const own = together(findingsOf(row), wide.get(row.block) ?? nothing);
      for (const finding of inOneVoice(file, row.block, silencer.take(row, own))) found.push(finding);
    }
    found.push(...silencer.end());
    return found.length === 0 ? nothing : found;
  }

  private ofRow(file: OkrFile, row: Row): readonly Finding[] {
    let memo = this.ofRows.get(row);
    if (memo === undefined) {
      const own = new Memo(() => this.lookAtItself(file, row));
      const others = new Memo(() => this.ask(compared, file, row));
      memo = new Memo(() => together(own.get(), others.get()));
      this.ofRows.set(row, memo);
    }
    return memo.get();
  }

  private look(file: OkrFile, row: Row): readonly Finding[] {
    return together(this.lookAtItself(file, row), this.ask(compared, file, row));
  }

  private lookAtItself(file: OkrFile, row: Row): readonly Finding[] {
    const found: Finding[] = [];
    const { syntax, structure } = row.block.tree;
    for (const problem of syntax) this.add(found, file, row.block, problem.code, remarkOf(file, row, problem));
    for (const problem of structure) this.add(found, file, row.block, problem.code, remarkOf(file, row, problem));
    return together(found.length > 1 ? found.sort(byPlace) : found, this.ask(ofItself, file, row));
  }

  private ask(asked: readonly Rule[], file: OkrFile, row: Row): readonly Finding[] {
    if (row.entries.length === 0) return nothing;
    const found: Finding[] = [];
    const ground = this.ground(file);
    const settings = this.workspace.settings.of(file.uri);
    const wanted = asked.filter(rule => settings.severityOf(rule) !== 'off');
    for (const entry of row.entries) {
      // Under a heading that cannot be read nobody knows whose it is, or of when: that one mistake is enough.
      if (entry.team === null || entry.cycle === null) continue;
      for (const rule of wanted)
        rule.checkEntry?.(entry, ground, remark => this.add(found, file, row.block, rule.id, remark));
    }
    return found.length > 1 ? found.sort(byPlace) : found;
  }

  private ofFile(file: OkrFile): Wide {
    let memo = this.ofOpen.get(file);
    if (memo === undefined) {
      let before = nothingWide;
      memo = new Memo(() => {
        before = this.lookWide(file, before);
        return before;
      });
      this.ofOpen.set(file, memo);
    }
    return memo.get();
  }

  /** @param before what was seen the last time: who is told the same again sees that nothing has changed */
  private lookWide(file: OkrFile, before: Wide): Wide {
    const found = new Map<Block, Finding[]>();
    for (const rule of fileRules) {
      if (this.severity(file, rule) === 'off') continue;
      rule.checkFile?.(this.ground(file), remark => {
        const finding = this.finding(file, remark.block ?? file.document.blocks[0], rule.id, remark);
        if (finding === undefined) return;
        // Remedies that are there already may be others than they were.
        const isLazy = remark.remedies === undefined || typeof remark.remedies === 'function';
        const known = (isLazy ? before.get(finding.block)?.find(each => isSame(each, finding)) : undefined) ?? finding;
        const same = found.get(finding.block);
        if (same === undefined) found.set(finding.block, [known]);
        else same.push(known);
      });
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
      opened: new Map(),
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
    const { span, message, related = [], remedies = [], offered } = remark;
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
      offered,
      rest: nothing,
    };
  }
}

/** Both in the order of their places. */
function together(some: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  if (more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more].sort(byPlace);
}

/** Whether two findings of a whole file say the same in the same place. */
function isSame(a: Finding, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.related.length === b.related.length &&
    a.related.every(({ place: { block, span }, message }, i) => {
      const other = b.related[i] as Finding['related'][number];
      return (
        block === other.place.block &&
        span.start === other.place.span.start &&
        span.end === other.place.span.end &&
        message === other.message
      );
    })
  );
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
