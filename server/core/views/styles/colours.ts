/**
 * The palette, as custom properties: VS Code's where it gives them, else our own for light and dark. The tones are ours
 * everywhere, chosen for 4.5:1 as text (`-text`) and 3:1 as a shape, because themes' chart colours promise neither.
 */
const light = `
  --paper: var(--vscode-editor-background, #fff);
  --ink: var(--vscode-editor-foreground, #1c2127);
  --link: var(--vscode-textLink-foreground, #0a5cb8);
  --focus: var(--vscode-focusBorder, #0a5cb8);
  --good: #2c8c60; --good-text: #17673f;
  --warn: #bd7716; --warn-text: #7d4b00;
  --bad: #cc3d54; --bad-text: #ab2039;
  --avatar-ground: 42% 91%; --avatar-ink: 48% 27%;
  --tint: 5%;`;

const dark = `
  --paper: var(--vscode-editor-background, #1b1c1f);
  --ink: var(--vscode-editor-foreground, #e3e5e8);
  --link: var(--vscode-textLink-foreground, #74b3ff);
  --focus: var(--vscode-focusBorder, #74b3ff);
  --good: #4caf82; --good-text: #74cba2;
  --warn: #d79c3a; --warn-text: #e5b762;
  --bad: #e66c7c; --bad-text: #f4939f;
  --avatar-ground: 24% 27%; --avatar-ink: 60% 86%;
  --tint: 7%;`;

/**
 * The quieter ones follow from ink and paper, so that they fit every theme: the colour that VS Code has for descriptions is
 * the text's own in some.
 */
const derived = `
  --quiet: color-mix(in srgb, var(--ink) 75%, var(--paper));
  --edge: color-mix(in srgb, var(--ink) 13%, var(--paper));
  --hair: color-mix(in srgb, var(--ink) 8%, var(--paper));
  --raised: color-mix(in srgb, var(--ink) 3.5%, var(--paper));
  --track: color-mix(in srgb, var(--ink) 11%, var(--paper));
  --round: color-mix(in srgb, var(--ink) 55%, var(--paper));`;

/** No tints, full lines: what the theme calls its contrast border, or the system's own colours. */
const contrast = `
  --quiet: var(--ink);
  --edge: var(--vscode-contrastBorder, currentColor);
  --hair: var(--vscode-contrastBorder, currentColor);
  --raised: var(--paper);
  --round: var(--ink);
  --tint: 0%;`;

const system = `
  --paper: Canvas; --ink: CanvasText; --quiet: CanvasText; --link: LinkText; --focus: Highlight;
  --good: CanvasText; --good-text: CanvasText;
  --warn: CanvasText; --warn-text: CanvasText;
  --bad: CanvasText; --bad-text: CanvasText;
  --edge: CanvasText; --hair: CanvasText; --raised: Canvas; --track: Canvas; --round: CanvasText;
  --tint: 0%;`;

export const colours = `
body {${light}${derived}
  color: var(--ink); background: var(--paper); }
@media screen and (prefers-color-scheme: dark) {
  body:not(.vscode-light, .vscode-high-contrast-light) {${dark}}
}
body.vscode-dark, body.vscode-high-contrast {${dark}}
body.vscode-high-contrast-light {${light}}
body.vscode-high-contrast, body.vscode-high-contrast-light {${contrast}}
@media (forced-colors: active) { html:root body {${system}} }

.good { --tone: var(--good); --tone-text: var(--good-text); }
.warn { --tone: var(--warn); --tone-text: var(--warn-text); }
.bad { --tone: var(--bad); --tone-text: var(--bad-text); }
.quiet { --tone: var(--quiet); --tone-text: var(--quiet); }
${[212, 265, 318, 350, 22, 45, 150, 182]
  .map(
    (hue, index) =>
      `.hue-${index} { color: hsl(${hue} var(--avatar-ink)); background: hsl(${hue} var(--avatar-ground)); }`,
  )
  .join('\n')}
`;
