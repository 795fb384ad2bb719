/** What the grammar and the doors report by themselves: the list says how severe each is, and what there is to read about it. */
import type { Block } from '../../../grammar/document.ts';
import { mixedIndentation as findMixed } from '../../../grammar/indentation.ts';
import { checkHeading } from './headings-disagree.ts';
import type { Rule } from './rule.ts';

export const syntax: Rule = {
  id: 'syntax',
  severity: 'error',
  today: '2026-10-05',
  summary: 'A line that cannot be read',
  why: 'What cannot be read is left out of everything: scores, reports, reminders.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
};

export const unknownKeyword: Rule = {
  id: 'unknown-keyword',
  severity: 'error',
  summary: 'A line that begins with no keyword',
  why: 'A misspelled keyword hides a whole line, and often all that stands under it.',
  bad: `
    cycle 2026-Q4

    objectve love: Customers love us more than any rival
      owner @maria
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  today: '2026-10-05',
};

export const unknownArgument: Rule = {
  id: 'unknown-argument',
  severity: 'error',
  today: '2026-11-01',
  summary: 'A word that does not belong on its line',
  why: 'What is not understood is left out, so it is better said than passed over.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-10-31 36 points on-trck
      kr second: Families who order a second time
        from 34% to 45%
        checkin 2026-10-31 37%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-10-31 36 points on-track
      kr second: Families who order a second time
        from 34% to 45%
        checkin 2026-10-31 37%
  `,
};

export const mixedIndentation: Rule = {
  id: 'mixed-indentation',
  severity: 'warning',
  summary: 'Tabs and spaces in one file',
  why: 'Indentation is the structure: a tab beside spaces looks right in one editor and wrong in another.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
        owner @maria
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
    \taspirational
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
        owner @maria
        aspirational
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  today: '2026-10-05',
  checkFile({ file }, say) {
    file.edition.get();
    for (const { block: index, problem } of findMixed(file.document)) {
      const block = file.document.blocks[index] as Block;
      const { start, end, message, fix } = problem;
      const edits = fix?.edits.map(edit => ({ place: { file, block, span: edit }, text: edit.text })) ?? [];
      say({ block, span: { start, end }, message, remedies: fix && [{ title: fix.title, edits, isPreferred: true }] });
    }
  },
};

export const misplacedStatement: Rule = {
  id: 'misplaced-statement',
  severity: 'error',
  summary: 'A statement in a place where it means nothing',
  why: 'A check-in under the wrong heading is a check-in that nobody counts.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      reading 2026-10-05 36
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars

    kpi nps: Net Promoter Score
      healthy at least 30
      reading 2026-10-05 36
  `,
  today: '2026-10-05',
};

export const duplicateStatement: Rule = {
  id: 'duplicate-statement',
  severity: 'error',
  summary: 'Said twice where it can be said once',
  why: 'Two owners are none: the first one counts, and the reader should not have to know that. The same holds for two headings of one team or cycle that disagree.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria
      owner @li
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria
      with @li
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  today: '2026-10-05',
  checkEntry: checkHeading,
};

export const yamlColon: Rule = {
  id: 'yaml-colon',
  severity: 'hint',
  summary: 'A colon from another language',
  why: 'Here what follows a colon is text; an argument has none before it.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner: @maria
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  today: '2026-10-05',
};

export const markdownHeading: Rule = {
  id: 'markdown-heading',
  severity: 'hint',
  summary: 'A heading pasted from Markdown',
  why: 'A line that begins with `#` is a comment, so what it says is not an objective yet.',
  bad: `
    cycle 2026-Q4

    # Objective: Customers love us more than any rival
  `,
  good: `
    cycle 2026-Q4

    objective: Customers love us more than any rival
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
      kr refunds: Books that come back
        from 3% to 1%
  `,
  today: '2026-10-05',
};

export const valueInvalid: Rule = {
  id: 'value-invalid',
  severity: 'error',
  today: '2026-10-05',
  summary: 'A value that is none',
  why: 'A number that could mean two things is asked about, never guessed: `1,5` is 1.5 to one reader and 15 to another.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr stars: Raise our stars in the app stores
        from 3,8 to 4.5 stars
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr stars: Raise our stars in the app stores
        from 3.8 to 4.5 stars
      kr second: Families who order a second time
        from 34% to 45%
  `,
};

export const settingsInvalid: Rule = {
  id: 'settings-invalid',
  severity: 'error',
  summary: 'A mistake in `okr.json`',
  why: 'A setting that is not understood is not in force.',
  isAlwaysError: true,
  bad: '{ "root": true, "fiscalYearStart": 13 }',
  good: '{ "root": true, "fiscalYearStart": 10 }',
};

export const fileEncoding: Rule = {
  id: 'file-encoding',
  severity: 'error',
  summary: 'A file that is not UTF-8',
  why: 'Bytes that are no UTF-8 would be shown, and counted, as something else. Save the file as UTF-8: in VS Code, _Save with Encoding_.',
  isAlwaysError: true,
  bad: '',
  good: '',
};

export const fileUnreadable: Rule = {
  id: 'file-unreadable',
  severity: 'error',
  summary: 'A file that cannot be read',
  why: 'What is in it counts for nothing: it is too large, or its permissions keep it closed.',
  isAlwaysError: true,
  bad: '',
  good: '',
};

export const ignoreUnused: Rule = {
  id: 'ignore-unused',
  severity: 'hint',
  summary: 'A silence that silences nothing',
  why: 'A leftover `# okr-ignore` would hide the next mistake on that line.',
  bad: `
    cycle 2026-Q4

    # okr-ignore timeframe-missing: we are in no hurry
    objective love: Customers love us more than any rival
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  good: `
    # okr-ignore timeframe-missing: we are in no hurry
    objective love: Customers love us more than any rival
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  today: '2026-10-05',
};
