/** npm run bench: how fast a problem is logged, and what the clock costs. See bench/README.md. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { measureBoard } from './board.ts';
import { printTicks, printWaves } from './clock.ts';
import { printDelivery } from './delivery.ts';
import { fillDatabase } from './fill.ts';
import { benchLedger } from './ledger.ts';
import type { Load } from './load.ts';
import { measureDoors, measurePair, measureSending, type Plan } from './measure.ts';
import { printForecasts } from './plans.ts';
import { type BenchServer, startServer } from './postgres.ts';
import { measureProjects } from './projects.ts';
import { measureQuestions } from './questions.ts';
import { measureReplicas } from './replicas.ts';
import { measureStatistics } from './statistics.ts';
import { openTown } from './town.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    stored: { type: 'string' },
    concurrency: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string', default: 'plan,webhook,tick,wave,board,projects,statistics,questions,delivery' },
    open: { type: 'string' },
    real: { type: 'boolean', default: false },
  },
});
const quick = values.quick;
const numbers = (list: string) => list.split(',').map(Number);
const stored = numbers(values.stored ?? (quick ? '1000' : '10000,200000'));
const concurrencies = numbers(values.concurrency ?? (quick ? '8' : '1,8,32'));
const seconds = Number(values.seconds ?? (quick ? 0.5 : 4));
const rounds = Number(values.rounds ?? (quick ? 1 : 3));

const say = (line: string) => process.stderr.write(`${line}\n`);
const row = (cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const ms = (value: number) => value.toFixed(1);
const rate = (load: Load) => load.perSecond.toFixed(0);
const thousands = (count: number) => (count % 1000 === 0 ? `${count / 1000} k` : String(count));

async function printWebhook(server: BenchServer): Promise<void> {
  const templates: { count: number; name: string }[] = [];
  for (const count of stored) {
    const name = `stored_${count}`;
    say(`filling ${name} …`);
    await server.run(`create database ${name}`);
    const town = openTown(server.url(name));
    await town.prepare();
    // One problem logged by the product, whose shape the stored ones take.
    const { headers, body } = town.seal(0);
    const first = await town.app.request('/webhook/event', { method: 'POST', headers, body });
    await town.close();
    if (first.status !== 200) throw new Error(`the first push answered ${first.status}`);
    await fillDatabase(server, name, count);
    templates.push({ count, name });
  }

  row([
    'stored',
    'at once',
    'webhook/s',
    'p50 ms',
    'p99 ms',
    'raw SQL/s',
    'raw p99 ms',
    'ratio',
    'CPU ms',
    'raw CPU ms',
    'while sending/s',
    'p99 ms',
  ]);
  row(['--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:']);
  let statements = 0;
  for (const { count, name } of templates) {
    for (const concurrency of concurrencies) {
      const plan: Plan = { concurrency, rounds, seconds };
      const pair = await measurePair(server, name, plan);
      const sending = await measureSending(server, name, { ...plan, rounds: Math.min(rounds, 2) });
      statements = pair.statements;
      const { webhook, raw } = pair;
      const ratio = (webhook.perSecond / raw.perSecond).toFixed(2);
      row([
        thousands(count),
        concurrency,
        rate(webhook),
        ms(webhook.p50Ms),
        ms(webhook.p99Ms),
        rate(raw),
        ms(raw.p99Ms),
        ratio,
        webhook.cpuMs.toFixed(2),
        raw.cpuMs.toFixed(2),
        rate(sending),
        ms(sending.p99Ms),
      ]);
    }
  }
  const doors = await measureDoors(server, templates[0]!.name, { concurrency: 8, rounds, seconds });
  console.log('');
  row(['handler only, 8 at once', 'requests/s', 'p99 ms', 'CPU ms']);
  row(['---', '--:', '--:', '--:']);
  row(['bare Hono', rate(doors.bare), doors.bare.p99Ms.toFixed(2), doors.bare.cpuMs.toFixed(2)]);
  row([
    'signature and decryption',
    rate(doors.verify),
    doors.verify.p99Ms.toFixed(2),
    doors.verify.cpuMs.toFixed(2),
  ]);
  console.log('');
  row(['replicas, 8 at once each', 'webhook/s', 'p99 ms', 'raw SQL/s', 'raw p99 ms', 'ratio']);
  row(['--:', '--:', '--:', '--:', '--:', '--:']);
  for (const replicas of [1, 2, 3]) {
    const plan: Plan = { concurrency: 8, rounds, seconds };
    const { webhook, raw } = await measureReplicas(server, templates.at(-1)!.name, replicas, plan);
    const ratio = (webhook.perSecond / raw.perSecond).toFixed(2);
    row([replicas, rate(webhook), ms(webhook.p99Ms), rate(raw), ms(raw.p99Ms), ratio]);
  }
  console.log(`\n${availableParallelism()} cores for replicas, load and PostgreSQL together.`);
  console.log(`\nStatements per logged problem, without begin and commit: ${statements.toFixed(1)}`);
}

const parts = values.only.split(',');
// Needs no database.
if (parts.includes('plan')) printForecasts(quick ? 70 : 700, { say, row });
const server = await startServer();
try {
  if (parts.includes('webhook')) await printWebhook(server);
  const printer = { say, row };
  if (parts.includes('tick')) {
    const open = numbers(values.open ?? (quick ? '200,400' : '5000,50000,500000'));
    const plan = { open, due: quick ? 5 : 100, rounds: quick ? 1 : 9 };
    console.log('');
    await printTicks(server, plan, printer);
  }
  if (parts.includes('wave')) {
    const size = quick ? { people: 60, groups: 10 } : { people: 5000, groups: 700 };
    console.log('');
    await printWaves(server, { ...size, real: values.real }, printer);
  }
  if (parts.includes('ledger')) await benchLedger(server, printer.row, quick ? 200 : 2000);
  if (parts.includes('delivery')) {
    console.log('');
    const size = quick
      ? { rounds: 1, seconds: 2, crashes: 1, backlog: 500, askers: 2 }
      : { rounds: 4, seconds: 15, crashes: 3, backlog: 20_000, askers: 20 };
    await printDelivery(server, size, printer);
  }
  if (parts.includes('board')) {
    console.log('');
    row(['项目总图', 'projects', 'ms', 'raw SQL ms', 'times', 'queries', 'KB of HTML']);
    row(['---', '--:', '--:', '--:', '--:', '--:', '--:']);
    const one = await measureBoard(server, { stored: quick ? 1000 : 200_000, rounds: quick ? 5 : 31 });
    const times = (one.pageMs / one.rawMs).toFixed(2);
    row(['all of an area', one.projects, ms(one.pageMs), ms(one.rawMs), times, one.queries, one.kilobytes]);
  }
  if (parts.includes('statistics')) {
    console.log('');
    row(['统计 今年', 'stored', 'ms', 'raw SQL ms', 'times', 'queries', 'KB of card']);
    row(['---', '--:', '--:', '--:', '--:', '--:', '--:']);
    for (const count of stored) {
      const one = await measureStatistics(server, { stored: count, rounds: quick ? 3 : 15 });
      const times = (one.drawMs / one.rawMs).toFixed(2);
      row(['whole area', thousands(count), ms(one.drawMs), ms(one.rawMs), times, one.queries, one.kilobytes]);
    }
  }
  if (parts.includes('questions')) {
    console.log('');
    row(['question', 'stored', 'p50 ms', 'p95 ms', 'raw p95 ms', 'times', 'queries']);
    row(['---', '--:', '--:', '--:', '--:', '--:', '--:']);
    for (const count of stored) {
      say(`questions over ${count} …`);
      const figures = await measureQuestions(server, { stored: count, rounds: quick ? 5 : 41 });
      for (const one of figures) {
        const times = (one.p95 / one.rawP95).toFixed(2);
        row([one.asked, thousands(count), ms(one.p50), ms(one.p95), ms(one.rawP95), times, one.queries]);
      }
    }
  }
  if (parts.includes('projects')) {
    console.log('');
    const one = await measureProjects(server, { stored: quick ? 1000 : 200_000, rounds: quick ? 5 : 31 });
    row(['项目', 'projects', 'ms', 'raw SQL ms', 'times', 'queries']);
    row(['---', '--:', '--:', '--:', '--:', '--:']);
    const times = (one.listMs / one.listRawMs).toFixed(2);
    row(['all of an area', one.projects, ms(one.listMs), ms(one.listRawMs), times, one.listQueries]);
    console.log('');
    row(['morning forecast with the database', 'projects', 'CPU ms', 'ms']);
    row(['---', '--:', '--:', '--:']);
    row(['22 links each', one.projects, one.forecastCpuMs.toFixed(0), one.forecastMs.toFixed(0)]);
  }
} finally {
  await server.stop();
}
