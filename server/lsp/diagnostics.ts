/** Findings as the protocol's diagnostics, answered with "unchanged" where nothing has. */
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticTag,
  Position,
  DiagnosticSeverity as Severity,
} from 'vscode-languageserver';
import { rulesPage } from '../core/rules/page-address.ts';
import type { Finding, Place } from '../core/rules/rule.ts';
import { ruleById } from '../core/rules/rules.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Loaded, Workspaces } from './workspaces.ts';
import { keyOf } from './workspaces.ts';

const severities: Readonly<Record<Finding['severity'], Severity>> = { error: 1, warning: 2, info: 3, hint: 4 };
/** How editors show what a rule finds: what nobody needs is greyed out, what was let go is struck through. */
const tags: Readonly<Record<string, DiagnosticTag>> = { 'ignore-unused': 1, 'reference-dropped': 2 };

/** Most files have no problems. */
const none: readonly never[] = [];

export interface Report {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

interface Kept {
  readonly resultId: string;
  /** Of a file that nobody has open they are made again if a client has lost them. */
  readonly items: readonly Diagnostic[] | undefined;
  /** What it is made from where it is not made from findings. */
  readonly note: string;
  readonly findings: readonly Finding[];
  readonly starts: readonly number[];
}

export class Diagnostics {
  private readonly workspaces: Workspaces;
  private readonly kept = new Map<string, Kept>();
  private count = 0;

  constructor(workspaces: Workspaces) {
    this.workspaces = workspaces;
  }

  /** The diagnostics of a file; the same result, with the same identifier, as long as they are the same. */
  of(uri: string): Report {
    const key = keyOf(uri);
    const problem = this.workspaces.fileProblems.get(key);
    // What an editor shows for bytes that are no text is nothing to speak of.
    if (problem !== undefined) {
      const { code, unreadable } = problem;
      return this.keep(key, [], [], () => [wholeFile(code, unreadable)], `${code} ${unreadable}`, false);
    }
    const settings = this.workspaces.settingsText(key);
    if (settings !== undefined) return this.ofSettings(key, settings);
    const loaded = this.workspaces.of(key);
    const file = loaded.workspace.file(key);
    if (file === undefined) return this.keep(key, [], [], () => none, '', false);
    const findings = loaded.diagnosis.findings(file);
    // Where each is, and each place that it speaks of: an edit above moves them without changing the finding.
    const lineOf = ({ file: home, block }: Pick<Place, 'file' | 'block'>) => home.document.lineOf(home.indexOf(block));
    const starts =
      findings.length === 0
        ? none
        : findings.flatMap(({ block, related }) => [
            lineOf({ file, block }),
            ...related.map(({ place }) => lineOf(place)),
          ]);
    const make = () => (findings.length === 0 ? none : findings.map(finding => toDiagnostic(loaded, key, finding)));
    return this.keep(key, findings, starts, make, '', file.isOpen);
  }

  private ofSettings(key: string, text: string): Report {
    const problems = this.workspaces.of(key).workspace.settings.problems().get(key) ?? [];
    const make = () =>
      problems.map(({ start, end, message }) => ({
        ...wholeFile('settings-invalid', message),
        range: { start: positionIn(text, start), end: positionIn(text, end) },
      }));
    return this.keep(key, [], [], make, JSON.stringify(problems), true);
  }

  forget(uri: string): void {
    this.kept.delete(keyOf(uri));
  }

  private keep(
    key: string,
    findings: readonly Finding[],
    starts: readonly number[],
    make: () => readonly Diagnostic[],
    note: string,
    isOpen: boolean,
  ): Report {
    const before = this.kept.get(key);
    const isSame =
      before !== undefined &&
      note === before.note &&
      before.findings.length === findings.length &&
      starts.length === before.starts.length &&
      findings.every((finding, i) => finding === before.findings[i]) &&
      starts.every((start, i) => start === before.starts[i]);
    let items = isSame ? before.items : undefined;
    const resultId = isSame ? before.resultId : `${++this.count}`;
    const report = {
      resultId,
      get items() {
        items ??= make();
        return items;
      },
    };
    if (!isSame || before.items === undefined)
      this.kept.set(key, { resultId, items: isOpen ? report.items : undefined, findings, starts, note });
    return report;
  }
}

export function toDiagnostic({ workspace }: Loaded, uri: string, finding: Finding): Diagnostic {
  const file = workspace.file(uri);
  if (file === undefined) throw new Error(`a finding in ${uri}, which is not there`);
  const relatedInformation: DiagnosticRelatedInformation[] = finding.related.slice(0, 3).map(({ place, message }) => ({
    location: { uri: place.file.uri, range: place.file.rangeOf(place.block, place.span) },
    message,
  }));
  const tag = tags[finding.rule];
  const severity = severities[finding.severity];
  return {
    range: file.rangeOf(finding.block, finding.span),
    severity: isQuiet(finding, workspace.settings.of(uri)) ? (Math.max(severity, 3) as Severity) : severity,
    code: finding.rule,
    codeDescription: { href: `${rulesPage}#${finding.rule}` },
    source: 'okr',
    message: finding.message,
    ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
    ...(tag === undefined ? {} : { tags: [tag] }),
  };
}

/** A reminder is no mistake of whoever reads it, so it gets no underline of one; unless the settings want it louder. */
function isQuiet({ rule: id, severity }: Finding, settings: Settings): boolean {
  const rule = ruleById.get(id);
  return rule?.isReminder === true && rule.severity === severity && !settings.sets(id);
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function wholeFile(code: string, message: string): Diagnostic {
  const at = { line: 0, character: 0 };
  return {
    range: { start: at, end: at },
    severity: 1,
    code,
    codeDescription: { href: `${rulesPage}#${code}` },
    source: 'okr',
    message,
  };
}
