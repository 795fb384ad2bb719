/**
 * Stands in for the editor where the preview's page is in a browser: it listens to the server of `okr preview`, and
 * shows where something is written. The preview's own script finds it as it finds an editor, so this comes first.
 */
import { h, render } from 'preact';
import type { Place } from '../../../server/core/reports/report.ts';
import type { FromPage, PreviewContent, ToPage } from '../../../server/core/requests.ts';
import { previewEvent } from '../../../server/core/views/browser/messages.ts';
import { editorAddress, PlaceBar } from '../../../server/core/views/browser/place-bar.ts';
import { placeRootId } from '../../../server/core/views/browser/roots.ts';

const folderUri = document.body.dataset['folder'] ?? '';
const placeRoot = document.getElementById(placeRootId) ?? document.body;

interface Asked {
  readonly scope?: PreviewContent['scope'];
  readonly cycle?: string;
  /** Somebody looks at who supports whom. */
  readonly alignment?: 'shown';
  /** Where somebody looks back: that does not outlive the page. */
  readonly day?: string;
}
let asked: Asked = JSON.parse(sessionStorage.getItem('asked') ?? '{}');
let events: EventSource | undefined;
/** Somebody has opened a place in the editor, so that they have it: the next one opens at once. */
let hasEditor = sessionStorage.getItem('editor') === 'true';

function listen(): void {
  events?.close();
  events = new EventSource(`events?${new URLSearchParams({ ...asked })}`);
  events.addEventListener(previewEvent, ({ data }) => toPage(JSON.parse(data) as ToPage));
  events.addEventListener('error', () => {
    toPage({
      type: 'error',
      message:
        '`okr preview` has ended: what you see is as it was. Start it again, and open the address that it prints.',
    });
  });
}

function toPage(message: ToPage): void {
  window.dispatchEvent(new MessageEvent('message', { data: message }));
}

function ask(next: Asked): void {
  asked = next;
  const { day: _, ...kept } = asked;
  sessionStorage.setItem('asked', JSON.stringify(kept));
  listen();
}

function fromPage(message: FromPage): void {
  const { day: _, ...today } = asked;
  switch (message.type) {
    case 'ready':
      listen();
      break;
    case 'reveal':
      show({ uri: message.uri, line: message.line });
      break;
    case 'scope':
      ask({ ...today, scope: message.scope });
      break;
    case 'cycle':
      ask({ ...today, cycle: message.cycle });
      break;
    case 'alignment': {
      const { alignment: _, ...rest } = asked;
      asked = message.wanted ? { ...rest, alignment: 'shown' } : rest;
      // Before it listens nothing is asked for.
      if (events !== undefined) ask(asked);
      break;
    }
    case 'day':
      ask(message.day === null ? today : { ...today, day: message.day });
      break;
  }
}

function show(place: Place | null): void {
  render(place === null ? null : h(PlaceBar, { place, folderUri }), placeRoot);
  if (place !== null && hasEditor) window.location.assign(editorAddress(place));
}

placeRoot.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('[data-close]') !== null) show(null);
  if (target.closest('[data-opens]') === null) return;
  hasEditor = true;
  sessionStorage.setItem('editor', 'true');
});

Object.assign(window, {
  acquireVsCodeApi: () => ({
    readsOnly: true,
    postMessage: fromPage,
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state: unknown) => {
      try {
        sessionStorage.setItem('state', JSON.stringify(state));
      } catch {
        // It is too large to be kept: a reload then waits for the server.
      }
    },
  }),
});
