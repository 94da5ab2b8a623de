import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** `npm run test:worker`: beside the short suite, the stories in two isolates, which run by the real clock. */
export default defineConfig({
  test: { ...base.test, projects: undefined, include: ['test/worker/**/*.{test,long}.ts'] },
});
