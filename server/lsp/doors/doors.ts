/** All doors of the protocol. */
import { annotating } from './annotating.ts';
import { completing } from './completing.ts';
import type { Door } from './door.ts';
import { formatting } from './formatting.ts';
import { hierarchies } from './hierarchies.ts';
import { inMarkdown } from './in-markdown.ts';
import { mending } from './mending.ts';
import { outlining } from './outlining.ts';
import { reading } from './reading.ts';

export const doors: readonly Door[] = [
  reading,
  completing,
  mending,
  formatting,
  outlining,
  hierarchies,
  annotating,
  inMarkdown,
];
