/** Objectives as cards, key results as rows whose columns line up from card to card. */
export const objectives = `
/* No grid: each time that one of thousands is added, all of a grid would be laid out. */
.team { display: flow-root; }
.team > :is(.team-head, .objective) + .objective { margin-top: 1.125rem; }
.team-head { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; margin-top: 0.75rem; }
.team-head p { display: flex; align-items: center; gap: 0.75rem; font-size: 1.125rem; }
.team-head .pill { font-size: 0.9rem; }
.team-head h2 { font-size: 1.25rem; letter-spacing: -0.01em; }

.objective, .card-list { border: 1px solid var(--edge); border-radius: 0.625rem; overflow: clip; }
/* Out of sight it is not painted, and keeps the size that it had; until it had one, about what its rows take. */
.objective { contain-intrinsic-block-size: auto calc(5rem + var(--rows, 4) * 3.75rem); }
.objective[data-settled] { content-visibility: auto; }
.objective-head { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem 1.5rem; padding: 1rem 1.125rem 0.875rem; }
.objective-head h3 { font-size: 1.125rem; line-height: 1.5rem; letter-spacing: -0.005em; text-wrap: pretty; }
.facts-inline { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: 0.9rem; color: var(--quiet); }
.objective-head .prose { max-width: 80ch; margin-top: 0.25rem; }
/* The score ends where the figures below it end. */
.objective-standing { display: grid; grid-template-columns: auto 11.375rem; gap: 1.25rem; align-items: start; text-align: end; }
.objective-score b { font-size: 1.375rem; line-height: 1.5rem; letter-spacing: -0.01em; }
.no-key-results { padding: 0.75rem 1.125rem; border-top: 1px solid var(--hair); color: var(--quiet); }
.reflections { padding: 0.625rem 1.125rem; border-top: 1px solid var(--hair); }
.reflections li::before { content: "–"; margin-inline-end: 0.5rem; color: var(--quiet); }
.learned .reflections { padding: 0.375rem 0 0; border: 0; }
.dropped > .objective-head h3, .kr.dropped .kr-title, .initiative.dropped .initiative-title { color: var(--quiet); font-weight: 400; }

.kr { position: relative; border-top: 1px solid var(--hair); }
.kr-row { display: grid; grid-template-columns: 1.125rem 1.625rem minmax(0, 1.5fr) minmax(0, 1fr) 8.5rem 4rem 5.5rem; gap: 0 0.875rem; align-items: start; padding: 0.5rem 2.5rem 0.5rem 1.125rem; }
.kr-row > .avatar { margin-block: -0.0625rem; }
.wordy > .kr-row { padding-block: 0.75rem 0.8125rem; }
.kr.bad { background: color-mix(in srgb, var(--bad) var(--tint), var(--paper)); }
.kr-title { text-wrap: pretty; }
/* In one piece, unless a line cannot hold it. */
.note .when { display: inline-block; max-width: 100%; }
:is(.coach, .prose) code { padding: 0 0.25em; border-radius: 3px; background: var(--raised); color: var(--ink); }
.answer { white-space: nowrap; }
.way .bar { margin-block: 0.25rem; }
.ends { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 0.75rem; }
.ends span:last-child { margin-inline-start: auto; text-align: end; }
.figure, .sure { text-align: end; }
.figure, .sure, .objective-score { overflow-wrap: normal; }
.sure { padding-inline-start: 0.25rem; }
.trail { margin-top: -0.125rem; }
.kr.unmeasured .what { grid-column: span 2; }
.kr.dropped .what { grid-column: span 5; }
.left-out { grid-column: span 3; text-align: end; color: var(--quiet); font-size: 0.9rem; }

.kr:is(:hover), .tile:hover, .initiative:hover { background: color-mix(in srgb, var(--tone, var(--ink)) var(--tint), var(--raised)); }
[aria-current] { box-shadow: inset 3px 0 0 var(--focus); }
.kr:has(.go:focus-visible), .tile:has(.go:focus-visible), .initiative:has(.go:focus-visible) { outline: 2px solid var(--focus); outline-offset: -2px; }
:is(.kr, .tile, .initiative) .go:focus-visible { outline: none; }

.more > summary { position: absolute; inset-block-start: 0.5rem; inset-inline-end: 0.75rem; display: flex; align-items: center; justify-content: center; width: 1.5rem; height: 1.5rem; border-radius: 0.25rem; color: var(--quiet); cursor: pointer; list-style: none; }
.wordy > .more > summary { inset-block-start: 0.75rem; }
.more > summary::-webkit-details-marker { display: none; }
.more > summary::before { content: ""; width: 0.4375rem; height: 0.4375rem; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: translateY(-25%) rotate(45deg); }
.more[open] > summary::before { transform: translateY(25%) rotate(225deg); }
.more > summary:hover { color: var(--ink); background: var(--track); }
.details { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; padding: 0.125rem 1.125rem 1rem 5.625rem; cursor: auto; }
.details .prose { max-width: 70ch; }
.smart { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 0.125rem 1.5rem; }
.smart li, .steps li { display: flex; gap: 0.5rem; }
.smart .icon, .steps .icon { height: 1.3125rem; }
.smart .sign, .steps .sign { width: 0.875rem; height: 0.875rem; }
.steps .done .step { color: var(--quiet); }
.check-ins { border-collapse: collapse; font-size: 0.9rem; line-height: 1.3125rem; }
.check-ins caption { padding-bottom: 0.25rem; color: var(--quiet); text-align: start; }
.check-ins :is(th, td) { padding: 0.1875rem 1rem 0.1875rem 0; font-weight: 400; text-align: start; vertical-align: top; white-space: nowrap; }
.check-ins :is(th, td).number { text-align: end; }
.check-ins td:last-child { width: 99%; padding-inline-end: 0; white-space: normal; }
.check-ins thead th { color: var(--quiet); }
.check-ins tbody tr { border-top: 1px solid var(--hair); }

.compact main { gap: 0.625rem; }
.compact .team > :is(.team-head, .objective) + .objective { margin-top: 0.625rem; }
.compact :is(.objective-head .prose, .note, .ends, .facts-inline, .tile-note, .objective-standing .below) { display: none; }
.compact .objective-head { padding-block: 0.375rem; }
.compact .kr-row, .compact .initiative { padding-block: 0.1875rem; }
.compact .more > summary { inset-block-start: 0.1875rem; }
.compact .figure .below { display: inline; margin-inline-start: 0.375rem; }

@container page (max-width: 53em) {
  .objective-standing { grid-template-columns: auto 8.25rem; gap: 0.75rem; }
  .kr-row { grid-template-columns: 1.125rem 1.625rem minmax(0, 1.4fr) minmax(0, 1fr) 7.5rem 4rem; gap: 0 0.75rem; }
  .kr-row > .trail { display: none; }
  .left-out { grid-column: span 2; }
  .kr.dropped .what { grid-column: span 4; }
}
@container page (max-width: 40em) {
  .objective-head { grid-template-columns: minmax(0, 1fr); padding-inline: 0.875rem; }
  .objective-standing { grid-template-columns: 1fr auto; text-align: start; }
  .objective-score .below { display: inline; margin-inline-start: 0.375rem; }
  .kr-row, .wordy > .kr-row { grid-template-columns: 1.125rem 1.625rem minmax(0, 1fr) auto auto; gap: 0.25rem 0.625rem; padding: 0.625rem 2.25rem 0.625rem 0.875rem; }
  .kr-row > .icon { grid-area: 1 / 1; }
  .kr-row > .avatar { grid-area: 2 / 1 / auto / span 2; justify-self: start; }
  .kr.dropped .avatar { display: none; }
  .kr .kr-row > .what { grid-area: 1 / 2 / auto / -1; }
  .kr-row > .way { grid-area: 3 / 1 / auto / -1; }
  .kr-row > .figure { grid-area: 2 / 2 / auto / span 2; text-align: start; padding-inline-start: 0.75rem; overflow-wrap: anywhere; }
  .kr-row > .sure { grid-area: 2 / 4; }
  .kr-row > .trail { grid-area: 2 / 5; display: block; }
  .trail .sparkline { width: 4rem; }
  .left-out { grid-area: 2 / 2 / auto / -1; text-align: start; padding-inline-start: 0.75rem; }
  .more > summary { inset-inline-end: 0.375rem; }
  .details { padding-inline: 0.875rem; }
  .check-ins :is(th, td) { padding-inline-end: 0.625rem; white-space: normal; }
  .check-ins :is(th, td):not(:last-child) { overflow-wrap: normal; }
}
`;
