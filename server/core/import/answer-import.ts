/** What an editor has read, with what was asked before: as new files, or with what is still to be asked. */
import { toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import type { ImportAnswer } from '../requests/import.ts';
import { settingsFile } from './files.ts';
import { type ImportInput, importFrom } from './import.ts';
import { readMapping } from './mapping.ts';
import { questionsFor, titleQuestion } from './questions.ts';
import { wholeExport } from './read-export.ts';
import { ImportProblem, type Remark } from './source.ts';
import { importSummary } from './summary.ts';

export interface SourceRead {
  /** Of the file; empty for what was copied. */
  readonly name: string;
  readonly input: ImportInput;
  readonly passedOver: readonly Remark[];
}

/**
 * @param answers by the keys of the questions
 * @param hasSettings whether an okr.json holds where it will be
 * @throws ImportProblem where nothing can be made of it
 */
export function answerImport(
  { name, input, passedOver }: SourceRead,
  answers: Readonly<Record<string, string>>,
  today: Day,
  hasSettings: boolean,
): ImportAnswer {
  const whole = wholeExport(input);
  if (whole !== undefined) return { questions: [], files: whole, summary: '' };
  const { cycle, 'as-of': asOf, ...said } = answers;
  const options = {
    ...readMapping(said),
    cycle: cycle || undefined,
    asOf: asOf === 'today' ? toIso(today) : undefined,
  };
  try {
    const { plan, files } = importFrom(input, options);
    // What people will look at: the goals, not who is who.
    const ordered = [...files].sort((a, b) => Number(isAside(a.path)) - Number(isAside(b.path)));
    const { fiscalYearStart } = plan;
    if (fiscalYearStart !== undefined && !hasSettings) ordered.push(settingsFile(fiscalYearStart));
    const told = { ...plan, leftOut: [...passedOver, ...plan.leftOut] };
    return {
      questions: questionsFor(plan.open, new Set(Object.keys(answers)), today),
      files: ordered,
      summary: importSummary(name === '' ? 'the clipboard' : name, told, ordered),
    };
  } catch (error) {
    if (!(error instanceof ImportProblem) || error.columns === undefined || 'title' in answers) throw error;
    return { questions: [titleQuestion(error.columns)], files: [], summary: '' };
  }
}

function isAside(path: string): boolean {
  return /(?:^|\/)(?:who-is-who|cycles|team)\.okr$/.test(path);
}
