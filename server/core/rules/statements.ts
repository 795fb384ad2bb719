/** Walks the statements of an element, and finds the people in them. */
import type { Person, Statement } from '../../../grammar/tree.ts';

/** All statements of an element, itself first. */
export function* statementsIn(node: Statement): Iterable<Statement> {
  const stack = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let i = next.body.length - 1; i >= 0; i--) stack.push(next.body[i] as Statement);
  }
}

export function peopleIn(node: Statement): readonly Person[] {
  switch (node.kind) {
    case 'owner':
    case 'lead':
      return node.person === undefined ? [] : [node.person];
    case 'with':
    case 'members':
      return node.people;
    default:
      return 'by' in node && node.by !== undefined && 'handle' in node.by ? [node.by] : [];
  }
}
