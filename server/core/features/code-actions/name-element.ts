/** An element without a name gets one made from its title, so that others can refer to it. */
import { freeName, shortName } from '../../titles/short-name.ts';
import type { Offer, Spot } from './offer.ts';

export function nameElement({ context: { workspace }, entry, statement, keyResult }: Spot): Offer[] {
  const { kind } = statement;
  if (kind !== 'objective' && kind !== 'kr' && kind !== 'initiative') return [];
  const base = statement.broken || statement.name !== undefined ? undefined : shortName(statement.prose?.text ?? '');
  if (base === undefined || (kind === 'kr') !== (keyResult !== undefined)) return [];
  const name = freeName(base, taken =>
    keyResult === undefined
      ? workspace.named(kind as 'objective' | 'initiative', `${entry.team ?? ''}/${taken}`).length > 0
      : keyResult.objective.element.keyResults.some(each => each.name === taken),
  );
  const { end } = statement.keyword;
  const place = { file: entry.file, block: entry.block, span: { start: end, end } };
  return [{ title: `Call it \`${name}\``, kind: 'refactor.rewrite', edits: () => [{ place, text: ` ${name}` }] }];
}
