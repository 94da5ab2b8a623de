/** npm run soak [-- --minutes 30 --seed 1]: everything goes wrong at once, and at the end the books must balance. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printReport } from './report.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    replicas: { type: 'string', default: '2' },
  },
});
const seconds = values.seconds === undefined ? Number(values.minutes) * 60 : Number(values.seconds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const replicas = Number(values.replicas);
if (!(seconds > 0) || !Number.isInteger(seed) || !(replicas >= 1)) {
  process.stderr.write('用法:npm run soak -- [--minutes 30] [--seed 1] [--replicas 2]\n');
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), 'zhuanban-soak-'));
process.stdout.write(`种子 ${seed},${seconds} 秒,${replicas} 个副本;日志在 ${folder}\n`);
const result = await soak({
  seconds,
  seed,
  replicas,
  folder,
  say: (line) => process.stderr.write(`${line}\n`),
});
const clean = printReport(result, (line) => process.stdout.write(`${line}\n`));
if (clean) await rm(folder, { recursive: true, force: true });
else {
  process.stdout.write(
    `有违反。重放:npm run soak -- --minutes ${seconds / 60} --seed ${seed};日志:${folder}\n`,
  );
}
process.exit(clean ? 0 : 1);
