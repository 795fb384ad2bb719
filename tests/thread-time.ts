/** How long something takes, whatever the machine's neighbours do meanwhile. */

/** Milliseconds that the processor has worked for this thread; where Node cannot tell, for the process. */
export function threadTime(): number {
  // Node 23.9 and later.
  const { threadCpuUsage = process.cpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}
