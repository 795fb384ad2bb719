/** The top of the page: toolbar, title, timeline, what moved, how many stand how. */
export const head = `
.toolbar { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem; margin-bottom: 1.25rem; }
.switch { display: inline-flex; flex-wrap: wrap; max-width: 100%; padding: 2px; border: 1px solid var(--edge); border-radius: 0.4375rem; background: var(--raised); }
.switch button { padding: 0.0625rem 0.75rem; border: 1px solid transparent; border-radius: 0.3125rem; background: none; color: var(--quiet); font: inherit; font-size: 0.9rem; cursor: pointer; }
.switch button:hover { color: var(--ink); }
.switch [aria-pressed="true"] { color: var(--ink); background: var(--paper); border-color: var(--edge); font-weight: 600; }
:is(.toolbar, .alignment-head) select, .toolbar input, .button { max-width: 100%; padding: 0.1875rem 0.5rem; border: 1px solid var(--edge); border-radius: 0.4375rem; background: var(--vscode-dropdown-background, var(--paper)); color: var(--vscode-dropdown-foreground, var(--ink)); font: inherit; font-size: 0.9rem; }
.button { padding-inline: 0.75rem; background: var(--raised); color: var(--ink); cursor: pointer; }
.button:hover { background: var(--track); }
.button[aria-pressed="true"] { border-color: var(--ink); font-weight: 600; }
/* A long name of a cycle takes the line, and no more. */
.toolbar label { min-width: 0; max-width: 100%; }
.filters { flex-basis: 100%; min-width: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
.filters input { flex: 1 1 9rem; min-width: 0; max-width: min(18rem, 100%); }
.filters input::placeholder { color: var(--quiet); opacity: 1; }
.shown { margin-inline-start: auto; color: var(--quiet); font-size: 0.9rem; }
.ways-out { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.5rem; margin-top: 0.75rem; }

.page-head { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1rem 1.5rem; align-items: center; margin-bottom: 1.125rem; }
.page-title h1 { font-size: 1.625rem; line-height: 2rem; letter-spacing: -0.015em; text-wrap: balance; }
.cycle-id { font-weight: 400; color: var(--quiet); }
.page-title .sub { margin-top: 0.25rem; }
.part { display: inline-block; }
.page-standing { display: flex; align-items: center; gap: 1rem; text-align: end; }
.page-head > :is(.timeline, .travel) { grid-column: 1 / -1; }
.travel { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1.25rem; }
.travel-ways { display: flex; height: 3.42rem; align-items: center; }
.way-button { display: flex; align-items: center; justify-content: center; width: max(24px, 1.75rem); height: max(24px, 1.75rem); padding: 0; border: 0; border-radius: 0.3125rem; background: none; color: var(--quiet); cursor: pointer; }
.way-button:hover { color: var(--ink); background: var(--track); }
.way-button svg { width: 1rem; height: 1rem; fill: currentColor; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.travel-days { position: relative; }
/* As wide as the timeline and half a thumb at each end, so that its thumb is above the day. */
.travel input { position: absolute; top: 0.96rem; left: -0.5rem; width: calc(100% + 1rem); height: 1.5rem; margin: 0; appearance: none; background: none; cursor: pointer; }
.travel input::-webkit-slider-thumb { appearance: none; width: 1rem; height: 1rem; border: 2px solid var(--paper); border-radius: 50%; background: var(--ink); }
.travel input::-moz-range-thumb { box-sizing: border-box; width: 1rem; height: 1rem; border: 2px solid var(--paper); border-radius: 50%; background: var(--ink); }
.travel input:focus-visible { outline: none; }
.travel input:focus-visible::-webkit-slider-thumb { outline: 2px solid var(--focus); outline-offset: 1px; }
.travel input:focus-visible::-moz-range-thumb { outline: 2px solid var(--focus); outline-offset: 1px; }
.looking-back { position: sticky; bottom: 0.75rem; z-index: 1; display: flex; flex-wrap: wrap; justify-content: center; align-items: center; gap: 0.25rem 1rem; margin-top: 1.5rem; padding: 0.5rem 1rem; border: 1px solid var(--round); border-radius: 0.625rem; background: var(--paper); text-align: center; }

.first { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.125rem; }
.first:empty { display: none; }
.moved { padding: 0.75rem 1rem; border: 1px solid transparent; border-radius: 0.625rem; background: var(--raised); }
.moved h2 { margin-bottom: 0.1875rem; }
.moved ul { display: flex; flex-wrap: wrap; gap: 0.1875rem 1.25rem; }
.moved li { display: flex; align-items: flex-start; gap: 0.4375rem; max-width: 100%; }
.moved .icon .sign { width: 0.875rem; height: 0.875rem; }
.moved .go, .moved .move > span { font-weight: 500; }
.moved .how { color: var(--quiet); }
.fold summary { line-height: 24px; color: var(--link); cursor: pointer; }

.chips { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.chip { display: inline-flex; align-items: center; gap: 0.4375rem; padding: 0.125rem 0.75rem 0.125rem 0.5rem; border: 1px solid var(--edge); border-radius: 1.125rem; color: var(--ink); text-decoration: none; }
.chip.quiet { color: var(--quiet); }
.chip:hover { background: var(--raised); }

.contents { padding: 0.75rem 1rem; border: 1px solid var(--edge); border-radius: 0.625rem; }
.contents h3 { margin-top: 0.5rem; color: var(--quiet); font-weight: 400; }
.contents li { display: flex; align-items: baseline; gap: 0.5rem; padding: 0.125rem 0; }
.contents li > :not(a, .leader) { flex: none; }
.contents li .icon { align-self: start; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents p a { color: var(--quiet); }
.leader { flex: 1; min-width: 1rem; border-bottom: 1px dotted var(--edge); }

@container page (max-width: 40em) {
  .page-title h1 { font-size: 1.375rem; line-height: 1.75rem; }
  .page-standing .below { display: none; }
  .page-standing { flex-direction: column-reverse; gap: 0.25rem; }
  .ring { width: 4rem; height: 4rem; }
  .month-name { display: none; }
  /* The title has the line, how it stands the next one. */
  .contents li { flex-wrap: wrap; gap: 0 0.5rem; }
  .contents li > a { flex: 1 0 calc(100% - 1.625rem); }
  .contents .leader { margin-inline-start: 1.625rem; }
}
`;
