/** `npm run seed -- demo`: throws the demo's data away and plays its fortnight anew. */
import { readConfig } from '../src/config.ts';
import { forgetDemo, openDemo } from '../src/demo/open.ts';

async function main(): Promise<void> {
  const [what] = process.argv.slice(2);
  if (what !== 'demo') throw new Error('用法：npm run seed -- demo（重新生成演示数据）');
  const config = readConfig(process.env);
  if (config.app) throw new Error('已设置 FEISHU_APP_ID：演示数据不能写入正式环境');
  if (config.databaseUrl) throw new Error('已设置 DATABASE_URL：演示数据只写入本机 DATA_DIR，请先取消该变量');
  await forgetDemo(config);
  const demo = await openDemo(config, { say: (line) => process.stdout.write(`${line}\n`) });
  const issues = demo.issueCount;
  await demo.close();
  process.stdout.write(`演示数据已生成（${issues} 个问题）。运行 npm start 后打开 /sim 查看。\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
