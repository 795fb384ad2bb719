/** Messages from the preview's page, taken only as what they are allowed to be. */
import { writeParams } from '../../../server/core/edits/write-params.ts';
import type { FromPage } from '../../../server/core/requests/preview.ts';

export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type, uri, line, scope, cycle, day, wanted, params } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'reveal':
    case 'check-in':
    case 'reading':
      return typeof uri === 'string' && isIndex(line) ? { type, uri, line } : undefined;
    case 'write': {
      const asked = writeParams(params);
      return asked && 'what' in asked ? { type, params: asked } : undefined;
    }
    case 'scope':
      return scope === 'file' || scope === 'workspace' ? { type, scope } : undefined;
    case 'alignment':
      return typeof wanted === 'boolean' ? { type, wanted } : undefined;
    case 'cycle':
      return typeof cycle === 'string' ? { type, cycle } : undefined;
    case 'day':
      return day === null || typeof day === 'string' ? { type, day } : undefined;
    default:
      return undefined;
  }
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
