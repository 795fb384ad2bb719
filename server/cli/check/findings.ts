/** What is found in the files that were asked for, in the order of their paths and lines. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../../../grammar/document.ts';
import type { OkrFile } from '../../core/model/file.ts';
import { eachOf } from '../../core/rules/one-voice.ts';
import type { Finding, Remedy } from '../../core/rules/rule.ts';
import { ruleById } from '../../core/rules/rules.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';

export type Severity = Finding['severity'];

export interface FoundPlace {
  readonly path: string;
  readonly range: TextRange;
}

export interface Found extends FoundPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** How severe what somebody wrote is, here and in what is related to it; nothing where only a day passed. */
  readonly written: readonly Severity[];
  readonly related: readonly (FoundPlace & { readonly message: string })[];
  readonly remedies: readonly Remedy[];
  /** The line it begins on; undefined where the file is no text. */
  readonly line: string | undefined;
}

/** A diagnostic shows at most so many related places. */
const MOST_RELATED = 3;

/** @param wanted which of the files to speak of; all of them count all the same */
export function findings(loaded: LoadedWorkspace, wanted: (path: string) => boolean): Found[] {
  const { workspace } = loaded;
  return withData(workspace, () =>
    [...loaded.paths].flatMap(([uri, path]) => (wanted(path) ? ofFile(loaded, uri, path) : [])),
  );
}

function ofFile(loaded: LoadedWorkspace, uri: string, path: string): Found[] {
  const wrong = loaded.unreadable.get(uri);
  if (wrong !== undefined) return [ofWholeFile(path, wrong.code, wrong.unreadable)];
  const settings = loaded.settingsTexts.get(uri);
  if (settings !== undefined) return ofSettings(loaded, uri, path, settings);
  const file = loaded.workspace.file(uri);
  return file === undefined ? [] : loaded.diagnosis.findings(file).map(finding => ofFinding(loaded, file, finding));
}

function ofFinding(loaded: LoadedWorkspace, file: OkrFile, finding: Finding): Found {
  const pathOf = ({ uri }: OkrFile) => loaded.paths.get(uri) ?? uri;
  const range = file.rangeOf(finding.block, finding.span);
  return {
    path: pathOf(file),
    range,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    written: eachOf([finding])
      .filter(({ rule }) => ruleById.get(rule)?.isReminder !== true)
      .map(({ severity }) => severity),
    related: finding.related.slice(0, MOST_RELATED).map(({ place, message }) => ({
      path: pathOf(place.file),
      range: place.file.rangeOf(place.block, place.span),
      message,
    })),
    remedies: eachOf([finding]).flatMap(({ remedies }) => remedies),
    line: file.document.lineText(range.start.line),
  };
}

function ofSettings({ workspace }: LoadedWorkspace, uri: string, path: string, text: string): Found[] {
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  return (workspace.settings.problems().get(uri) ?? []).map(({ start, end, message }) => {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const { line } = range.start;
    const whole = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    return { ...ofWholeFile(path, 'settings-invalid', message), range, line: whole.replace(/[\r\n]+$/, '') };
  });
}

function ofWholeFile(path: string, rule: string, message: string): Found {
  const start = { line: 0, character: 0 };
  return {
    path,
    range: { start, end: start },
    rule,
    severity: 'error',
    message,
    written: ['error'],
    related: [],
    remedies: [],
    line: undefined,
  };
}
