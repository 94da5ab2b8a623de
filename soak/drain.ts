/** After the trouble: everything is up, and time goes by until nothing is on its way any more. */
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { type Scene, slownessOf } from './trouble.ts';

const LIMIT_MS = 240_000;

/** Steps that let every redelivery (15 s, 5 min, 1 h, 6 h) come, the short ones first. */
const STEPS_MS = [20_000, 301_000, 3_601_000, 21_601_000];

/**
 * @returns how long it took, real time
 * @throws when it does not come to rest
 */
export async function drain(
  scene: Scene & { databaseUrl: string; say: (line: string) => void },
): Promise<number> {
  const { sim, replicas, time, damage } = scene;
  const begun = performance.now();
  sim.clearFaults();
  replicas.forEach((_, n) => {
    time.setSkew(n + 1, 0);
  });
  for (const replica of replicas) {
    if (!replica.running) damage.appStarts.push((await replica.start()) ?? 0);
  }
  const client = postgres(scene.databaseUrl, { max: 1, onnotice: () => {} });
  const open = async () => {
    const now = new Date(time.now());
    const [row] = await client`select
      (select count(*) from outbox where due_at <= ${now})::int
      + (select count(*) from issue_card where due_at <= ${now})::int as n`;
    return Number(row?.n);
  };
  /** Small steps, because a message whose outcome is unknown must be settled within its hour. */
  const rest = async (): Promise<void> => {
    for (let quiet = 0; quiet < 2; ) {
      if (performance.now() - begun > LIMIT_MS * slownessOf(damage))
        throw new Error(`still ${await open()} things on their way`);
      await sim.runDue();
      await sim.settled();
      await pause(700);
      const left = await open();
      quiet = left === 0 ? quiet + 1 : 0;
      time.jump(30_000);
    }
  };
  try {
    await rest();
    for (const step of STEPS_MS) {
      time.jump(step);
      await rest();
    }
  } finally {
    await client.end();
  }
  const { pending } = sim.snapshot() as { pending: unknown[] };
  if (pending.length > 0) throw new Error(`${pending.length} pushes are still waiting to be made again`);
  return performance.now() - begun;
}
