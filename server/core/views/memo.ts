/**
 * A component that is drawn anew only where what it is given says something else: a page of hundreds of objectives
 * draws the one that is typed in.
 */
import { Component, type ComponentType, type JSX } from 'preact';

/** @param view draws from its props alone. The scene is looked into, as there is a new one each time. */
export function memo<Props extends object>(view: (props: Props) => JSX.Element): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !isSame(this.props, next, true);
    }
    override render(): JSX.Element {
      return view(this.props);
    }
  };
}

function isSame(one: object, other: object, scenes = false): boolean {
  const [before, after] = [one, other] as Record<string, unknown>[];
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].every(name => {
    const [a, b] = [before?.[name], after?.[name]];
    return a === b || (scenes && name === 'scene' && isSame(a as object, b as object));
  });
}
