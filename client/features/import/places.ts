/** Where imported files may go, from the workspace's folder: the first that holds none of them. */
const MOST = 100;

export function* placesToTry(): Generator<string> {
  yield '';
  yield 'imported';
  for (let number = 2; number <= MOST; number++) yield `imported-${number}`;
}
