/**
 * What a client shows of open documents besides their text. It asks again by itself for the document that is edited; of
 * the others it hears only where what they show has become another.
 */
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

/** While somebody types, nothing is compared. */
const quietMs = 200;

interface Sight {
  answer: unknown;
  readonly again: () => unknown | Promise<unknown>;
}

export class Shown {
  private readonly session: Session;
  private readonly refresh: () => Promise<void>;
  private readonly sights = new Map<string, Sight>();
  private edited = new Set<string>();
  private isWide = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param refresh asks the client to ask again */
  constructor(session: Session, refresh: () => Promise<void>) {
    this.session = session;
    this.refresh = refresh;
    session.onChanged((uris, beyond) => {
      if (this.sights.size === 0) return;
      for (const uri of uris) this.edited.add(keyOf(uri));
      this.isWide ||= beyond;
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        this.compare().catch(error => session.connection.console.error(String(error)));
      }, quietMs);
      (this.waiting as { unref?: () => void }).unref?.();
    });
  }

  /**
   * Remembers what a client was answered, in place of the answer before.
   * @param again what it would be answered now
   */
  saw(uri: string, answer: unknown, again: Sight['again']): void {
    this.sights.set(uri, { answer, again });
  }

  private async compare(): Promise<void> {
    const { edited, isWide, session } = this;
    this.edited = new Set();
    this.isWide = false;
    let isOther = false;
    for (const [uri, sight] of this.sights) {
      if (!session.workspaces.isOpen(uri)) this.sights.delete(uri);
      else if (isWide || !edited.has(uri)) {
        const answer = await sight.again();
        isOther ||= JSON.stringify(answer) !== JSON.stringify(sight.answer);
        sight.answer = answer;
        // Others have their turn between two documents.
        await new Promise(resolve => setTimeout(resolve, 0));
      }
    }
    if (isOther) await this.refresh();
  }
}
