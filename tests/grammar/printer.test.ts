/** The one form of each line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';
import { formatBlock, formatDocument, formatEdits } from '../../grammar/printer.ts';

const format = (text: string) => formatDocument(new Document(text));

/** As written, and as it should be; both stand in a key result. */
const lines: readonly (readonly [written: string, formatted: string])[] = [
  ['from   32  to\t50   points', 'from 32 to 50 points'],
  ['from 32 to 50 new\u00a0 clients', 'from 32 to 50 new clients'],
  ['to 82 %', 'to 82 %'],
  ['to $1.2M', 'to $1.2M'],
  ['owner: @ana', 'owner @ana'],
  ['owner:@ana', 'owner @ana'],
  ['owner : @ana # who else', 'owner @ana # who else'],
  ['from: 32 to 50 points', 'from 32 to 50 points'],
  ['with @li,@sam', 'with @li, @sam'],
  ['with   @li  ,  @sam   ', 'with @li, @sam'],
  ['supports a/b.c  in  2026,d', 'supports a/b.c in 2026, d'],
  ['needs a ,b:why', 'needs a, b: why'],
  ['tags a,b   #   a comment   ', 'tags a, b #   a comment'],
  ['checkin  2026-10-31', 'checkin 2026-10-31'],
  [
    'checkin 2026-10-31 36 points confidence 6/10 by @ana:ok',
    'checkin 2026-10-31 36 points by @ana confidence 6/10: ok',
  ],
  ['checkin 2026-10-31 blocked confidence 70 % by @ana', 'checkin 2026-10-31 by @ana confidence 70 % blocked'],
  [
    'milestone done 2026-10-19 weight  2 due 2026-10-20 :  Beta',
    'milestone due 2026-10-20 weight 2 done 2026-10-19: Beta',
  ],
  ['milestone:Beta: in both stores # not a comment', 'milestone: Beta: in both stores # not a comment'],
  ['data  "my  data.csv"  column  "a  b"  date  c', 'data "my  data.csv" column "a  b" date c'],
  ['link https://example.com/a:b : see there', 'link https://example.com/a:b: see there'],
  ['> text', '> text'],
  ['>text', '> text'],
  ['>    - an inner list  ', '>    - an inner list'],
  ['>', '>'],
  ['>   ', '>'],
  ['reflect:', 'reflect:'],
  ['#   a comment  ', '#   a comment'],
  // What cannot be read is not touched.
  ['from   32', 'from   32'],
  ['Owner   @ana', 'Owner   @ana'],
  ['by  hand:  what   ever', 'by  hand:  what   ever'],
  ['to   1,5', 'to   1,5'],
  ['checkin 2026-02-30 by  @ana', 'checkin 2026-02-30 by  @ana'],
  ['checkin 2026-10-31 by @ana  by @li', 'checkin 2026-10-31 by @ana  by @li'],
];

describe('grammar: printer', () => {
  for (const [written, formatted] of lines) {
    it(JSON.stringify(written), () => {
      assert.equal(format(`objective a\n  kr b\n    ${written}\n`), `objective a\n  kr b\n    ${formatted}\n`);
    });
  }

  it('leaves a text that begins with a colon as it is, where arguments are missing before it', () => {
    const text = 'objective a: A\n  resumed: : :\n';
    assert.equal(formatDocument(new Document(text)), text);
  });

  it('writes a blank after the colon of a title', () => {
    assert.equal(format('kr nps:Raise it'), 'kr nps: Raise it\n');
    assert.equal(format('kr  nps  :Raise  it'), 'kr nps: Raise  it\n');
    assert.equal(format('kr:Raise'), 'kr: Raise\n');
  });

  it('indents by what a line stands under, whatever its column', () => {
    const written = 'objective a\n      kr b\n       from 1 to 2\n      kr c\n\t\tto 3\n\t\t\t> text\n   owner @ana\n';
    const formatted = 'objective a\n  kr b\n    from 1 to 2\n  kr c\n    to 3\n      > text\n  owner @ana\n';
    assert.equal(format(written), formatted);
  });

  it('takes a tab for as many columns as reach the next multiple of four', () => {
    const written = 'objective a\n   \tkr b\n\t from 1 to 2\n    kr c\n \t\t to 3\n';
    assert.equal(format(written), 'objective a\n  kr b\n    from 1 to 2\n  kr c\n    to 3\n');
  });

  it('indents the lines that it cannot read, and what is under them', () => {
    assert.equal(format('whatever  b\n     kr  c\n       from   2\n'), 'whatever  b\n  kr c\n    from   2\n');
  });

  it('nests a comment by its column, as a line without lines of its own', () => {
    const written =
      '# a\n   # b\nobjective a\n    # c\n    kr b\n        # d\n    # e\n# f\n        # g\n        to 1\n';
    const formatted = '# a\n# b\nobjective a\n  # c\n  kr b\n    # d\n  # e\n# f\n    # g\n    to 1\n';
    assert.equal(format(written), formatted);
  });

  it('keeps one blank line of several, none at the beginning and one line break at the end', () => {
    assert.equal(
      format('\n \n\nobjective a\n\n\t\n  owner @ana\n\n\nkpi b\n\n  \n\n'),
      'objective a\n\n  owner @ana\n\nkpi b\n',
    );
    assert.equal(format('objective a'), 'objective a\n');
    assert.equal(format('\n# only a comment'), '# only a comment\n');
    assert.equal(format(''), '');
    assert.equal(format(' \n\n'), '');
  });

  it("keeps the file's line break and its byte-order mark", () => {
    assert.equal(format('\ufeffobjective  a\r\n\r\n\r\n owner @ana'), '\ufeffobjective a\r\n\r\n  owner @ana\r\n');
    assert.equal(format('objective  a\r owner @ana\r'), 'objective a\r  owner @ana\r');
    assert.equal(
      format('objective a\r\n owner @ana\n due 2026-12-01\r'),
      'objective a\r\n  owner @ana\r\n  due 2026-12-01\r\n',
    );
    assert.equal(format('\ufeff\n\nobjective a'), '\ufeffobjective a\n');
    assert.equal(format('\ufeff'), '\ufeff');
  });

  it('leaves a file in its form as it is', () => {
    const text = readFileSync(new URL('../fixtures/acme.okr', import.meta.url), 'utf8');
    assert.equal(format(text), text);
  });

  it('edits a line at a time, and only lines that change', () => {
    const document = new Document('\n\nobjective  a\n  owner @ana\n  due  2026-12-01\n\n\n\nkpi b');
    assert.deepEqual(formatEdits(document), [
      { range: range(0, 0, 1, 0), text: '' },
      { range: range(1, 0, 2, 0), text: '' },
      { range: range(2, 0, 2, 12), text: 'objective a' },
      { range: range(4, 0, 4, 17), text: '  due 2026-12-01' },
      { range: range(6, 0, 7, 0), text: '' },
      { range: range(7, 0, 8, 0), text: '' },
      { range: range(8, 0, 8, 5), text: 'kpi b\n' },
    ]);
  });

  it('formats a block alone', () => {
    const [first, second] = new Document('objective  a\r\n  owner  @ana\r\n\r\n\r\nkpi  b').blocks;
    assert.equal(formatBlock(first!), 'objective a\r\n  owner @ana\r\n\r\n');
    assert.equal(formatBlock(second!), 'kpi b\n');
  });
});

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
