/** What the extension host loads: mocha over every test beside this file. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';

/** VS Code calls it and ends when it does. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 60_000, reporter: 'min' });
  for (const name of readdirSync(__dirname)) if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));

  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>(done => {
    const runner = mocha.run(done);
    runner.on('pass', test => outcomes.push({ title: test.fullTitle() }));
    runner.on('fail', (test, error: Error) =>
      outcomes.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
    );
  });
  const file = process.env['OKR_OUTCOMES'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} failed`);
}
