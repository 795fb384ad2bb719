/**
 * What needs attention first, the most urgent on top.
 */
import { h, type JSX } from 'preact';
import { type Attention, needsAttention } from '../reports/needs-attention.ts';
import type { Report } from '../reports/report.ts';
import { healthStanding, type Standing, statusStanding, UNMEASURED } from '../wording/standing.ts';
import type { Scene } from './scene.ts';
import { Strip } from './strip.ts';

const SIGNS: Readonly<Record<Attention['what'], Standing>> = {
  blocked: statusStanding('blocked'),
  'off-track': statusStanding('off-track'),
  critical: healthStanding('critical'),
  silent: { word: 'silent', shape: 'silence', tone: 'warn' },
  unmeasurable: UNMEASURED,
};

export function AttentionStrip({ report, scene }: { readonly report: Report; readonly scene: Scene }): JSX.Element {
  const lines = needsAttention(report).map(({ what, ...line }) => ({ ...line, sign: SIGNS[what] }));
  return h(Strip, { id: 'attention', heading: 'Needs attention', lines, scene });
}
