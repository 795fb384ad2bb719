import type { Command } from 'commander';
import { comparisonMarkdown } from '../../core/revisions/markdown.ts';
import { comparisonOf } from '../diff/compare.ts';
import { comparisonText } from '../diff/text.ts';
import { todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { printableJson, printableLines } from '../terminal/printable.ts';
import { choice } from '../usage.ts';

const formats = ['text', 'json', 'markdown'] as const;

interface DiffOptions {
  readonly in?: string;
  readonly format: (typeof formats)[number];
  readonly today?: number;
}

export function diffCommand(command: Command, session: Session): Command {
  return command
    .description('Says what changed in terms of OKRs between two revisions in git')
    .argument('[REV]', 'a branch, a tag or a commit; else HEAD. `A..B` and `A...B` are as in git')
    .argument('[REV]', 'what it is compared with; else the files as they are now')
    .option('--in <PATH>', 'only what is in this file or folder, or its workspace')
    .option('--format <FORMAT>', formats.join(', '), choice('--format', formats), 'text')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
The scores of both revisions are computed as of the same day, so that what differs comes from the change alone.

Examples:
  okr diff                                    what is not committed yet
  okr diff main                               what this branch, and what is not committed, changes
  okr diff HEAD~5 HEAD                        what five commits changed
  okr diff main...HEAD --format markdown      for the comment of a pull request
`,
    )
    .action((from: string | undefined, to: string | undefined, options: DiffOptions) =>
      diff(session, from, to, options),
    );
}

async function diff(
  session: Session,
  from: string | undefined,
  to: string | undefined,
  options: DiffOptions,
): Promise<void> {
  const comparison = await comparisonOf(session, {
    from,
    to,
    path: options.in,
    today: options.today ?? session.io.today,
  });
  const { isTerminal } = session.io.stdout;
  switch (options.format) {
    case 'text':
      return session.print(comparisonText(comparison, session));
    case 'json': {
      const text = `${JSON.stringify(comparison, null, 2)}\n`;
      return session.print(isTerminal ? printableJson(text) : text);
    }
    case 'markdown': {
      const text = comparisonMarkdown(comparison);
      return session.print(isTerminal ? printableLines(text) : text);
    }
  }
}
