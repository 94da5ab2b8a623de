/** `node scripts/fortnight.ts [folder]`: a fortnight of the demo by its clock, with a picture of every morning to look at. */
import { mkdirSync } from 'node:fs';
import { LAPTOP, openDesk, PHONE, SKIPPED } from '../test/browser/desk.ts';

const FOLDER = process.argv[2] ?? 'fortnight';
const START = Date.parse('2026-11-24T10:00:00+08:00');
const DAYS = 14;
const DAY = 86_400_000;
/** Whose private chats tell the story, and the groups. */
const READERS = ['孙倩', '王建国', '唐志强', '宋丽'];
const GROUPS = ['兴发项目专班', '综合办调度群'];

async function main(): Promise<void> {
  if (SKIPPED) throw new Error(`no pictures${SKIPPED}`);
  mkdirSync(FOLDER, { recursive: true });
  const began = Date.now();
  const desk = await openDesk(() => START + Date.now() - began);
  try {
    await desk.visit();
    await desk.open('兴发项目专班');
    await desk.say('报 磷石膏临时堆场防渗不过关 生态环境局 2个工作日');
    await desk.say('日小结 开');
    for (let day = 1; day <= DAYS; day++) {
      const at = START + day * DAY;
      await desk.page.evaluate(
        (to) =>
          fetch('/sim/api/clock', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ to }),
          }),
        at,
      );
      process.stdout.write(`${new Date(at).toISOString()}\n`);
    }
    for (const [look, size] of [
      ['laptop', LAPTOP],
      ['phone', PHONE],
    ] as const) {
      await desk.page.setViewportSize(size);
      await desk.visit();
      for (const group of GROUPS) {
        await desk.open(group);
        await desk.quiet();
        await desk.shoot(`${look}-${group}`, FOLDER);
      }
      for (const reader of READERS) {
        await desk.become(reader);
        await desk.open('专班秘书');
        await desk.quiet();
        await desk.shoot(`${look}-${reader}`, FOLDER);
      }
    }
    if (desk.troubles.length > 0) throw new Error(desk.troubles.join('\n'));
  } finally {
    await desk.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
