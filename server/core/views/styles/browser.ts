/** What only the page in the browser has: where something is written. */
export const browser = `
/* A folder has no "This file". */
.of-folder .toolbar .switch:has([data-scope]) { display: none; }
.place-bar { position: fixed; inset-inline: 0; bottom: 1rem; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; width: fit-content; max-width: calc(100vw - 2rem); margin: 0 auto; padding: 0.5rem 0.75rem 0.5rem 1rem; border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--paper); box-shadow: 0 2px 12px rgb(0 0 0 / 20%); }
.place-bar button { width: 1.75rem; height: 1.75rem; border: 0; border-radius: 0.3125rem; background: none; color: var(--quiet); font: inherit; font-size: 1.125rem; line-height: 1; cursor: pointer; }
.place-bar .worded { width: auto; padding-inline: 0.625rem; border: 1px solid var(--edge); color: var(--ink); font-size: 1rem; }
.place-bar.failed { border-color: var(--bad); }
.place-bar bdi { min-width: 0; }
.place-bar button:hover { color: var(--ink); background: var(--raised); }
.form-dialog { width: 34rem; max-width: calc(100vw - 2rem); max-height: calc(100vh - 2rem); }
.form-dialog::backdrop { background: rgb(0 0 0 / 35%); }
.check-in-form { display: grid; gap: 0.875rem; padding: 1.25rem 1.5rem; }
.check-in-form h2 { font-size: 1.25rem; }
.check-in-form h2 + p { margin-top: -0.75rem; }
.check-in-form .error { margin: 0; }
.field { display: grid; gap: 0.25rem; }
.field > :is(input, select, textarea) { width: 100%; padding: 0.3125rem 0.5rem; border: 1px solid var(--quiet); border-radius: 0.4375rem; background: var(--paper); color: var(--ink); font: inherit; }
.field > textarea { resize: vertical; }
.field > ::placeholder { color: var(--quiet); opacity: 1; }
.form-ends { display: flex; justify-content: flex-end; gap: 0.5rem; }
.form-ends .button { padding: 0.25rem 1rem; font-size: 1rem; }
.form-ends .chief { border-color: var(--ink); background: var(--ink); color: var(--paper); font-weight: 600; }
@media (forced-colors: active) {
  .form-ends .chief { forced-color-adjust: none; border-color: Highlight; background: Highlight; color: HighlightText; }
}
@media print { .form-dialog, .place-bar { display: none; } }
`;
