/**
 * The entry for older hosts of VS Code for the Web, which append `.js` to the name that package.json gives. It loads the
 * extension as such a host would, so that it is packaged once.
 */
import { type ExtensionContext, Uri } from 'vscode';

interface Extension {
  activate(context: ExtensionContext): unknown;
  deactivate(): unknown;
}
/** The host's own, which knows `vscode` and nothing else. */
declare const require: (module: string) => unknown;

let extension: Extension | undefined;

/** @throws where the extension's own files cannot be had */
export async function activate(context: ExtensionContext): Promise<unknown> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'extension.web.cjs').toString(true);
  const answer = await fetch(script);
  if (!answer.ok) throw new Error(`${script}: ${answer.status} ${answer.statusText}`);
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', `${await answer.text()}\n//# sourceURL=${script}`);
  run(module, module.exports, require);
  extension = module.exports as Extension;
  return extension.activate(context);
}

export function deactivate(): unknown {
  return extension?.deactivate();
}
