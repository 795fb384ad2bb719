/** In which units the client counts the characters of a line: agreed on when the two first speak. */
import type { InitializeParams } from 'vscode-languageserver';

export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The first that the client offers and we speak; UTF-16, which everybody speaks, where there is none. */
export function agreedEncoding({ general }: InitializeParams['capabilities']): PositionEncoding {
  const offered: unknown = general?.positionEncodings;
  return (Array.isArray(offered) ? offered.find(isSpoken) : undefined) ?? 'utf-16';
}

function isSpoken(name: unknown): name is PositionEncoding {
  return name === 'utf-8' || name === 'utf-16' || name === 'utf-32';
}
