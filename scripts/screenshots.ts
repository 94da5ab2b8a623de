/** `node scripts/screenshots.ts`: makes the two pictures of the documents anew, from the demo in a real browser. */
import { join } from 'node:path';
import { LAPTOP, openDesk, PHONE, SKIPPED } from '../test/browser/desk.ts';

const FOLDER = join(import.meta.dirname, '../docs');
const START = Date.parse('2026-11-24T10:00:00+08:00');
const TITLE = '磷石膏仓库堆放不下';

async function main(): Promise<void> {
  if (SKIPPED) throw new Error(`no pictures${SKIPPED}`);
  const began = Date.now();
  const desk = await openDesk(() => START + Date.now() - began);
  try {
    await desk.visit();
    await desk.open('兴发项目专班');
    await desk.say(`报 ${TITLE} 生态环境局 3个工作日`);
    await desk.card(TITLE).waitFor();
    await desk.become('孙倩');
    await desk.open('兴发项目专班');
    await desk.card(TITLE).getByRole('button', { name: '签收', exact: true }).click();
    await desk.card(TITLE).getByText('办理中').first().waitFor();
    await desk.become('王建国');
    await desk.open('兴发项目专班');
    await desk.quiet();
    await desk.shoot('demo-laptop', FOLDER);
    await desk.page.setViewportSize(PHONE);
    await desk.visit();
    await desk.open('兴发项目专班');
    await desk.quiet();
    await desk.shoot('demo-phone', FOLDER);
    await desk.page.setViewportSize(LAPTOP);
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
