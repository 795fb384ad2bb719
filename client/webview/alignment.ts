/**
 * Draws the alignment, as a map that can be moved or as lists. A script of its own: a page loads it when somebody wants
 * to see that.
 */
import { h, render } from 'preact';
import type { Alignment } from '../../server/core/reports/alignment.ts';
import type { PreviewContent } from '../../server/core/requests/preview.ts';
import { type AlignmentLayout, layoutOf } from '../../server/core/views/alignment/layout.ts';
import { mostSupported } from '../../server/core/views/alignment/most-supported.ts';
import { shapeOf } from '../../server/core/views/alignment/shape.ts';
import { type AlignmentForm, AlignmentView } from '../../server/core/views/alignment/view.ts';
import { CycleSelect } from '../../server/core/views/cycle-select.ts';
import type { AlignmentPart } from './alignment-part.ts';
import { MapZoom } from './zoom.ts';

/** Another shape is laid out when typing rests: that of a dense graph takes a second. */
const REST_MS = 400;

interface Shown {
  readonly alignment: Alignment;
  readonly content: PreviewContent;
  readonly shape: string;
  readonly layout: AlignmentLayout;
}

class Drawing implements AlignmentPart {
  readonly #root: HTMLElement;
  readonly #chosen: (form: AlignmentForm) => void;
  #form: AlignmentForm;
  #shown: Shown | undefined;
  #zoom: MapZoom | undefined;
  #laying: number | undefined;

  constructor(root: HTMLElement, form: AlignmentForm, chosen: (form: AlignmentForm) => void) {
    this.#root = root;
    this.#form = form;
    this.#chosen = chosen;
    root.addEventListener('click', event => this.#onClick(event));
  }

  show(alignment: Alignment, content: PreviewContent): void {
    const shape = shapeOf(alignment);
    clearTimeout(this.#laying);
    const before = this.#shown;
    const lay = () => {
      this.#draw({ alignment, content, shape, layout: layoutOf(alignment) });
      // Of another cycle nobody has chosen what to look at yet.
      if (before !== undefined && before.content.cycle !== content.cycle && this.#shown !== undefined)
        this.#zoom?.open(firstOf(this.#shown));
    };
    if (before?.shape === shape) this.#draw({ ...before, alignment, content });
    else if (before?.content.cycle === content.cycle) this.#laying = setTimeout(lay, REST_MS);
    else lay();
  }

  #draw(shown: Shown): void {
    this.#shown = shown;
    const { alignment, content, layout } = shown;
    const choice = h(CycleSelect, { cycles: content.cycles, cycle: content.cycle });
    render(h(AlignmentView, { alignment, layout, form: this.#form, choice }), this.#root);
    const frame = this.#root.querySelector<HTMLElement>('.map-window');
    const map = this.#root.querySelector<SVGGElement>('.alignment-all');
    if (map !== null && this.#zoom?.isOf(map)) return;
    this.#zoom?.end();
    this.#zoom = frame !== null && map !== null ? new MapZoom(frame, map, firstOf(shown)) : undefined;
  }

  #onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    const form = target.closest<HTMLElement>('[data-form]')?.dataset['form'];
    if ((form === 'map' || form === 'list') && this.#shown !== undefined) {
      this.#form = form;
      this.#chosen(form);
      this.#draw(this.#shown);
    }
    const zoom = target.closest<HTMLElement>('[data-zoom]')?.dataset['zoom'];
    if (zoom === 'in' || zoom === 'out' || zoom === 'fit') this.#zoom?.[zoom]();
  }
}

/** The box to begin with: what most of the others lead to. */
function firstOf({ alignment: { objectives, ties }, layout: { boxes } }: Shown) {
  const most = mostSupported(
    objectives.map(({ key }) => key),
    ties,
  );
  return { at: boxes[most] ?? { x: 0, y: 0 }, of: boxes.length };
}

window.okrAlignment = (root, form, chosen) => new Drawing(root, form, chosen);
