/**
 * The script of the live preview's page: draws what its host sends, says where somebody clicked, and remembers what it
 * showed for when the page is hidden and comes back.
 */
import { h, render } from 'preact';
import type { Place } from '../../server/core/reports/report.ts';
import type { FromPage, PreviewContent, ToPage } from '../../server/core/requests.ts';
import { type Choice, everything, FILTERS, type Filter, firstChoice } from '../../server/core/views/choice.ts';
import { ALL } from '../../server/core/views/filters.ts';
import { rootId } from '../../server/core/views/preview-root.ts';
import { elementAt, PreviewView } from '../../server/core/views/preview-view.ts';

/** What survives a reload. The host's serializer finds `uri`, `scope` and `cycle` here to open the same preview again. */
interface Remembered {
  readonly uri: string;
  readonly scope: PreviewContent['scope'];
  readonly cycle: string | null;
  readonly content: PreviewContent;
  readonly scrolled: number;
  readonly choice?: Choice;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
};

const host = acquireVsCodeApi();
let root: Element = document.getElementById(rootId) ?? document.body;
const remembered = host.getState();

let content: PreviewContent | null = remembered?.content ?? null;
let cursor: Place | null = null;
let error: string | null = null;
let choice: Choice = { ...firstChoice, ...remembered?.choice };

function draw(): void {
  render(h(PreviewView, { content, cursor, error, choice }), root);
}

/** What an earlier version of the extension kept may lack what this one draws; then the host's answer comes first. */
function drawRemembered(): void {
  try {
    draw();
    if (remembered !== undefined) window.scrollTo({ top: remembered.scrolled });
  } catch {
    content = null;
    const empty = root.cloneNode(false) as Element;
    root.replaceWith(empty);
    root = empty;
  }
}

function remember(): void {
  if (content === null) return;
  const { uri, scope, cycle } = content;
  host.setState({ uri, scope, cycle, content, scrolled: window.scrollY, choice });
}

function receive(message: ToPage): void {
  switch (message.type) {
    case 'content': {
      const first = content === null;
      content = message.content;
      error = null;
      draw();
      if (first) showMarked();
      remember();
      break;
    }
    case 'cursor': {
      const before = marked();
      cursor = { uri: message.uri, line: message.line };
      if (isSame(before, marked())) break;
      draw();
      showMarked();
      break;
    }
    case 'error':
      error = message.message;
      draw();
      break;
  }
}

/** The element that the cursor stands in. */
function marked(): Place | null {
  const report = content?.report ?? null;
  return report && elementAt(report, cursor);
}

function isSame(one: Place | null, other: Place | null): boolean {
  return one?.uri === other?.uri && one?.line === other?.line;
}

/** Only as far as it takes: what is in sight already stays where it is. */
function showMarked(): void {
  const still =
    matchMedia('(prefers-reduced-motion: reduce)').matches || document.body.classList.contains('vscode-reduce-motion');
  document
    .querySelector('[aria-current="location"]')
    ?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
}

function choose(change: Partial<Choice>): void {
  choice = { ...choice, ...change };
  draw();
  remember();
}

/** The button may be gone with the filter that it took away. */
function clear(filter: string): void {
  choose(isFilter(filter) ? { [filter]: everything[filter] } : everything);
  if (!document.activeElement?.matches('button')) document.querySelector<HTMLElement>('[name="text"]')?.focus();
}

function isFilter(name: string): name is Filter {
  return (FILTERS as readonly string[]).includes(name);
}

function onClick({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const scope = target.closest<HTMLElement>('[data-scope]')?.dataset['scope'];
  if (scope === 'file' || scope === 'workspace') {
    host.postMessage({ type: 'scope', scope });
    return;
  }
  const { density, clear: filter } = target.closest<HTMLElement>('button')?.dataset ?? {};
  if (density !== undefined) choose({ compact: !choice.compact });
  if (filter !== undefined) clear(filter);
  const place = target.closest<HTMLElement>('[data-line]');
  const { uri, line } = place?.dataset ?? {};
  if (place === null || uri === undefined || line === undefined || isBusy(target, place)) return;
  host.postMessage({ type: 'reveal', uri, line: Number(line) });
}

/** A click that means something else: it folds, follows a link, or ends a selection. */
function isBusy(target: Element, place: HTMLElement): boolean {
  if (place.matches('button')) return false;
  return target.closest('a, summary, .details') !== null || getSelection()?.isCollapsed === false;
}

function onChange({ target }: Event): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const { name, value } = target;
  if (name === 'cycle' && value !== '') host.postMessage({ type: 'cycle', cycle: value });
  if (name === 'by' && (value === 'team' || value === 'owner')) choose({ by: value });
  if (isFilter(name)) choose({ [name]: value === ALL ? null : value });
}

function onInput({ target }: Event): void {
  if (target instanceof HTMLInputElement && target.name === 'text') choose({ text: target.value });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
document.addEventListener('click', onClick);
document.addEventListener('change', onChange);
document.addEventListener('input', onInput);
document.addEventListener('scrollend', remember);

drawRemembered();
host.postMessage({ type: 'ready' });
