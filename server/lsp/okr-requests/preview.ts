/** What the preview shows, and which cycles there are to choose from. */
import { cycleChoices } from '../../core/reports/cycles.ts';
import { previewContent } from '../../core/reports/preview-content.ts';
import type { CycleChoice, CyclesParams } from '../../core/requests/cycles.ts';
import type { PreviewContent, PreviewParams } from '../../core/requests/preview.ts';
import type { Session } from '../server.ts';
import { keyOf } from '../workspaces.ts';

export async function cycles({ workspaces, ready }: Session, { uri }: CyclesParams): Promise<CycleChoice[]> {
  await ready;
  return cycleChoices(workspaces.of(uri).workspace);
}

export async function preview({ workspaces, ready }: Session, params: PreviewParams): Promise<PreviewContent> {
  await ready;
  await workspaces.loadData();
  const { workspace, standings } = workspaces.of(params.uri);
  return previewContent(workspace, standings, { ...params, uri: keyOf(params.uri) });
}
