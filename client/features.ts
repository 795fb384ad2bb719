/** Everything the extension does beyond what the language server says by the protocol: one folder each. */
import type { Feature } from './feature.ts';
import { alignment } from './features/alignment/index.ts';
import { attention } from './features/attention/index.ts';
import { checkIn } from './features/check-in/index.ts';
import { closeCycle } from './features/close-cycle/index.ts';
import { compare } from './features/compare/index.ts';
import { completion } from './features/completion/index.ts';
import { cycle } from './features/cycle/index.ts';
import { files } from './features/files/index.ts';
import { firstWorkspace } from './features/first-workspace/index.ts';
import { goTo } from './features/go-to/index.ts';
import { whatHappens } from './features/happenings/index.ts';
import { importing } from './features/import/index.ts';
import { link } from './features/link/index.ts';
import { myCheckIns } from './features/my-check-ins/index.ts';
import { newElement } from './features/new-element/index.ts';
import { outline } from './features/outline/index.ts';
import { output } from './features/output/index.ts';
import { preview } from './features/preview/index.ts';
import { reminder } from './features/reminder/index.ts';
import { report } from './features/report/index.ts';
import { restart } from './features/restart/index.ts';
import { revisions } from './features/revisions/index.ts';
import { settings } from './features/settings/index.ts';
import { status } from './features/status/index.ts';

export const features = {
  output,
  status,
  restart,
  settings,
  completion,
  files,
  revisions,
  preview,
  'quarterly report': report,
  compare,
  'check-in': checkIn,
  'my check-ins': myCheckIns,
  reminder,
  'what happens': whatHappens,
  'close cycle': closeCycle,
  'first workspace': firstWorkspace,
  'new element': newElement,
  'go to objective': goTo,
  import: importing,
  link,
  alignment,
  outline,
  cycle,
  attention,
} satisfies Record<string, Feature>;
