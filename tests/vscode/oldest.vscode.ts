import { packagedExtension } from './packaged.ts';
import { root } from './paths.ts';
import { scenario } from './scenario.ts';
import { company } from './story.ts';
import { startWeb } from './web.ts';

scenario('VS Code 1.91 for the Web', startWeb, {
  vsix: packagedExtension,
  folder: `${root}samples/company`,
  story: company,
  server: 'worker',
});
