/** `okr`, as a process. */
import { processIo } from './io.ts';
import { run } from './program.ts';

// Not `process.exit`: what is written to a pipe may still be on its way.
run(process.argv.slice(2), processIo()).then(code => {
  process.exitCode = code;
});
