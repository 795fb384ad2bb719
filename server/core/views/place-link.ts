/**
 * A title that leads to the line it was written on, where somebody can follow it.
 */
import { h, type JSX } from 'preact';
import type { Place } from '../reports/report.ts';
import type { Scene } from './scene.ts';

interface PlaceLinkProps {
  readonly place: Place;
  readonly scene: Scene;
  readonly children: string;
}

/** A button in the preview, plain text in a document. */
export function PlaceLink({ place, scene, children }: PlaceLinkProps): JSX.Element {
  if (!scene.live) return h('span', { dir: 'auto' }, children);
  return h(
    'button',
    { class: 'go', type: 'button', dir: 'auto', title: whereTo(place), ...placeData(place) },
    children,
  );
}

/** What a click reads to know where to go; nothing in a document on paper. */
export function placeProps(place: Place, scene: Scene): Record<string, string | number | undefined> {
  if (!scene.live) return {};
  const marked = scene.mark !== null && scene.mark.uri === place.uri && scene.mark.line === place.line;
  return { ...placeData(place), 'aria-current': marked ? 'location' : undefined };
}

/** `Open growth.okr, line 14` */
function whereTo(place: Place): string {
  const name = place.uri.slice(place.uri.lastIndexOf('/') + 1);
  return `Open ${decoded(name)}, line ${place.line + 1}`;
}

function placeData(place: Place): { 'data-uri': string; 'data-line': number } {
  return { 'data-uri': place.uri, 'data-line': place.line };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
