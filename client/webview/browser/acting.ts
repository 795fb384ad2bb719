/** What somebody does on the page of `okr preview --write`, until it stands in the file, and back. */
import type { Place } from '../../../server/core/reports/report.ts';
import type { WriteParams } from '../../../server/core/requests/check-in.ts';
import type { PreviewContent } from '../../../server/core/requests/preview.ts';
import { formSubject } from '../../../server/core/views/browser/form-subject.ts';
import { writtenInWords } from '../../../server/core/wording/check-in.ts';
import { showSaid, showWritten } from './bar.ts';
import { openForm } from './form-dialog.ts';
import { askToUndo, askToWrite } from './writing.ts';

/** The reading of the files that the page shows. */
let reading = 0;
/** Who said something last, else whom the server takes them for: most pages have one person before them. */
let by = sessionStorage.getItem('by') ?? document.body.dataset['writes'] ?? '';

export function shows(number: number): void {
  reading = number;
}

/** Writes what was said in one click, in the name of who said something last. */
export async function writeAtOnce(params: WriteParams): Promise<void> {
  const failed = await write('by' in params ? { ...params, by } : params, reading);
  if (failed !== undefined) showSaid(failed, true);
}

/** Asks for a check-in on what is written there, or for a reading. */
export function openFormOf(content: PreviewContent, place: Place): void {
  const subject = formSubject(content, place);
  if (subject === undefined) return;
  let seen = reading;
  openForm(subject, by, async params => {
    const failed = await write(params, seen, subject.kind);
    if (failed === undefined) {
      by = params.by.trim();
      sessionStorage.setItem('by', by);
    }
    // Who reads that something has changed, and goes on, means what they see then.
    seen = reading;
    return failed;
  });
}

/** @returns why it was not written */
async function write(params: WriteParams, seen: number, kind?: 'key result' | 'kpi'): Promise<string | undefined> {
  const answer = await askToWrite({ reading: seen, params });
  if (typeof answer === 'string') return answer;
  showWritten(writtenInWords(params, kind), answer.place, async () => {
    const failed = await askToUndo({ undo: answer.undo });
    showSaid(failed ?? 'Undone: the file is as it was before.', failed !== undefined);
  });
  return undefined;
}
