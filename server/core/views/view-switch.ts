/** What the page shows: how the objectives stand, or who supports whom. */
import { Fragment, h, type JSX } from 'preact';

export type View = 'objectives' | 'alignment';

interface ViewSwitchProps {
  readonly view: View;
  /** What its host could not do, where the objectives do not say it. */
  readonly error?: string | null;
}

export function ViewSwitch({ view, error = null }: ViewSwitchProps): JSX.Element {
  return h(Fragment, null, [
    h(
      'div',
      { key: 'switch', class: 'switch' },
      h(ViewButton, { view: 'objectives', chosen: view, children: 'Objectives' }),
      h(ViewButton, { view: 'alignment', chosen: view, children: 'Alignment' }),
    ),
    error !== null && h('p', { key: 'error', class: 'error', role: 'alert', dir: 'auto' }, error),
  ]);
}

interface ViewButtonProps {
  readonly view: View;
  readonly chosen: View;
  readonly children: string;
}

function ViewButton({ view, chosen, children }: ViewButtonProps): JSX.Element {
  return h('button', { type: 'button', 'data-view': view, 'aria-pressed': `${view === chosen}` }, children);
}
