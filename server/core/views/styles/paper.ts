/** On A4: no shadows and no controls, nothing torn across pages. */
export const paper = `
@media print {
  @page { size: A4; margin: 15mm 14mm; }
  html { font-size: 9pt; }
  .page { max-width: none; padding: 0 1px; }
  .toolbar, .travel-ways, .travel input, .more:not([open]), .more > summary, .fold > summary { display: none; }
  .objective, .tile, .moved, .contents, .initiative, .kr { break-inside: avoid; }
  .team-head, .objective-head, h2 { break-after: avoid; }
  .moved, .kr.bad, .pill { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  svg, .avatar { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .kr-row { padding-inline-end: 1.125rem; }
  .objective[data-settled] { content-visibility: visible; }
  a { color: inherit; text-decoration: none; }
}
`;
