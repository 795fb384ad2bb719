/**
 * What to tell somebody whose line does not begin with a keyword, or whose colon is not where it belongs. Bundled apart,
 * for lines that have such a mistake: it knows no tokens.
 */
import { isName } from './arguments.ts';
import { bulletAs, fromToIn, headingIn, lineToHold } from './other-notations.ts';
import { brief, insert, type Problem, problem, rewrite } from './problems.ts';
import type { Comment, Word } from './tree.ts';

// ---- the first word of a line

/** @param meant the keyword that it is most likely meant to be */
export function misspelledKeyword(word: Word, meant: string): Problem {
  const message =
    word.text.toLowerCase() === meant
      ? `Keywords are lower case: \`${meant}\``
      : `\`${brief(word.text)}\` is no keyword: did you mean \`${meant}\`?`;
  // Of `**Objective:**` the colon stays.
  return problem('unknown-keyword', word, message, rewrite(word, word.text.includes(':') ? `${meant}:` : meant));
}

const bullets = new Set(['-', '*', '+', '•', '–', '—']);

/**
 * @param start of the line's first character
 * @param first its first token
 */
export function unknownKeyword(
  start: number,
  text: string,
  first: string,
  isIndented: boolean,
  isKeyword: (word: string) => boolean,
): Problem {
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  const at = { start, end: start + first.length };
  const rest = line.slice(first.length).trimStart();
  if (bullets.has(first) && (isKeyword(/^[^\s:]*/.exec(rest)?.[0] ?? '') || headingIn(rest) !== undefined)) {
    const edits = [{ start, end: start + line.length - rest.length, text: '' }];
    const fix = { title: `Remove \`${first}\``, edits };
    return problem('unknown-keyword', at, `A line begins with its keyword: no \`${first}\` is needed`, fix);
  }
  if (bullets.has(first)) {
    const { written, meant } = bulletAs(line, isIndented);
    const message = `A line begins with its keyword: \`${brief(meant + line.slice(written.length))}\``;
    const span = { start, end: start + written.length };
    return problem('unknown-keyword', at, message, { ...rewrite(span, meant), isGuess: true });
  }
  const measure = fromToIn(line);
  if (measure !== undefined) {
    const { from, between, to } = measure;
    const span = { start, end: start + (from + between + to).length };
    const meant = `from ${from} to ${to}`;
    return problem('unknown-keyword', span, `A measure begins with its keyword: \`${meant}\``, rewrite(span, meant));
  }
  const held = lineToHold(start, start, text);
  if (held !== undefined) return held;
  const begin = 'A line begins with one, such as `objective`, `kr` or `checkin`; a description begins with `>`';
  if (!line.startsWith(':')) return problem('unknown-keyword', at, `\`${brief(first)}\` is no keyword. ${begin}`);
  return problem('unknown-keyword', { start, end: start + 1 }, `No keyword before the colon. ${begin}`);
}

/** A heading as Markdown writes it, where it names an element; undefined for any other comment. */
export function markdownHeading(comment: Comment): Problem | undefined {
  const pattern = /^#+\s*(objective|key[ -]?result|kr|kpi|initiative)\s*[\d.]*\s*[:–—-]\s*(\S.*)$/i;
  const parts = comment.text.length > 1000 ? null : pattern.exec(comment.text);
  if (parts === null) return undefined;
  const title = (parts[2] as string).replace(/[\s#]+$/, '');
  const word = (parts[1] as string).toLowerCase();
  const text = word === 'kpi' ? `kpi ${nameFrom(title)}: ${title}` : `${word.startsWith('k') ? 'kr' : word}: ${title}`;
  const message = `A line that begins with \`#\` is a comment: write \`${brief(text)}\``;
  // A key result stands in the objective above.
  const indentation = text.startsWith('kr') && comment.column === 0 ? '  ' : '';
  const edits = [{ start: comment.start, end: comment.end, text: indentation + text }];
  return problem('markdown-heading', comment, message, { title: `Write \`${brief(text)}\``, edits });
}

/** A name made of the first words of a title. */
function nameFrom(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = words.slice(0, 3).join('-');
  return isName(name) ? name : 'name';
}

// ---- colons

/** @param after what stands after the colon, with the blanks */
export function colonBeforeArguments(keyword: Word, colon: number, after: string): Problem {
  const line = brief(`${keyword.text} ${after.trim()}`);
  const end = colon + 1 + after.length - after.trimStart().length;
  const fix = { title: `Write \`${line}\``, edits: [{ start: keyword.end, end, text: ' ' }] };
  const message = `No colon here: \`${line}\`. What follows a colon is text`;
  return problem('yaml-colon', { start: colon, end: colon + 1 }, message, fix);
}

export function colonWithoutBlank(colon: number): Problem {
  const message = 'A blank follows the colon, so that it can be told from one inside a word';
  const fix = insert(colon + 1, ' ', 'Add a blank after the colon');
  return problem('yaml-colon', { start: colon, end: colon + 1 }, message, fix);
}
