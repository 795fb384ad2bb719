/** Mocha's `dot` output with each failure in full, and the counts in a file for `run.ts` to add up. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import type { Counts } from './counts.ts';

export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const skipped: string[] = [];
    runner.on('pending', test => skipped.push(test.fullTitle()));
    runner.on('end', () => {
      const counts: Counts = { passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0, skipped };
      const file = process.env['OKR_TEST_COUNTS'];
      if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    });
  }
}
