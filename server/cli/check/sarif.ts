/** Findings as SARIF 2.1.0, for what collects the results of many checkers. */

import type { TextRange } from '../../../grammar/document.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { rulesPage } from '../../core/rules/page-address.ts';
import type { Remedy } from '../../core/rules/rule.ts';
import { rules } from '../../core/rules/rules.ts';
import { printableJson } from '../terminal/printable.ts';
import type { Found, FoundPlace, Severity } from './findings.ts';

const levels: Readonly<Record<Severity | 'off', 'error' | 'warning' | 'note' | 'none'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
};

export interface SarifNames {
  /** The path of a file, relative to where it ran. */
  readonly named: (path: string) => string;
  /** The path of a URI of the workspace; undefined where it is none of its files. */
  readonly pathOf: (uri: string) => string | undefined;
}

export function sarifReport(found: readonly Found[], names: SarifNames): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        results: found.map(each => result(each, names)),
      },
    ],
  };
  return `${printableJson(JSON.stringify(log, null, 2))}\n`;
}

const driver = {
  name: 'okr',
  version: packageJson.version,
  semanticVersion: packageJson.version,
  informationUri: rulesPage.replace(/\/blob\/.*/, ''),
  rules: rules.map(({ id, severity, summary, why }) => ({
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: why },
    help: { text: `${summary}. ${why}`, markdown: `**${summary}.** ${why}\n\n[More](${rulesPage}#${id})` },
    helpUri: `${rulesPage}#${id}`,
    defaultConfiguration: { enabled: severity !== 'off', level: levels[severity] },
  })),
};

function result(found: Found, names: SarifNames): object {
  const { rule, severity, message, related, remedies } = found;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [location(found, names)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...location(place, names),
        message: { text: place.message },
      })),
    }),
    ...(remedies.length > 0 && { fixes: remedies.map(remedy => fix(remedy, names)) }),
  };
}

function location(place: FoundPlace, { named }: SarifNames) {
  return { physicalLocation: { artifactLocation: artifact(named(place.path)), region: region(place.range) } };
}

function artifact(file: string) {
  return { uri: file.split('/').map(encodeURIComponent).join('/') };
}

/** Columns from 1; the end is the column after the last. */
function region({ start, end }: TextRange) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function fix({ title, edits }: Remedy, { named, pathOf }: SarifNames) {
  const files = [...new Set(edits.map(({ place }) => place.file))];
  return {
    description: { text: title },
    artifactChanges: files.map(file => ({
      artifactLocation: artifact(named(pathOf(file.uri) ?? file.uri)),
      replacements: edits
        .filter(({ place }) => place.file === file)
        .map(({ place, text }) => ({
          deletedRegion: region(file.rangeOf(place.block, place.span)),
          insertedContent: { text },
        })),
    })),
  };
}
