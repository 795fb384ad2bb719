/**
 * What somebody wrote at a check-in, with its day and its author.
 */
import { h, type JSX } from 'preact';
import type { CheckInReport } from '../reports/report.ts';
import { day } from '../wording/words.ts';
import { mention } from './person.ts';
import type { Scene } from './scene.ts';

interface NoteProps {
  readonly checkIn: CheckInReport;
  /** Who speaks where the check-in does not say. */
  readonly owner: string | null;
  readonly scene: Scene;
}

/** `16 Oct @sam: the refund bug is back` */
export function Note({ checkIn, owner, scene }: NoteProps): JSX.Element | null {
  if (checkIn.note === '') return null;
  const by = checkIn.by ?? owner;
  return h(
    'p',
    { class: 'note' },
    h(
      'span',
      { class: 'when' },
      h('time', { datetime: checkIn.date }, day(checkIn.date, scene.today)),
      by !== null && [' ', h('bdi', null, mention(by))],
      ':',
    ),
    ' ',
    h('bdi', null, checkIn.note),
  );
}
