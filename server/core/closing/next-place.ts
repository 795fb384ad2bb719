/** Where the next cycle is written: into the file that is called after it, else under a heading of the same file. */

import type { TextRange } from '../../../grammar/document.ts';
import { stepOf } from '../edits/new-element.ts';
import { endOfBody } from '../features/code-actions/lines-of-file.ts';
import type { Heading } from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CycleToClose } from './cycle-to-close.ts';

/** A piece of text that goes to a place, or into a file that is not there yet. */
export interface Addition {
  readonly uri: string;
  /** Empty: where the text goes. */
  readonly range: TextRange;
  readonly text: string;
}

/**
 * The file that the next cycle of what stands in a file goes into: the same path with the other cycle's name, where the
 * file stands for one cycle and is called after it (`growth/2026-Q4.okr`, `2026-q4/growth.okr`).
 */
export function nextUri(workspace: Workspace, file: OkrFile, { cycle, nextId }: CycleToClose): string {
  const { root } = workspace;
  if (!file.uri.startsWith(root)) return file.uri;
  const written = new Set<string>([cycle.id]);
  for (const { entries } of file.content) {
    for (const { cycle: id } of entries) {
      if (id === null) return file.uri;
      if (id === undefined) continue;
      if (workspace.cycles.of(id).key !== cycle.key) return file.uri;
      written.add(id);
    }
  }
  const path = file.uri.slice(root.length);
  for (const id of written) {
    const name = encodeURIComponent(id).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // `2026` is not meant by `2026-Q4`.
    const named = new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}]|-?[QH]\\d|-\\d)`, 'giu');
    const next = encodeURIComponent(nextId);
    const other = path.replace(named, found => (found === found.toLowerCase() ? next.toLowerCase() : next));
    if (other !== path) return root + other;
  }
  return file.uri;
}

/** A file as it grows: what is put at its end, and under which headings that stands. */
export class Growing {
  readonly uri: string;
  readonly file: OkrFile | undefined;
  readonly step: string;
  private readonly workspace: Workspace;
  private readonly closing: CycleToClose;
  private readonly lineBreak: string;
  private readonly inside: Addition[] = [];
  private readonly tail: string[] = [];
  private above: Heading = { team: undefined, cycle: undefined };

  /** @param beside the file that it is made after, where it is new */
  constructor(workspace: Workspace, uri: string, beside: OkrFile, closing: CycleToClose) {
    this.workspace = workspace;
    this.uri = uri;
    this.closing = closing;
    this.file = workspace.file(uri);
    this.step = this.file === undefined ? '  ' : stepOf(this.file);
    this.lineBreak = (this.file ?? beside).document.lineBreak;
    for (const { heading } of this.file?.content ?? []) this.above = { ...this.above, ...heading };
  }

  /** Whether an objective of this team has to name its cycle itself, as a team's heading above cannot be taken back. */
  needsOwnCycle(team: string | undefined): boolean {
    return team === undefined && this.above.team !== undefined && this.under(team) === undefined;
  }

  /**
   * Puts objectives under the headings of a team and the next cycle, which are written where they are missing.
   * @param about what the heading of the cycle says, where it is new
   */
  add(team: string | undefined, objectives: readonly (readonly string[])[], about: readonly string[]): void {
    const lines = objectives.flatMap((each, at) => (at === 0 ? each : ['', ...each]));
    const row = this.under(team);
    if (row !== undefined) this.inside.push(this.below(row, lines));
    else if (this.needsOwnCycle(team)) this.inside.push(this.outside(lines));
    else this.atEnd(team, lines, about);
  }

  private atEnd(team: string | undefined, lines: readonly string[], about: readonly string[]): void {
    if (this.tail.length > 0) this.tail.push('');
    const isThere = this.above.team === team && this.above.cycle === this.closing.nextId && this.tail.length > 0;
    if (!isThere) {
      if (this.above.team !== team) this.tail.push(`team ${team}`, '');
      this.tail.push(`cycle ${this.closing.nextId}`, ...about.map(line => this.step + line), '');
    }
    this.above = { team, cycle: this.closing.nextId };
    this.tail.push(...lines);
  }

  /** What is put in, in the order of the places. */
  get additions(): Addition[] {
    if (this.tail.length === 0) return this.inside;
    const { lineBreak } = this;
    const text = this.tail.join(lineBreak) + lineBreak;
    const { document } = this.file ?? {};
    if (document === undefined) return [{ uri: this.uri, range: startOfFile, text }];
    const end = document.positionOf(document.blocks.length - 1, document.blocks.at(-1)?.text.length ?? 0);
    const [last = ''] = ending.exec(document.text) ?? [];
    const gap = document.text === '' ? 0 : Math.max(0, 2 - [...last.matchAll(oneBreak)].length);
    return [...this.inside, { uri: this.uri, range: { start: end, end }, text: lineBreak.repeat(gap) + text }];
  }

  /** The last row under the headings of a team and the next cycle. */
  private under(team: string | undefined): number | undefined {
    let heading: Heading = { team: undefined, cycle: undefined };
    let last: number | undefined;
    for (const [index, row] of (this.file?.content ?? []).entries()) {
      heading = { ...heading, ...row.heading };
      const isHere = typeof heading.cycle === 'string' && this.isNext(heading.cycle) && heading.team === team;
      if (isHere && (row.entries.length > 0 || row.heading !== undefined)) last = index;
    }
    return last;
  }

  private isNext(cycle: string): boolean {
    return this.workspace.cycles.of(cycle).key === this.closing.next.key;
  }

  /** Above the first heading of a team. */
  private outside(lines: readonly string[]): Addition {
    const { file, lineBreak } = this as unknown as { file: OkrFile; lineBreak: string };
    const first = file.content.findIndex(({ heading }) => heading !== undefined && 'team' in heading);
    if (first > 0) return this.below(first - 1, lines);
    const start = { line: 0, character: file.document.text.startsWith('\ufeff') ? 1 : 0 };
    return { uri: this.uri, range: { start, end: start }, text: lines.join(lineBreak) + lineBreak.repeat(2) };
  }

  private below(index: number, lines: readonly string[]): Addition {
    const { file, lineBreak } = this as unknown as { file: OkrFile; lineBreak: string };
    const { block } = file.content[index] as OkrFile['content'][number];
    const at = endOfBody(block);
    const start = block.lineStarts.find(each => each > at);
    const place = file.document.positionOf(index, start ?? block.text.length);
    const range = { start: place, end: place };
    const text = lineBreak + lines.join(lineBreak);
    if (start === undefined) return { uri: this.uri, range, text: lineBreak + text };
    const next = file.document.lineText(place.line);
    return { uri: this.uri, range, text: text + lineBreak + (next.trim() === '' ? '' : lineBreak) };
  }
}

const oneBreak = /\r\n|\r|\n/g;
const ending = /(?:[ \t]*(?:\r\n|\r|\n))*$/;
const startOfFile: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
