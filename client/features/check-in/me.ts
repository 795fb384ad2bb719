import { workspace } from 'vscode';

/** Who asks: whom the setting names, `@ana`; where it names nobody, git may be asked, if it may run here at all. */
export function whoAsks(): { readonly me: string; readonly askGit: boolean } {
  const handle = workspace.getConfiguration().get('okr.me');
  const me = typeof handle === 'string' && handle.trim() !== '' ? `@${handle.trim().replace(/^@/, '')}` : '';
  return { me, askGit: workspace.isTrusted };
}
