/** Moves and zooms the map of the alignment: with the mouse, the wheel, fingers, keys and buttons. */
import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';
import { BOX, type Point } from '../../server/core/views/alignment/box.ts';

const SMALLEST = 0.02;
const LARGEST = 3;
const ZOOM_STEP = 1.25;
/** Pixels that an arrow key moves it by. */
const STEP = 80;
/** A button that was pressed while the map was moved by more was not meant. */
const MOVED = 4;
/** Below it no text can be read. */
const FAR = 0.45;
/** All of it can be read well. */
const NEAR = 0.75;
/** So many are told apart by their signs, down to that scale: it is what an overview is for. */
const MANY = 30;
const SIGNS = 0.08;

/** What it opens at where all of it would be too small. */
interface First {
  /** The top left of the box to begin with. */
  readonly at: Point;
  /** How many boxes there are. */
  readonly of: number;
}

interface View {
  readonly scale: number;
  /** In pixels of the map. */
  readonly x: number;
  readonly y: number;
}

export class MapZoom {
  readonly #frame: HTMLElement;
  readonly #map: SVGGElement;
  readonly #panzoom: PanzoomObject;
  readonly #ending = new AbortController();
  #down = { x: 0, y: 0 };

  /**
   * @param frame what the map is seen through
   * @param map fills the frame while it is neither moved nor zoomed
   */
  constructor(frame: HTMLElement, map: SVGGElement, first: First) {
    this.#frame = frame;
    this.#map = map;
    const { scale, x, y } = this.#opening(first);
    const start = { startScale: scale, startX: x, startY: y };
    this.#panzoom = Panzoom(map, { canvas: true, minScale: SMALLEST, maxScale: LARGEST, cursor: '', ...start });
    const { signal } = this.#ending;
    map.addEventListener('panzoomchange', () => this.#look(), { signal });
    frame.addEventListener('wheel', event => this.#onWheel(event), { signal, passive: false });
    frame.addEventListener('keydown', event => this.#onKey(event), { signal });
    frame.addEventListener('pointerdown', event => this.#onDown(event), { signal, capture: true });
    frame.addEventListener('click', event => this.#onClick(event), { signal, capture: true });
    frame.addEventListener('focusin', event => this.#onFocus(event), { signal });
    this.#look();
  }

  isOf(map: Element): boolean {
    return this.#map === map;
  }

  end(): void {
    this.#panzoom.destroy();
    this.#ending.abort();
  }

  in(): void {
    this.#zoomAt(ZOOM_STEP, this.#middle());
  }

  out(): void {
    this.#zoomAt(1 / ZOOM_STEP, this.#middle());
  }

  fit(): void {
    this.#show(this.#whole());
  }

  /** As it is seen at first. */
  open(first: First): void {
    this.#show(this.#opening(first));
  }

  #show({ scale, x, y }: View): void {
    this.#panzoom.zoom(scale);
    this.#panzoom.pan(x, y);
  }

  /** All of it where that says something; else the first box, in the middle as far as there is something around it. */
  #opening({ at, of }: First): View {
    const whole = this.#whole();
    if (whole.scale >= FAR || (of >= MANY && whole.scale >= SIGNS)) return whole;
    const { clientWidth, clientHeight } = this.#frame;
    const { x, y, width, height } = this.#map.getBBox();
    return {
      scale: NEAR,
      x: within(clientWidth / NEAR, x, width, at.x + BOX.width / 2),
      y: within(clientHeight / NEAR, y, height, at.y + BOX.height / 2),
    };
  }

  /** All of it, in the middle, and no larger than it is. */
  #whole(): View {
    const { clientWidth, clientHeight } = this.#frame;
    const { x, y, width, height } = this.#map.getBBox();
    const scale = Math.max(SMALLEST, Math.min(1, clientWidth / width, clientHeight / height));
    return { scale, x: clientWidth / scale / 2 - width / 2 - x, y: clientHeight / scale / 2 - height / 2 - y };
  }

  #middle(): { clientX: number; clientY: number } {
    const { left, top, width, height } = this.#frame.getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height / 2 };
  }

  #zoomAt(factor: number, point: { clientX: number; clientY: number }): void {
    const scale = this.#panzoom.getScale() * factor;
    this.#panzoom.zoomToPoint(Math.min(LARGEST, Math.max(SMALLEST, scale)), point);
  }

  #look(): void {
    this.#map.classList.toggle('far', this.#panzoom.getScale() < FAR);
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    const isByLine = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL;
    this.#zoomAt(Math.exp(-event.deltaY * (isByLine ? 0.05 : 0.0015)), event);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case 'ArrowLeft':
        this.#moveBy(STEP, 0);
        break;
      case 'ArrowRight':
        this.#moveBy(-STEP, 0);
        break;
      case 'ArrowUp':
        this.#moveBy(0, STEP);
        break;
      case 'ArrowDown':
        this.#moveBy(0, -STEP);
        break;
      case '+':
      case '=':
        this.in();
        break;
      case '-':
        this.out();
        break;
      case '0':
        this.fit();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  #moveBy(right: number, down: number): void {
    const { x, y } = this.#panzoom.getPan();
    const scale = this.#panzoom.getScale();
    this.#panzoom.pan(x + right / scale, y + down / scale);
  }

  #onDown({ clientX, clientY }: PointerEvent): void {
    this.#down = { x: clientX, y: clientY };
  }

  #onClick(event: MouseEvent): void {
    const isByKey = event.detail === 0;
    if (isByKey || Math.hypot(event.clientX - this.#down.x, event.clientY - this.#down.y) <= MOVED) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Brings into sight what the Tab key has come to. */
  #onFocus({ target }: FocusEvent): void {
    if (!(target instanceof Element) || target === this.#frame || !target.matches(':focus-visible')) return;
    // A browser scrolls it into sight by itself, which would move the window under the map.
    this.#frame.scrollTo(0, 0);
    const [box, frame] = [target.getBoundingClientRect(), this.#frame.getBoundingClientRect()];
    const isAcross = box.left >= frame.left && box.right <= frame.right;
    if (isAcross && box.top >= frame.top && box.bottom <= frame.bottom) return;
    this.#moveBy(
      frame.left + frame.width / 2 - box.left - box.width / 2,
      frame.top + frame.height / 2 - box.top - box.height / 2,
    );
  }
}

/**
 * How far to move what begins at `from` so that a point of it is in the middle of the window, or as near to it as leaves no
 * gap at an end; what is smaller than the window is in its middle itself.
 */
function within(window: number, from: number, size: number, point: number): number {
  if (size <= window) return window / 2 - size / 2 - from;
  return Math.min(-from, Math.max(window - size - from, window / 2 - point));
}
