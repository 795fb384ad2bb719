/**
 * What a page says while there is nothing to draw: what to do, and how it looks when it is done.
 */
import { h, type JSX } from 'preact';

const EXAMPLE = `objective love: Customers love us
  owner @maria

  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    owner @li`;

export function EmptyState({ message }: { readonly message: string }): JSX.Element {
  return h(
    'div',
    { class: 'empty' },
    h('p', { class: 'empty-message', dir: 'auto' }, message),
    h('p', { class: 'quiet' }, 'An objective says where we want to be; its key results say how we will know:'),
    h('pre', null, h('code', null, EXAMPLE)),
  );
}
