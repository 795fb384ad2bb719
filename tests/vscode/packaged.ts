import { glob } from 'tinyglobby';
import { root } from './paths.ts';

/**
 * What `npm run package` wrote, or what `OKR_VSIX` names: tests use the extension that users get.
 * @throws where there is none, or more than one
 */
export async function packagedExtension(): Promise<string> {
  const named = process.env['OKR_VSIX'];
  if (named) return named;
  const [found, ...more] = await glob('dist/*.vsix', { cwd: root, absolute: true });
  if (found === undefined || more.length > 0)
    throw new Error(
      `There should be one .vsix in dist and there are ${more.length + (found ? 1 : 0)}: npm run package`,
    );
  return found;
}
