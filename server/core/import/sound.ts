/** Asks the grammar: nothing is written that it does not read without a mistake. */
import { Block } from '../../../grammar/document.ts';

const above = {
  kr: 'objective o: O\n  kr k: K\n    ',
  objective: 'objective o: O\n  ',
  kpi: 'kpi k: K\n  ',
  initiative: 'initiative i: I\n  ',
  team: 'team t: T\n  ',
  top: '',
};

/** Whether a line says something where it stands, all of it, and has no prose. @param place the element that it is under */
export function isSound(line: string, place: keyof typeof above): boolean {
  if (/[\r\n]/.test(line)) return false;
  const { tree } = new Block(`${above[place]}${line}`);
  const own = tree.statements.at(-1);
  const isRead = tree.syntax.length === 0 && tree.structure.length === 0 && tree.comments.length === 0;
  return isRead && own !== undefined && !own.broken && own.prose === undefined;
}
