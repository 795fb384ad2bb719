/** The second view of the page in the browser: the alignment, as a map that can be moved or as lists. */
import { h, render } from 'preact';
import type { PreviewContent } from '../../../server/core/requests.ts';
import { type AlignmentForm, AlignmentView } from '../../../server/core/views/alignment/view.ts';
import type { ShownAlignment } from '../../../server/core/views/browser/messages.ts';
import { alignmentRootId, viewsId } from '../../../server/core/views/browser/roots.ts';
import { CycleSelect } from '../../../server/core/views/cycle-select.ts';
import { onAlignment } from './host.ts';
import { MapZoom } from './zoom.ts';

const root = document.getElementById(alignmentRootId) ?? document.body;
const views = document.getElementById(viewsId) ?? document.body;

let shown: { alignment: ShownAlignment; content: PreviewContent } | undefined;
let form: AlignmentForm = sessionStorage.getItem('form') === 'list' ? 'list' : 'map';
let zoom: MapZoom | undefined;

/** While it is hidden nothing is drawn: it has no size then. */
function draw(): void {
  if (shown === undefined || root.hidden) return;
  const { alignment, content } = shown;
  const choice = h(CycleSelect, { cycles: content.cycles, cycle: content.cycle });
  render(h(AlignmentView, { ...alignment, form, choice }), root);
  const frame = root.querySelector<HTMLElement>('.map-window');
  const map = root.querySelector<SVGGElement>('.alignment-all');
  if (map !== null && zoom?.isOf(map)) return;
  zoom?.end();
  zoom = frame !== null && map !== null ? new MapZoom(frame, map) : undefined;
}

function show(view: string): void {
  for (const button of views.querySelectorAll<HTMLElement>('[data-view]')) {
    const id = button.dataset['view'] ?? '';
    button.setAttribute('aria-pressed', `${id === view}`);
    document.getElementById(id)?.toggleAttribute('hidden', id !== view);
  }
  sessionStorage.setItem('view', view);
  draw();
}

views.addEventListener('click', ({ target }) => {
  const view = target instanceof Element ? target.closest<HTMLElement>('[data-view]')?.dataset['view'] : undefined;
  if (view !== undefined) show(view);
});

root.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const chosen = target.closest<HTMLElement>('[data-form]')?.dataset['form'];
  if (chosen === 'map' || chosen === 'list') {
    form = chosen;
    sessionStorage.setItem('form', form);
    draw();
  }
  switch (target.closest<HTMLElement>('[data-zoom]')?.dataset['zoom']) {
    case 'in':
      return zoom?.in();
    case 'out':
      return zoom?.out();
    case 'fit':
      return zoom?.fit();
  }
});

onAlignment((alignment, content) => {
  const isOther = shown !== undefined && shown.content.cycle !== content.cycle;
  shown = { alignment, content };
  draw();
  // Of another cycle nobody has chosen what to look at yet.
  if (isOther) zoom?.fit();
});
show(sessionStorage.getItem('view') ?? views.querySelector<HTMLElement>('[data-view]')?.dataset['view'] ?? '');
