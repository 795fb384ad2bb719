/** How surely a number is the measure of its title: the highest wins, then the first. From `strong` on it may stand for itself. */
export const weights = {
  /** `with 80k repositories`, `older than 2 years` */
  condition: 1,
  /** `in 3 countries`, `one` */
  attached: 2,
  /** `within 2 days`, `a 30-minute response time` */
  duration: 3,
  /** `12 articles`, `25% more` */
  strong: 4,
  /** `95%`, `at least 12`, `by 25%` */
  said: 5,
  /** `grow … to 12` */
  reached: 6,
  /** `from 25 to 35` */
  fromTo: 7,
} as const;
