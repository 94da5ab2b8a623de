/** Vitest setup file: this worker, and with it the processes it starts, goes to the core of its PostgreSQL. */
import { inject } from 'vitest';
import { moveToCore } from './cores.ts';

const cores = inject('cores');
if (cores.length > 0 && process.env.TEST_CORE === undefined) {
  const core = cores[(Number(process.env.VITEST_POOL_ID) || 1) % cores.length] ?? 0;
  moveToCore(process.pid, core);
  process.env.TEST_CORE = String(core);
}
