/** A heading and what stands under it. */

/** Nothing where there is nothing in it. */
export function section(heading: string, blocks: readonly string[]): string[] {
  const filled = blocks.filter(block => block !== '');
  return filled.length === 0 ? [] : [`## ${heading}`, ...filled];
}
