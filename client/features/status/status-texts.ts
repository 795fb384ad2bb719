/** What the status item shows in each of the server's states. */
import type { ServerState } from '../../supervisor.ts';

export interface StatusTexts {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'error';
  readonly busy: boolean;
  readonly command: { readonly title: string; readonly command: `okr.${string}` };
}

const restart = { title: 'Restart', command: 'okr.restartServer' } as const;
const showOutput = { title: 'Show Output', command: 'okr.showOutput' } as const;

export function statusTexts(state: ServerState): StatusTexts {
  switch (state.kind) {
    case 'starting':
      return {
        text: 'OKR',
        detail: state.again ? 'Starting again after a crash' : 'Starting',
        severity: 'information',
        busy: true,
        command: showOutput,
      };
    case 'ready':
      return { text: 'OKR', detail: 'Ready', severity: 'information', busy: false, command: showOutput };
    case 'error':
      return { text: 'OKR: failed', detail: state.message, severity: 'error', busy: false, command: restart };
    case 'stopped':
      return { text: 'OKR: stopped', detail: 'Stopped', severity: 'information', busy: false, command: restart };
  }
}
