/** A connection with something on the way to it: what is registered with it and sent over it passes there. */

/** What is registered: a request's or a notification's. */
export type Handler = (params: unknown, ...rest: unknown[]) => unknown;

/**
 * The same object, and what is in it, for who calls its functions.
 * @param each what a function gets for an argument
 */
export function through<T extends object>(target: T, each: (argument: unknown) => unknown): T {
  return new Proxy(target, {
    get(_, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member === 'object' && member !== null) return through(member, each);
      if (typeof member !== 'function') return member;
      return (...all: unknown[]) => Reflect.apply(member, target, all.map(each));
    },
  });
}
