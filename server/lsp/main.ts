/** The process of the language server. Compiled code is kept where Node can keep it, which a tenth of the start is. */
import module from 'node:module';

// Node 22.1 and later.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
const { serve } = await import('./node.ts');
serve();
