/** What the page shows: how the objectives stand, or who supports whom. */
import { h, type JSX } from 'preact';

export type View = 'objectives' | 'alignment';

export function ViewSwitch({ view }: { readonly view: View }): JSX.Element {
  return h(
    'div',
    { class: 'switch' },
    h(ViewButton, { view: 'objectives', chosen: view, children: 'Objectives' }),
    h(ViewButton, { view: 'alignment', chosen: view, children: 'Alignment' }),
  );
}

interface ViewButtonProps {
  readonly view: View;
  readonly chosen: View;
  readonly children: string;
}

function ViewButton({ view, chosen, children }: ViewButtonProps): JSX.Element {
  return h('button', { type: 'button', 'data-view': view, 'aria-pressed': `${view === chosen}` }, children);
}
