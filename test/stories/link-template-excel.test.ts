/** 环节模板 导出, edited in Excel, and back by 导入. */
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chosenTemplate } from '../../src/db/link-template.ts';
import { DEFAULT_TEMPLATE, DEFAULT_TEMPLATE_NAME } from '../../src/domain/plan/default-template.ts';
import { DEFAULT_SCOPES, type SimMessage } from '../../src/sim/sim.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-30 09:00' });
  await world.advanceTo('2026-11-30 09:01');
});
afterEach(() => world.close());

const admin = () => world.private('lin');
const chosen = () => world.deps.db.read((tx) => chosenTemplate(tx));

interface StoredFile {
  name: string;
  data: string;
  fileType: string;
}

function fileOf(message: SimMessage): StoredFile {
  const { files } = world.sim.snapshot() as { files: Record<string, StoredFile> };
  const file = files[(message.content as { file_key: string }).file_key];
  if (!file) throw new Error(`no file in ${textOf(message)}`);
  return file;
}

async function exported(): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  await admin().says('lin', '环节模板 导出');
  const file = fileOf(admin().lastBot);
  return { name: file.name, type: file.fileType, bytes: Buffer.from(file.data, 'base64') };
}

/** The file as somebody edited it: texts of the shared table replaced. */
async function edited(bytes: Uint8Array, changes: Record<string, string>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const path = 'xl/sharedStrings.xml';
  let xml = (await zip.file(path)?.async('string')) ?? '';
  for (const [from, to] of Object.entries(changes)) {
    expect(xml).toContain(`>${from}<`);
    xml = xml.replaceAll(`>${from}<`, `>${to}<`);
  }
  zip.file(path, xml);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Sends a file and, in reply to it, what to do with it; returns what the bot says. */
async function sent(bytes: Uint8Array, words = '环节模板 导入', name = '模板.xlsx'): Promise<string> {
  const file = await world.sim.upload(world.openId('lin'), admin().chatId, { name, mime: XLSX, bytes });
  await world.settle();
  return admin().ask('lin', words, { replyTo: file.messageId });
}

const FEE = '易地建设费、城市基础设施配套费（工业项目常有减免，以当地为准）';

describe('环节模板 in Excel', () => {
  test('comes as an .xlsx into the private chat and sent back unchanged changes nothing', async () => {
    const { name, type, bytes } = await exported();
    expect(name).toBe(`环节模板 ${DEFAULT_TEMPLATE_NAME} 2026-11-30.xlsx`);
    expect(type).toBe('xls');
    expect(await sent(bytes)).toContain('完全一样');
    expect(await chosen()).toEqual(DEFAULT_TEMPLATE);
  });

  test('an edited file is shown link by link, and written on 确认 alone', async () => {
    const { bytes } = await exported();
    const shown = await sent(await edited(bytes, { '22个工作日': '18个工作日', [FEE]: '全免' }));
    expect(shown).toContain('修改 2 个环节，新增 0 个，删除 0 个');
    expect(shown).toContain('第3环节 土地供应与出让合同');
    expect(shown).toContain('承诺：22个工作日 → 18个工作日');
    expect(shown).toContain(`费用：${FEE} → 全免`);
    expect(await chosen()).toEqual(DEFAULT_TEMPLATE);
    await admin().clicks('lin', admin().lastBot, '确认');
    const after = await chosen();
    expect(after.links[2]).toMatchObject({ promised: { n: 18 }, confirmedOn: '2026-11-30' });
    expect(after.links[15]?.fee).toBe('全免');
    expect(await sent(await edited((await exported()).bytes, {}))).toContain('完全一样');
  });

  test('what is wrong is named by its cell, and nothing is kept', async () => {
    const { bytes } = await exported();
    const said = await sent(await edited(bytes, { '22个工作日': '0个工作日', '1、3': '1、99' }));
    expect(said).toContain('有 2 处要改，没有导入');
    expect(said).toContain('环节!K5：时限不能是 0，当天办结的写“即办”');
    expect(said).toContain('环节!O6：没有这个紧前环节：“99”');
    expect(await chosen()).toEqual(DEFAULT_TEMPLATE);
  });

  test('a preview older than another change is not written over it', async () => {
    const { bytes } = await exported();
    await sent(await edited(bytes, { '22个工作日': '18个工作日' }));
    const preview = admin().lastBot;
    await admin().agrees('lin', '环节 11 承诺 5个工作日');
    await admin().clicks('lin', preview, '确认');
    expect(textOf(admin().messages.find((one) => one.messageId === preview.messageId)!)).toContain(
      '又改过，没有写入',
    );
    expect((await chosen()).links.map(({ promised }) => promised.n).slice(2, 11)).toEqual([
      22, 5, 3, 7, 10, 5, 10, 7, 5,
    ]);
  });

  test('goes into the template that is named, and says where the file came from', async () => {
    const { bytes } = await exported();
    await admin().says('lin', '环节模板 新建 物流');
    const shown = await sent(await edited(bytes, { [FEE]: '全免' }), '环节模板 导入 物流');
    expect(shown).toContain(`文件是从“${DEFAULT_TEMPLATE_NAME}”导出的，将写入“物流”`);
    await admin().clicks('lin', admin().lastBot, '确认');
    expect(await chosen()).toEqual(DEFAULT_TEMPLATE);
    expect(await sent(bytes, '环节模板 导入 没有的')).toContain('没有模板“没有的”');
  });

  test('what is no file of ours is answered with what to do', async () => {
    expect(await sent(new TextEncoder().encode('你好'), undefined, '说明.txt')).toContain('没有“环节”工作表');
    const bomb = await new JSZip()
      .file('xl/workbook.xml', new Uint8Array(61 * 1024 * 1024))
      .generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(await sent(bomb)).toContain('文件太大');
    const words = await admin().says('lin', '你好');
    expect(await admin().ask('lin', '环节模板 导入', { replyTo: words.messageId })).toContain(
      '回复的消息里没有文件',
    );
    expect(await sent(new Uint8Array(11 * 1024 * 1024).fill(1))).toContain('文件太大');
  });

  test('without the right to read or to upload it says which is missing', async () => {
    const { bytes } = await exported();
    world.sim.setScopes(
      DEFAULT_SCOPES.filter(
        (scope) => !['im:message', 'im:message:readonly', 'im:message.history:readonly'].includes(scope),
      ).concat('im:message:send_as_bot'),
    );
    expect(await sent(bytes)).toContain('没有读取消息的权限');
    world.sim.setScopes(DEFAULT_SCOPES.filter((scope) => !scope.startsWith('im:resource')));
    expect(await admin().ask('lin', '环节模板 导出')).toContain('没有上传文件的权限（im:resource）');
    world.sim.setScopes(DEFAULT_SCOPES);
  });

  test('is made for an administrator alone, also when the right goes before it is sent', async () => {
    expect(await world.private('sun').ask('sun', '环节模板 导出')).toContain('管理员');
    const file = await world.sim.upload(world.openId('sun'), world.private('sun').chatId, {
      name: 'a.xlsx',
      mime: XLSX,
      bytes: new Uint8Array([1]),
    });
    expect(await world.private('sun').ask('sun', '环节模板 导入', { replyTo: file.messageId })).toContain(
      '管理员',
    );
  });
});
