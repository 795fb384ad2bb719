/** Type, space and what every view shares. Sizes are relative to the reader's own, so that text zoom keeps its rhythm. */
export const base = `
html { font-size: var(--vscode-font-size, 0.9375em); -webkit-text-size-adjust: 100%; scrollbar-color: var(--vscode-scrollbarSlider-background, auto) transparent; }
body { margin: 0; padding: 0; font: 400 1rem/1.5rem var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Inter, Roboto, sans-serif); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
*, ::before, ::after { box-sizing: border-box; }
h1, h2, h3, p, ul, ol, pre { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
ul, ol { list-style: none; }
b, strong, h1, h2, h3 { font-weight: 600; }
a { color: var(--link); }
code, pre { font-family: var(--vscode-editor-font-family, ui-monospace, "SF Mono", Menlo, Consolas, monospace); font-size: 0.9em; }
del { text-decoration-thickness: 1px; }
svg { display: block; overflow: visible; }

.page { container: page / inline-size; max-width: 70rem; margin: 0 auto; padding: 1.25rem min(1.5rem, 4vw) 3rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.125rem; }
/* What is written from right to left begins where everything else does. */
[dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
.quiet, .note, .sub, .below, .beside, .ends, .prose { color: var(--quiet); }
.quiet:is(.icon, .kr, .tile) { color: inherit; }
.note, .below, .ends, .prose, .facts, .steps, .smart, .tile-note { font-size: 0.9rem; line-height: 1.3125rem; }
.note, .prose { text-wrap: pretty; }
.prose > * + *, .prose li > p { margin-top: 0.375rem; }
.prose :is(ul, ol) { padding-inline-start: 1.25rem; list-style: disc; }
.prose ol { list-style: decimal; }
.below { display: block; }
.text { color: var(--tone-text); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.icon { display: inline-flex; align-items: center; height: 1.5rem; vertical-align: top; }
.sign { width: 1em; height: 1em; flex: none; }
.icon .sign { width: 1.125rem; height: 1.125rem; }
.sign .ink { fill: var(--tone, var(--quiet)); }
.sign .paper { fill: none; stroke: var(--paper); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.sign .line { fill: none; stroke: var(--tone, var(--quiet)); stroke-width: 1.5; stroke-linecap: round; }
.pill { display: inline-flex; align-items: center; gap: 0.375em; padding: 0 0.625em 0 0.5em; border: 1px solid transparent; border-radius: 1em; font-size: 0.9rem; line-height: 1.375rem; font-weight: 600; white-space: nowrap; color: var(--tone-text); background: color-mix(in srgb, var(--tone) 13%, var(--paper)); }
.pill.quiet { color: var(--quiet); font-weight: 400; background: none; border-color: var(--edge); }
.avatar { display: inline-flex; align-items: center; justify-content: center; flex: none; width: 1.625rem; height: 1.625rem; border-radius: 50%; font-size: 0.6875rem; line-height: 1; font-weight: 600; letter-spacing: 0.02em; }
.avatar.nobody { border: 1px dashed var(--quiet); }

.go { display: inline; margin: 0; padding: 0; border: 0; border-radius: 3px; background: none; color: inherit; font: inherit; text-align: start; letter-spacing: inherit; cursor: pointer; overflow-wrap: anywhere; }
.act { padding: 0.125rem 0.625rem; border: 1px solid var(--edge); border-radius: 0.4375rem; background: var(--raised); color: var(--ink); font: inherit; font-size: 0.9rem; cursor: pointer; }
.act:hover { border-color: var(--quiet); }
.go:hover { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
del .go { text-decoration: line-through; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
[data-line]:not(.go) { cursor: pointer; scroll-margin: 1rem; }
[id] { scroll-margin: 1rem; }

.empty { padding: 3rem 1.5rem; border: 1px dashed var(--edge); border-radius: 0.625rem; text-align: center; }
.empty-message { font-size: 1.125rem; font-weight: 600; }
.empty pre { display: inline-block; margin-top: 1rem; padding: 0.875rem 1.125rem; border-radius: 0.5rem; background: var(--raised); text-align: start; white-space: pre-wrap; }
.error { margin-bottom: 1rem; padding: 0.5rem 0.875rem; border: 1px solid var(--bad); border-radius: 0.5rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-top: 1.5rem; color: var(--quiet); font-size: 0.9rem; }
.legend p { display: flex; align-items: center; gap: 0.5rem; }

@media (prefers-reduced-motion: no-preference) {
  body:not(.vscode-reduce-motion) .bar rect, body:not(.vscode-reduce-motion) .bar line { transition: x 0.25s ease-out, width 0.25s ease-out; }
  body:not(.vscode-reduce-motion) [data-line] { transition: background-color 0.15s; }
}
`;
