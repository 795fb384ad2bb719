/** What the client asks beyond the protocol, over a real connection to a real process. */
import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import writeWorkbook from 'write-excel-file/node';
import type { CheckInAnswer, CheckInParams, CheckInSubject } from '../../server/core/requests/check-in.ts';
import type { CloseAnswer, Closing } from '../../server/core/requests/closing.ts';
import type { HappeningParams, HappeningSubject } from '../../server/core/requests/happening.ts';
import type { ImportAnswer } from '../../server/core/requests/import.ts';
import type { FirstWorkspaceAnswer, NewElementAnswer } from '../../server/core/requests/new-element.ts';
import type { FileAttention, OutlineGroup, TodayAnswer } from '../../server/core/requests/outline.ts';
import { git, hasGit } from '../repository.ts';
import { folderWith, removeFoldersAfterEach } from './folder.ts';
import { startClient, stopClientsAfterEach } from './started.ts';

stopClientsAfterEach();
removeFoldersAfterEach();

const growth = `team growth: Growth
cycle 2026-Q4: Peak season

objective love: Customers love us
  owner @maria
  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-11-14 41 points confidence 7/10
  kr gifts: Nobody leaves without a present
    owner @li
    from 0 to 20
    checkin 2026-10-02 1

kpi tickets: Tickets a week
  owner @li
  healthy at most 350 tickets

initiative cards: A card in every parcel
  supports love
  active
`;
const said: Omit<CheckInParams, 'uri' | 'line'> = {
  date: null,
  value: '',
  confidence: '',
  status: null,
  by: '',
  note: '',
};

describe('Our requests', () => {
  async function inFolder() {
    const { uri: folder } = folderWith({ 'okr.json': '{ "root": true }', 'growth.okr': growth });
    const client = await startClient({ folders: [folder] });
    const uri = `${folder}/growth.okr`;
    await client.open(uri, growth);
    const ask = <R>(method: string, params: object) => client.connection.sendRequest<R>(method, params);
    return { folder, uri, ask };
  }

  it('list what can be checked in on, mine and the silent ones first', async () => {
    const { ask } = await inFolder();
    const subjects = await ask<CheckInSubject[]>('okr/checkInSubjects', { of: 'key results', me: '@maria' });
    assert.deepEqual(
      subjects.map(({ ref, mine, stale, value, date }) => ({ ref, mine, stale, value, date })),
      [
        { ref: 'growth/love.nps', mine: true, stale: false, value: '41 points', date: '2026-11-14' },
        { ref: 'growth/love.gifts', mine: false, stale: true, value: '1', date: '2026-10-02' },
      ],
    );
    const [first] = await ask<CheckInSubject[]>('okr/checkInSubjects', { of: 'key results', me: '' });
    assert.equal(first?.ref, 'growth/love.gifts');
    const kpis = await ask<CheckInSubject[]>('okr/checkInSubjects', { of: 'kpis', me: '' });
    assert.deepEqual(
      kpis.map(({ ref, value, unit }) => ({ ref, value, unit })),
      [{ ref: 'growth/tickets', value: null, unit: 'tickets' }],
    );
  });

  it('take me for whom git knows, where nobody said who I am and it may be asked', async function () {
    if (!hasGit) this.skip();
    const team = `person @li: Li Wong, growth\n\n${growth}`;
    const { uri: folder, path } = folderWith({ 'okr.json': '{ "root": true }', 'growth.okr': team });
    git(path, ['init', '--quiet']);
    git(path, ['config', 'user.name', 'Li Wong']);
    git(path, ['config', 'user.email', 'somebody@example.com']);
    const client = await startClient({ folders: [folder] });
    const due = async (params: object) => {
      const asked = { of: 'due', me: '', ...params };
      const subjects = await client.connection.sendRequest<CheckInSubject[]>('okr/checkInSubjects', asked);
      return subjects.map(({ ref, me, silentDays }) => ({ ref, me, silentDays }));
    };
    assert.deepEqual(await due({ askGit: true }), [{ ref: 'growth/love.gifts', me: '@li', silentDays: 50 }]);
    assert.deepEqual(await due({}), []);
    assert.deepEqual(await due({ askGit: true, me: '@maria' }), [], 'she has spoken of hers a week ago');
  });

  it('write a check-in and a reading as an edit of one line', async () => {
    const { uri, ask } = await inFolder();
    const written = async (params: Partial<CheckInParams>) => {
      const { edit, place } = await ask<CheckInAnswer>('okr/checkIn', { ...said, uri, ...params });
      const text = TextDocument.applyEdits(TextDocument.create(uri, 'okr', 1, growth), edit.changes?.[uri] ?? []);
      return text.split('\n')[place.line];
    };
    assert.equal(
      await written({ line: 6, value: '44', confidence: '8/10', by: '@maria', note: 'Cards work' }),
      '    checkin 2026-11-21 44 points confidence 8/10: Cards work',
    );
    assert.equal(await written({ line: 13, value: '371', date: '2026-11-20' }), '  reading 2026-11-20 371 tickets');
    assert.equal(await written({ line: 3, status: 'blocked' }), '  checkin 2026-11-21 blocked');
  });

  it('write in few words what somebody has ticked or said elsewhere', async () => {
    const { uri, ask } = await inFolder();
    const written = async (params: object) => {
      const { edit, place } = await ask<CheckInAnswer>('okr/checkIn', { uri, ...params });
      const text = TextDocument.applyEdits(TextDocument.create(uri, 'okr', 1, growth), edit.changes?.[uri] ?? []);
      return text.split('\n')[place.line];
    };
    const say = { what: 'say', line: 5, title: 'Raise our Net Promoter Score', status: null, by: '@li' };
    assert.equal(await written({ ...say, confidence: '8/10' }), '    checkin 2026-11-21 by @li confidence 8/10');
    await assert.rejects(
      written({ ...say, title: 'Refunds', confidence: '8/10' }),
      /Something else stands at this place/,
    );
    const tick = { what: 'tick', line: 8, step: 0, text: 'Signs', done: true };
    await assert.rejects(written(tick), /This milestone is no longer where it was/);
  });

  it('refuse in a sentence what cannot be written', async () => {
    const { uri, ask } = await inFolder();
    const refused = (params: Partial<CheckInParams>) => ask('okr/checkIn', { ...said, uri, ...params });
    await assert.rejects(refused({ line: 5, value: 'much' }), /`much` is no value|expected|needs/);
    await assert.rejects(refused({ line: 5, value: '44%' }), /This is in `%`, and it is measured in `points`\./);
    await assert.rejects(refused({ line: 0, value: '4' }), /There is no objective, key result or KPI at this place\./);
    await assert.rejects(refused({ line: 5, value: '4', date: '2026-02-30' }), /There is no day 2026-02-30\./);
    await assert.rejects(
      ask('okr/newElement', { what: 'key result', uri, line: 0 }),
      /A key result belongs to an objective/,
    );
  });

  it('write down what happens on the way, with its reason, and refuse it in a sentence', async () => {
    const { uri, ask } = await inFolder();
    const told = { date: null, why: 'Fewer questions', by: '@ana', value: '', into: null };
    const happened = async (params: Pick<HappeningParams, 'what' | 'line'> & Partial<HappeningParams>) => {
      const { edit, place } = await ask<CheckInAnswer>('okr/happening', { ...told, uri, ...params });
      const text = TextDocument.applyEdits(TextDocument.create(uri, 'okr', 1, growth), edit.changes?.[uri] ?? []);
      return text.split('\n')[place.line];
    };
    const subject = await ask<HappeningSubject>('okr/happeningSubject', { what: 'target', uri, line: 6 });
    assert.deepEqual([subject.title, subject.target], ['Raise our Net Promoter Score', '50 points']);
    assert.equal(
      await happened({ what: 'target', line: 6, value: '48' }),
      '    target 2026-11-21 48 points by @ana: Fewer questions',
    );
    assert.equal(
      await happened({ what: 'drop', line: 3, date: '2026-11-20' }),
      '  dropped 2026-11-20 by @ana: Fewer questions',
    );
    assert.equal(
      await happened({ what: 'hand-over', line: 8, value: '@kim' }),
      '    checkin 2026-11-21 by @ana: Handed over from @li to @kim: Fewer questions',
    );
    assert.equal(
      await happened({ what: 'hand-over', line: 14, value: '@kim' }),
      "  # @li's till 2026-11-21: Fewer questions",
    );
    assert.equal(await happened({ what: 'drop', line: 18 }), '  dropped 2026-11-21 by @ana: Fewer questions');
    const cards = await ask<HappeningSubject>('okr/happeningSubject', { what: 'drop', uri, line: 17 });
    assert.deepEqual([cards.title, cards.standing, cards.place.line], ['A card in every parcel', 'active', 17]);
    await assert.rejects(happened({ what: 'block', line: 18 }), /There is no objective or key result at this place\./);
    await assert.rejects(happened({ what: 'hand-over', line: 14, value: '@li' }), /It is @li's already\./);
    await assert.rejects(happened({ what: 'resume', line: 6 }), /It runs: there is nothing to take up again\./);
    await assert.rejects(happened({ what: 'target', line: 6, value: '50' }), /Its target is 50 points already/);
    await assert.rejects(happened({ what: 'drop', line: 13 }), /There is no objective or key result at this place\./);
    await assert.rejects(
      ask('okr/happeningSubject', { what: 'share', uri, line: 6 }),
      /There is no other objective of its time/,
    );
  });

  it('tell what stands beside the text: the outline, the cycle that runs, and what needs attention', async () => {
    const { uri, ask } = await inFolder();
    const [team] = await ask<OutlineGroup[]>('okr/outline', { by: 'team', past: false });
    assert.equal(team?.title, 'Growth');
    assert.deepEqual(
      team?.items.map(({ kind, title }) => `${kind}: ${title}`),
      ['objective: Customers love us', 'kpi: Tickets a week'],
    );
    const { cycle } = await ask<TodayAnswer>('okr/today', { uri: null });
    assert.equal(cycle?.id, '2026-Q4');
    assert.equal(cycle?.uri, uri);
    assert.deepEqual(await ask<FileAttention[]>('okr/attention', {}), [
      { uri, message: 'Of 2 key results, 1 off track' },
    ]);
  });

  it('say where something new goes', async () => {
    const { uri, ask } = await inFolder();
    const { position, snippet } = await ask<NewElementAnswer>('okr/newElement', { what: 'key result', uri, line: 4 });
    assert.equal(position.line, 11);
    assert.match(snippet, /^ {2}kr \$\{1:name\}: /);
    const file = await ask<NewElementAnswer>('okr/newElement', { what: 'objective', uri: null, line: null });
    assert.match(file.snippet, /^cycle 2026-Q4\n/);
  });

  it('give the files of a first workspace, and none where there are OKRs', async () => {
    const { uri: folder } = folderWith({ 'notes.md': '' });
    const client = await startClient({ folders: [folder] });
    const begin = (params: object) =>
      client.connection.sendRequest<FirstWorkspaceAnswer>('okr/firstWorkspace', { folder, askGit: false, ...params });
    const { files } = await begin({ me: '@ana' });
    assert.deepEqual(
      files.map(({ name }) => name),
      ['okr.json', '2026-Q4.okr'],
    );
    assert.match(files[1]?.text ?? '', /^ {2}owner @ana$/m);
    await client.open(`${folder}/growth.okr`, growth);
    await assert.rejects(begin({ me: '' }), /There are OKRs here already, in growth\.okr\./);
  });

  it('turn a text into new files, and say what is open', async () => {
    const { folder, ask } = await inFolder();
    const text = 'Objective 1: Customers stay\nKey Result 1.1: Cut churn from 5% to 2%\n';
    const open = await ask<ImportAnswer>('okr/import', { folder, source: { text }, answers: {} });
    assert.deepEqual(
      open.questions.map(({ key }) => key),
      ['cycle'],
    );
    const { questions, files, summary } = await ask<ImportAnswer>('okr/import', {
      folder,
      source: { text },
      answers: { cycle: '2026-Q4' },
    });
    assert.deepEqual(questions, []);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['2026-Q4.okr'],
    );
    assert.match(files[0]?.text ?? '', /kr churn: Cut churn from 5% to 2%\n {4}from 5% to 2%\n/);
    assert.match(summary, /1 objective and 1 key result/);
    await assert.rejects(
      ask('okr/import', { folder, source: { text: 'Bread and milk' }, answers: {} }),
      /No objective is found in it: .*\.$/,
    );
    await assert.rejects(
      ask('okr/import', { folder, source: { text: ' ' }, answers: {} }),
      /^Error: The clipboard holds no text\.$/,
    );
  });

  it('turn the bytes of a file into new files, and those of an export together', async () => {
    const { folder, ask } = await inFolder();
    const imported = (...files: (readonly [name: string, content: string | Uint8Array])[]) =>
      ask<ImportAnswer>('okr/import', {
        folder,
        source: { files: files.map(([name, content]) => ({ name, base64: Buffer.from(content).toString('base64') })) },
        answers: { cycle: '2026-Q4' },
      });
    const goals: readonly string[][] = [
      ['Title', 'Type', 'Parent', 'Target'],
      ['Customers stay', 'Objective', '', ''],
      ['Churn', 'Key Result', 'Customers stay', '2%'],
    ];
    const sheet = await writeWorkbook(goals.map(row => row.map(value => ({ value })))).toBuffer();
    const yaml = 'objectives: [{ title: Customers stay, keyResults: [{ title: Churn, target: 2% }] }]';
    const objectives = [{ Title: 'Customers stay', Type: 'Big rock', ID: 'o' }];
    const results = [{ Title: 'Churn', Type: 'Kpi', 'Parent IDs': ['o'], Outcome: { Target: '2%' } }];
    const json = JSON.stringify([...objectives, ...results].map(each => ({ ...each, 'Time Period': '2026-Q4' })));
    for (const file of [
      ['goals.xlsx', sheet],
      ['goals.csv', goals.map(row => row.join()).join('\n')],
      ['goals.yaml', yaml],
      ['goals.md', '# Objective: Customers stay\n\n| KR | Title | Target |\n|---|---|---|\n| 1 | Churn | 2% |\n'],
      ['export.zip', zipSync({ 'export/Objectives.json': strToU8(json) })],
    ] as const) {
      const { questions, files } = await imported(file);
      assert.deepEqual(questions, [], file[0]);
      assert.match(
        files[0]?.text ?? '',
        /objective \S+: Customers stay\n\n {2}kr churn: Churn\n {4}from \? to 2%\n/,
        file[0],
      );
    }
    const checkIns = JSON.stringify([{ 'OKR ID': 'o', 'CheckIn Date': '2026-10-31', 'Check In Note': 'Well begun' }]);
    const { files, summary } = await imported(['Objectives.json', json], ['CheckIns.json', checkIns]);
    assert.match(files[0]?.text ?? '', /checkin 2026-10-31: Well begun\n/);
    assert.match(summary, /^# Imported from Objectives\.json, CheckIns\.json\n/);
    await assert.rejects(
      imported(['a.json', '[]'], ['b.csv', 'Title']),
      /`b\.csv` is no JSON file: choose one file, or /,
    );
    await assert.rejects(imported(['a.xls', 'x']), /The old format of Excel is not read: save it as XLSX or CSV\.$/);
  });

  it('write settings with what is imported, where none say when its fiscal years begin', async () => {
    const goals = [
      'Title,Type,Time Period,Start Date,Due Date',
      'Customers stay,Objective,Quarter 1 FY25,2024-07-01,2024-09-30',
    ];
    const source = { files: [{ name: 'goals.csv', base64: Buffer.from(goals.join('\n')).toString('base64') }] };
    const into = async (files: Readonly<Record<string, string>>) => {
      const { uri: folder } = folderWith(files);
      const { connection } = await startClient({ folders: [folder] });
      const { files: written, summary } = await connection.sendRequest<ImportAnswer>('okr/import', {
        folder,
        source,
        answers: {},
      });
      return { settings: written.find(({ path }) => path === 'okr.json')?.text, summary };
    };
    const alone = await into({ 'notes.md': '' });
    assert.deepEqual(JSON.parse(alone.settings ?? ''), { root: true, fiscalYearStart: 7 });
    assert.match(alone.summary, /fiscal years begin in month 7, as its dates tell: `okr\.json` says so\./);
    const beside = await into({ 'okr.json': '{ "root": true }' });
    assert.equal(beside.settings, undefined);
    assert.match(beside.summary, /`okr\.json` should say `"fiscalYearStart": 7`\./);
  });

  it('closes a cycle in one edit, which makes the file of the next one', async () => {
    const { uri: folder } = folderWith({
      'okr.json': '{ "root": true }',
      '2026-Q3.okr': growth.replaceAll('2026-Q4', '2026-Q3'),
    });
    const client = await startClient({ folders: [folder], today: '2026-10-02' });
    const ask = <R>(method: string, params: object) => client.connection.sendRequest<R>(method, params);
    const uri = `${folder}/2026-Q3.okr`;
    const params = { uri, cycle: '2026-Q3', next: null, team: null, early: false };
    const { next, subjects } = await ask<Closing>('okr/closing', params);
    assert.equal(next, '2026-Q4');
    assert.deepEqual(
      subjects.map(({ ref, suggestedGrade, suggested }) => [ref, suggestedGrade, suggested]),
      [
        ['growth/love.nps', null, 'keep'],
        ['growth/love.gifts', '0.05', 'keep'],
        ['growth/love', '0.03', null],
      ],
    );
    const decisions = subjects.map(({ id, suggested }) => ({ id, grade: '', why: '', what: suggested }));
    const closed = await ask<CloseAnswer>('okr/close', {
      ...params,
      decisions,
      reflections: [{ of: { team: 'growth' }, text: 'Begin earlier' }],
    });
    const fresh = `${folder}/2026-Q4.okr`;
    assert.deepEqual(closed.opens, { uri: fresh, line: 4 });
    const [create, ...changes] = closed.edit.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: fresh, options: { overwrite: false } });
    assert.deepEqual(
      changes.map(change => 'textDocument' in change && [change.textDocument.uri, change.edits.length]),
      [
        [uri, 1],
        [fresh, 1],
      ],
    );
    await assert.rejects(
      ask('okr/closing', { ...params, cycle: '2026-Q4' }),
      /Nothing here is in `2026-Q4`: there is nothing to close\./,
    );
    const unknown = await ask<Closing>('okr/closing', { ...params, cycle: 'summer' });
    assert.deepEqual(unknown, { cycle: 'summer', next: null, closed: false, subjects: [] });
  });
});
