/** One objective: how it stands, with a line for each of its key results. */
import type { ObjectiveReport } from '../../core/reports/report.ts';
import { droppedInWords } from '../../core/views/key-result-words.ts';
import { day, score } from '../../core/wording/words.ts';
import { type Details, description, facts, heading, relations, sentence, wrapped } from './details.ts';
import { goalColumns, keyResultRow, objectiveRow, titleRow } from './goal-rows.ts';
import { gradeInWords } from './key-result.ts';
import { plain } from './looks.ts';
import { tableLines } from './table.ts';

export function objectiveDetails(objective: ObjectiveReport, details: Details): string[] {
  const { report, columns, colours } = details;
  const { dropped, grade, lastNote, supporters } = objective;
  const sentences = [
    dropped && sentence(droppedInWords(dropped, report.today)),
    grade && sentence(gradeInWords(grade)),
    supporters.count === 0 || supporters.score === null
      ? null
      : `Supported by ${supporters.count}, whose mean is ${score(supporters.score)}.`,
    lastNote && `${day(lastNote.date, report.today)}: ${lastNote.note}`,
    ...objective.reflections.map(text => `Learned: ${text}`),
  ];
  const lines = sentences.flatMap(sentence =>
    sentence === null ? [] : wrapped(plain(sentence), Math.min(columns, 100) - 2, '  '),
  );
  const related = relations(objective, details);
  return [
    ...heading(objective.ref, objective.title, details),
    ...facts(
      [
        report.cycle.id,
        objective.teamTitle,
        objective.owner,
        objective.with.length > 0 && `with ${objective.with.join(', ')}`,
        objective.kind,
        objective.due !== null && `due ${day(objective.due, report.today)}`,
      ],
      colours,
    ),
    ...description(objective.description, details),
    '',
    ...tableLines(
      goalColumns,
      [
        titleRow(colours),
        objectiveRow(objective, colours),
        ...objective.keyResults.map(each => keyResultRow(each, colours)),
      ],
      columns,
    ),
    ...(lines.length > 0 ? ['', ...lines] : []),
    ...(related.length > 0 ? ['', ...related] : []),
  ];
}
