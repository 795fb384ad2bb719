/**
 * A workspace in one text: `# today 2026-11-21` first, then files, each after a line `--- name.okr`, `--- okr.json` or
 * `--- name.csv`; what stands before the first is `main.okr`. `--- name.okr with CRLF` has other line breaks. A comment
 * `# in git until 2026-11-03: from 32 to 50 points` says what the line below it was until a commit of that day.
 */

import { fromIso } from '../../../server/core/calendar/day.ts';
import { fileOf, readAtOnce } from '../../../server/core/data/read.ts';
import { type OpenWorkspace, openWorkspace } from '../../../server/core/open-workspace.ts';
import { exampleVersions } from '../../../server/core/revisions/example.ts';
import { pastTargets } from '../../../server/core/revisions/past-targets.ts';
import type { Finding, Remedy } from '../../../server/core/rules/rule.ts';

export const ROOT = 'file:///workspace';
const TODAY = '2026-11-21';

export interface Fixture {
  readonly today: string;
  /** By name, in the order in which they are written. */
  readonly files: ReadonlyMap<string, string>;
}

export function readFixture(text: string): Fixture {
  const [, today = TODAY, rest = text] = /^# today (\S+)\n([\s\S]*)$/.exec(text) ?? [];
  const [main = '', ...others] = rest.split(/^--- (.+)\n/m);
  const files = new Map(main.trim() === '' ? [] : [['main.okr', main]]);
  for (let i = 0; i < others.length; i += 2) {
    const [name = '', lineBreaks] = (others[i] as string).split(' with ');
    const lines = others[i + 1] as string;
    files.set(name, lineBreaks === undefined ? lines : lines.replaceAll('\n', '\r\n'));
  }
  return { today, files };
}

export function open({ today, files }: Fixture): OpenWorkspace {
  const opened = openWorkspace(ROOT, fromIso(today) as number);
  readAtOnce(opened.workspace.data, uri => fileOf(files.get(uri.slice(ROOT.length + 1))));
  const { workspace } = opened;
  for (const [name, text] of files) {
    const uri = `${ROOT}/${name}`;
    if (name.endsWith('okr.json')) workspace.settings.set(uri, text);
    else if (name.endsWith('.okr')) workspace.setFile(uri, text, true);
  }
  allFindings(opened);
  for (const wanted of workspace.revisions.takeWanted()) {
    const text = workspace.file(wanted.uri)?.document.text ?? '';
    workspace.revisions.set(wanted, pastTargets(exampleVersions(text)));
  }
  return opened;
}

/** The findings of each file, by its name. */
export function allFindings({ workspace, diagnosis }: OpenWorkspace): Map<string, readonly Finding[]> {
  return new Map([...workspace.files].map(([uri, file]) => [uri.slice(ROOT.length + 1), diagnosis.findings(file)]));
}

/** The fixture after a fix. */
export function repaired(fixture: Fixture, remedy: Remedy): Fixture {
  const files = new Map(fixture.files);
  const edits = remedy.edits.map(({ place: { file, block, span }, text }) => {
    const offset = file.document.offsetOf(file.indexOf(block));
    return { name: file.uri.slice(ROOT.length + 1), start: offset + span.start, end: offset + span.end, text };
  });
  // From the last to the first, so that places stay right.
  for (const { name, start, end, text } of edits.sort((a, b) => b.start - a.start)) {
    const before = files.get(name) ?? '';
    files.set(name, before.slice(0, start) + text + before.slice(end));
  }
  return { today: fixture.today, files };
}
