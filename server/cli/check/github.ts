/** Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
import { printable } from '../terminal/printable.ts';
import type { Found, Severity } from './findings.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** @param named the path from the root of the repository, as GitHub wants it */
export function githubReport(found: readonly Found[], named: (path: string) => string): string {
  return found.map(each => `${annotation(each, named(each.path))}\n`).join('');
}

function annotation({ range: { start, end }, rule, severity, message }: Found, file: string): string {
  const isOneLine = start.line === end.line;
  const properties = Object.entries({
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns mean something to GitHub within one line only, and the end is the last character's.
    ...(isOneLine && { col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) }),
    title: rule,
  });
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${commands[severity]} ${list}::${escapeData(printable(message))}`;
}

/** As the runner's own toolkit does. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
