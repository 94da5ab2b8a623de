/** `npm run restore -- <file>`: a backup into an unused database, PostgreSQL or embedded. */
import { readConfig } from '../src/config.ts';
import { projectMigrations } from '../src/database.ts';
import { restoreBackup } from '../src/ops/restore.ts';
import { runTool, say, ToolError, withDatabase } from '../src/ops/tool.ts';

runTool(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) throw new ToolError('用法：npm run restore -- 备份文件');
  const config = readConfig(process.env);
  const done = await withDatabase(config, { create: true }, (db) =>
    restoreBackup(db, file, projectMigrations(), Date.now()),
  );
  say(`已恢复 ${done.madeAt} 的备份：${done.tables} 张表，${done.rows} 行。`);
  if (done.from !== done.schema) say(`数据库结构已从 ${done.from} 升到 ${done.schema}。`);
  say('现在可以启动服务。');
  return 0;
});
