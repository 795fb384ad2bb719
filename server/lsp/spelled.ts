/** Answers with the URIs of documents as the client spells them. Loaded for clients that spell them in another way. */

/**
 * The same answer with other URIs.
 * @param names how the client spells what we spell so
 */
export function spelledAs(answer: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof answer === 'string') return uriIn(answer, names);
  if (Array.isArray(answer)) return answer.map(each => spelledAs(each, names));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, field]) => [
      // Changes stand under the URI of their document.
      uriIn(name, names),
      // Ours alone: the client gives it back untouched.
      name === 'data' ? field : spelledAs(field, names),
    ]),
  );
}

/** With what may follow a URI: the place in the document. */
function uriIn(text: string, names: ReadonlyMap<string, string>): string {
  const end = text.indexOf('#');
  const place = end < 0 ? '' : text.slice(end);
  const name = names.get(end < 0 ? text : text.slice(0, end));
  return name === undefined ? text : name + place;
}
