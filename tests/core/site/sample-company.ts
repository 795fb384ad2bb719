/** The texts of the sample company, by their paths in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../samples/company/', import.meta.url));

export function sampleCompany(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.okr'));
  return Object.fromEntries(
    names.sort().map(name => [name.replaceAll('\\', '/'), readFileSync(folder + name, 'utf8')]),
  );
}
