/** Where a line holds a few words only, as on a phone with large letters: everything below each other. */
export const scant = `
@container page (max-width: 16em) {
  .page-head, .travel { grid-template-columns: minmax(0, 1fr); }
  .page-standing, .objective-standing { flex-direction: row; flex-wrap: wrap; justify-content: start; text-align: start; }
  .objective-standing { grid-template-columns: minmax(0, 1fr); gap: 0.25rem; }
  .team-head { flex-wrap: wrap; }
  .timeline .now { display: none; }
  .kr-row, .wordy > .kr-row { grid-template-columns: 1.125rem minmax(0, 1fr); }
  .kr-row > .avatar { grid-area: 3 / 1; }
  .kr-row > .figure { grid-area: 2 / 1 / auto / -1; padding-inline-start: 0; }
  .kr-row > .sure { grid-area: 3 / 2 / auto / -1; text-align: start; }
  .kr-row > .trail { grid-area: 4 / 1 / auto / -1; }
  .kr-row > .way { grid-area: 5 / 1 / auto / -1; }
  .left-out { grid-area: 2 / 1 / auto / -1; padding-inline-start: 0; }
  .ends { flex-wrap: wrap; justify-content: start; }
  .figure, .tile-value { overflow-wrap: anywhere; }
  .answer { white-space: normal; }
  .tile { grid-row: auto; grid-template: none / minmax(0, 1fr); }
  .tile .pill, .tile .sparkline { justify-self: start; }
  .initiative { grid-template-columns: 1.125rem minmax(0, 1fr); }
  .initiative .avatar { grid-column: 1; grid-row: 2; }
  .initiative-title, .initiative-for, .initiative-due { grid-column: 2; }
  .check-ins :is(th, td), .check-ins :is(th, td):not(:last-child) { padding-inline-end: 0.25rem; overflow-wrap: anywhere; }
  .contents .leader { display: none; }
}
`;
