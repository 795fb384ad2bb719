import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { before, describe, it } from 'mocha';
import writeWorkbook from 'write-excel-file/node';
import { openedOnTheWeb } from './opened.ts';
import type { Workbench } from './workbench/workbench.ts';

const name = 'OKR: Import… on the Web';
const goals = [
  ['Title', 'Type', 'Parent', 'Time Period', 'Start', 'Target', 'Current', 'Last Check-in'],
  ['Customers stay', 'Objective', '', 'Q4 2026', '', '', '', ''],
  ['Cut churn', 'Key Result', 'Customers stay', 'Q4 2026', 0.05, 0.02, 0.035, new Date('2026-10-31')],
] as const;

async function files() {
  const cells = goals.map(row =>
    row.map(value => {
      if (typeof value === 'number') return { value, format: '0.0%' };
      return value instanceof Date ? { value, format: 'd mmm yyyy' } : { value };
    }),
  );
  return {
    'goals.xlsx': await writeWorkbook(cells).toBuffer(),
    'broken.zip': zipSync({ 'a.txt': new Uint8Array(9) }),
  };
}

/** What the desktop does in a process of Node’s, a worker does in the browser, with a script that it loads for it. */
describe(`${name}, as a person uses it`, () => {
  const now = openedOnTheWeb(name, files, { 'okr.today': '2026-11-21' });
  let workbench: Workbench;
  before(() => {
    ({ workbench } = now());
  });

  async function importFile(path: string): Promise<void> {
    await workbench.run('OKR: Import…');
    await workbench.screenshot('import 1');
    await workbench.quickInput.choose('A file…');
    await workbench.quickInput.chooseFile(path);
  }

  it('reads a spreadsheet as it is shown, and opens what it wrote', async () => {
    await importFile('/acme/goals.xlsx');
    await workbench.tabs.isOpen('2026-Q4.okr');
    await workbench.screenshot('import 2');
    // Behind titles stand scores, which are no part of the text.
    for (const [line, text] of [
      [3, /^objective customers: Customers stay/],
      [5, /^ {2}kr churn: Cut churn/],
      [6, /^ {4}from 5% to 2%$/],
      [7, /^ {4}checkin 2026-10-31 3\.5%$/],
    ] as const)
      assert.match(await workbench.text.textOf(line), text);
  });

  it('says what is wrong with a file, and writes nothing', async () => {
    await importFile('/acme/broken.zip');
    await workbench.notifications.take(/There is no JSON or CSV file in it\./);
  });
});
