/** Values, units, dates and data: what is written must be something that can be computed with. */
import { unitKey } from '../../../grammar/arguments.ts';
import type { KeyResult as KeyResultNode, Statement, Value } from '../../../grammar/tree.ts';
import type { KeyResult, Kpi } from '../model/elements.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import { equals } from '../scores/tolerance.ts';
import { statementsIn } from './references.ts';
import { keyResultNodes, placeOf, type Remedy, type Rule, statementOf } from './rule.ts';

export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  severity: 'error',
  summary: 'Two units in one measure',
  why: 'A value in another unit than its measure cannot be compared with it, and a score from the two would be nonsense.',
  checkEntry(entry, _ground, say) {
    const root = statementOf(entry);
    const holders = root.kind === 'objective' ? keyResultNodes(root) : root.kind === 'kpi' ? [root] : [];
    for (const holder of holders) {
      const unit = unitOf(holder);
      if (unit === '') continue;
      for (const value of valuesUnder(holder)) {
        if (value.unit === '' || value.number === null || unitKey(value.unit) === unitKey(unit)) continue;
        const instead = `${entry.block.text.slice(value.start, value.end - value.unit.length).trimEnd()}${unit === '%' ? '%' : ` ${unit}`}`;
        const remedies: Remedy[] =
          /^[$€£¥₹]/.test(unit) || /^[$€£¥₹]/.test(value.unit)
            ? []
            : [
                {
                  title: `Write \`${instead}\``,
                  isPreferred: false,
                  edits: [{ place: placeOf(entry, value), text: instead }],
                },
              ];
        say({
          span: value,
          message: `This is in \`${value.unit}\`, and the measure in \`${unit}\`: use one unit, or leave it out here`,
          remedies,
        });
      }
    }
  },
};

/** The unit of the measure, or of a KPI's lines. */
function unitOf(holder: Statement): string {
  for (const node of holder.body) {
    const units =
      node.kind === 'from'
        ? [node.from, node.to, node.by?.unit === '%' ? undefined : node.by]
        : node.kind === 'to'
          ? [node.to]
          : node.kind === 'keep' || node.kind === 'healthy' || node.kind === 'critical'
            ? [node.hold?.value, node.hold?.upper]
            : [];
    const unit = units.find(value => value !== undefined && value.unit !== '')?.unit;
    if (unit !== undefined) return unit;
  }
  return '';
}

function valuesUnder(holder: Statement): Value[] {
  return holder.body.flatMap(node => {
    if (node.kind === 'checkin' || node.kind === 'plan' || node.kind === 'reading') return node.value ?? [];
    if (node.kind === 'target') return node.value ?? node.hold?.value ?? [];
    return [];
  });
}

export const targetEqualsBaseline: Rule = {
  id: 'kr-target-equals-baseline',
  severity: 'error',
  summary: 'A target that is the baseline',
  why: 'Where the target is where we stand already, there is nothing to reach. To stay there, hold a line with `keep`.',
  checkEntry(entry, _ground, say) {
    const root = statementOf(entry);
    if (root.kind !== 'objective') return;
    const facts = (entry as ObjectiveEntry).element.keyResults;
    keyResultNodes(root).forEach((node, index) => {
      const measure = (facts[index] as KeyResult).measure;
      if (
        measure?.kind !== 'from-to' ||
        measure.from === null ||
        measure.to === null ||
        !equals(measure.from, measure.to)
      )
        return;
      const line = node.body.find(each => each.kind === 'from' || each.kind === 'to');
      if (line === undefined) return;
      const unit = measure.unit === '' ? '' : measure.unit === '%' ? '%' : ` ${measure.unit}`;
      const keep = `keep at least ${measure.to}${unit}`;
      const message = measure.fromNothing
        ? '`to 0` starts where it ends: give the baseline with `from 12 to 0`, or hold it with `keep at most 0`'
        : `It starts where it ends: raise the target, or hold the line with \`${keep}\``;
      say({ span: line, message });
    });
  },
};

export const cycleUndefined: Rule = {
  id: 'cycle-undefined',
  severity: 'error',
  summary: 'A cycle that is no calendar and has no dates',
  why: 'Without its first and last day a cycle has no pace, and nobody can say whether a goal is on track.',
  checkEntry(entry, { workspace }, say) {
    for (const node of statementsIn(statementOf(entry))) {
      const written = node.kind === 'cycle' ? node.cycle : undefined;
      if (written === undefined) continue;
      const info = workspace.cycles.of(written.text);
      if (info.isDefined) continue;
      // Said once for each cycle, at the first heading of it.
      if (node.parent === undefined && workspace.cycles.entries(written.text)[0] !== entry) continue;
      const hint = /^[0-9]{4}-?[hq]?[0-9]/i.test(written.text)
        ? 'a year has the quarters Q1 to Q4, the halves H1 and H2, and the months 01 to 12'
        : `give its days under a heading: \`cycle ${written.text}\` and, indented, \`from 2026-06-01 to 2026-08-31\``;
      say({ span: written, message: `\`${written.text}\` is no calendar: ${hint}` });
    }
  },
};

export const cycleDates: Rule = {
  id: 'date-invalid',
  severity: 'error',
  summary: 'A date that cannot be, or that disagrees with another',
  why: 'A cycle has one first and one last day in the whole workspace.',
  checkEntry(entry, { workspace }, say) {
    const element = entry.element;
    if (element.type !== 'cycle' || element.period === undefined) return;
    const node = statementOf(entry).body.find(each => each.kind === 'from');
    if (node === undefined) return;
    const info = cycleOf(workspace, entry);
    if (info === undefined || (info.period.first === element.period.first && info.period.last === element.period.last))
      return;
    const other = workspace.cycles
      .entries(element.id)
      .find(each => each !== entry && each.element.period !== undefined);
    const message =
      info.calendar === undefined
        ? `\`${element.id}\` has other days elsewhere: a cycle has one first and one last day`
        : `\`${element.id}\` is a calendar, and its days are known: give a cycle with days of its own another name`;
    say({
      span: node,
      message,
      related: other === undefined ? [] : [{ place: placeOf(other), message: 'The other days' }],
    });
  },
};

/** `data-unreadable` and `data-outside-workspace`. */
function dataRule(id: 'data-unreadable' | 'data-outside-workspace', summary: string, why: string): Rule {
  return {
    id,
    severity: 'error',
    summary,
    why,
    checkEntry(entry, { workspace }, say) {
      const root = statementOf(entry);
      const element = entry.element;
      const holders: [Statement, Pick<KeyResult | Kpi, 'data'>][] =
        root.kind === 'objective' && element.type === 'objective'
          ? keyResultNodes(root).map((node: KeyResultNode, index) => [node, element.keyResults[index] as KeyResult])
          : root.kind === 'kpi' && element.type === 'kpi'
            ? [[root, element]]
            : [];
      for (const [holder, { data }] of holders) {
        const node = holder.body.find(each => each.kind === 'data');
        if (data === undefined || node?.kind !== 'data' || node.path === undefined) continue;
        const rows = workspace.data.rows(entry.file.uri, data);
        if (typeof rows === 'object' && 'code' in rows && rows.code === id)
          say({ span: node.path, message: rows.message });
      }
    },
  };
}
export const dataUnreadable = dataRule(
  'data-unreadable',
  'A data file that cannot be read',
  'A score from numbers that could not be read would be wrong in silence.',
);
export const dataOutside = dataRule(
  'data-outside-workspace',
  'A data file outside the workspace',
  'Only files of the workspace are read, so that opening a file never reaches further than the folder you opened.',
);
