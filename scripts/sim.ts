/** `npm run sim [-- --port 4000] [-- --webhook http://127.0.0.1:3000]`: see openPlatform. */
import { parseArgs } from 'node:util';
import { openPlatform } from '../src/demo/platform.ts';
import { leaveOnSignal } from '../src/stop.ts';

async function main(): Promise<void> {
  const leaving = leaveOnSignal();
  const { values } = parseArgs({ options: { port: { type: 'string' }, webhook: { type: 'string' } } });
  const { webhook } = values;
  const platform = await openPlatform({
    port: Number(values.port ?? 4000),
    folder: 'data/sim',
    ...(webhook && { webhook }),
  });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`仿真飞书已就绪：请在浏览器打开 ${platform.url}/sim`);
  say(`机器人的配置已写到 ${platform.envFile}。另开一个窗口，启动机器人：`);
  say(`  npx node --env-file=${platform.envFile} src/node.ts`);
  say('按 Ctrl+C 停止；聊天保存在 data/sim，想从头来就删掉这个目录。');
  leaving.by({ end: async () => {}, withinMs: 0, gaveUp: () => {}, close: () => platform.close() });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
