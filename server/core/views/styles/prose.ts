/** Headings, paragraphs, lists and tables of a text that is read from top to bottom. */
export const prose = `
main.text { display: block; color: var(--ink); max-width: 62rem; padding-block: 2rem 3rem; }
.text h1 { font-size: 1.6rem; line-height: 2rem; letter-spacing: -0.01em; }
.text h1 + p { color: var(--quiet); margin-top: 0.125rem; }
.text h2 { font-size: 1.0625rem; margin-top: 1.5rem; }
.text h3 { margin-top: 1.125rem; }
.text p, .text .table { margin-top: 0.5rem; }
.text p { max-width: 46rem; text-wrap: pretty; }
.text ul { margin-top: 0.375rem; padding-inline-start: 1.125rem; list-style: disc; }
.text li { max-width: 46rem; margin-top: 0.25rem; padding-inline-start: 0.125rem; text-wrap: pretty; }
.text .decision { list-style: none; margin-inline-start: -1.125rem; }
.text li::marker { color: var(--round); }
.text .table { overflow-x: auto; }
.text table { width: 100%; border-collapse: collapse; font-size: 0.9rem; line-height: 1.3125rem; }
.text th { font-weight: 400; color: var(--quiet); text-align: start; vertical-align: bottom; border-bottom: 1px solid var(--edge); }
.text td { vertical-align: top; border-bottom: 1px solid var(--hair); }
.text :is(th, td) { padding: 0.3125rem 0.625rem; overflow-wrap: break-word; }
.text :is(th, td):first-child { padding-inline-start: 0; min-width: 12rem; }
.text :is(th, td):last-child { padding-inline-end: 0; white-space: nowrap; }
.text .number { text-align: end; }
.text td.number { white-space: nowrap; }
@media screen and (max-width: 60rem) { .text td.number { white-space: normal; } }
@media print {
  main.text { max-width: none; padding: 0; }
  .text p, .text li { max-width: none; }
  .text h1 + p, .text p, .text li { line-height: 1.3rem; }
  .text h2 { margin-top: 0.7rem; line-height: 1.3rem; }
  .text ul, .text p, .text .table { margin-top: 0.2rem; }
  .text li { margin-top: 0.1rem; }
  .text table { line-height: 1.15rem; }
  .text .table { overflow: visible; }
  .text :is(th, td) { padding: 0.15rem 0.4rem; }
  .text :is(li, tr, p) { break-inside: avoid; }
}
`;
