/** Check-ins and readings. What answers is loaded with the first of them. */
import { checkInRequest, checkInSubjectRequest, checkInSubjectsRequest } from '../../core/requests.ts';
import type { Session } from '../server.ts';

export function answerCheckIns(session: Session): void {
  const { connection } = session;
  const load = () => import('./check-in-answers.ts');
  connection.onRequest(checkInSubjectsRequest, async (params, token) =>
    (await load()).subjects(session, params, token),
  );
  connection.onRequest(checkInSubjectRequest, async params => (await load()).subject(session, params));
  connection.onRequest(checkInRequest, async params => (await load()).edit(session, params));
}
