/** What each thing that can happen on the way is called, and what is asked for it. */
import type { HappeningSubject, What } from '../../../server/core/requests/happening.ts';
import type { OutlineItem } from '../../../server/core/requests/outline.ts';

export interface Words {
  readonly what: What;
  /** The title of its questions. */
  readonly title: string;
  readonly whose: string;
  /** What is asked beside the reason. */
  readonly asks?: 'target' | 'person' | 'objective';
  readonly why: string;
  readonly told: string;
  /** To which elements it can happen, as far as a list knows. */
  readonly fits: (item: OutlineItem) => boolean;
}

const isKeyResult = ({ kind }: OutlineItem) => kind === 'key result';
const isGoal = ({ kind }: OutlineItem) => kind !== 'kpi';
const runs = ({ status }: OutlineItem) => !['dropped', 'ended', 'achieved', 'missed'].includes(status);

export const happenings: Readonly<Record<What, Words>> = {
  drop: {
    what: 'drop',
    title: 'Drop or Pause',
    whose: 'What is let go, or paused for a while?',
    why: 'Why is it let go, or till when does it wait?',
    told: 'Dropped',
    fits: item => isGoal(item) && runs(item),
  },
  resume: {
    what: 'resume',
    title: 'Resume',
    whose: 'What is taken up again?',
    why: 'Why is it taken up again?',
    told: 'Taken up again',
    fits: item => isGoal(item) && item.status === 'dropped',
  },
  target: {
    what: 'target',
    title: 'Move Target',
    whose: 'Whose target moves?',
    asks: 'target',
    why: 'Why does the target move, and with whom is that agreed?',
    told: 'Target moved',
    fits: item => isKeyResult(item) && runs(item),
  },
  'hand-over': {
    what: 'hand-over',
    title: 'Hand Over',
    whose: 'What is handed over?',
    asks: 'person',
    why: 'Why is it handed over?',
    told: 'Handed over',
    fits: runs,
  },
  share: {
    what: 'share',
    title: 'Share Key Result',
    whose: 'Which key result is shared?',
    asks: 'objective',
    why: 'Why do both count it from now on?',
    told: 'Shared',
    fits: item => isKeyResult(item) && runs(item),
  },
  block: {
    what: 'block',
    title: 'Block',
    whose: 'What is blocked?',
    why: 'What does it wait for, and who has to move first?',
    told: 'Blocked',
    fits: item => isGoal(item) && runs(item) && item.status !== 'blocked',
  },
  unblock: {
    what: 'unblock',
    title: 'Unblock',
    whose: 'What goes on?',
    why: 'What has changed, so that it goes on?',
    told: 'Blocked no longer',
    fits: item => isGoal(item) && item.status === 'blocked',
  },
};

/** What the target is asked with: `It is 48 points now.` */
export function targetPrompt({ target }: HappeningSubject): string {
  return `Where is the target to be from today on?${target === null ? '' : ` It is ${target} now.`} What it was stays written.`;
}

/** What stands in for an answer that is still to come, so that the server says what is wrong with the others. */
export const pending = 'still to be asked';
