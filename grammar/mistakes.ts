/** What to tell somebody whose line does not begin with a keyword, or whose colon is not where it belongs. */
import type { IToken } from 'chevrotain';
import { spanOf } from './argument-parser.ts';
import { isName } from './arguments.ts';
import { keywords } from './keywords.ts';
import { brief, insert, type Problem, problem, rewrite } from './problems.ts';
import * as t from './tokens.ts';
import type { Comment, Word } from './tree.ts';

// ---- the first word of a line

/** @param meant the keyword that it is most likely meant to be */
export function misspelledKeyword(word: Word, meant: string): Problem {
  const message =
    word.text.toLowerCase() === meant
      ? `Keywords are lower case: \`${meant}\``
      : `\`${brief(word.text)}\` is no keyword: did you mean \`${meant}\`?`;
  return problem('unknown-keyword', word, message, rewrite(word, meant));
}

const bullets = new Set(['-', '*', '+', '•', '–', '—']);

export function unknownKeyword(first: IToken, second: IToken): Problem {
  const at = spanOf(first);
  if (bullets.has(first.image) && keywords.has(second.image)) {
    const fix = { title: `Remove \`${first.image}\``, edits: [{ start: at.start, end: second.startOffset, text: '' }] };
    return problem('unknown-keyword', at, `A line begins with its keyword: no \`${first.image}\` is needed`, fix);
  }
  const begin = 'A line begins with one, such as `objective`, `kr` or `checkin`; a description begins with `>`';
  if (!t.isColon(first)) return problem('unknown-keyword', at, `\`${brief(first.image)}\` is no keyword. ${begin}`);
  return problem('unknown-keyword', { start: at.start, end: at.start + 1 }, `No keyword before the colon. ${begin}`);
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
