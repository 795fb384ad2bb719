/** What the preview in the browser shows, read from the disk again whenever something changes there. */
import { previewContent } from '../../core/reports/preview-content.ts';
import type { PreviewContent, PreviewParams } from '../../core/requests.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';

export type Asked = Omit<PreviewParams, 'uri'>;

/** @param uri of the file that was asked for, or of the workspace's folder */
export function shownOf({ workspace, standings }: LoadedWorkspace, uri: string, asked: Asked): PreviewContent {
  return withData(workspace, () => previewContent(workspace, standings, { ...asked, uri }));
}
