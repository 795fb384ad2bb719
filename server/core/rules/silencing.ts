/** `# okr-ignore RULE`: takes out what a comment silences on the line below it, and says of those that silence nothing. */
import type { Block } from '../../../grammar/document.ts';
import { nearest } from '../../../grammar/spelling.ts';
import type { OkrFile, Row, Silence } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Standings } from '../standing/standings.ts';
import { isFinished } from './method.ts';
import { byPlace, type Finding, type Remark, replaces } from './rule.ts';
import { ruleById } from './rules.ts';

type Make = (file: OkrFile, block: Block, remark: Remark) => Finding | undefined;

export interface Silencer {
  /** What is left of a row's findings; the rows are to be taken in order. */
  take(row: Row, own: readonly Finding[]): readonly Finding[];
  /** What there is to say of comments after which nothing comes. */
  end(): readonly Finding[];
}

export class Silencing {
  private readonly workspace: Workspace;
  private readonly standings: Standings;
  private readonly make: Make;
  /** One for each comment, so that whoever compares findings sees that nothing has changed. */
  private readonly said = new WeakMap<Silence, Finding>();

  /** @param make makes a finding of `ignore-unused`, unless that is off */
  constructor(workspace: Workspace, standings: Standings, make: Make) {
    this.workspace = workspace;
    this.standings = standings;
    this.make = make;
  }

  begin(file: OkrFile): Silencer {
    /** The comments at the end of a row speak of the first line of the next. */
    let above: { readonly row: Row; readonly silences: readonly Silence[] } | undefined;
    return {
      take: (row, own) => {
        if (above === undefined && row.silences === undefined) return own;
        let left = own;
        const apply = (silence: Silence, line: number | undefined, place: Row): readonly Finding[] => {
          const kept = left.filter(({ rule, span }) => rule !== silence.rule || lineOf(row, span.start) !== line);
          const isUsed = kept.length < left.length;
          left = kept;
          return isUsed ? [] : this.unused(file, place, silence, row);
        };
        const { row: before = row, silences = [] } = above ?? {};
        const early = silences.flatMap(silence => apply(silence, 0, before));
        const here = (row.silences ?? []).filter(({ line, trailing }) => line !== undefined || trailing);
        const unused = here.flatMap(silence => apply(silence, silence.line, row));
        const waiting = row.silences?.filter(silence => !here.includes(silence)) ?? [];
        above = waiting.length === 0 ? undefined : { row, silences: waiting };
        return [...early, ...(unused.length === 0 ? left : [...left, ...unused].sort(byPlace))];
      },
      end: () =>
        above?.silences.flatMap(silence => this.unused(file, (above as { row: Row }).row, silence, undefined)) ?? [],
    };
  }

  /** @param row where the comment stands; @param about what it speaks of */
  private unused(file: OkrFile, { block }: Row, silence: Silence, about: Row | undefined): readonly Finding[] {
    const rule = ruleById.get(silence.rule);
    if (rule !== undefined && about !== undefined && (this.isQuiet(about) || (rule.needsPast && !silence.trailing)))
      return [];
    const finding = this.make(file, block, remarkOn(silence, file, block));
    if (finding === undefined) return [];
    const known = this.said.get(silence);
    if (known?.severity === finding.severity) return [known];
    this.said.set(silence, finding);
    return [finding];
  }

  /** What is over gets no advice, so there is nothing to silence any more: the comment may stay where it is. */
  private isQuiet({ entries }: Row): boolean {
    return entries.some(
      entry => entry.team === null || entry.cycle === null || isFinished(entry, this.workspace, this.standings),
    );
  }
}

function lineOf({ block }: Row, offset: number): number {
  return block.lineStarts.findLastIndex(start => start <= offset);
}

function remarkOn({ start, end, rule, trailing }: Silence, file: OkrFile, block: Block): Remark {
  const span = { start, end };
  const [lineStart, lineEnd] = lineAround(block.text, span);
  const line = { file, block, span: { start: trailing ? start : lineStart, end: trailing ? end : lineEnd } };
  const remove = replaces('Remove this comment', line, '', true);
  if (rule === '') return { span, message: 'Which rule? Name it: `# okr-ignore kr-unmeasurable: why`' };
  if (!ruleById.has(rule)) {
    const meant = nearest(rule, ruleById.keys());
    const at = block.text.indexOf(rule, start);
    const place = { file, block, span: { start: at, end: at + rule.length } };
    return {
      span,
      message: `There is no rule \`${rule}\`: ${meant === undefined ? 'remove this comment' : `did you mean \`${meant}\`?`}`,
      remedies: [meant === undefined ? remove : replaces(`Write \`${meant}\``, place, meant, true)],
    };
  }
  if (trailing) {
    const line = block.text.slice(lineStart, start).trimEnd();
    const indentation = /^\s*/.exec(line)?.[0] ?? '';
    const comment = block.text.slice(start, end);
    const lineBreak = /^(?:\r\n?|\n)/.exec(block.text.slice(end))?.[0] ?? '\n';
    const place = { file, block, span: { start: lineStart, end } };
    return {
      span,
      message: 'A silence stands on the line above what it silences: here it silences nothing',
      remedies: [replaces('Move it to the line above', place, `${indentation}${comment}${lineBreak}${line}`, true)],
    };
  }
  return {
    span,
    message: `\`${rule}\` has nothing to say about the line below: remove this comment`,
    remedies: [remove],
  };
}

/** The start of a line, and the start of the next. */
function lineAround(text: string, { start, end }: { readonly start: number; readonly end: number }): [number, number] {
  const before = text.slice(0, start);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const lineBreak = /^(?:\r\n?|\n)/.exec(text.slice(end))?.[0] ?? '';
  return [lineStart, end + lineBreak.length];
}
