/** The tree of a file, a statement a line: `3:5-12 kind part=what it says …`. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';
import { keywords } from '../../grammar/keywords.ts';
import type { Span, Statement } from '../../grammar/tree.ts';
import { eachFixture } from './fixtures.ts';

describe('grammar: trees', () => {
  eachFixture('trees', '.golden.txt', text => {
    const document = new Document(text);
    const lines = document.blocks.flatMap(({ tree, text }, block) => {
      const written = new Written(document, block, text);
      return [
        ...tree.statements.map(node => ({ start: node.start, line: written.statement(node) })),
        ...tree.comments.map(({ start, end, trailing }) => ({
          start,
          line: `${written.place({ start, end })} ${trailing ? 'trailing ' : ''}comment`,
        })),
      ]
        .sort((a, b) => a.start - b.start)
        .map(({ line }) => line);
    });
    return `${lines.join('\n')}\n`;
  });

  it('has every keyword in a fixture', () => {
    const { blocks } = new Document(readFileSync(new URL('trees/every-statement.okr', import.meta.url), 'utf8'));
    const used = new Set(blocks.flatMap(block => block.tree.statements.map(node => node.keyword.text)));
    assert.deepEqual(
      [...keywords.keys()].filter(keyword => !used.has(keyword)),
      [],
    );
  });
});

const common = new Set(['kind', 'start', 'end', 'line', 'column', 'keyword', 'broken', 'parent', 'body']);

class Written {
  private readonly document: Document;
  private readonly block: number;
  private readonly text: string;

  constructor(document: Document, block: number, text: string) {
    this.document = document;
    this.block = block;
    this.text = text;
  }

  /** Lines and characters as editors count them, from 1. */
  place(span: Span): string {
    const { start, end } = this.document.rangeOf(this.block, span);
    return `${start.line + 1}:${start.character + 1}-${end.character + 1}`;
  }

  statement(node: Statement): string {
    let depth = 0;
    for (let parent = node.parent; parent !== undefined; parent = parent.parent) depth++;
    const parts = Object.entries(node).flatMap(([key, part]) =>
      common.has(key) || part === undefined ? [] : [`${key}=${this.part(part)}`],
    );
    return [this.place(node), '·'.repeat(depth) + node.kind, ...parts].join(' ');
  }

  /** The characters that a part spans, and what they are read as. */
  private part(part: unknown): string {
    if (Array.isArray(part)) return `[${part.map(item => this.part(item)).join(', ')}]`;
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const { start, end, ...more } = part as Span & Record<string, unknown>;
    const written = this.text.slice(start, end);
    const read = Object.entries(more).flatMap(([key, value]) =>
      value === undefined || value === written ? [] : [`${key}: ${this.part(value)}`],
    );
    const from = this.document.positionOf(this.block, start).character + 1;
    return `‹${written}›${from}${read.length === 0 ? '' : `{${read.join(', ')}}`}`;
  }
}
