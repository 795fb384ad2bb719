/** A paragraph of Markdown: what it emphasizes, its code, its links and line breaks. It is read once, from left to right. */
import type { DescriptionNode } from './description.ts';

/** An emphasis that has begun. Where it never ends, its mark is text. */
interface Open {
  readonly mark: string;
  readonly of: DescriptionNode[];
}

/** So many in each other; whatever would be deeper is text. */
const DEEPEST = 12;
/** What an address has in it; brackets come in pairs. */
const any = /(?:[^\s<>"()[\]\\`]|\([^\s<>"()[\]\\`]*\))/.source;
const MARKS = new RegExp(
  [
    /\\[\n!-/:-@[-`{-~]|\*+|_+/.source,
    /(?<!`)(`+)(?!`)(?<code>[^`]+)\1(?!`)/.source,
    // What would be a picture is none, and no link either.
    `(?<!!)\\[(?<label>[^[\\]]+)]\\((?<to>(?:https?://|mailto:)${any}+)\\)`,
    // A sentence goes on after it.
    `(?<address>https?://${any}*(?![.,;:!?'*_])${any})`,
  ].join('|'),
  'g',
);

export function readInline(text: string, isInLink = false): DescriptionNode[] {
  const open: Open[] = [{ mark: '', of: [] }];
  const add = (node: DescriptionNode) => {
    const { of } = open.at(-1) as Open;
    const last = of.at(-1);
    if (typeof node === 'string' && typeof last === 'string') of[of.length - 1] = last + node;
    else if (node !== '') of.push(node);
  };
  /** Whatever has begun after this place is text. */
  const closeTo = (place: number) => {
    for (const { mark, of } of open.splice(place + 1)) for (const each of [mark, ...of]) add(each);
  };
  let at = 0;
  for (const found of text.matchAll(MARKS)) {
    let [mark] = found;
    const { code, label, to, address } = found.groups as Record<string, string | undefined>;
    const href = to ?? address;
    add(text.slice(at, found.index));
    at = found.index + mark.length;
    if (code) add({ tag: 'code', of: [code] });
    else if (href) add(isInLink ? href : { tag: 'a', of: label ? readInline(label, true) : [href], href });
    else if (mark === '\\\n') add({ tag: 'br', of: [] });
    else if (mark.startsWith('\\')) add(mark.slice(1));
    else {
      // It begins before a word and ends after one; `_` not within a word.
      const [before = '', after = ''] = [text[found.index - 1], text[at]];
      const apart = mark.startsWith('*') ? /^/ : /^[^\p{L}\p{N}]?$/u;
      while (/\S/.test(before) && apart.test(after)) {
        const place = open.findLastIndex((each, i) => i > 0 && mark.startsWith(each.mark));
        if (place < 0) break;
        closeTo(place);
        const { mark: own, of } = open.pop() as Open;
        add({ tag: own.length > 1 ? 'strong' : 'em', of });
        mark = mark.slice(own.length);
      }
      if (mark.length < 4 && open.length < DEEPEST && /\S/.test(after) && apart.test(before))
        for (const own of mark.match(/..?/g) ?? []) open.push({ mark: own, of: [] });
      else add(mark);
    }
  }
  add(text.slice(at));
  closeTo(0);
  return (open[0] as Open).of;
}
