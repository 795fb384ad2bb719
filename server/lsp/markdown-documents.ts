/**
 * The Markdown documents that are open: their text, and what the fences of OKRs in it say. One without a fence is a text
 * that nobody looks at; the core's part is loaded with the first that has one.
 */
import type { Diagnostic, Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Document } from '../../grammar/document.ts';
import type { Example } from '../core/features/markdown-examples.ts';
import type { Pause } from '../core/features/pause.ts';
import type { Workspace } from '../core/model/workspace.ts';
import { type Report, toDiagnostic } from './diagnostics.ts';
import { edited } from './edited.ts';
import { keyOf, type Loaded, type Workspaces } from './workspaces.ts';

interface Known {
  document: Document;
  /** What was last worked out, whether the text has changed since, and beside which workspace it was. */
  examples: readonly Example[];
  hasChanged: boolean;
  around: Workspace | undefined;
  report: Report;
}

/** A place in a fence, and the way back. */
export interface ExamplePlace {
  readonly loaded: Loaded;
  readonly position: Position;
  /** A range in the fence as one of the Markdown document. */
  outside(range: Range): Range;
}

const prefix = 'markdown ';

/** Whether a report is one of these, by its identifier. */
export function isOfMarkdown(resultId: string): boolean {
  return resultId.startsWith(prefix);
}

export class MarkdownDocuments {
  private readonly workspaces: Workspaces;
  private readonly known = new Map<string, Known>();
  private count = 0;

  constructor(workspaces: Workspaces) {
    this.workspaces = workspaces;
  }

  open(uri: string, text: string): void {
    this.known.set(keyOf(uri), {
      document: new Document(text),
      examples: [],
      hasChanged: true,
      around: undefined,
      report: this.reportOf([]),
    });
  }
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const known = this.known.get(keyOf(uri));
    if (known === undefined) return;
    known.document = edited(known.document, changes);
    known.hasChanged = true;
  }
  close(uri: string): void {
    this.known.delete(keyOf(uri));
  }
  has(uri: string): boolean {
    return this.known.has(keyOf(uri));
  }
  text(uri: string): string | undefined {
    return this.known.get(keyOf(uri))?.document.text;
  }
  uris(): readonly string[] {
    return [...this.known.keys()];
  }

  /** Where a place is in a fence; undefined where it is in none. */
  async placeAt(uri: string, position: Position): Promise<ExamplePlace | undefined> {
    const examples = await this.examples(uri);
    if (examples.length === 0) return undefined;
    const { exampleAt, rangeOutOfFence } = await import('../core/features/markdown-examples.ts');
    const found = exampleAt(examples, position);
    return (
      found && {
        loaded: found.example.opened,
        position: found.position,
        outside: range => rangeOutOfFence(found.example.fence, range),
      }
    );
  }

  /** The diagnostics of all fences; the same result as long as they are the same. */
  async report(uri: string, pause: Pause): Promise<Report> {
    const key = keyOf(uri);
    const examples = await this.examples(key);
    const items: Diagnostic[] = [];
    if (examples.length > 0) {
      const { exampleFindings, rangeOutOfFence } = await import('../core/features/markdown-examples.ts');
      for (const example of examples) {
        const outside = (range: Range) => rangeOutOfFence(example.fence, range);
        for (const finding of exampleFindings(example))
          items.push(moved(toDiagnostic(example.opened, key, finding), outside));
        await pause();
      }
    }
    const known = this.known.get(key);
    if (known === undefined) return this.reportOf(items);
    if (JSON.stringify(known.report.items) !== JSON.stringify(items)) known.report = this.reportOf(items);
    return known.report;
  }

  private reportOf(items: readonly Diagnostic[]): Report {
    return { resultId: `${prefix}${++this.count}`, items };
  }

  private async examples(uri: string): Promise<readonly Example[]> {
    const key = keyOf(uri);
    const known = this.known.get(key);
    if (known === undefined || !mayHaveFences(known.document.text)) return [];
    const { examplesOf } = await import('../core/features/markdown-examples.ts');
    const around = this.workspaces.of(key).workspace;
    if (known.hasChanged || known.around !== around) {
      const before = known.around === around ? known.examples : [];
      known.examples = examplesOf(around, key, known.document.text, before);
      known.hasChanged = false;
      known.around = around;
    }
    return known.examples;
  }
}

/** Most texts have none, and need no closer look. */
function mayHaveFences(markdown: string): boolean {
  return /(?:```|~~~)[ \t]*okr/i.test(markdown);
}

function moved(diagnostic: Diagnostic, outside: (range: Range) => Range): Diagnostic {
  const { range, relatedInformation } = diagnostic;
  return {
    ...diagnostic,
    range: outside(range),
    ...(relatedInformation && {
      relatedInformation: relatedInformation.map(each => ({
        ...each,
        location: { ...each.location, range: outside(each.location.range) },
      })),
    }),
  };
}
