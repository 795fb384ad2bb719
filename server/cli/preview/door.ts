/**
 * Who may come in: only who knows the token, under this machine's own name, from the page itself. Another page that the
 * same browser has open can send requests here, but knows no token; one whose name leads here has the wrong `Host`.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Request {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

export type Admission =
  /** `path` is what stands after the token: `page.js`. */
  | { readonly path: string; readonly query: URLSearchParams }
  | { readonly status: 403 | 405 | 415; readonly message: string };

export class Door {
  readonly token = randomBytes(24).toString('base64url');
  readonly #hosts: readonly string[];

  readonly #writes: boolean;

  /** @param writes whether its page may ask to have something written */
  constructor(port: number, writes = false) {
    this.#writes = writes;
    this.#hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  }

  /** What to open. */
  get address(): string {
    return `http://${this.#hosts[0]}/${this.token}/`;
  }

  admit({ method, url, headers }: Request): Admission {
    const { host = '', origin } = headers;
    if (!this.#hosts.includes(host)) return refused(`This is only for ${this.#hosts.join(' and ')}.`);
    if (origin !== undefined && origin !== `http://${host}`) return refused('This is only for its own page.');
    const isAsking = method === 'POST' && this.#writes;
    if (!isAsking && method !== 'GET' && method !== 'HEAD') return { status: 405, message: 'Nothing is written here.' };
    const address = `http://${host}${url ?? '/'}`;
    if (!URL.canParse(address)) return refused('This is no address.');
    const { pathname, searchParams } = new URL(address);
    const [, token = '', ...path] = pathname.split('/');
    if (!this.#knows(token)) return refused('Open the whole address that `okr preview` printed.');
    // A browser says with every POST which page it comes from; and no form of another page can send JSON.
    if (isAsking && origin === undefined) return refused('This is only for its own page.');
    if (isAsking && headers['content-type'] !== 'application/json')
      return { status: 415, message: 'What is to be written comes as `application/json`.' };
    return { path: path.join('/'), query: searchParams };
  }

  #knows(token: string): boolean {
    const [own, given] = [Buffer.from(this.token), Buffer.from(token)];
    return own.length === given.length && timingSafeEqual(own, given);
  }
}

function refused(message: string): Admission {
  return { status: 403, message };
}
