/** What a preview shows, and how it is kept over a reload of the window. */
import type { PreviewParams } from '../../../server/core/requests/preview.ts';

export interface Shown extends PreviewParams {
  /** It stays with its document when another one is edited. */
  readonly locked: boolean;
}

/** Another document: its cycle is for the server to choose. */
export const showing = (uri: string): Shown => ({ uri, scope: 'file', cycle: null, asOf: null, locked: false });

/** Reads what the page has kept over a reload (`setState`); undefined where that is not understood. */
export function restoreShown(kept: unknown): Shown | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { uri, scope, cycle } = kept as Partial<Record<keyof Shown, unknown>>;
  if (typeof uri !== 'string' || uri === '') return undefined;
  return {
    ...showing(uri),
    scope: scope === 'workspace' ? 'workspace' : 'file',
    cycle: typeof cycle === 'string' ? cycle : null,
  };
}

/** `Preview growth.okr`; in brackets where it is locked, as Markdown's previews have it. */
export function titleOf({ uri, locked }: Pick<Shown, 'uri' | 'locked'>): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  const name = decode(last.slice(last.indexOf(':') + 1));
  return locked ? `[Preview] ${name}` : `Preview ${name}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
