import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { bar, sparkline } from '../../server/cli/show/bar.ts';
import { coloursFor } from '../../server/cli/terminal/colours.ts';
import { printable, printableJson, printableLines } from '../../server/cli/terminal/printable.ts';
import { cut, toWidth, width } from '../../server/cli/terminal/width.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('what may steer a terminal', () => {
  it('is shown as its picture, or as a replacement', () => {
    assert.equal(printable('a\u001b[31mb\u0007\n\u007f'), 'a␛[31mb␇␊␡');
    assert.equal(printable('a\u009b31m\u202eb\u2066'), 'a\ufffd31m\ufffdb\ufffd');
    assert.equal(printable('Grüße, 日本, 👩‍👩‍👧, שלום'), 'Grüße, 日本, 👩‍👩‍👧, שלום');
    assert.equal(printableLines('a\n\tb\r\n'), 'a\n\tb␍\n');
  });

  it('is escaped in JSON, which says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const json = printableJson(JSON.stringify(text));
        assert.equal(JSON.parse(json), text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
        assert.doesNotMatch(json, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('the width of a text', () => {
  const cases: [string, number][] = [
    ['', 0],
    ['nps', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇵🇹', 2],
    ['❤️', 2],
    ['✓ on track', 10],
    ['━━╸──', 5],
  ];
  for (const [text, columns] of cases)
    it(`${text || 'nothing'} takes ${columns}`, () => assert.equal(width(text), columns));

  it('is what it was cut and filled up to', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, columns) => {
        assert.ok(width(cut(text, columns)) <= columns);
        assert.ok(width(toWidth(printable(text), columns)) <= columns);
      }),
    );
  });

  it('is found in a moment for a megabyte', () => {
    const text = '日'.repeat(1_000_000);
    const start = performance.now();
    assert.equal(cut(text, 5), '日日…');
    assert.ok(performance.now() - start < 500);
  });
});

describe('a bar', () => {
  const plain = coloursFor({ write: () => {}, isTerminal: false, columns: undefined }, {});
  const draw = (reached: number | null, expected: number | null) => bar({ reached, expected, tone: 'good' }, 10, plain);
  const cases: [number | null, number | null, string][] = [
    [0, null, '──────────'],
    [0.5, null, '━━━━━─────'],
    [0.55, null, '━━━━━╸────'],
    [1, null, '━━━━━━━━━━'],
    [1.7, null, '━━━━━━━━━━'],
    [-0.4, null, '──────────'],
    [0.3, 0.5, '━━━──│────'],
    [0.8, 0.5, '━━━━━│━━──'],
    [1, 1, '━━━━━━━━━│'],
    [0, 0, '│─────────'],
    [null, 0.5, '··········'],
  ];
  for (const [reached, expected, drawn] of cases)
    it(`at ${reached}, expected at ${expected}`, () => assert.equal(draw(reached, expected), drawn));
});

describe('a sparkline', () => {
  it('goes from the lowest to the highest', () => {
    assert.equal(sparkline([1, 2, 3, 4, 5, 6, 7, 8]), '▁▂▃▄▅▆▇█');
    assert.equal(sparkline([8, 1]), '█▁');
    assert.equal(sparkline([5, 5, 5]), '▄▄▄');
  });
});
