/**
 * Where something is written, for whoever has clicked it: to read, to copy, and to open.
 */
import { h, type JSX } from 'preact';
import type { Place } from '../../reports/report.ts';

interface PlaceBarProps {
  readonly place: Place;
  /** The URI of the workspace's folder. */
  readonly folderUri: string;
}

export function PlaceBar({ place, folderUri }: PlaceBarProps): JSX.Element {
  return h(
    'p',
    { class: 'place-bar' },
    h('code', { dir: 'ltr' }, placeText(place, folderUri)),
    ' ',
    h('a', { href: editorAddress(place), 'data-opens': 'editor' }, 'Open in VS Code'),
    h(CloseButton, {}),
  );
}

export function CloseButton(): JSX.Element {
  return h('button', { type: 'button', 'data-close': 'place', 'aria-label': 'Close', title: 'Close' }, '×');
}

/** `growth/2026-Q4.okr:17`, from the workspace's folder on. */
export function placeText({ uri, line }: Place, folderUri: string): string {
  const path = uri.startsWith(`${folderUri}/`) ? uri.slice(folderUri.length + 1) : uri;
  return `${decoded(path)}:${line + 1}`;
}

/** Where VS Code opens a file of this machine at a line. */
export function editorAddress({ uri, line }: Place): string {
  return `vscode://file${uri.replace(/^file:\/\//, '')}:${line + 1}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
