import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const { projects: _, ...shared } = base.test ?? {};

/** `npm run test:worker`: beside the short suite, the stories in two isolates, which run by the real clock. */
export default defineConfig({
  test: { ...shared, include: ['test/worker/**/*.{test,long}.ts'] },
});
