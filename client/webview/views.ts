/** The page's two views: the objectives, and the alignment, whose script is loaded when somebody wants to see it. */
import { h, render } from 'preact';
import type { PreviewContent } from '../../server/core/requests/preview.ts';
import type { AlignmentForm } from '../../server/core/views/alignment/view.ts';
import { rootId } from '../../server/core/views/preview-root.ts';
import { alignmentRootId, viewsId } from '../../server/core/views/view-roots.ts';
import { type View, ViewSwitch } from '../../server/core/views/view-switch.ts';
import type { AlignmentPart } from './alignment-part.ts';

/** What is looked at, for who comes back. */
export interface Looked {
  readonly view: View;
  readonly form: AlignmentForm;
}

interface Host {
  /** Its alignment is wanted with each content from now on, or no longer. */
  wants(alignment: boolean): void;
  /** Somebody looks at something else. */
  looks(): void;
  failed(message: string): void;
}

const own = document.currentScript;
const elementOf = (id: string) => document.getElementById(id) ?? document.body;

export class Views {
  readonly #host: Host;
  readonly #switch = elementOf(viewsId);
  #looked: Looked;
  #content: PreviewContent | null = null;
  #error: string | null = null;
  #part: Promise<AlignmentPart> | undefined;
  /** Where the objectives were left. */
  #scrolled = 0;

  constructor(host: Host, looked: Looked = { view: 'objectives', form: 'map' }) {
    this.#host = host;
    this.#looked = looked;
    this.#switch.addEventListener('click', ({ target }) => {
      const view = target instanceof Element ? target.closest<HTMLElement>('[data-view]')?.dataset['view'] : undefined;
      if (view === 'objectives' || view === 'alignment') this.#choose(view);
    });
    this.#toggle();
    if (looked.view === 'alignment') host.wants(true);
  }

  get looked(): Looked {
    return this.#looked;
  }

  /** What its host could not do: the objectives say it themselves. */
  fail(message: string): void {
    this.#error = message;
    this.#toggle();
  }

  /** What there is to show now. */
  show(content: PreviewContent): void {
    this.#content = content;
    if (this.#error !== null) {
      this.#error = null;
      this.#toggle();
    }
    this.#draw(content);
  }

  #draw(content: PreviewContent): void {
    const { alignment } = content;
    if (this.#looked.view !== 'alignment' || alignment === undefined) return;
    this.#part ??= this.#load();
    this.#part.then(
      part => {
        // Meanwhile there may be other content, or another view.
        if (this.#content === content && this.#looked.view === 'alignment') part.show(alignment, content);
      },
      () => {
        this.#part = undefined;
        // Where messages are read.
        this.#choose('objectives');
        this.#host.failed('The alignment could not be loaded. Close this preview, and open it again.');
      },
    );
  }

  #choose(view: View): void {
    if (view === this.#looked.view) return;
    if (view === 'alignment') this.#scrolled = window.scrollY;
    this.#looked = { ...this.#looked, view };
    this.#toggle();
    if (view === 'objectives') window.scrollTo({ top: this.#scrolled });
    this.#host.wants(view === 'alignment');
    this.#host.looks();
    if (this.#content !== null) this.#draw(this.#content);
  }

  #toggle(): void {
    const { view } = this.#looked;
    render(h(ViewSwitch, { view, error: view === 'alignment' ? this.#error : null }), this.#switch);
    elementOf(rootId).toggleAttribute('hidden', view !== 'objectives');
    elementOf(alignmentRootId).toggleAttribute('hidden', view !== 'alignment');
  }

  async #load(): Promise<AlignmentPart> {
    // In a browser it is in the page's own script.
    if (window.okrAlignment === undefined) await loaded(own);
    const { form } = this.#looked;
    const part = window.okrAlignment?.(elementOf(alignmentRootId), form, chosen => {
      this.#looked = { ...this.#looked, form: chosen };
      this.#host.looks();
    });
    if (part === undefined) throw new Error('The script of the alignment is another one.');
    return part;
  }
}

/** The page's policy lets in what knows its nonce. */
function loaded(from: Document['currentScript']): Promise<void> {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.nonce = from?.nonce ?? '';
    script.src = (from instanceof HTMLScriptElement && from.dataset['alignment']) || '';
    script.addEventListener('load', () => done());
    script.addEventListener('error', failed);
    document.head.append(script);
  });
}
