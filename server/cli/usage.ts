/** Wrong usage, in words that say what is right. */
import type { Command, CommanderError } from 'commander';
import { nearest } from '../../grammar/spelling.ts';

/** Something that was asked for in a way that cannot be answered: it ends with 2. */
export class UsageError extends Error {}

/** It is right, and what it means is not there. */
export class NothingThere extends UsageError {}

/** `a`, `b` or `c` */
export function oneOf(words: readonly string[]): string {
  const quoted = words.map(word => `\`${word}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** `: did you mean \`check\`?`, or what else to say where nothing is near. */
export function meant(word: string, words: readonly string[], otherwise: string): string {
  const near = nearest(word, words);
  return near === undefined ? otherwise : `: did you mean \`${near}\`?`;
}

/** Reads an option that is one of a few words. */
export function choice<const Word extends string>(option: string, words: readonly Word[]): (text: string) => Word {
  return text => {
    const found = words.find(word => word === text);
    if (found !== undefined) return found;
    throw new UsageError(`\`${option}\` is ${oneOf(words)}, and \`${text}\` is none of them${meant(text, words, '')}`);
  };
}

/** What the parser of the command line complained about, in our words. */
export function inWords(error: CommanderError, program: Command, args: readonly string[]): string {
  const command = program.commands.find(each => each.name() === args[0]);
  const name = command === undefined ? 'okr' : `okr ${command.name()}`;
  const [, word = ''] = /'([^']*)'/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownCommand': {
      const names = program.commands.map(each => each.name());
      return `There is no command \`${word}\`${meant(word, names, `: it is ${oneOf(names)}`)}`;
    }
    case 'commander.unknownOption': {
      if (name === 'okr checkin' && /^-[\p{Sc}\d.]/u.test(word))
        return `A value that begins with \`-\` stands behind \`--\`, after all options: \`okr checkin REF -- ${word}\``;
      const known = (command ?? program).options.flatMap(({ long }) => long ?? []).concat('--help');
      return `\`${name}\` has no option \`${word}\`${meant(word, known, `; \`${name} --help\` lists what it has`)}`;
    }
    case 'commander.optionMissingArgument':
      return `\`${word.replace(/^-\w, /, '')}\` needs its value`;
    case 'commander.missingArgument':
      return `\`${name}\` needs ${word}: \`okr ${command?.name() ?? ''} ${command?.usage() ?? ''}\``;
    case 'commander.excessArguments':
      return `That is more than \`${name}\` can take: \`okr ${command?.name() ?? ''} ${command?.usage() ?? ''}\``;
    default:
      return error.message.replace(/^error: /, '');
  }
}
