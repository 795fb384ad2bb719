/**
 * What stays the same while somebody types, so that a row keeps its focus and what is folded out.
 */

interface Named {
  readonly ref: string | null;
  readonly title: string;
}

/** A key for each element: its reference, else its title; numbered where two have the same, as while a name is copied. */
export function keysOf(elements: readonly Named[]): Map<Named, string> {
  const seen = new Map<string, number>();
  return new Map(
    elements.map(element => {
      const name = element.ref ?? ` ${element.title}`;
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return [element, times === 0 ? name : `${name} ${times}`];
    }),
  );
}
