/** What a version control system remembers of a file, whichever it is and whoever asked it. */
import type { Day } from '../model/elements.ts';

export interface Revision {
  /** In full. */
  readonly id: string;
  /** On which it came to be in force, as its committer's calendar showed it. */
  readonly day: Day;
  readonly author: string;
  /** The first line of its message: anything that somebody wrote. */
  readonly subject: string;
}

/** The text of a file in a revision. */
export interface Version {
  /** undefined: an older one that nobody asked about; the text is what the file said before the first that was. */
  readonly revision: Revision | undefined;
  readonly text: string;
}

/** A file whose versions somebody wants: those that came on a day or later, and the one before them. */
export interface WantedVersions {
  readonly uri: string;
  readonly since: Day;
}

/** A door gives no more than so many versions of a file: the newest. */
export const mostVersions = 200;
/** Nor any that has more bytes. */
export const largestVersion = 1_000_000;

/** As people name it. */
export const shortId = ({ id }: Revision): string => id.slice(0, 8);
