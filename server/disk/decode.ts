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
    const unreadable =
      utf16(bytes) ??
      `This file is not UTF-8 (the first byte that is not stands on line ${firstBadLine(bytes)}): save it as UTF-8`;
    return { unreadable, code: 'file-encoding' };
  }
}

/** What to say of bytes that begin as UTF-16 does, which editors on Windows and spreadsheets write. */
export function utf16([first, second]: Uint8Array): string | undefined {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
    ? 'This file is UTF-16, and only UTF-8 is read: save it as UTF-8 (in VS Code: Save with Encoding)'
    : undefined;
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
