/**
 * Stands in for the editor where the preview's page is in a browser: it listens to the server of `okr preview`, shows
 * where something is written, and has it written where that is wanted. The preview's own script finds it as it finds an
 * editor, so this comes first.
 */
import type { FromPage, PreviewContent, ToPage } from '../../../server/core/requests/preview.ts';
import { previewEvent, readingEvent } from '../../../server/core/views/browser/messages.ts';
import { openFormOf, shows, writeAtOnce } from './acting.ts';
import { showPlace } from './bar.ts';

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
let content: PreviewContent | undefined;

function listen(): void {
  events?.close();
  events = new EventSource(`events?${new URLSearchParams({ ...asked })}`);
  events.addEventListener(previewEvent, ({ data }) => {
    const message = JSON.parse(data) as ToPage;
    if (message.type === 'content') ({ content } = message);
    toPage(message);
  });
  events.addEventListener(readingEvent, ({ data }) => shows((JSON.parse(data) as { reading: number }).reading));
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
      showPlace({ uri: message.uri, line: message.line });
      break;
    case 'check-in':
    case 'reading':
      if (content !== undefined) openFormOf(content, { uri: message.uri, line: message.line });
      break;
    case 'write':
      void writeAtOnce(message.params);
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

Object.assign(window, {
  acquireVsCodeApi: () => ({
    readsOnly: document.body.dataset['writes'] === undefined,
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
