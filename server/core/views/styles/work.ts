/** KPIs as tiles and initiatives as a list. */
export const work = `
.kpis h2, .initiatives h2, .learned h2 { margin: 0.5rem 0 0.625rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0.875rem; }
.tile { display: grid; grid-template-columns: minmax(0, 1fr) auto; grid-row: span 4; grid-template-rows: subgrid; gap: 0.25rem 0.75rem; align-items: start; padding: 0.875rem 1rem; border: 1px solid var(--edge); border-radius: 0.625rem; }
.kpis-sum { margin: -0.375rem 0 0.625rem; }
.kpis-team { margin: 0.875rem 0 0.5rem; font-weight: 600; }
.tile .pill { justify-self: end; }
.tile :is(h3, h4) { margin: 0; font-size: inherit; font-weight: 400; text-wrap: pretty; }
.tile-value { overflow-wrap: normal; }
.tile-value b { font-size: 1.375rem; line-height: 2rem; letter-spacing: -0.01em; }
.tile .sparkline { justify-self: end; width: 7rem; height: 2.25rem; margin-top: 0.25rem; }
.tile-change { display: block; color: var(--quiet); }
.tile-notes { grid-column: 1 / -1; }
.tile-note { color: var(--quiet); }
.tile-note + .tile-note { margin-top: 0.25rem; }
.tile-acts { display: flex; flex-wrap: wrap; grid-column: 1 / -1; gap: 0.375rem; margin-top: 0.25rem; }

.initiative { display: grid; grid-template-columns: 1.125rem 1.625rem minmax(0, 1.4fr) minmax(0, 1fr) 8rem; gap: 0 0.875rem; align-items: start; padding: 0.5rem 1.125rem; }
.initiative + .initiative { border-top: 1px solid var(--hair); }
.initiative .avatar { margin-block: -0.0625rem; }
.initiative-for { color: var(--quiet); }
.initiative-due { text-align: end; }
.initiative-due:not(.text) { color: var(--quiet); }

@container page (max-width: 53em) {
  .initiative { grid-template-columns: 1.125rem 1.625rem minmax(0, 1.2fr) minmax(0, 1fr) 7.25rem; gap: 0 0.75rem; }
}
@container page (max-width: 40em) {
  .initiative { grid-template-columns: 1.125rem 1.625rem minmax(0, 1fr); padding-inline: 0.875rem; }
  .initiative-for, .initiative-due { grid-column: 3; text-align: start; }
}
`;
