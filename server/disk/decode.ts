/** Bytes as text, strictly UTF-8. Needs no disk, so that a server in the browser has it too. */
export type TextRead =
  | { readonly text: string }
  | { readonly unreadable: string; readonly code: 'file-encoding' | 'file-unreadable' };

export type Unreadable = Extract<TextRead, { unreadable: string }>;

const MEGABYTE = 1024 * 1024;
export const largestFile = 20 * MEGABYTE;

/** @param size in bytes, more than `largestFile` */
export function tooLarge(size: number): Unreadable {
  const megabytes = Math.round(size / MEGABYTE);
  const most = largestFile / MEGABYTE;
  return {
    unreadable: `This file has ${megabytes} MB, and files of more than ${most} MB are not read: split it`,
    code: 'file-unreadable',
  };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text; a byte that is no UTF-8 is named with its line. */
export function decodeText(bytes: Uint8Array): TextRead {
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    const line = firstBadLine(bytes);
    return {
      unreadable: `This file is not UTF-8 (the first byte that is not stands on line ${line}): save it as UTF-8`,
      code: 'file-encoding',
    };
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 10) continue;
    try {
      decoder.decode(bytes.subarray(start, i));
    } catch {
      return line;
    }
    line++;
    start = i + 1;
  }
  return line;
}
