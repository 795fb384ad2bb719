/** The language status item (the `{}` in the status bar): how the server is, and a way out where it is not well. */
import { LanguageStatusSeverity, languages } from 'vscode';
import { languageId } from '../../documents.ts';
import type { Feature } from '../../feature.ts';
import type { ServerState } from '../../supervisor.ts';
import { statusTexts } from './status-texts.ts';

const severities = { information: LanguageStatusSeverity.Information, error: LanguageStatusSeverity.Error };

export const status: Feature = ({ server }) => {
  const item = languages.createLanguageStatusItem('okr.server', { language: languageId });
  item.name = 'OKR Language Server';
  const show = (state: ServerState) => {
    const { severity, ...texts } = statusTexts(state);
    Object.assign(item, texts, { severity: severities[severity] });
  };
  show(server.state);
  return [item, server.onDidChangeState(show)];
};
