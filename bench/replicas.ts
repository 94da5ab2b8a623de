/** Several processes of the bot on one PostgreSQL, and as many that send nothing but its SQL. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Load, medianLoad } from './load.ts';
import { type Plan, record, withCopy } from './measure.ts';
import type { BenchServer } from './postgres.ts';
import type { Setup, Task } from './replica.ts';

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a replica ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}

async function start(setup: Setup): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'replica.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(setup);
  await answerOf(child);
  return child;
}

/** All replicas do the same at once: their rates add up, the slowest request counts. */
async function together(children: ChildProcess[], task: Task): Promise<Load> {
  const loads = await Promise.all(
    children.map((child) => {
      child.send(task);
      return answerOf<Load>(child);
    }),
  );
  return {
    perSecond: loads.reduce((sum, load) => sum + load.perSecond, 0),
    p50Ms: Math.max(...loads.map((load) => load.p50Ms)),
    p99Ms: Math.max(...loads.map((load) => load.p99Ms)),
    cpuMs: loads.reduce((sum, load) => sum + load.cpuMs, 0) / loads.length,
  };
}

/** Rounds of the webhook and of its bare statements in turn, by `replicas` processes with a pool each. */
export function measureReplicas(
  server: BenchServer,
  template: string,
  replicas: number,
  plan: Plan,
): Promise<{ webhook: Load; raw: Load }> {
  return withCopy(server, template, async (url) => {
    const recordings = await record(url, 12);
    const children: ChildProcess[] = [];
    try {
      for (let n = 0; n < replicas; n++) children.push(await start({ url, recordings }));
      const { concurrency } = plan;
      const run = (what: Task['what'], count: number) => together(children, { what, count, concurrency });
      const warm = Math.ceil(plan.seconds * 100);
      await run('webhook', warm);
      await run('raw', warm);
      const { perSecond } = await run('webhook', warm);
      const count = Math.ceil(Math.max((perSecond / replicas) * plan.seconds, concurrency * 4));
      const webhook: Load[] = [];
      const raw: Load[] = [];
      for (let round = 0; round < plan.rounds; round++) {
        webhook.push(await run('webhook', count));
        raw.push(await run('raw', count));
      }
      return { webhook: medianLoad(webhook), raw: medianLoad(raw) };
    } finally {
      for (const child of children) {
        if (!child.connected) continue;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.send('end');
        await ended;
      }
    }
  });
}
