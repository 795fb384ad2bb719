import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** What tests download once and keep: the convention of VS Code's own test tools. */
export const kept = `${root}.vscode-test`;
/** What a run leaves behind to look at. */
export const artefacts = `${root}out`;
