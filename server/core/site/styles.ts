/** What pages of a site have beside what a report has. */
export const siteStyles = `
.ways { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.25rem; margin-bottom: 1.5rem; padding-bottom: 0.625rem; border-bottom: 1px solid var(--edge); }
.ways .home { font-weight: 600; color: inherit; text-decoration: none; margin-inline-end: auto; }
.ways ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.125rem; }
.ways li a { color: var(--quiet); text-decoration: none; }
.ways a:hover, .goal a:hover { text-decoration: underline; }
.ways [aria-current] { color: inherit; font-weight: 600; box-shadow: none; }
.site h1 { font-size: 1.625rem; line-height: 2rem; letter-spacing: -0.015em; }
.site h2 a { color: inherit; text-decoration: none; }
.site h2 a:hover { text-decoration: underline; }
.trail { margin-bottom: 1rem; color: var(--quiet); }
.goals li { padding: 0.125rem 0; }
.goal { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; }
.goal .icon { align-self: center; }
.goal a { color: inherit; text-decoration: none; }
.goal b { min-width: 2.5rem; text-align: end; font-variant-numeric: tabular-nums; }
.other-cycles { margin-top: 1.5rem; }
.other-cycles h2 { margin-bottom: 0.25rem; }
.drawing { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
.drawing .legend { margin-top: 0; }
.map-pane { max-height: 85vh; overflow: auto; border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--raised); }
.map-pane .alignment-map { display: block; margin: 0 auto; }
/* Wider than the text beside it, where the window is. */
.wide .map-pane { margin-inline: calc((100% - min(100vw - 3rem, 110rem)) / 2); }
.wide .alignment-map { min-width: 100%; height: auto; }
/* The title has the line, what is said of it the next one. */
@media (max-width: 40rem) {
  /* The list says the same, and fits. */
  .drawing { display: none; }
  .goal > a { flex: 1 0 100%; }
  .goal:has(> .icon) { position: relative; padding-inline-start: 1.625rem; }
  .goal > .icon { position: absolute; inset-block-start: 0; inset-inline-start: 0; }
  .goals li { padding-block: 0.25rem; }
}
.tree .tree { margin-inline-start: 0.4375rem; padding-inline-start: 1rem; border-inline-start: 1px solid var(--edge); }
.search label { display: block; margin: 0.75rem 0 0.25rem; color: var(--quiet); }
.search input { width: 100%; padding: 0.4375rem 0.625rem; border: 1px solid var(--edge); border-radius: 0.4375rem; background: var(--paper); color: var(--ink); font: inherit; }
@media print {
  .ways, .trail { display: none; }
  .wide .map-pane { margin-inline: 0; }
  .map-pane { max-height: none; overflow: visible; border: 0; background: none; break-inside: avoid; }
  .map-pane .alignment-map { min-width: 0; max-width: 100%; max-height: 230mm; height: auto; }
}
`;
