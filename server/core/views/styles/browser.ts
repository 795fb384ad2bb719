/** What only the page in the browser has: where something is written. */
export const browser = `
/* A folder has no "This file". */
.of-folder .toolbar .switch:has([data-scope]) { display: none; }
.place-bar { position: fixed; inset-inline: 0; bottom: 1rem; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; width: fit-content; max-width: calc(100vw - 2rem); margin: 0 auto; padding: 0.5rem 0.75rem 0.5rem 1rem; border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--paper); box-shadow: 0 2px 12px rgb(0 0 0 / 20%); }
.place-bar button { width: 1.75rem; height: 1.75rem; border: 0; border-radius: 0.3125rem; background: none; color: var(--quiet); font: inherit; font-size: 1.125rem; line-height: 1; cursor: pointer; }
.place-bar button:hover { color: var(--ink); background: var(--raised); }
@media print { .place-bar { display: none; } }
`;
