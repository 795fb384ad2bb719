/**
 * What became of something that was to be written, where it stands now, and how to take it back.
 */
import { h, type JSX } from 'preact';
import type { Place } from '../../reports/report.ts';
import { CloseButton, editorAddress, placeText } from './place-bar.ts';

interface WrittenBarProps {
  /** `Checked in: Raise our Net Promoter Score` */
  readonly told: string;
  readonly place: Place;
  /** The URI of the workspace's folder. */
  readonly folderUri: string;
}

export function WrittenBar({ told, place, folderUri }: WrittenBarProps): JSX.Element {
  return h(
    'p',
    { class: 'place-bar' },
    h('bdi', null, told),
    ' ',
    h(
      'a',
      { href: editorAddress(place), 'data-opens': 'editor' },
      h('code', { dir: 'ltr' }, placeText(place, folderUri)),
    ),
    h('button', { type: 'button', class: 'worded', 'data-undo': '' }, 'Undo'),
    h(CloseButton, {}),
  );
}

/** @param sentence why nothing was written, or what was taken back */
export function SaidBar({ sentence, failed }: { readonly sentence: string; readonly failed: boolean }): JSX.Element {
  return h('p', { class: failed ? 'place-bar failed' : 'place-bar' }, h('bdi', null, sentence), h(CloseButton, {}));
}
