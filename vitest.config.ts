import { defineConfig } from 'vitest/config';

/** What starts whole processes or a browser, or plays weeks: not in `npm test`, but in `npm run test:full`. */
const PROCESSES = [
  'test/{bench,browser,demo,node,soak,worker}/**/*.test.ts',
  'test/ops/backup.test.ts',
  'test/sim/page.browser.test.ts',
  'test/stories/clock-property.test.ts',
];

/** What asks for no database and starts no process: `npm run test:fast`. */
const RULES = [
  'test/{cards,commands,domain,feishu,files,language,sim,text,verbs}/**/*.test.ts',
  'test/engine/{form,pacing,retry,schedule}.test.ts',
  'test/{architecture,config,minute}.test.ts',
];

/**
 * Files of `rules` and `stories` share the process of their worker: starting one costs more than most of them take. So
 * a test leaves nothing behind: no spy, fake timer, environment variable or changed module state.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    setupFiles: ['test/support/fast-check.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      { extends: true, test: { name: 'rules', isolate: false, include: RULES, exclude: PROCESSES } },
      {
        extends: true,
        test: {
          name: 'stories',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...RULES, ...PROCESSES],
        },
      },
      // They start servers and browsers: on a busy machine that alone takes a minute.
      { extends: true, test: { name: 'processes', include: PROCESSES, testTimeout: 300_000 } },
    ],
  },
});
