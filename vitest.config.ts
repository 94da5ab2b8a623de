import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WORKERS } from './test/support/cores.ts';
import { LongestFirst } from './test/support/longest-first.ts';

// For every process the tests start, Vitest's workers included: most of what a start costs is loading modules.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node');
const QUICK_START = `--import=${pathToFileURL(join(import.meta.dirname, 'test/support/quick-start.ts')).href}`;
if (!process.env.NODE_OPTIONS?.includes(QUICK_START))
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${QUICK_START}`.trim();

/** What starts whole processes or a browser, or plays weeks: not in `npm test`, but in `npm run test:full`. */
const PROCESSES = [
  'test/{bench,browser,demo,node,soak,worker}/**/*.test.ts',
  'test/ops/{backup,doctor-process}.test.ts',
  'test/sim/page.browser.test.ts',
  'test/stories/clock-property.test.ts',
];

/** What asks for no database and starts no process: `npm run test:fast`. */
const RULES = [
  'test/{cards,commands,domain,feishu,files,language,sim,text,verbs}/**/*.test.ts',
  'test/engine/{form,pacing,retry,schedule}.test.ts',
  'test/{architecture,config,cores,minute,typography}.test.ts',
];

/** A sequencer named here would win over `--sequence.shuffle.files`. */
const SHUFFLED = process.argv.some((argument) => argument.startsWith('--sequence.shuffle'));

/**
 * Files of `rules` and `stories` share the process of their worker: starting one costs more than most of them take. So
 * a test leaves nothing behind: no spy, fake timer, environment variable or changed module state.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: WORKERS,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    setupFiles: ['test/support/own-core.ts', 'test/support/fast-check.ts'],
    ...(!SHUFFLED && { sequence: { sequencer: LongestFirst } }),
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
