/** A ledger of 2,000 rows through the service as it is deployed: how long, what processor time, how much memory. Linux. */
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { writeSpreadsheet } from '../src/files/spreadsheet.ts';
import type { Sim, SimMessage } from '../src/sim/sim.ts';
import type { BenchServer } from './postgres.ts';
import { openService } from './service.ts';

const HEAD = ['序号', '项目名称', '存在问题', '责任单位', '完成时限', '进展情况', '是否销号'];
const GIVE_UP_MS = 300_000;
const IDLE_MS = 5000;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => [
    String(n + 1),
    ['兴发', '美利信', '三峡光伏'][n % 3] ?? '',
    `第${n + 1}号地块${'甲乙丙丁戊己庚辛壬癸'[n % 10]}区管线迁改未完成，影响第${n * 7919}号工段`,
    ['住建局', '供电公司', '自然资源局'][n % 3] ?? '',
    '2026-12-30',
    n % 2 ? '正在招标' : '',
    '否',
  ]);

async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function memoryMb(pid: number, what: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

export async function benchLedger(
  server: BenchServer,
  row: (cells: (string | number)[]) => void,
  rows: number,
): Promise<void> {
  await server.run('create database ledger');
  const service = await openService(server.url('ledger'), { processes: 1 });
  const { sim, keys, door } = service;
  try {
    await door.start();
    await pause(IDLE_MS);
    const pid = door.pid() ?? 0;
    const openId = keys.openId.song ?? '';
    const chatId = sim.p2pChat(openId);
    const idle = await memoryMb(pid, 'VmRSS');
    const step = async (name: string, work: () => Promise<unknown>) => {
      // Linux begins the peak anew.
      await writeFile(`/proc/${pid}/clear_refs`, '5');
      const [began, cpu] = [performance.now(), await cpuMs(pid)];
      await work();
      const ms = Math.round(performance.now() - began);
      const peak = (await memoryMb(pid, 'VmHWM')) - idle;
      row([name, ms, (await cpuMs(pid)) - cpu, peak]);
    };
    const bytes = await writeSpreadsheet([
      { name: '台账', columns: HEAD.map((title) => ({ title, width: 12 })), rows: rowsOf(rows) },
    ]);
    const drop = async () => {
      const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const file = await sim.upload(openId, chatId, { name: '台账.xlsx', mime, bytes });
      await pause(1000);
      await sim.say(openId, chatId, '导入', { atBot: false, replyTo: file.messageId });
      return until(sim, chatId, (one) => textOf(one).includes('请核对：导入'), file);
    };
    row([`${rows} rows, ${idle} MB when idle`, 'ms', 'CPU ms', 'MB above idle']);
    row(['---', '--:', '--:', '--:']);
    let card: SimMessage | undefined;
    await step('导入 until the preview stands', async () => {
      card = await drop();
    });
    const id = () => card?.messageId ?? '';
    await step('a click that draws the preview anew (更多)', () => sim.click(openId, id(), '更多'));
    await step('返回预览', () => sim.click(openId, id(), '返回预览'));
    await step('确认 until all is written and reported', async () => {
      await sim.click(openId, id(), '确认');
      await until(sim, chatId, (one) => one.messageId === id() && textOf(one).includes('导入完成'));
    });
    await step('the same file again until its preview', async () => {
      card = await drop();
    });
    await step('a click that draws that preview anew', () => sim.click(openId, id(), '更多'));
    await step('导出 until the file is sent', async () => {
      const said = await sim.say(openId, chatId, '导出', { atBot: false });
      await until(sim, chatId, (one) => textOf(one).includes('file_key') && one.senderType === 'app', said);
    });
  } finally {
    await service.close();
  }
}

const textOf = ({ content }: SimMessage) => JSON.stringify(content);

/** The first such message of the chat, behind another one if that is said. */
async function until(
  sim: Sim,
  chatId: string,
  is: (message: SimMessage) => boolean,
  after?: SimMessage,
): Promise<SimMessage> {
  const began = performance.now();
  while (performance.now() - began < GIVE_UP_MS) {
    const all = sim.messages(chatId);
    const from = after ? all.findIndex(({ messageId }) => messageId === after.messageId) + 1 : 0;
    const found = all.slice(from).find(is);
    if (found) return found;
    await pause(50);
  }
  throw new Error('nothing came within five minutes');
}
