/** Comparisons that forgive what binary fractions lose: three times 0.7, divided by three, is 0.7. */
export const TOLERANCE = 1e-9;

/** a ≥ b */
export const reaches = (a: number, b: number): boolean => a >= b - TOLERANCE;
/** a > b */
export const exceeds = (a: number, b: number): boolean => a > b + TOLERANCE;
/** a < b */
export const isUnder = (a: number, b: number): boolean => a < b - TOLERANCE;
/** a = b */
export const equals = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE;

/** Cut to 0…1; a share that is 1 but for the tolerance is 1. */
export function cut(share: number): number {
  if (reaches(share, 1)) return 1;
  return Math.max(share, 0);
}
