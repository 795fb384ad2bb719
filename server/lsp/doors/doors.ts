/** All doors of the protocol. */
import { annotating } from './annotating.ts';
import { completing } from './completing.ts';
import type { Door } from './door.ts';
import { formatting } from './formatting.ts';
import { hierarchies } from './hierarchies.ts';
import { inMarkdown } from './in-markdown.ts';
import { mending } from './mending.ts';
import { navigating } from './navigating.ts';
import { outlining } from './outlining.ts';
import { reading } from './reading.ts';
import { renaming } from './renaming.ts';

export const doors: readonly Door[] = [
  reading,
  completing,
  mending,
  navigating,
  renaming,
  formatting,
  outlining,
  hierarchies,
  annotating,
  inMarkdown,
];
