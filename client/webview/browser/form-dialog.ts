/** The form of a check-in as a dialog of the page. It stays, with what was typed, until that is written. */
import { h, render } from 'preact';
import type { SaidStatus } from '../../../grammar/tree.ts';
import type { CheckInParams } from '../../../server/core/requests/check-in.ts';
import { CheckInForm, formTitleId } from '../../../server/core/views/browser/check-in-form.ts';
import type { FormSubject } from '../../../server/core/views/browser/form-subject.ts';

/**
 * @param by who said something last
 * @param write a sentence where it could not be written
 */
export function openForm(
  subject: FormSubject,
  by: string,
  write: (params: CheckInParams) => Promise<string | undefined>,
): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'form-dialog';
  dialog.setAttribute('aria-labelledby', formTitleId);
  let tries = 0;
  const draw = (error: string | null) => render(h(CheckInForm, { subject, by, error, tries }), dialog);
  let isWriting = false;
  dialog.addEventListener('submit', async event => {
    event.preventDefault();
    if (isWriting) return;
    isWriting = true;
    tries += 1;
    const error = await write(paramsOf(subject, new FormData(event.target as HTMLFormElement)));
    isWriting = false;
    if (error === undefined) dialog.close();
    else draw(error);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-close]') !== null) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  draw(null);
  document.body.append(dialog);
  dialog.showModal();
}

function paramsOf({ place, title }: FormSubject, data: FormData): CheckInParams {
  const said = (name: string) => String(data.get(name) ?? '');
  return {
    uri: place.uri,
    line: place.line,
    title,
    date: null,
    value: said('value'),
    confidence: said('confidence'),
    status: said('status') === '' ? null : (said('status') as SaidStatus),
    by: said('by'),
    note: said('note'),
  };
}
