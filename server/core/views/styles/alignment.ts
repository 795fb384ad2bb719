/**
 * The alignment, for pages and documents that show one. Sizes in the drawing are pixels, as its
 * places are; whoever needs larger ones zooms.
 */
export const alignment = `
.views { display: flex; flex-wrap: wrap; justify-content: center; padding: 0.75rem 1.5rem 0; }
.views .error { flex: 1 0 100%; margin: 0.75rem 0 0; }
#okr-alignment { padding: 1rem 1.5rem 3rem; }
@media print { .views { display: none; } }
.alignment { display: flex; flex-direction: column; gap: 0.75rem; }
.alignment-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.25rem; }
.alignment-head h1 { font-size: 1.375rem; line-height: 2rem; letter-spacing: -0.01em; }
.alignment-head .quiet { flex: 1 1 auto; }
.alignment-head .cycles { min-width: 0; max-width: 100%; }
.map-frame { position: relative; }
.map-window { height: max(20rem, calc(100vh - 13rem)); overflow: hidden; border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--raised); cursor: grab; }
.map-window:active { cursor: grabbing; }
.map-window .alignment-map { width: 100%; height: 100%; overflow: hidden; }
.map-figure .alignment-map { max-width: 100%; height: auto; margin: 0 auto; }
.aligned { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
.aligned h2 { font-size: 1.25rem; letter-spacing: -0.01em; }
.aligned .legend { margin-top: 0; }
@media print {
  .aligned { display: block; }
  .aligned > * + * { margin-top: 0.5rem; }
  .aligned > p { break-after: avoid; }
  .map-figure, .branch { break-inside: avoid; }
  .map-figure .alignment-map { max-height: 230mm; }
  .aligned .fold:not([open]) { display: none; }
  .box { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
.ground { fill: none; }
.zoom { position: absolute; right: 0.75rem; bottom: 0.75rem; display: flex; gap: 0.25rem; }
.zoom button { min-width: 2.25rem; height: 2.25rem; padding: 0 0.5rem; border: 1px solid var(--edge); border-radius: 0.4375rem; background: var(--paper); color: var(--ink); font: inherit; cursor: pointer; }
.zoom button:hover { background: var(--raised); }

.tie { fill: none; stroke: var(--round); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.tie.needs { stroke-dasharray: 5 4; }
:is(marker path, .tie-head) { fill: var(--round); }
.loose { font-size: 15px; fill: var(--quiet); }

.box { display: flex; flex-direction: column; width: 100%; height: 100%; margin: 0; padding: 6px 10px 6px 12px; border: 1px solid color-mix(in srgb, var(--tone) 55%, var(--paper)); border-inline-start: 5px solid var(--tone); border-radius: 8px; background: color-mix(in srgb, var(--tone) 6%, var(--paper)); color: var(--ink); font: 400 14px/18px var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Inter, Roboto, sans-serif); text-align: start; }
button.box { cursor: pointer; }
a.box { text-decoration: none; }
:is(a, button).box:hover { background: color-mix(in srgb, var(--tone) 14%, var(--paper)); }
.box.quiet { border-style: dashed; border-inline-start-style: solid; color: var(--ink); }
.box-where { overflow: hidden; font-size: 12px; line-height: 16px; color: var(--quiet); white-space: nowrap; text-overflow: ellipsis; }
.box-title { display: -webkit-box; flex: none; max-height: 36px; margin-bottom: auto; overflow: hidden; font-weight: 600; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.box.dropped .box-title { font-weight: 400; text-decoration: line-through; }
.box-standing { display: flex; align-items: center; gap: 6px; font-size: 13px; }
.box-standing b { margin-inline-start: auto; }
.box-sign .sign { width: 16px; height: 16px; }
/* From far away only the sign can be read, and it is drawn for that. */
.far .box { align-items: center; justify-content: center; background: color-mix(in srgb, var(--tone) 22%, var(--paper)); }
.far :is(.box-where, .box-title, .box-standing > :not(.box-sign)) { display: none; }
.far .box-sign .sign { width: 56px; height: 56px; }
.far .loose { font-size: 40px; }

.alignment-list .alignment-list { margin-inline-start: 0.5rem; padding-inline-start: 1.125rem; border-inline-start: 1px solid var(--edge); }
.branch { display: flex; gap: 0.625rem; padding: 0.3125rem 0; }

@media (forced-colors: active) {
  .box { border-color: CanvasText; }
  .tie { stroke: CanvasText; }
  :is(marker path, .tie-head) { fill: CanvasText; }
}
`;
