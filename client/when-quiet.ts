/** Waits until somebody stops typing. */

/**
 * Runs a task once nothing has asked for it for a while.
 * @param delay in milliseconds
 * @returns asks for it; `cancel` forgets that somebody did
 */
export function whenQuiet(delay: number, task: () => void): { readonly ask: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
  };
  return {
    ask: () => {
      cancel();
      timer = setTimeout(task, delay);
    },
    cancel,
  };
}
