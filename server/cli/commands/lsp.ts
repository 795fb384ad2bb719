import type { Command } from 'commander';
import { UsageError } from '../usage.ts';

export function lspCommand(command: Command): Command {
  return command
    .description('Runs the language server, for any editor')
    .option('--stdio', 'speak over standard input and output')
    .action(async ({ stdio }: { readonly stdio?: true }) => {
      if (!stdio)
        throw new UsageError(
          'An editor speaks to the language server over standard input and output: `okr lsp --stdio`',
        );
      // Nothing else needs it, and it takes a while to load.
      const { serve } = await import('../../lsp/node.ts');
      serve();
    });
}
