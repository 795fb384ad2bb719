/** The edit that somebody asks for who is not in the text: from a page, from a list, from a command. */
import { fromIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import { isKeyResult, type KeyResultEntry, type KpiEntry } from '../model/entry.ts';
import type { WriteParams } from '../requests/check-in.ts';
import { checkInOrReading } from './check-in.ts';
import { type LineEdit, Refusal } from './insertion.ts';
import { objectiveForKpi } from './objective-for-kpi.ts';
import { say } from './say.ts';
import { type Subject, subjectAt } from './subject.ts';
import { tick } from './tick.ts';

/**
 * @param params its `uri` as the workspace spells it
 * @throws Refusal where it cannot be written, or what it was asked for is no longer there
 */
export function askedEdit(context: FeatureContext, params: WriteParams): LineEdit {
  const { workspace } = context;
  const today = workspace.today.get();
  const subject = subjectAt(workspace, params.uri, params.line);
  if (subject === undefined) throw new Refusal('There is no objective, key result or KPI at this place.');
  if (!('what' in params)) {
    refuseAnother(subject, params.title);
    const day = params.date === null ? today : fromIso(params.date);
    if (day === undefined) throw new Refusal(`There is no day ${params.date}.`);
    const said = { ...params, day, status: params.status ?? undefined };
    return checkInOrReading(context, subject, said);
  }
  if (params.what === 'tick') return tick(keyResultOf(subject), params, today);
  refuseAnother(subject, params.title);
  if (params.what === 'objective') return objectiveForKpi(context, kpiOf(subject));
  return say(keyResultOf(subject), { ...params, day: today, status: params.status ?? undefined });
}

function keyResultOf(subject: Subject): KeyResultEntry {
  if (subject.kind === 'goal' && isKeyResult(subject.goal)) return subject.goal;
  throw new Refusal('There is no key result at this place any more: look at the page again.');
}

function kpiOf(subject: Subject): KpiEntry {
  if (subject.kind === 'kpi') return subject.kpi;
  throw new Refusal('There is no KPI at this place any more: look at the page again.');
}

/** Lines may have moved since somebody looked. */
function refuseAnother(subject: Subject, title: string | undefined): void {
  if (title === undefined) return;
  const element =
    subject.kind === 'kpi'
      ? subject.kpi.element
      : isKeyResult(subject.goal)
        ? subject.goal.keyResult
        : subject.goal.element;
  if (element.title !== title)
    throw new Refusal('Something else stands at this place by now: look at the page again, and say it there.');
}
