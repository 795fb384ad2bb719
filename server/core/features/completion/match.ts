/** Whether a text could be meant by what is written of it: editors match like this, so nothing that they would show is left out. */

const LONGEST = 300;

/** Takes a text, given in pieces, that has all characters of `word` in its order, whatever their case. */
export type Matcher = (...pieces: readonly string[]) => boolean;

/** One pass over the text, however often it is asked. */
export function matcher(word: string): Matcher {
  const folded = word.slice(0, LONGEST).toLowerCase();
  const wanted = Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at));
  if (wanted.length === 0) return () => true;
  return (...pieces) => {
    let next = 0;
    for (const piece of pieces) {
      const length = Math.min(piece.length, LONGEST);
      for (let at = 0; at < length && next < wanted.length; at++) {
        if (lower(piece.charCodeAt(at), piece, at) === wanted[next]) next++;
      }
    }
    return next === wanted.length;
  };
}

function lower(code: number, text: string, at: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return text.charAt(at).toLowerCase().charCodeAt(0);
}
