/** `npm run backup -- <file>`: everything in the database, into one file. */
import { readConfig } from '../src/config.ts';
import { writeBackup } from '../src/ops/backup.ts';
import { runTool, say, ToolError, withDatabase } from '../src/ops/tool.ts';

runTool(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0)
    throw new ToolError('用法：npm run backup -- 文件名（例如 zhuanban-20261125.backup）');
  const config = readConfig(process.env);
  const done = await withDatabase(config, { create: false }, (db) => writeBackup(db, file, Date.now()));
  const size =
    done.bytes < 1_048_576 ? `${Math.ceil(done.bytes / 1024)} KB` : `${Math.ceil(done.bytes / 1_048_576)} MB`;
  say(`已备份到 ${file}：${done.tables} 张表，${done.rows} 行，${size}，数据库结构 ${done.schema}。`);
  say('文件里有姓名和全部问题内容，请妥善保管，最好另存一份到别的机器。');
  return 0;
});
