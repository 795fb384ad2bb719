/** Scripts that a worker loads when it needs them: what is rarely wanted costs nothing before. */
let folder: string | undefined;

/** @param address of the folder that holds them, as the client says it at the start */
export function scriptsAre(address: unknown): void {
  folder = typeof address === 'string' ? address : undefined;
}

/** Runs a script of ours in this worker. @throws where it cannot be had */
export function loadScript(path: string): void {
  if (folder === undefined) throw new Error('The editor did not say where the scripts of the extension are');
  const { importScripts } = globalThis as unknown as { importScripts(address: string): void };
  importScripts(`${folder}/${path}`);
}
