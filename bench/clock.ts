/** The tables of the clock: a tick over ever more open problems, and the morning of a city. */
import type { BenchServer } from './postgres.ts';
import { measureTick, type TickCost, type TickPlan } from './tick.ts';
import { measureWave, type WavePlan } from './wave.ts';

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

export async function printWaves(
  server: BenchServer,
  size: Pick<WavePlan, 'people' | 'groups' | 'real'>,
  { say, row }: Printer,
): Promise<void> {
  row([
    'wave',
    'messages',
    'minutes',
    'floor',
    'ratio',
    'late p50 s',
    'late p99 s',
    'refused',
    'exactly one',
    'CPU s',
    'heap MB before',
    'peak',
    'after',
    'without simulator',
  ]);
  row(['---', ...Array<string>(13).fill('--:')]);
  for (const [from, label] of [
    ['08:31', 'the morning, 08:31–08:40'],
    ['08:50', 'made up for at 08:50, all at once'],
  ] as const) {
    say(`the wave of ${from} …`);
    const one = await measureWave(server, { ...size, from });
    row([
      `${label}${size.real ? ', real time' : ''}`,
      one.messages,
      one.minutes.toFixed(2),
      one.floorMinutes.toFixed(2),
      (one.minutes / one.floorMinutes).toFixed(2),
      one.p50DelaySeconds.toFixed(1),
      one.p99DelaySeconds.toFixed(1),
      one.refused,
      one.once,
      one.cpuSeconds.toFixed(0),
      ...[one.heapMb.before, one.heapMb.peak, one.heapMb.after, one.heapMb.afterWithoutSim].map((mb) =>
        mb.toFixed(0),
      ),
    ]);
  }
}
