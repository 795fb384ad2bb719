/** The names in a statement, each with its place and with what it is there for. */
import type { Reference, Span, Statement } from '../../../../grammar/tree.ts';
import { type Part, partsOf } from '../parts.ts';

/** What a mention is there for, in the order in which references are listed. */
export const roles = [
  'definition',
  'heading',
  'supports',
  'needs',
  'follows',
  'kpi',
  'continues',
  'owner',
  'lead',
  'with',
  'members',
  'by',
  'team',
  'parent',
  'cycle',
  'tags',
] as const;
export type Role = (typeof roles)[number];

/** `text` is the name as it is written; of a person, without the `@` that the span begins with. */
export type Point = Span & { readonly role: Role; readonly text: string } & (
    | { readonly is: 'own name' | 'team' | 'cycle' | 'person' | 'tag' }
    | {
        readonly is: 'reference';
        readonly reference: Reference;
        /** The first name after the team, or the one after the dot. */
        readonly part: 'name' | 'kr';
      }
  );

export function pointsIn(node: Statement): Point[] {
  // A name that is still missing is none.
  return partsOf(node).flatMap(part => pointsOf(node, part).filter(({ text }) => text !== ''));
}

function pointsOf(node: Statement, part: Part): Point[] {
  const { start, end } = part;
  switch (part.is) {
    case 'own name':
      return [{ is: part.is, start, end, role: 'definition', text: part.name.text }];
    case 'team':
      return [{ is: part.is, start, end, role: headingRole(node, 'team') ?? 'parent', text: part.name.text }];
    case 'cycle':
      return [{ is: part.is, start, end, role: headingRole(node, 'cycle') ?? 'cycle', text: part.cycle.text }];
    case 'person':
      return [{ is: part.is, start, end, role: roleOfPerson(node), text: part.person.handle }];
    case 'tag':
      return [{ is: part.is, start, end, role: 'tags', text: part.name.text }];
    case 'reference':
      return pointsOfReference(part.reference, node.kind as Role);
    default:
      return [];
  }
}

/** A heading with a title or lines of its own introduces what it names; any other only says whose the rest is. */
function headingRole(node: Statement, kind: 'team' | 'cycle'): Role | undefined {
  if (node.kind !== kind) return undefined;
  if (node.parent !== undefined) return kind;
  return (node.prose?.text ?? '') !== '' || node.body.length > 0 ? 'definition' : 'heading';
}

function roleOfPerson({ kind }: Statement): Role {
  switch (kind) {
    case 'person':
      return 'definition';
    case 'owner':
    case 'lead':
    case 'with':
    case 'members':
      return kind;
    default:
      return 'by';
  }
}

/** `team/name.kr in cycle`: each of the four names something else. */
function pointsOfReference(reference: Reference, role: Role): Point[] {
  const { team, name, kr, cycle } = reference;
  const points: (Point | undefined)[] = [
    team && { is: 'team', start: team.start, end: team.end, role, text: team.text },
    { is: 'reference', part: 'name', reference, start: name.start, end: name.end, role, text: name.text },
    kr && { is: 'reference', part: 'kr', reference, start: kr.start, end: kr.end, role, text: kr.text },
    cycle && { is: 'cycle', start: cycle.start, end: cycle.end, role, text: cycle.text },
  ];
  return points.filter(point => point !== undefined);
}
