/**
 * The language reference says what is true. A fence marked `okr` has no problem; one marked `okr error` has those in the
 * `<!-- error: … -->` lines after it, in their order.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';
import { formatDocument } from '../../grammar/printer.ts';
import { problemsIn } from './problems.ts';

interface Example {
  /** Of its first line in the reference. */
  readonly line: number;
  readonly text: string;
  readonly errors: readonly string[] | undefined;
}

function* examples(markdown: string): Generator<Example> {
  const fences = /^( *)```okr( error)?\n(.*?)^\1```\n((?:\1<!-- error: .*? -->\n)*)/gms;
  for (const { 0: all, 1: indent = '', 2: error, 3: body = '', 4: after = '', index } of markdown.matchAll(fences)) {
    assert.ok(error !== undefined || after === '', all);
    yield {
      line: markdown.slice(0, index).split('\n').length + 1,
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      errors:
        error === undefined
          ? undefined
          : [...after.matchAll(/<!-- error: (.*?) -->/g)].map(match => match[1] as string),
    };
  }
}

describe('grammar: the language reference', () => {
  const markdown = readFileSync(new URL('../../grammar/README.md', import.meta.url), 'utf8');
  const all = [...examples(markdown)];

  it('has all its fences read here', () => {
    assert.equal(all.length, markdown.match(/^ *```okr/gm)?.length);
    assert.ok(all.length > 20);
  });

  for (const { line, text, errors } of all) {
    const first = text.split('\n').find(each => each.trim() !== '');
    if (errors === undefined)
      it(`line ${line} is right: ${first}`, () => {
        assert.deepEqual(
          problemsIn(text).map(({ problem }) => problem.message),
          [],
        );
        assert.equal(formatDocument(new Document(text)), text);
      });
    else
      it(`line ${line} is wrong as it says: ${first}`, () => {
        assert.ok(errors.length > 0);
        assert.deepEqual(
          problemsIn(text).map(({ problem }) => problem.message),
          errors,
        );
      });
  }
});
