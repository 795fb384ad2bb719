/** Follows an element back through the commits that touched its file, wherever it stood and whatever it was called. */
import { relative, sep } from 'node:path';
import { toIso } from '../../core/calendar/day.ts';
import type { RevisionReport } from '../../core/revisions/difference.ts';
import type { LifeEvent } from '../../core/revisions/life.ts';
import type { Revision } from '../../core/revisions/revision.ts';
import { type Step, saysSomething, type Trail } from '../../core/revisions/trail.ts';
import { type Change, changesOf, noObject } from './log.ts';
import { readObjects } from './objects.ts';
import { gitText } from './run.ts';

/** So many commits are looked at, the newest: enough for a file that changes every hour for years. */
const mostCommits = 50_000;
/** So many commits of a file are read in one go. */
const ahead = 60;

export interface Past {
  /** Oldest first. */
  readonly events: readonly LifeEvent[];
  readonly complete: boolean;
}

/**
 * @param top the folder of the repository
 * @param file in which it is now, or was last
 * @param text of that file now, before anything of it is committed
 * @param takenOutBy the commit that took it out, where one did
 */
export async function pastOf(
  trail: Trail,
  top: string,
  file: string,
  text: string,
  takenOutBy?: string,
): Promise<Past> {
  const log = [...(await changesOf(top, [`--max-count=${mostCommits}`], takenOutBy))];
  const isShallow = (await gitText(top, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const walk = new Walk(trail, top, relative(top, file).split(sep).join('/'), log);
  if (takenOutBy === undefined) await walk.uncommitted(text);
  await walk.commits();
  return { events: walk.events.toReversed(), complete: !isShallow };
}

class Walk {
  /** Newest first. */
  readonly events: LifeEvent[] = [];
  private readonly trail: Trail;
  private readonly top: string;
  private readonly log: readonly Change[];
  /** Where it was in the commit that was looked at last. */
  private path: string;
  private readonly texts = new Map<string, string | undefined>();

  constructor(trail: Trail, top: string, path: string, log: readonly Change[]) {
    this.trail = trail;
    this.top = top;
    this.path = path;
    this.log = log;
  }

  /** What is not committed yet. */
  async uncommitted(text: string): Promise<void> {
    const head = /[\r\n]/.test(this.path) ? undefined : await this.text(`HEAD:${this.path}`);
    const step = this.trail.take(head, text);
    if (typeof step === 'object') this.add(step, working, null);
  }

  async commits(): Promise<void> {
    for (let at = 0; at < this.log.length; at++) {
      const change = this.log[at] as Change;
      if ((change.to ?? change.path) !== this.path) continue;
      await this.readAhead(at);
      await this.commit(change, at);
    }
  }

  private async commit(change: Change, at: number): Promise<void> {
    const { revision, status, path, to } = change;
    const [before, after] = [await this.before(change), await this.text(change.after)];
    // A file that goes takes out what was last in it; nothing of what came into another one.
    if ((status === 'D' || after === undefined) && this.events.length > 0) return;
    const step = this.trail.take(before, after ?? '');
    const isRenamed = status === 'R' && to !== undefined;
    const movedFrom = isRenamed ? path : null;
    if (typeof step === 'string') {
      if (isRenamed && step === 'untouched') this.add(untouched, reportOf(revision), path);
    } else if (step.what !== 'created') this.add(step, reportOf(revision), movedFrom);
    else await this.createdOrMoved(step, revision, at);
    if (isRenamed) this.path = path;
  }

  /** It came into this file: from another one, if the same commit took it out there. */
  private async createdOrMoved(created: Step, revision: Revision, at: number): Promise<void> {
    for (const other of this.sameCommit(at)) {
      if ((other.to ?? other.path) === this.path) continue;
      const before = await this.before(other);
      if (before === undefined) continue;
      const step = this.trail.cameFrom(before, await this.text(other.after));
      if (step === undefined) continue;
      this.add(step, reportOf(revision), other.path);
      this.path = other.path;
      return;
    }
    this.add(created, reportOf(revision), null);
  }

  private sameCommit(at: number): Change[] {
    const { id } = (this.log[at] as Change).revision;
    const isOther = (change: Change | undefined) => change?.revision.id !== id;
    let first = at;
    while (first > 0 && !isOther(this.log[first - 1])) first--;
    const last = this.log.findIndex((change, index) => index > at && isOther(change));
    return this.log.slice(first, last < 0 ? undefined : last);
  }

  private add(step: Step, revision: RevisionReport, movedFrom: string | null): void {
    if (saysSomething(step) || movedFrom !== null) this.events.push({ revision, path: this.path, movedFrom, ...step });
  }

  private async before({ before, status }: Change): Promise<string | undefined> {
    return noObject.test(before) || status === 'C' ? undefined : this.text(before);
  }

  private async text(object: string): Promise<string | undefined> {
    if (noObject.test(object)) return undefined;
    if (!this.texts.has(object)) await this.read([object]);
    return this.texts.get(object);
  }

  /** A process for each commit would take minutes. */
  private async readAhead(from: number): Promise<void> {
    const { before, after } = this.log[from] as Change;
    if ([before, after].every(object => noObject.test(object) || this.texts.has(object))) return;
    // What was read for newer commits is not asked for again.
    this.texts.clear();
    const wanted = new Set<string>();
    let left = ahead;
    for (let at = from; at < this.log.length && left > 0; at++) {
      const change = this.log[at] as Change;
      if ((change.to ?? change.path) !== this.path) continue;
      for (const object of [change.before, change.after]) if (!noObject.test(object)) wanted.add(object);
      left--;
    }
    await this.read([...wanted]);
  }

  private async read(objects: readonly string[]): Promise<void> {
    const texts = readObjects(this.top, objects);
    for (const object of objects) {
      const { value } = await texts.next();
      this.texts.set(object, typeof value === 'string' ? value : undefined);
    }
    await texts.return(undefined);
  }
}

const untouched: Step = {
  what: 'changed',
  measure: null,
  changes: [],
  checkins: { added: [], removed: [], changed: [] },
};
const working: RevisionReport = { name: 'working tree', id: null, date: null, author: null, subject: null };

function reportOf({ id, day, author, subject }: Revision): RevisionReport {
  return { name: id.slice(0, 8), id, date: toIso(day), author, subject };
}
