/** `npm run history -- <from> <to> [file]`: every step between two days, as CSV for Excel or JSON lines. */
import { createWriteStream, existsSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { readConfig } from '../src/config.ts';
import { readDay, writeAudit } from '../src/ops/audit.ts';
import { runTool, say, ToolError, withDatabase } from '../src/ops/tool.ts';

runTool(async () => {
  const [from, to, file, ...more] = process.argv.slice(2);
  if (!from || !to || !file || more.length > 0 || !/\.(csv|jsonl)$/.test(file)) {
    throw new ToolError('用法：npm run history -- 2026-11-01 2026-11-30 文件名.csv（或 .jsonl）');
  }
  const config = readConfig(process.env);
  const form = file.endsWith('.csv') ? 'csv' : 'jsonl';
  const audit = {
    from: readDay(from),
    to: readDay(to),
    form,
    timeZone: config.timeZone,
    now: Date.now(),
  } as const;
  if (existsSync(file)) throw new ToolError(`文件 ${file} 已存在，请换一个文件名。`);
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const count = await withDatabase(config, { create: false }, (db) => writeAudit(db, audit, out));
  out.end();
  await finished(out);
  say(`已导出 ${count} 条到 ${file}。`);
  return 0;
});
