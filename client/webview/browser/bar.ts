/** The bar at the foot of the page: where something is written, and what became of what was to be written. */
import { h, render } from 'preact';
import type { Place } from '../../../server/core/reports/report.ts';
import { editorAddress, PlaceBar } from '../../../server/core/views/browser/place-bar.ts';
import { placeRootId } from '../../../server/core/views/browser/roots.ts';
import { SaidBar, WrittenBar } from '../../../server/core/views/browser/written-bar.ts';

const folderUri = document.body.dataset['folder'] ?? '';
const root = document.getElementById(placeRootId) ?? document.body;
/** Somebody has opened a place in the editor, so that they have it: the next one opens at once. */
let hasEditor = sessionStorage.getItem('editor') === 'true';
let takeBack: () => void = () => {};

export function showPlace(place: Place): void {
  render(h(PlaceBar, { place, folderUri }), root);
  if (hasEditor) window.location.assign(editorAddress(place));
}

/** @param undo takes it back */
export function showWritten(told: string, place: Place, undo: () => void): void {
  takeBack = undo;
  render(h(WrittenBar, { told, place, folderUri }), root);
}

export function showSaid(sentence: string, failed: boolean): void {
  render(h(SaidBar, { sentence, failed }), root);
}

root.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('[data-close]') !== null) render(null, root);
  if (target.closest('[data-undo]') !== null) takeBack();
  if (target.closest('[data-opens]') === null) return;
  hasEditor = true;
  sessionStorage.setItem('editor', 'true');
});
