/** Ledgers as files, sent by somebody in private; for stories of 导入. */
import { loadItemsOf } from '../../src/db/ledger.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { writeSpreadsheet } from '../../src/files/spreadsheet.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { textOf, type World } from './world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Cell = string | number | null;

export const HEAD = ['序号', '项目名称', '存在问题', '责任单位', '完成时限', '进展情况', '是否销号'];

export function ledger(
  rows: readonly (readonly Cell[])[],
  head: readonly string[] = HEAD,
): Promise<Uint8Array> {
  return writeSpreadsheet([{ name: '台账', columns: head.map((title) => ({ title, width: 12 })), rows }]);
}

/** As somebody drops a file into the private chat. */
export async function drops(
  world: World,
  key: string,
  bytes: Uint8Array,
  name = '台账.xlsx',
): Promise<SimMessage> {
  const { chatId } = world.private(key);
  const file = await world.sim.upload(world.openId(key), chatId, { name, mime: XLSX, bytes });
  await world.settle();
  return file;
}

/** Sends a file, and in reply to it the word; returns what the bot says. */
export async function sends(
  world: World,
  key: string,
  bytes: Uint8Array,
  name = '台账.xlsx',
): Promise<string> {
  const file = await drops(world, key, bytes, name);
  return world.private(key).ask(key, '导入', { replyTo: file.messageId });
}

/** The message as it stands in the chat now. */
export function messageNow(world: World, key: string, id: string): SimMessage {
  const found = world.private(key).messages.find(({ messageId }) => messageId === id);
  if (!found) throw new Error('no such message');
  return found;
}

export const textNow = (world: World, key: string, id: string): string => textOf(messageNow(world, key, id));

/** All problems and tasks that are not void. */
export function itemsOf(world: World): Promise<Issue[]> {
  return world.deps.db.read(async (tx) => {
    const { projects } = (await world.deps.directory.get(tx)).data;
    return loadItemsOf(
      tx,
      projects.map(({ id }) => id),
    );
  });
}
