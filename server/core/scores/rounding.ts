/** Rounding, which is for showing only. */
import { isUnder, TOLERANCE } from './tolerance.ts';

/** Half up, after adding what binary fractions may have lost: 0.285 is 0.29. */
export function halfUp(number: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor((number + TOLERANCE) * scale + 0.5) / scale;
}

/** A share to show: half up, but never up to 1. */
export function shownShare(share: number, decimals: number): number {
  const rounded = halfUp(share, decimals);
  return rounded >= 1 && isUnder(share, 1) ? halfUp(1 - 10 ** -decimals, decimals) : rounded;
}

/**
 * A number without what binary fractions have left at its end, for who goes on with it in a spreadsheet: 0.6400000000000006
 * is 0.64.
 */
export function withoutNoise(number: number): number {
  return Number(number.toPrecision(14));
}

/** A score, a grade or a confidence with two decimals: `0.35`; `0.99` for 0.996. */
export function showScore(score: number): string {
  return withMinus(shownShare(score, 2).toFixed(2));
}

/** A share as a percentage without decimals: `56%`, `144%`, `−12%`; `99%` for 99.6 %. */
export function showPercent(share: number): string {
  return withMinus(`${Math.round(shownShare(share, 2) * 100)}%`);
}

/** The minus that readers know, for a hyphen in front. */
export function withMinus(number: string): string {
  return number.replace(/^-/, '−');
}
