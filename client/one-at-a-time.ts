/**
 * Makes a task that is asked for often, with each keystroke, run one at a time: what is asked for while it runs is run
 * once more afterwards, however often it was.
 * @param task reads what to do when it runs, so that the latest wins; handles its own errors
 */
export function oneAtATime(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    try {
      do {
        again = false;
        await task();
      } while (again);
    } finally {
      running = false;
    }
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}
