/**
 * What the preview shows: this file or its whole workspace, which cycle, and what of it.
 */
import { h, type JSX } from 'preact';
import type { Report } from '../reports/report.ts';
import type { PreviewContent } from '../requests/preview.ts';
import type { Choice } from './choice.ts';
import { CycleSelect } from './cycle-select.ts';
import { Filters } from './filters.ts';

interface ToolbarProps {
  readonly content: PreviewContent;
  /** What the filters have left of its report. */
  readonly shown: Report | null;
  readonly choice: Choice;
}

export function Toolbar({ content, shown, choice }: ToolbarProps): JSX.Element {
  return h(
    'nav',
    { class: 'toolbar', 'aria-label': 'What to show' },
    h(
      'div',
      { class: 'switch', role: 'group', 'aria-label': 'Scope' },
      h(ScopeButton, { scope: 'file', chosen: content.scope, children: 'This file' }),
      h(ScopeButton, { scope: 'workspace', chosen: content.scope, children: 'Workspace' }),
    ),
    h(CycleSelect, { cycles: content.cycles, cycle: content.cycle }),
    content.report !== null &&
      shown !== null &&
      h(Filters, { report: content.report, shown, cycles: content.served.length > 0, choice }),
  );
}

interface ScopeButtonProps {
  readonly scope: PreviewContent['scope'];
  readonly chosen: PreviewContent['scope'];
  readonly children: string;
}

function ScopeButton({ scope, chosen, children }: ScopeButtonProps): JSX.Element {
  return h(
    'button',
    { type: 'button', 'data-scope': scope, 'aria-pressed': scope === chosen ? 'true' : 'false' },
    children,
  );
}
