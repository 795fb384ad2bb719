/** What the preview in the browser shows, read from the disk again whenever something changes there. */
import { fromIso } from '../../core/calendar/day.ts';
import { alignmentOf } from '../../core/reports/alignment.ts';
import { onDay } from '../../core/reports/other-day.ts';
import { previewContent } from '../../core/reports/preview-content.ts';
import type { PreviewContent } from '../../core/requests.ts';
import { layoutAlignment } from '../../core/views/alignment/layout.ts';
import type { ShownAlignment } from '../../core/views/browser/messages.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';

export interface Asked {
  readonly scope: PreviewContent['scope'];
  readonly cycle: string | null;
  /** ISO 8601; null: today. */
  readonly day: string | null;
}

/** Both views of one reading of the files. */
export interface Shown {
  readonly content: PreviewContent;
  readonly alignment: ShownAlignment;
}

/** @param uri of the file that was asked for, or of the workspace's folder */
export function shownOf({ workspace, standings }: LoadedWorkspace, uri: string, { scope, cycle, day }: Asked): Shown {
  const content = withData(workspace, () => previewContent(workspace, standings, { uri, scope, cycle, asOf: day }));
  const only = scope === 'file' ? (each: string) => each === uri : undefined;
  const then = content.asOf === null ? undefined : fromIso(content.asOf);
  const at = then === undefined ? { workspace, standings } : onDay(workspace, then);
  const alignment = withData(workspace, () => alignmentOf(at.workspace, at.standings, { cycle: content.cycle, only }));
  const keys = alignment.objectives.map(({ key }) => key);
  return { content, alignment: { alignment, layout: layoutAlignment(keys, alignment.ties) } };
}
