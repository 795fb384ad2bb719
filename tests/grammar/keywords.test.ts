/** The list of statements says what is true. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';
import { aliases, keywordOfKind, keywords, type Place } from '../../grammar/keywords.ts';
import { StatementParser } from '../../grammar/statement-parser.ts';
import { problemsIn } from './problems.ts';

/** Lines above a place. */
const above: Readonly<Record<Place, string>> = {
  top: '',
  team: 'team growth\n  ',
  cycle: 'cycle summer\n  ',
  person: 'person @ana\n  ',
  objective: 'objective love\n  ',
  kr: 'objective love\n  kr nps\n    ',
  kpi: 'kpi tickets\n  ',
  initiative: 'initiative loyalty\n  ',
};
/** Where the same keyword takes other arguments. */
const otherwise: Readonly<Record<string, string>> = {
  'from in cycle': 'from 2026-06-08 to 2026-09-11',
  'checkin in objective': 'checkin 2026-10-31 confidence 6/10: New onboarding is live',
};

describe('grammar: keywords', () => {
  for (const { keyword, kind, places, example } of keywords.values()) {
    for (const place of places) {
      it(`${keyword} in ${place}: the example is right`, () => {
        const text = above[place] + (otherwise[`${keyword} in ${place}`] ?? example);
        assert.deepEqual(
          problemsIn(text).map(({ problem }) => problem.message),
          [],
        );
        const statement = new Document(text).blocks.at(-1)?.tree.statements.at(-1);
        assert.equal(statement?.kind, kind);
        assert.equal(statement?.keyword.text, keyword);
      });
    }
    for (const place of (Object.keys(above) as Place[]).filter(place => !places.includes(place))) {
      it(`${keyword} in ${place} is misplaced`, () => {
        assert.deepEqual(
          problemsIn(above[place] + example).map(({ problem }) => problem.code),
          ['misplaced-statement'],
        );
      });
    }
  }

  it('has one keyword for each kind', () => {
    assert.equal(keywordOfKind.size, keywords.size);
  });

  it('has aliases that mean a keyword and are none', () => {
    for (const [alias, keyword] of aliases) {
      assert.ok(keywords.has(keyword), keyword);
      assert.ok(!keywords.has(alias), alias);
      assert.equal(alias, alias.toLowerCase());
      const [found] = problemsIn(`${alias} love`);
      assert.equal(found?.problem.fix?.edits[0]?.text, keyword, alias);
    }
  });

  it('makes a grammar that Chevrotain finds nothing wrong with', () => {
    assert.doesNotThrow(() => new StatementParser({ skipValidations: false }));
  });
});
