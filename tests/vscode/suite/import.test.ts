/** *OKR: Import…* in a real VS Code: a file beside the workspace becomes new files in it, and never in the place of others. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { commands, Uri, window, workspace } from 'vscode';
import writeWorkbook from 'write-excel-file/node';
import { until } from '../until.ts';

describe('OKR: Import…', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-import-')));
  const source = join(folder, 'goals.csv');
  const root = workspace.workspaceFolders?.[0]?.uri;
  const inWorkspace = (path: string) => Uri.joinPath(root as Uri, path).fsPath;
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
    for (const path of ['stars', 'moon', 'imported']) rmSync(inWorkspace(path), { recursive: true, force: true });
  });

  it('writes new files, shows the goals, and tells beside them what it left out', async () => {
    writeFileSync(
      source,
      'Title,Type,Parent,Team,Time Period,Owner,Start,Target,Mood\nWe reach the stars,Objective,,Stars,Q1 2031,@ines,,,fine\nStars reached,Key Result,We reach the stars,Stars,Q1 2031,@ines,0,7,\n',
    );
    await commands.executeCommand('okr.import', Uri.file(source));
    await until('the summary is there', () =>
      window.visibleTextEditors.some(({ document }) => document.languageId === 'markdown'),
    );
    assert.equal(
      readFileSync(inWorkspace('stars/2031-Q1.okr'), 'utf8'),
      'team stars\ncycle 2031-Q1\n\nobjective stars: We reach the stars\n  owner @ines\n\n  kr stars: Stars reached\n    from 0 to 7\n',
    );
    const [goals, summary] = ['okr', 'markdown'].map(language =>
      window.visibleTextEditors.find(({ document }) => document.languageId === language),
    );
    assert.match(goals?.document.uri.path ?? '', /stars\/2031-Q1\.okr$/);
    assert.match(
      summary?.document.getText() ?? '',
      /^# Imported from goals\.csv\n[\s\S]*- column “Mood”: 1 value, “fine”/,
    );
  });

  it('reads a workbook as its sheet is shown, in the server’s own process', async () => {
    const rows = [
      ['Title', 'Type', 'Parent', 'Team', 'Time Period', 'Start', 'Target'].map(value => ({ value })),
      ['We reach the moon', 'Objective', '', 'Moon', 'Q2 2031'].map(value => ({ value })),
      [
        ...['Fuel is left', 'Key Result', 'We reach the moon', 'Moon', 'Q2 2031'].map(value => ({ value })),
        ...[0.02, 0.075].map(value => ({ value, format: '0.0%' })),
      ],
    ];
    const workbook = join(folder, 'goals.xlsx');
    writeFileSync(workbook, await writeWorkbook(rows).toBuffer());
    await commands.executeCommand('okr.import', Uri.file(workbook));
    assert.equal(
      readFileSync(inWorkspace('moon/2031-Q2.okr'), 'utf8'),
      'team moon\ncycle 2031-Q2\n\nobjective moon: We reach the moon\n\n  kr fuel-left: Fuel is left\n    from 2% to 7.5%\n',
    );
  });

  it('writes over nothing: what is there stays, and the new files stand together elsewhere', async () => {
    const before = readFileSync(inWorkspace('stars/2031-Q1.okr'), 'utf8');
    await commands.executeCommand('okr.import', Uri.file(source));
    assert.equal(readFileSync(inWorkspace('stars/2031-Q1.okr'), 'utf8'), before);
    assert.equal(readFileSync(inWorkspace('imported/stars/2031-Q1.okr'), 'utf8'), before);
    assert.equal(window.activeTextEditor?.document.uri.fsPath, inWorkspace('imported/stars/2031-Q1.okr'));
  });
});
