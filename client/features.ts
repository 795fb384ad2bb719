/** Everything the extension does beyond what the language server says by the protocol: one folder each. */
import type { Feature } from './feature.ts';
import { files } from './features/files/index.ts';
import { output } from './features/output/index.ts';
import { preview } from './features/preview/index.ts';
import { report } from './features/report/index.ts';
import { restart } from './features/restart/index.ts';
import { settings } from './features/settings/index.ts';
import { status } from './features/status/index.ts';

export const features = {
  output,
  status,
  restart,
  settings,
  files,
  preview,
  'quarterly report': report,
} satisfies Record<string, Feature>;
