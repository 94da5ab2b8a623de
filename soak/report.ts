/** The figures of a soak, as a table for people. */
import type { SoakResult } from './soak.ts';
import { slownessOf } from './trouble.ts';

/** @returns whether every promise was kept */
export function printReport(result: SoakResult, line: (text: string) => void): boolean {
  const { options, damage, ledger, findings } = result;
  const row = (name: string, value: string | number) => line(`| ${name} | ${value} |`);
  line('');
  line('| 发生了什么 | 数 |');
  line('| --- | --: |');
  row('种子', options.seed);
  row('时长(秒)', options.seconds);
  row('平台上过去的天数', result.days.toFixed(1));
  row('说的话', ledger.said.size);
  row('按的按钮', ledger.clicks.length);
  row('推送', ledger.pushes.sent);
  row('其中重复的', ledger.pushes.again);
  row('其中失败的', ledger.pushes.failed);
  row('调用平台', ledger.calls.made);
  row('其中被拒绝、断开', `${ledger.calls.refused}、${ledger.calls.broken}`);
  row('发出的消息和卡片', ledger.postings.size);
  for (const [kind, count] of Object.entries(damage.faults).sort()) row(`故障 ${kind}`, count);
  row('kill -9 进程', damage.appKills);
  row('kill -9 PostgreSQL', damage.databaseKills);
  row('时钟跳跃(其中超过一小时)', `${damage.jumps}(${damage.longJumps})`);
  row('副本时钟走偏', damage.skews);
  row('进程重启到就绪(毫秒)', spread(damage.appStarts));
  row('PostgreSQL 恢复(毫秒)', spread(damage.databaseStarts));
  row('机器慢了几倍(添乱按此放慢)', slownessOf(damage).toFixed(1));
  row('数据库恢复后第一条推送(毫秒)', spread(damage.serviceBack));
  row('停止添乱到全部平静(毫秒)', Math.round(result.drainedMs));
  row('日志里的错误', tally(result.errors.map((one) => one.event)));
  line('');
  line('| 承诺 | 查了 | 说得过去 | 违反 |');
  line('| --- | --: | --: | --: |');
  for (const { promise, checked, excused, broken } of findings)
    line(`| ${promise} | ${checked} | ${excused.length} | ${broken.length} |`);
  const broken = findings.reduce((sum, one) => sum + one.broken.length, 0);
  line('');
  for (const finding of findings) {
    for (const one of finding.excused.slice(0, 5)) line(`说得过去 · ${finding.promise}:${one}`);
    for (const one of finding.broken.slice(0, 20)) line(`违反 · ${finding.promise}:${one}`);
  }
  line(`违反 ${broken}`);
  return broken === 0;
}

function spread(values: number[]): string {
  if (values.length === 0) return '–';
  const sorted = values.toSorted((a, b) => a - b);
  return `中位 ${Math.round(sorted[Math.floor(sorted.length / 2)]!)},最长 ${Math.round(sorted.at(-1)!)}`;
}

function tally(names: string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(',') || '0';
}
