/** What is clicked in the page to be written into a file: a step, what is said of a key result, a check-in. */
import type { SaidStatus } from '../../grammar/tree.ts';
import type { KeyResultReport } from '../../server/core/reports/report.ts';
import type { FromPage, PreviewContent } from '../../server/core/requests/preview.ts';
import { askToSay } from './say-dialog.ts';

/** @returns whether the button is one that writes; the answer to a question may come later, or not at all */
export function act(button: HTMLElement, content: PreviewContent, post: (message: FromPage) => void): boolean {
  const { act: what, step } = button.dataset;
  const { uri, line } = button.closest<HTMLElement>('[data-line]')?.dataset ?? {};
  if (what === undefined || uri === undefined) return false;
  const place = { uri, line: Number(line) };
  if (what === 'check-in' || what === 'reading') {
    post({ type: what, ...place });
    return true;
  }
  if (what === 'objective') {
    const kpi = content.report?.kpis.find(each => each.place.uri === uri && each.place.line === place.line);
    if (kpi !== undefined) post({ type: 'write', params: { what, ...place, title: kpi.title } });
    return true;
  }
  const keyResult = keyResultAt(content, place);
  if (keyResult === undefined) return true;
  if (what === 'tick') {
    const milestone = keyResult.measure?.kind === 'milestones' ? keyResult.measure.steps[Number(step)] : undefined;
    if (milestone === undefined) return true;
    const { text, done } = milestone;
    post({ type: 'write', params: { what, ...place, step: Number(step), text, done: !done } });
  } else if (what === 'status' || what === 'confidence') {
    askToSay(button, { says: what, keyResult }, answer => {
      const said =
        what === 'status' ? { confidence: '', status: answer as SaidStatus } : { confidence: answer, status: null };
      post({ type: 'write', params: { what: 'say', ...place, title: keyResult.title, ...said, by: '' } });
    });
  }
  return true;
}

function keyResultAt({ report }: PreviewContent, { uri, line }: KeyResultReport['place']): KeyResultReport | undefined {
  return report?.objectives
    .flatMap(({ keyResults }) => keyResults)
    .find(({ place }) => place.uri === uri && place.line === line);
}
