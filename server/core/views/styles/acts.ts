/** What can be written from a page that is live: a report has none of it. */
export const acts = `
.say, .tickable { margin: 0; padding: 0; border: 0; border-radius: 0.3125rem; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer; }
.say.status { display: flex; justify-content: center; width: 1.5rem; margin-inline: -0.1875rem; }
.say.confidence { margin-inline-end: -0.25rem; padding-inline: 0.25rem; }
.say:hover, .tickable:hover { background: var(--track); box-shadow: 0 0 0 1px var(--edge); }
.kr:hover .say { box-shadow: 0 0 0 1px var(--edge); }
.steps .tickable { display: flex; gap: 0.5rem; min-height: max(24px, 1.5rem); margin-inline: -0.375rem; padding-inline: 0.375rem; }

dialog { padding: 0; border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--paper); color: var(--ink); box-shadow: 0 4px 24px rgb(0 0 0 / 30%); }
.say-dialog { position: fixed; inset: auto; max-width: calc(100vw - 1rem); margin: 0; }
.say-dialog::backdrop { background: none; }
.say-choice { display: grid; gap: 0.375rem; width: 26rem; max-width: 100%; padding: 0.875rem 1rem; }
.say-choice > p { font-size: 0.9rem; }
.say-choice > .quiet:first-child { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.answers { display: grid; gap: 0.125rem; }
.answers button { width: 100%; min-height: 1.75rem; padding: 0.125rem 0.5rem; border: 1px solid transparent; border-radius: 0.3125rem; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
.answers button:hover { background: var(--track); }
.answers [aria-pressed="true"] { border-color: var(--quiet); font-weight: 600; }
.of-status .answers button { display: flex; gap: 0.625rem; align-items: center; }
.answers .word { white-space: nowrap; }
.of-status .answers .quiet { margin-inline-start: auto; font-size: 0.9rem; font-weight: 400; }
.of-confidence .answers { grid-template-columns: repeat(11, minmax(0, 1fr)); margin-top: 0.25rem; }
.of-confidence .answers button { padding-inline: 0; border-color: var(--edge); text-align: center; overflow-wrap: normal; }
.of-confidence .answers [aria-pressed="true"] { border-color: var(--ink); background: var(--ink); color: var(--paper); }
.scale-ends { display: grid; grid-template-columns: 1fr auto 1fr; }
.scale-ends :last-child { text-align: end; }
@container page (max-width: 40rem) {
  .kr-row > .say.status { grid-area: 1 / 1; }
}
@media (forced-colors: active) {
  .of-confidence .answers [aria-pressed="true"] { forced-color-adjust: none; border-color: Highlight; background: Highlight; color: HighlightText; }
}
@media print { .say-dialog { display: none; } }
`;
