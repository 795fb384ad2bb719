/** How much a week has to bring. */

/** `hours a week`, `orders per day`, `MB/s`: another `a week` behind it would read as a slip. */
const saysHowOften = /(?:\b(?:an?|per|each|every) \p{L}+|\/ ?\p{L}+)$/u;

/** `+1.06 worms a week`; `+1.91 boxes a week every week` where the unit is a rate itself. @param amount with its unit */
export function weekly(amount: string, unit: string): string {
  return `${amount} ${saysHowOften.test(unit) ? 'every week' : 'a week'}`;
}
