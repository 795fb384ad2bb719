import { startCodeServer } from './code-server.ts';
import { packagedExtension } from './packaged.ts';
import { root } from './paths.ts';
import { scenario } from './scenario.ts';
import { company } from './story.ts';

scenario('VS Code 1.139', startCodeServer, {
  vsix: packagedExtension,
  folder: `${root}samples/company`,
  story: company,
  server: 'process',
});
