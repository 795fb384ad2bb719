/** What the preview in the browser shows, read from the disk again whenever something changes there. */
import { previewContent } from '../../core/reports/preview-content.ts';
import type { PreviewContent, PreviewParams } from '../../core/requests/preview.ts';
import { withData } from '../../disk/data.ts';
import type { Reading } from './readings.ts';

export type Asked = Omit<PreviewParams, 'uri'>;

/** What one reading of the files says. */
export interface Shown {
  readonly reading: number;
  readonly content: PreviewContent;
}

/** @param uri of the file that was asked for, or of the workspace's folder */
export function shownOf({ number, loaded: { workspace, standings } }: Reading, uri: string, asked: Asked): Shown {
  const content = withData(workspace, () => previewContent(workspace, standings, { ...asked, uri }));
  return { reading: number, content };
}
