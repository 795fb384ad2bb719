/** The command line as a function: arguments in, an exit code out. */
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { agendaCommand } from './commands/agenda.ts';
import { checkCommand } from './commands/check.ts';
import { checkinCommand } from './commands/checkin.ts';
import { closeCommand } from './commands/close.ts';
import { diffCommand } from './commands/diff.ts';
import { digestCommand } from './commands/digest.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { formatCommand } from './commands/format.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { logCommand } from './commands/log.ts';
import { lspCommand } from './commands/lsp.ts';
import { previewCommand } from './commands/preview.ts';
import { reportCommand } from './commands/report.ts';
import { rulesCommand } from './commands/rules.ts';
import { showCommand } from './commands/show.ts';
import { siteCommand } from './commands/site.ts';
import type { Io } from './io.ts';
import { type ExitCode, Session } from './session.ts';
import { coloursFor } from './terminal/colours.ts';
import { printableLines } from './terminal/printable.ts';
import { inWords, UsageError } from './usage.ts';

const commands = {
  init: initCommand,
  check: checkCommand,
  show: showCommand,
  checkin: checkinCommand,
  close: closeCommand,
  agenda: agendaCommand,
  digest: digestCommand,
  report: reportCommand,
  diff: diffCommand,
  log: logCommand,
  preview: previewCommand,
  site: siteCommand,
  format: formatCommand,
  import: importCommand,
  export: exportCommand,
  rules: rulesCommand,
  explain: explainCommand,
  lsp: lspCommand,
};

/** @param args what stands after the program's name */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const session = new Session(io);
  const program = programFor(session);
  const { red, bold } = coloursFor(io.stderr, io.env);
  const fail = (message: string): ExitCode => {
    session.note(`${bold(red('error:'))} ${printableLines(message)}`);
    return 2;
  };
  try {
    if (args.length === 0) {
      io.stderr.write(program.helpInformation({ error: true }));
      return 2;
    }
    await program.parseAsync(args, { from: 'user' });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : fail(inWords(error, program, args));
    if (error instanceof UsageError) return fail(error.message);
    const { message, stack } = error as Error;
    return fail(io.env['OKR_DEBUG'] ? (stack ?? message) : message);
  }
}

function programFor(session: Session): Command {
  const { io, colours } = session;
  const program = new Command('okr')
    .description('Objectives and key results as plain text: checked, shown and reported.')
    .usage('COMMAND [options]')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'say how it is used')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      // What it says is said in our words.
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(session.columns, 100),
      getErrHelpWidth: () => Math.min(session.columns, 100),
      getOutHasColors: () => colours.isColorSupported,
      getErrHasColors: () => coloursFor(io.stderr, io.env).isColorSupported,
    })
    .configureHelp({
      styleTitle: title => colours.bold(title),
      styleCommandText: text => colours.cyan(text),
      styleSubcommandText: text => colours.cyan(text),
      styleOptionText: text => colours.cyan(text),
      styleArgumentText: text => colours.cyan(text),
      subcommandTerm: command => command.name(),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing wrong, 1 findings, 2 wrong usage or a failure.\n`okr COMMAND --help` says more about one.\n',
    );
  for (const [name, define] of Object.entries(commands)) define(program.command(name), session);
  return program;
}
