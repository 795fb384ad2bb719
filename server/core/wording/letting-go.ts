/**
 * Dropped, or paused: the language has one word for both, and whoever means to come back says so in the reason, as in
 * `dropped 2026-10-30: Paused: Mei helps customer care`.
 */
export interface LetGo {
  readonly word: 'dropped' | 'paused';
  /** The reason, without what the word says already. */
  readonly why: string;
}

export const PAUSED = 'paused';

/** @param isResumed it was taken up again later, whatever the reason says */
export function letGo(why: string, isResumed = false): LetGo {
  const [said] = /^(?:paused?|on hold)(?:\s*[:;,.–—-])?(?=\s|$)/i.exec(why) ?? [];
  if (said === undefined) return { word: isResumed ? PAUSED : 'dropped', why };
  const rest = why.slice(said.length).trim();
  return { word: PAUSED, why: rest.charAt(0).toUpperCase() + rest.slice(1) };
}

export function isPaused(dropped: { readonly why: string } | null): boolean {
  return dropped !== null && letGo(dropped.why).word === PAUSED;
}
