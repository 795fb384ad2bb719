/** A text as an editor has it, read with what was asked before: as new files, or with what is still to be asked. */
import { toIso } from '../calendar/day.ts';
import { readExport } from '../export/read-export.ts';
import type { Day } from '../model/elements.ts';
import type { ImportAnswer, ImportParams } from '../requests.ts';
import { type ImportInput, importFrom } from './import.ts';
import { readMapping } from './mapping.ts';
import { questionsFor, titleQuestion } from './questions.ts';
import { formatOfText } from './sniff.ts';
import { ImportProblem } from './source.ts';
import { importSummary } from './summary.ts';

/** @throws ImportProblem where it cannot be read */
export function importText({ name, text, answers }: ImportParams, today: Day): ImportAnswer {
  const input = inputOf(name, text);
  const [only] = input.format === 'objects' ? input.files : [];
  const whole = only === undefined ? undefined : readExport(only.content);
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
    return {
      questions: questionsFor(plan.open, new Set(Object.keys(answers)), today),
      files: ordered,
      summary: importSummary(name === '' ? 'the clipboard' : name, plan, files.length),
    };
  } catch (error) {
    if (!(error instanceof ImportProblem) || error.columns === undefined || 'title' in answers) throw error;
    return { questions: [titleQuestion(error.columns)], files: [], summary: '' };
  }
}

function isAside(path: string): boolean {
  return /(?:^|\/)(?:who-is-who|cycles|team)\.okr$/.test(path);
}

function inputOf(name: string, text: string): ImportInput {
  if (text.trim() === '') throw new ImportProblem(name === '' ? 'The clipboard holds no text' : 'It is empty');
  switch (formatOfText(name, text)) {
    case 'csv':
      return { format: 'csv', name, text };
    case 'json':
      return { format: 'objects', files: [{ name, content: parsed(text) }], isViva: false };
    case 'yaml':
      throw new ImportProblem('YAML is read on the command line: `okr import FILE`');
    case 'markdown':
    case 'text':
      return { format: 'text', text };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportProblem(`It is no JSON: ${(error as Error).message}`);
  }
}
