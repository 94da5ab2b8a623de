/** Closed-loop load: so many at once, the next begins when one ends. */

export interface Load {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Of this process (generator, driver and, for the webhook, the bot), without the database's. */
  cpuMs: number;
}

/** Does `count` pieces of work. A failure ends the run. */
export async function runLoad(
  count: number,
  concurrency: number,
  work: (n: number) => Promise<void>,
): Promise<Load> {
  const took = new Float64Array(count);
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      const start = performance.now();
      await work(n);
      took[n] = performance.now() - start;
    }
  };
  const cpu = process.cpuUsage();
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  took.sort();
  const at = (share: number) => took[Math.min(count - 1, Math.floor(count * share))] ?? 0;
  return {
    perSecond: count / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMs: (user + system) / 1000 / count,
  };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Each figure's median over several rounds. */
export function medianLoad(rounds: Load[]): Load {
  return {
    perSecond: median(rounds.map((one) => one.perSecond)),
    p50Ms: median(rounds.map((one) => one.p50Ms)),
    p99Ms: median(rounds.map((one) => one.p99Ms)),
    cpuMs: median(rounds.map((one) => one.cpuMs)),
  };
}
