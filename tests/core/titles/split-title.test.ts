/** Titles that ask for several things, and the names that are made of titles. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isName } from '../../../grammar/arguments.ts';
import { shortName } from '../../../server/core/titles/short-name.ts';
import { splitTitle } from '../../../server/core/titles/split-title.ts';

const parts: Readonly<Record<string, readonly string[]>> = {
  'Increase leads by 15% and retention to 95%': [
    'Increase leads by 15% | from ? by 15%',
    'Increase retention to 95% | from ? to 95%',
  ],
  'Raise NPS from 32 to 50 and cut churn to 2%': [
    'Raise NPS from 32 to 50 | from 32 to 50',
    'Cut churn to 2% | from ? to 2%',
  ],
  'Publish 12 articles, 3 videos and 2 podcasts': [
    'Publish 12 articles | to 12 articles',
    'Publish 3 videos | to 3 videos',
    'Publish 2 podcasts | to 2 podcasts',
  ],
  'Grow revenue to $2M, margin to 30%': ['Grow revenue to $2M | to $2M', 'Grow margin to 30% | from ? to 30%'],
  'Launch the app and train the sales team': ['Launch the app', 'Train the sales team'],
  'Pipeline stability > 95% and pipeline duration < 60 mins': [
    'Pipeline stability > 95% | keep at least 95%',
    'Pipeline duration < 60 mins | keep at most 60 mins',
  ],
};
/** Each is one thing. */
const whole = [
  'Hire and onboard 5 engineers',
  'Hire, train and keep 6 drivers',
  'Read 12 books and write a summary of each',
  'Research and development',
  'Raise our score from 32 to 50 points',
  'Keep between 3% and 5%',
  'Customers love us (and tell others, and come back)',
  'Hands and feet',
  '',
];
const names: Readonly<Record<string, string | undefined>> = {
  'Raise our Net Promoter Score': 'net-promoter',
  'Customers love us more than any rival': 'customers-love',
  'Publish 12 customer stories': 'customer-stories',
  '100,000 new followers': 'new-followers',
  'Grow revenue to $2M': 'revenue',
  'Улучшить сервис': 'улучшить-сервис',
  顧客が好き: '顧客が好き',
  '42': undefined,
};

describe('titles that ask for several things', () => {
  for (const [title, expected] of Object.entries(parts)) {
    it(title, () => {
      const found = splitTitle(title)?.map(({ text, measure }) =>
        measure === undefined ? text : `${text} | ${measure}`,
      );
      assert.deepEqual(found, expected);
    });
  }
  for (const title of whole) it(`is one: ${title}`, () => assert.equal(splitTitle(title), undefined));

  it('keep all their words', () => {
    const word = fc.constantFrom(
      'raise',
      'cut',
      'launch',
      'leads',
      'by 15%',
      'to 95%',
      'and',
      ',',
      ';',
      '(',
      ')',
      '12',
      'the',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), words => {
        const title = words.join(' ');
        const found = splitTitle(title);
        if (found === undefined) return;
        assert.ok(found.length > 1);
        const kept = found.map(({ text }) => text.toLowerCase()).join(' ');
        for (const each of title.match(/\d+%?|leads/g) ?? []) assert.ok(kept.includes(each), title);
      }),
    );
  });
});

describe('names made of titles', () => {
  for (const [title, name] of Object.entries(names))
    it(`${title}: ${name}`, () => assert.equal(shortName(title), name));

  it('are names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), title => {
        const name = shortName(title);
        assert.ok(name === undefined || isName(name));
      }),
    );
  });
});
