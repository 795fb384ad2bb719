/** Whether a text could be meant by what is written of it: editors match like this, so nothing that they would show is left out. */

/** Takes texts that have all characters of `word` in its order, whatever their case. */
export function matcher(word: string): (...texts: readonly string[]) => boolean {
  if (word === '') return () => true;
  const characters = [...word.slice(0, 100)].map(character => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'));
  const pattern = new RegExp(characters.join('[\\s\\S]*?'), 'iu');
  return (...texts) => texts.some(text => pattern.test(text));
}
