/** One preview: a page beside the text that shows how its objectives stand. */
import { commands, type Disposable, Uri, type WebviewPanel, window } from 'vscode';
import type { FromPage, ToPage } from '../../../server/core/requests/preview.ts';
import { previewPage } from '../../../server/core/views/preview-page.ts';
import { okrDocument } from '../../documents.ts';
import { errorText } from '../../error-text.ts';
import type { Host } from '../../feature.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import type { PlaceArgument } from '../../place-argument.ts';
import { okrPreview } from '../../protocol.ts';
import { revealSource } from '../../reveal-source.ts';
import { writeFromPage } from '../check-in/from-page.ts';
import { fromPage } from './from-page.ts';
import { type Shown, titleOf } from './shown.ts';

export class Preview {
  readonly #host: Host;
  readonly #panel: WebviewPanel;
  readonly #subscriptions: Disposable[];
  readonly #refresh = oneAtATime(() => this.#ask());
  #shown: Shown;
  /** Where to look once the page listens, if somebody asked for a place. */
  #pointed: { readonly uri: string; readonly line: number } | undefined;
  /** Somebody looks at who supports whom. */
  #wantsAlignment = false;
  /** The page listens. It is thrown away while it is hidden, and tells when it is back. */
  #listening = false;

  /** @param closed called when its tab is closed */
  constructor(host: Host, panel: WebviewPanel, shown: Shown, closed: () => void) {
    this.#host = host;
    this.#panel = panel;
    this.#shown = shown;
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage(message => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#listening = false;
      }),
      panel.onDidDispose(() => {
        for (const subscription of this.#subscriptions) subscription.dispose();
        this.#listening = false;
        closed();
      }),
    ];
    const { extensionUri } = host.context;
    const dist = Uri.joinPath(extensionUri, 'dist');
    const icon = (theme: string) => Uri.joinPath(extensionUri, 'syntaxes', `file-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const uriOf = (name: string) => panel.webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
    panel.webview.html = previewPage({
      nonce: nonce(),
      scriptUri: uriOf('preview.js'),
      alignmentUri: uriOf('alignment.js'),
      styleUri: uriOf('preview.css'),
    });
    this.#panel.title = titleOf(shown);
  }

  get shown(): Shown {
    return this.#shown;
  }

  get active(): boolean {
    return this.#panel.active;
  }

  /** Shows something else, or the same in another way. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#panel.title = titleOf(shown);
    this.refresh();
  }

  /** Asks the server again, unless nobody sees it. */
  refresh(): void {
    if (this.#listening) this.#refresh();
  }

  /** The editor's cursor is there now. */
  followCursor(uri: string, line: number): void {
    this.#post({ type: 'cursor', uri, line });
  }

  /** Shows a place, now or when the page is there. */
  pointAt(uri: string, line: number): void {
    if (this.#listening) this.followCursor(uri, line);
    else this.#pointed = { uri, line };
  }

  bringUp(column: number | undefined): void {
    this.#panel.reveal(column, true);
  }

  close(): void {
    this.#panel.dispose();
  }

  openSource(): Promise<void> {
    return revealSource(this.#shown.uri, undefined, this.#panel.viewColumn);
  }

  async #ask(): Promise<void> {
    const shown = this.#shown;
    const { uri, scope, cycle, asOf } = shown;
    try {
      const content = await this.#host.server.request(okrPreview, {
        uri,
        scope,
        cycle,
        asOf,
        alignment: this.#wantsAlignment,
      });
      // Meanwhile it may show something else, and then the next answer is under way. Another day of the same is no such
      // thing: while somebody drags the slider, the page follows.
      if (isSame(shown, this.#shown)) this.#post({ type: 'content', content });
    } catch (error) {
      const message = errorText(error);
      if (message === undefined) return;
      this.#host.output.error('The preview has no content', message);
      this.#post({ type: 'error', message });
    }
  }

  async #write(what: 'check-in' | 'reading', place: PlaceArgument): Promise<void> {
    await commands.executeCommand(what === 'reading' ? 'okr.addReading' : 'okr.checkIn', place);
  }

  #post(message: ToPage): void {
    if (this.#listening) void this.#panel.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const known = fromPage(message);
    if (known === undefined) this.#host.output.warn('The preview sent what is not understood', JSON.stringify(message));
    else void this.#host.errors.guard('The preview could not do this', () => this.#do(known));
  }

  #do(message: FromPage): Promise<void> | void {
    switch (message.type) {
      case 'ready': {
        this.#listening = true;
        this.refresh();
        const pointed = this.#pointed;
        this.#pointed = undefined;
        const editor = window.activeTextEditor;
        const document = okrDocument(editor);
        if (pointed !== undefined) this.followCursor(pointed.uri, pointed.line);
        else if (editor && document) this.followCursor(document.uri.toString(), editor.selection.active.line);
        return;
      }
      case 'alignment':
        this.#wantsAlignment = message.wanted;
        return this.refresh();
      case 'reveal':
        return revealSource(message.uri, message.line, this.#panel.viewColumn);
      case 'check-in':
      case 'reading':
        return this.#write(message.type, { uri: message.uri, line: message.line });
      case 'write':
        return writeFromPage(this.#host, message.params);
      case 'scope':
        return this.show({ ...this.#shown, scope: message.scope, asOf: null });
      case 'cycle':
        return this.show({ ...this.#shown, cycle: message.cycle, asOf: null });
      case 'day':
        return this.show({ ...this.#shown, asOf: message.day });
    }
  }
}

function isSame(one: Shown, other: Shown): boolean {
  return one.uri === other.uri && one.scope === other.scope && one.cycle === other.cycle;
}

/** 128 bits that no content can guess: only the page's own script runs. */
function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
