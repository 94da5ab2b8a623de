/** The tables of the clock: a tick over ever more open problems, and the morning of a city. */
import type { BenchServer } from './postgres.ts';
import { measureTick, type TickCost, type TickPlan } from './tick.ts';

export interface Printer {
  say(line: string): void;
  row(cells: (string | number)[]): void;
}

const thousands = (count: number) => (count % 1000 === 0 ? `${count / 1000} k` : String(count));

export async function printTicks(server: BenchServer, plan: TickPlan, { say, row }: Printer): Promise<void> {
  const figures = await measureTick(server, plan, say);
  row(['open', 'tick', 'median ms', 'CPU ms', 'blocks', 'ms, ratio', 'CPU, ratio', 'blocks, ratio']);
  row(['--:', '---', '--:', '--:', '--:', '--:', '--:', '--:']);
  const kinds = [
    ['due', `${plan.due} due`],
    ['idle', 'none due'],
    ['midnight', 'after midnight'],
  ] as const;
  for (const [kind, label] of kinds) {
    const base = figures[0]![kind];
    for (const one of figures) {
      const ratio = (of: keyof TickCost) => (one[kind][of] / base[of]).toFixed(2);
      const { ms, cpuMs, blocks } = one[kind];
      row([
        thousands(one.open),
        label,
        ms.toFixed(0),
        cpuMs.toFixed(0),
        blocks.toFixed(0),
        ratio('ms'),
        ratio('cpuMs'),
        ratio('blocks'),
      ]);
    }
  }
}
