/** Pictures of pages beside kept ones: `UPDATE_GOLDEN=1 npx mocha …` takes them anew, to be looked at before they are kept. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { artefacts } from '../../vscode/paths.ts';

const kept = new URL('looks/', import.meta.url);
/** Of a pixel, how far its colour may be off, 0…1: processors round differently. */
const CLOSE = 0.1;
/** So many pixels may be further off. */
const MOST = 20;

/** @returns what is different, in a sentence; undefined where nothing is. The difference is drawn into `out/looks`. */
export function differsFromKept(name: string, taken: Buffer): string | undefined {
  const file = new URL(`${name}.png`, kept);
  if (process.env['UPDATE_GOLDEN'] !== undefined) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, taken);
    return undefined;
  }
  if (!existsSync(file)) return `there is no picture of ${name} yet: UPDATE_GOLDEN=1 takes it`;
  const [before, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(taken)];
  const { width, height } = before;
  const folder = join(artefacts, 'looks');
  const see = () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.png`), taken);
    return `see ${join(folder, name)}*.png`;
  };
  if (now.width !== width || now.height !== height)
    return `${name} is ${now.width} × ${now.height} and was ${width} × ${height}; ${see()}`;
  const difference = new PNG({ width, height });
  const many = pixelmatch(before.data, now.data, difference.data, width, height, { threshold: CLOSE });
  if (many <= MOST) return undefined;
  const where = see();
  writeFileSync(join(folder, `${name}-difference.png`), PNG.sync.write(difference));
  return `${many} pixels of ${name} look different; ${where}`;
}
