/** What two parses have to agree on. */
import type { Document } from '../../grammar/document.ts';
import type { Problem } from '../../grammar/problems.ts';
import type { Statement } from '../../grammar/tree.ts';

const positional = new Set(['start', 'end', 'line', 'column', 'parent', 'body']);

/** What a value of a tree says, wherever it stands. */
function meaning(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(meaning);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, of]) => (positional.has(key) ? [] : [[key, meaning(of)]])),
  );
}

/** All statements of a document, with their parents as indices, and all comments; without places. */
export function meaningOf(document: Document): unknown {
  const statements = document.blocks.flatMap(block => block.tree.statements);
  const index = new Map(statements.map((statement, i) => [statement, i]));
  return {
    statements: statements.map(statement => ({
      ...(meaning(statement) as object),
      parent: statement.parent === undefined ? undefined : index.get(statement.parent),
      children: statement.body.map(child => index.get(child)),
    })),
    comments: document.blocks.flatMap(block => block.tree.comments.map(({ text, trailing }) => ({ text, trailing }))),
  };
}

/** What a line says and where: its statement with all ranges in lines and characters, its parent's line, its mistakes. */
export function linesOf(document: Document): Map<number, unknown> {
  const lines = new Map<number, unknown>();
  for (const [index, { tree }] of document.blocks.entries()) {
    const place = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(place);
      if (typeof part !== 'object' || part === null) return part;
      const own = Object.entries(part)
        .filter(([key]) => !positional.has(key))
        .map(([key, of]) => [key, place(of)]);
      const range = 'start' in part ? document.rangeOf(index, part as Statement) : undefined;
      return { ...Object.fromEntries(own), range };
    };
    const lineOf = (statement: Statement | undefined) =>
      statement === undefined ? undefined : document.lineOf(index) + statement.line;
    for (const statement of tree.statements)
      lines.set(lineOf(statement) as number, {
        ...(place(statement) as object),
        parent: lineOf(statement.parent),
        mistakes: [],
      });
    for (const problem of tree.syntax) {
      const line = document.positionOf(index, problem.start).line;
      const of = lines.get(line) as { mistakes: unknown[] } | undefined;
      if (of === undefined) lines.set(line, { mistakes: [place(problem)] });
      else of.mistakes.push(place(problem));
    }
  }
  return lines;
}

export function problemsOf(document: Document): (Problem & { readonly line: number })[] {
  return document.blocks.flatMap(({ tree }, index) =>
    [...tree.syntax, ...tree.structure].map(problem => ({
      ...problem,
      line: document.positionOf(index, problem.start).line,
    })),
  );
}
