/** The regular expressions that VS Code reads from language-configuration.json, used as it uses them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { describe, it } from 'mocha';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
  }[];
}

const file = new URL('../../syntaxes/language-configuration.json', import.meta.url);
const configuration: LanguageConfiguration = parse(readFileSync(file, 'utf8'));

/** What the line after `|` begins with, without the indentation that it takes over: `→` is one level more. */
function enterAt(text: string): string {
  const [before = '', after = ''] = text.split('|');
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
  );
  if (rule === undefined) return '';
  return (rule.action.indent === 'indent' ? '→' : '') + (rule.action.appendText ?? '');
}

function wordsOf(text: string): string[] {
  const { pattern, flags } = configuration.wordPattern;
  return text.match(new RegExp(pattern, `${flags}g`)) ?? [];
}

const enters: readonly [line: string, next: string][] = [
  ['team growth: Growth|', '→'],
  ['cycle 2026-Q4: Peak season|', '→'],
  ['person @ana: Ana|', '→'],
  ['objective love: Customers love us|', '→'],
  ['  kr nps: Raise it|', '→'],
  ['  kr: Raise it|', '→'],
  ['kpi tickets: Tickets per week|', '→'],
  ['initiative loyalty: Launch it|', '→'],
  ['    kpi tickets|', ''],
  ['  team growth|', ''],
  ['krs: Raise it|', ''],
  ['    owner @ana|', ''],
  ['    checkin 2026-10-31 36: Live|', 'checkin '],
  ['    checkin |', ''],
  ['    checkin 2026-10-31| 36: Live', ''],
  ['  reading 2026-10-31 402|', 'reading '],
  ['    plan 2026-10-31 40|', 'plan '],
  ['    milestone: Beta|', 'milestone '],
  ['    milestone |', ''],
  ['    target 2026-10-31 48: Why|', ''],
  ['  > Referrals are our cheapest channel|', '> '],
  ['  > Referrals are our |cheapest channel', '> '],
  ['  > |', ''],
  ['  >|', ''],
  ['# a comment|', ''],
];

const words: readonly [line: string, words: string[]][] = [
  ['owner @li.wong', ['owner', '@li.wong']],
  ['supports growth/love.nps in 2026-Q4', ['supports', 'growth/love.nps', 'in', '2026-Q4']],
  ['with @ana, @li', ['with', '@ana', '@li']],
  ['checkin 2026-10-31 36 at-risk: Live.', ['checkin', '2026-10-31', '36', 'at-risk', 'Live']],
  ['objective größe_2: 顧客', ['objective', 'größe_2', '顧客']],
  ['data metrics/uptime.csv', ['data', 'metrics/uptime.csv']],
  ['> We did it - twice/', ['We', 'did', 'it', 'twice']],
];

describe('syntaxes: language configuration', () => {
  for (const [line, next] of enters) {
    it(`Enter at ${line} gives ${next === '' ? 'nothing more' : `"${next}"`}`, () => assert.equal(enterAt(line), next));
  }
  for (const [line, expected] of words) {
    it(`knows the words of ${line}`, () => assert.deepEqual(wordsOf(line), expected));
  }
});
