/**
 * All tests, one mocha process a group, and their sum as the very last line: `N passed, N failed`.
 *
 *   npm test [-- GROUP…]     groups: source, vscode
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './counts.ts';

interface Group {
  readonly name: string;
  readonly about: string;
  readonly spec: readonly string[];
  readonly timeout: number;
  /** npm scripts that have to run before it. */
  readonly needs: readonly string[];
}

const groups: readonly Group[] = [
  {
    name: 'source',
    about:
      'units, properties, golden files, TextMate, the manifest, the command line, the protocol over real processes',
    spec: ['tests/{grammar,properties,core,syntaxes,client,cli,server,samples,shipped}/**/*.test.ts'],
    timeout: 60_000,
    needs: ['check', 'build'],
  },
  {
    name: 'vscode',
    about: 'the packaged extension in real VS Codes',
    spec: ['tests/vscode/**/*.vscode.ts'],
    timeout: 600_000,
    needs: ['package'],
  },
];

const root = new URL('..', import.meta.url).pathname;
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const scratch = mkdtempSync(join(tmpdir(), 'okr-tests-'));
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

for (const group of groups) {
  if (wanted.length > 0 && !wanted.includes(group.name)) continue;
  console.log(`\n━━ ${group.name}: ${group.about}\n`);
  const ready = group.needs.every(
    script => spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' }).status === 0,
  );
  const counts = ready ? runMocha(group) : { passed: 0, failed: 1, skipped: [] };
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped.length;
  if (!ready) console.error(`${group.needs.join(', ')} failed`);
  for (const title of counts.skipped) console.log(`SKIPPED: ${title}`);
}

// In CI nothing is skipped.
if (process.env['CI'] !== undefined && total.skipped > 0) {
  console.error(`${total.skipped} skipped, and in CI none may be`);
  total.failed += total.skipped;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function runMocha(group: Group): Counts {
  const file = join(scratch, `${group.name}.json`);
  const args = [
    mocha,
    '--no-config',
    '--extension',
    'ts',
    '--reporter',
    join(root, 'tests/counting-reporter.ts'),
    '--timeout',
    `${group.timeout}`,
    // A server that a failed test left behind would keep the run from ending.
    '--exit',
    ...group.spec,
  ];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, OKR_TEST_COUNTS: file },
  });
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    // A run that ended badly after its last test has failed all the same.
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}
