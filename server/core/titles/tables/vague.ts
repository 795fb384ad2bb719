/** Words that promise and do not say what: fine beside a number, too little alone. */
import { wordSet } from '../phrases.ts';

export const vagueWords = wordSet(`
  improve improves improved improving improvement improvements enhance enhances enhanced enhancing better best great greater
  good optimise optimises optimised optimising optimize optimizes optimized optimizing optimisation optimization strengthen
  strengthens strengthening boost boosts boosting increase increases increasing decrease decreases decreasing reduce reduces
  reducing grow grows growing maximise maximize maximising maximizing minimise minimize minimising minimizing streamline
  streamlines streamlining modernise modernize leverage leverages leveraging support supports supporting explore exploring
  facilitate facilitates drive drives driving foster fosters fostering accelerate accelerating empower empowering mature
  maturing raise raising more less effective effectively efficient efficiently efficiency robust seamless seamlessly excellent
  excellence appropriate adequate sufficient significantly substantially quality world-class various several many some
  proactively continue continued continuing consider evolve evolving
`);

/** Of these words, the ones that say which way a number goes: enough in front of what is counted. */
export const directionVerbs = wordSet(`
  increase increases increasing decrease decreases decreasing reduce reduces reducing grow grows growing raise raising
`);
