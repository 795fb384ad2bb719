/** What somebody answered, on its way to the server. */
import type { CheckInParams, CheckInSubject } from '../../../server/core/requests/check-in.ts';
import { errorText } from '../../error-text.ts';
import type { Host } from '../../feature.ts';
import { okrCheckIn } from '../../protocol.ts';

export type Answers = Pick<CheckInParams, 'value' | 'confidence' | 'status' | 'note'>;

export const nothing: Answers = { value: '', confidence: '', status: null, note: '' };

export function paramsOf({ place, today, me }: CheckInSubject, answers: Answers): CheckInParams {
  return { uri: place.uri, line: place.line, date: today, by: me, ...answers };
}

/** As the server reads it: the editor has no grammar of its own. @returns undefined where nothing is wrong */
export async function whatIsWrong(host: Host, subject: CheckInSubject, answers: Answers): Promise<string | undefined> {
  if (answers.value === '' && subject.kind === 'kpi') return 'A reading needs a value.';
  if (Object.values(answers).every(answer => answer === '' || answer === null)) return undefined;
  try {
    await host.server.request(okrCheckIn, paramsOf(subject, answers));
    return undefined;
  } catch (error) {
    return errorText(error);
  }
}
