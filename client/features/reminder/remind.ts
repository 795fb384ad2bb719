/** Reminds at most once a day, of what has been silent for too long. */
import type { CheckInSubject } from '../../../server/core/requests/check-in.ts';
import { reminderText } from './reminder-text.ts';

export const checkIn = 'Check In';
export const later = 'Later';
export const never = 'Don’t Remind Me';

export interface Doors {
  /** Whether they want to be reminded, where they are trusted to run something. */
  readonly isWanted: () => boolean;
  /** Any text, another one each day. */
  readonly day: () => string;
  /** The day that was kept. */
  readonly kept: () => string | undefined;
  readonly keep: (day: string) => PromiseLike<void>;
  readonly due: () => Promise<readonly CheckInSubject[]>;
  readonly show: (message: string, ...buttons: string[]) => PromiseLike<string | undefined>;
  readonly checkIn: () => PromiseLike<unknown>;
  readonly stop: () => PromiseLike<void>;
}

export async function remind(doors: Doors): Promise<void> {
  const today = doors.day();
  if (!doors.isWanted() || doors.kept() === today) return;
  const text = reminderText(await doors.due());
  // Another window may have said it meanwhile.
  if (text === undefined || doors.kept() === today) return;
  await doors.keep(today);
  const pressed = await doors.show(text, checkIn, later, never);
  if (pressed === checkIn) await doors.checkIn();
  else if (pressed === never) await doors.stop();
}
