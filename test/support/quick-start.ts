/**
 * Preloaded into the processes of the tests (`node --import`): drizzle-orm's own imports are resolved without its
 * package.json. Node 24 parses those 179 kB anew for each of its 109 modules, a second of every start.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? '';
    // Its .js are modules, its .cjs are not.
    if (!specifier.startsWith('.') || !specifier.endsWith('.js')) return next(specifier, context);
    if (!parent.includes('/node_modules/drizzle-orm/') || !parent.endsWith('.js'))
      return next(specifier, context);
    return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true };
  },
});
