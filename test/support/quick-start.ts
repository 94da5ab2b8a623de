/**
 * Preloaded into the processes of the tests (`node --import`): what our own modules and drizzle-orm import by a path is
 * resolved without a search for the package.json above it. Node 24 parses drizzle-orm's 179 kB anew for each of its 109
 * modules, a second of every start.
 */
import { registerHooks } from 'node:module';

const OWN = new URL('../../src/', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? '';
    if (!specifier.startsWith('.')) return next(specifier, context);
    if (specifier.endsWith('.ts') && parent.startsWith(OWN))
      return { url: new URL(specifier, parent).href, format: 'module-typescript', shortCircuit: true };
    // Its .js are modules, its .cjs are not.
    if (specifier.endsWith('.js') && parent.endsWith('.js') && parent.includes('/node_modules/drizzle-orm/'))
      return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
});
