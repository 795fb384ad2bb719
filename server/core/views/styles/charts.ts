/** Bars, rings and lines; their places are attributes of the drawing, only their looks are here. */
export const charts = `
.bar { width: 100%; height: 1rem; }
.bar .track { fill: var(--track); }
.bar .filled { fill: var(--tone); }
.bar .forecast { fill: color-mix(in srgb, var(--tone) 34%, var(--paper)); }
.bar .broken { fill: var(--bad); }
.bar .overdue { fill: none; stroke: var(--warn); stroke-width: 1; }
.bar .tick { stroke: var(--ink); stroke-width: 2; }
.bar.judged .filled { fill: color-mix(in srgb, var(--tone) 18%, var(--paper)); stroke: var(--tone); stroke-width: 1.5; stroke-dasharray: 3 2; }
.bar.sample { width: 2rem; flex: none; }

.sparkline { width: 5.5rem; height: 1.75rem; }
.sparkline .way { fill: none; stroke: var(--tone); stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
.sparkline .dot { fill: var(--tone); }
.sparkline .ground { fill: var(--tone); opacity: 0.1; }
.sparkline .band { fill: var(--tone); opacity: 0.14; }
.sparkline .bound { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 2 3; opacity: 0.7; }

.ring { width: 4.75rem; height: 4.75rem; flex: none; }
.ring :is(.track, .filled) { fill: none; stroke: var(--track); stroke-width: 5; }
.ring .filled { stroke: var(--tone); stroke-linecap: round; }
.ring .tick { stroke: var(--ink); stroke-width: 2; }
.ring .figure { fill: var(--ink); font-size: 16px; font-weight: 600; }

.timeline { width: 100%; height: 4em; font-size: 0.9rem; }
.timeline text { fill: var(--quiet); }
.timeline .now { fill: var(--ink); font-weight: 600; }
.timeline .track { stroke: var(--track); stroke-width: 4; stroke-linecap: round; }
.timeline .gone { stroke: var(--round); stroke-width: 4; stroke-linecap: round; }
.timeline .month { stroke: var(--edge); stroke-width: 1; }
.timeline .round { fill: var(--paper); stroke: var(--round); stroke-width: 1.5; }
.timeline .real { stroke: var(--ink); stroke-width: 2; }
.timeline .today { fill: var(--ink); stroke: var(--paper); stroke-width: 2; }

.confidence { display: inline-flex; align-items: center; gap: 0.25rem; white-space: nowrap; }
.confidence .quiet { font-size: 0.9rem; }
.trend { display: inline-flex; width: 0.75rem; }
.trend .sign { width: 0.75rem; height: 0.75rem; }

@media (forced-colors: active) {
  .bar .track { stroke: CanvasText; stroke-width: 1; }
  .ring .track { stroke-width: 1; stroke: CanvasText; }
  .bar .forecast { fill: none; stroke: CanvasText; stroke-width: 1; stroke-dasharray: 2 2; }
  .timeline .track { stroke: CanvasText; stroke-width: 1; }
  .avatar { border: 1px solid CanvasText; }
}
.vscode-high-contrast .bar .track { fill: none; stroke: var(--ink); stroke-width: 1; }
.vscode-high-contrast .moved .go { font-weight: 600; }
.vscode-high-contrast :is(.moved, .pill) { border-color: var(--edge); }
.vscode-high-contrast .timeline .track { stroke: var(--ink); stroke-width: 1; }
.vscode-high-contrast .ring .track { stroke: var(--ink); stroke-width: 1; }
`;
