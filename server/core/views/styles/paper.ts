/** On A4: no shadows and no controls, nothing torn across pages. */
export const paper = `
@media print {
  @page { size: A4; margin: 15mm 14mm; }
  html { font-size: 9pt; }
  .page { max-width: none; padding: 0 1px; }
  .toolbar, .travel-ways, .travel input, .more:not([open]), .more > summary, .fold > summary { display: none; }
  /* Between the rows of a grid a browser breaks where it likes. */
  main { display: block; }
  main > * + * { margin-top: 1.125rem; }
  .objective, .tile, .moved, .contents, .initiative, .kr, .learned { break-inside: avoid; }
  .team-head, .objective-head, h2, .kpis-team, .kpis-sum { break-after: avoid; }
  .moved, .kr.bad, .pill { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  svg, .avatar { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .kr-row { grid-template-columns: 1.125rem 1.625rem minmax(0, 1.6fr) minmax(0, 1fr) 8.25rem 3rem 4.5rem; padding-inline-end: 1.125rem; }
  .trail .sparkline { width: 4.5rem; }
  .objective[data-settled] { content-visibility: visible; }
  a { color: inherit; text-decoration: none; }
}
`;
