/**
 * The script of the live preview's page: draws what its host sends, says where somebody clicked, and remembers what it
 * showed for when the page is hidden and comes back.
 */
import { h, render } from 'preact';
import { dayAt, dayOf, nextDay, nextStep, stepBack } from '../../server/core/reports/journey.ts';
import type { Place } from '../../server/core/reports/report.ts';
import type { FromPage, PreviewContent, ToPage } from '../../server/core/requests/preview.ts';
import { type Choice, everything, FILTERS, type Filter, firstChoice } from '../../server/core/views/choice.ts';
import { ALL } from '../../server/core/views/filters.ts';
import { keepSame } from '../../server/core/views/keep-same.ts';
import { rootId } from '../../server/core/views/preview-root.ts';
import { elementAt, journeyOf, PreviewView } from '../../server/core/views/preview-view.ts';
import { act } from './acts.ts';
import { Turns } from './turns.ts';
import { type Looked, Views } from './views.ts';

/** What survives a reload. The host's serializer finds `uri`, `scope` and `cycle` here to open the same preview again. */
interface Remembered {
  readonly uri: string;
  readonly scope: PreviewContent['scope'];
  readonly cycle: string | null;
  readonly content?: PreviewContent;
  readonly scrolled: number;
  readonly choice?: Choice;
  readonly looked?: Looked;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
  /** Nothing can be written from here: a browser is no editor. */
  readonly readsOnly?: boolean;
};

/** How long a day is seen while they play, and a check-in where nothing moves. */
const DAY_MS = 100;
const STEP_MS = 1000;
/** Typing rests: what is shown is a large text to keep. */
const REST_MS = 300;
/** A card is no lower than that many pixels. */
const LOWEST_CARD = 50;

const host = acquireVsCodeApi();
let root: Element = document.getElementById(rootId) ?? document.body;
const remembered = host.getState();

let content: PreviewContent | null = remembered?.content ?? null;
/** The host has sent something since the page was loaded. */
let answered = false;
let cursor: Place | null = null;
let error: string | null = null;
/** Where the slider stands; what is drawn follows as the host answers. */
let day: string | null = content?.asOf ?? null;
/** Set while the days play: the next one is wanted when the one before is drawn. */
let timer: number | undefined;
let choice: Choice = { ...firstChoice, ...remembered?.choice };
const later = new Turns(card => card.setAttribute('data-settled', ''));
/** Set while something is to be remembered. */
let remembering: number | undefined;

/** @param height of what is above the window, in pixels: that is wanted at once */
const views = new Views(
  {
    wants: alignment => host.postMessage({ type: 'alignment', wanted: alignment }),
    looks: remember,
    failed: message => receive({ type: 'error', message }),
  },
  remembered?.looked,
);

function draw(height = 0): void {
  const acts = host.readsOnly !== true;
  later.begin(Math.ceil(height / LOWEST_CARD));
  render(h(PreviewView, { content, cursor, error, choice, day, playing: timer !== undefined, acts, later }), root);
}

/** What an earlier version of the extension kept may lack what this one draws; then the host's answer comes first. */
function drawRemembered(): void {
  try {
    draw(remembered?.scrolled);
    if (remembered !== undefined) window.scrollTo({ top: remembered.scrolled });
  } catch {
    content = null;
    const empty = root.cloneNode(false) as Element;
    root.replaceWith(empty);
    root = empty;
  }
}

function remember(): void {
  clearTimeout(remembering);
  remembering = setTimeout(keep, REST_MS);
}

function keep(): void {
  if (remembering === undefined || content === null) return;
  clearTimeout(remembering);
  remembering = undefined;
  host.setState({ ...lookedAt(content), content });
}

/** All but what is drawn, which is large. */
function lookedAt({ uri, scope, cycle }: PreviewContent): Remembered {
  return { uri, scope, cycle, scrolled: window.scrollY, choice, looked: views.looked };
}

function receive(message: ToPage): void {
  switch (message.type) {
    case 'content': {
      const first = content === null;
      const before = content;
      content = keepSame(before, message.content);
      error = null;
      if (!answered || !isSameSubject(before, content)) day = content.asOf;
      answered = true;
      // While somebody types, the day may have ceased to be one of the cycle's.
      const journey = journeyOf(content);
      day = journey && dayOf(journey, day);
      if (timer !== undefined && content.asOf === day) playOn();
      draw();
      views.show(content);
      if (first) showMarked();
      // Kept at once: the window may be loaded anew before anything rests.
      if (!isSameSubject(before, content)) host.setState(lookedAt(content));
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
      pause();
      error = message.message;
      draw();
      views.fail(error);
      break;
  }
}

function isSameSubject(one: PreviewContent | null, other: PreviewContent): boolean {
  return one?.uri === other.uri && one.scope === other.scope && one.cycle === other.cycle;
}

/** Shows another day, as soon as the host has sent it; null: today. */
function lookAt(wanted: string | null): void {
  day = wanted;
  draw();
  host.postMessage({ type: 'day', day });
}

function play(): void {
  const journey = content && journeyOf(content);
  if (journey === null) return;
  timer = 0;
  lookAt(day ?? journey.start);
}

function pause(): void {
  clearTimeout(timer);
  timer = undefined;
}

/** The next day after a moment; today ends it. Who wants no motion gets a step from check-in to check-in. */
function playOn(): void {
  clearTimeout(timer);
  const journey = content && journeyOf(content);
  if (journey === null || day === null) {
    pause();
    return;
  }
  const [next, after] = wantsNoMotion() ? [nextStep, STEP_MS] : [nextDay, DAY_MS];
  timer = setTimeout(() => lookAt(next(journey, day)), after);
}

function go(way: string): void {
  const journey = content && journeyOf(content);
  if (journey === null) return;
  pause();
  if (way === 'back') lookAt(stepBack(journey, day));
  else if (way === 'on') lookAt(day && nextStep(journey, day));
  else if (way === 'today') lookAt(null);
  else if (way === 'play') play();
  else draw();
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
  const find = () => document.querySelector('[aria-current="location"]');
  const show = () => find()?.scrollIntoView({ block: 'nearest', behavior: wantsNoMotion() ? 'auto' : 'smooth' });
  if (find() !== null || marked() === null) {
    show();
    return;
  }
  later.all();
  queueMicrotask(show);
}

function wantsNoMotion(): boolean {
  const { classList } = document.body;
  return matchMedia('(prefers-reduced-motion: reduce)').matches || classList.contains('vscode-reduce-motion');
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
  // It may lead to what is not there yet.
  if (target.closest('a') !== null) later.all();
  const button = target.closest<HTMLElement>('button');
  if (button !== null && content !== null && act(button, content, message => host.postMessage(message))) return;
  const { density, clear: filter, way } = button?.dataset ?? {};
  if (density !== undefined) choose({ compact: !choice.compact });
  if (filter !== undefined) clear(filter);
  if (way !== undefined) {
    go(way);
    // The button of the way back is gone with what it led back from.
    if (way === 'today') document.querySelector<HTMLElement>('[name="day"]')?.focus();
  }
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
  if (name === 'by' && (value === 'team' || value === 'owner' || value === 'cycle')) choose({ by: value });
  if (isFilter(name)) choose({ [name]: value === ALL ? null : value });
}

function onInput({ target }: Event): void {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.name === 'text') choose({ text: target.value });
  const journey = target.name === 'day' && content ? journeyOf(content) : null;
  if (journey === null) return;
  pause();
  lookAt(dayAt(journey, target.valueAsNumber));
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
document.addEventListener('click', onClick);
document.addEventListener('change', onChange);
document.addEventListener('input', onInput);
document.addEventListener('scrollend', remember);
// A browser finds words in what is folded away, and unfolds it.
document.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
  if (key === 'F3' || (key === 'f' && (ctrlKey || metaKey))) later.search();
});
window.addEventListener('beforeprint', () => later.all());
window.addEventListener('pagehide', keep);

drawRemembered();
host.postMessage({ type: 'ready' });
