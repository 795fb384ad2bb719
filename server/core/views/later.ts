/**
 * What is far below, or folded away, is drawn a little later than what is looked at: all of it comes, in its order.
 */
import { Component, type ComponentType, h, type JSX } from 'preact';
import type { Scene } from './scene.ts';

/** Far down the page, or where nobody sees it before they unfold it. */
export type Which = 'below' | 'folded';

/** Says when; whoever shows the page has one. Without it everything is drawn at once, as in a document. */
export interface Later {
  /** Whether one more is drawn with the rest of the page. */
  takesNow(): boolean;
  /** @returns lets go of it, if it has not been drawn yet */
  add(draw: () => void, which: Which): () => void;
  /** One that is `below` is there, or gone; as a `ref` of its element. */
  readonly drew: (part: Element | null) => void;
}

/** A part of the page that can wait for its turn: nothing stands there until then, or until it is `wanted`. */
export function later<Props extends { readonly scene: Scene; readonly wanted?: boolean }>(
  view: ComponentType<Props>,
  which: Which,
): ComponentType<Props> {
  return class extends Component<Props, { drawn: boolean }> {
    letGo: (() => void) | undefined;

    constructor(props: Props) {
      super(props);
      const when = props.scene.later;
      this.state = { drawn: when === undefined || (which === 'below' && when.takesNow()) };
    }
    override componentDidMount(): void {
      if (!this.isDrawn()) this.letGo = this.props.scene.later?.add(() => this.setState({ drawn: true }), which);
    }
    override componentWillUnmount(): void {
      this.letGo?.();
    }
    isDrawn(): boolean {
      return this.state.drawn || this.props.wanted === true;
    }
    override render(): JSX.Element | null {
      return this.isDrawn() ? h(view as ComponentType<object>, this.props) : null;
    }
  };
}
