/** 导出: a ledger as an Excel file, where it was asked, of what may be seen there. */
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadSheet, readSpreadsheet, writeSpreadsheet } from '../../src/files/spreadsheet.ts';
import { DEFAULT_SCOPES, type SimMessage } from '../../src/sim/sim.ts';
import { openWorld, type Place, textOf, type World } from '../support/world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 =1+1 征地三户未签 自然资源局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 6个工作日');
  await world.group('xf').says('wang', '报 秸秆禁烧巡查 生态环境局 长期坚持');
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());

interface StoredFile {
  name: string;
  data: string;
}

function fileOf(message: SimMessage): { name: string; bytes: Uint8Array } {
  const { files } = world.sim.snapshot() as { files: Record<string, StoredFile> };
  const file = files[(message.content as { file_key: string }).file_key];
  if (!file) throw new Error(`no file in ${textOf(message)}`);
  return { name: file.name, bytes: Buffer.from(file.data, 'base64') };
}

async function sheetOf(bytes: Uint8Array): Promise<ReadSheet> {
  const read = await readSpreadsheet(bytes);
  if (!read.ok) throw new Error(read.problem);
  return read.sheets[0]!;
}

async function exported(place: Place, key: string, words: string) {
  await place.says(key, words);
  const { name, bytes } = fileOf(place.lastBot);
  const sheet = await sheetOf(bytes);
  const rows = sheet.rows.map(({ cells }) => cells.map(({ text }) => text));
  const [titles = [], counted = [], headers = [], ...data] = rows;
  const cell = (row: string[], header: string) => row[headers.indexOf(header)] ?? '';
  return { name, bytes, title: titles[0], counted: counted[0] ?? '', headers, data, cell };
}

describe('导出', () => {
  test('in a group: the file of its project alone, whoever asks, with what was counted and when', async () => {
    const { name, title, counted, data, cell } = await exported(world.group('xf'), 'song', '导出');
    expect(name).toMatch(/^.+_问题台账_2026-11-20\.xlsx$/);
    expect(title).toMatch(/问题台账$/);
    expect(counted).toBe('导出：本群 · 未销号，共 3 件；2026年11月20日 10:00 的数据');
    expect(data.map((row) => cell(row, '存在问题')).join()).not.toContain('供水');
    expect(data).toHaveLength(3);
    const [first] = data;
    expect(cell(first!, '存在问题')).toBe('磷石膏仓库堆放不下');
    expect(cell(first!, '责任单位')).toContain('生态环境局');
    expect(cell(first!, '完成时限')).toBe('2026-11-13');
    expect(cell(first!, '是否销号')).toBe('否');
    expect(cell(first!, '亮灯情况')).toContain('红');
  });

  test('a 长期 item says so instead of a day, and its card did, too', async () => {
    const { data, cell } = await exported(world.group('xf'), 'song', '导出 长期');
    expect(data.map((row) => [cell(row, '存在问题'), cell(row, '完成时限'), cell(row, '亮灯情况')])).toEqual([
      ['秸秆禁烧巡查', '长期坚持', '长期 不设时限'],
    ]);
  });

  test('the filters are those of 清单, and a filter nobody understands is asked back', async () => {
    const private_ = world.private('song');
    const red = await exported(private_, 'song', '导出 生态环境局 红');
    expect(red.counted).toContain('环境局 · 红色，共 1 件');
    expect(red.name).toBe('环境局_红色_问题台账_2026-11-20.xlsx');
    // What is said within three minutes is of the file before.
    world.pass(4 * 60_000);
    const all = await exported(private_, 'song', '导出台账');
    expect(all.data).toHaveLength(4);
    expect(await private_.ask('song', '导出 住建局 哪个单位最慢')).toContain('没看懂');
  });

  test('nobody gets more than 清单 shows them: a unit’s member the own unit’s', async () => {
    const own = await exported(world.private('zheng'), 'zheng', '导出');
    expect(own.data.map((row) => own.cell(row, '责任单位')).every((unit) => unit.includes('生态环境'))).toBe(
      true,
    );
  });

  test('nothing found: it is said, and no file is sent', async () => {
    const place = world.private('song');
    expect(await place.ask('song', '导出 待核验')).toContain('没有可导出的');
    expect(place.lastBot.msgType).not.toBe('file');
  });

  test('what a person typed is text, days are dates, titles repeat on every page, A4 across', async () => {
    const { bytes } = await exported(world.group('xf'), 'song', '导出');
    const zip = await JSZip.loadAsync(bytes);
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"/);
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/);
    expect(sheet).toMatch(/paperSize="9"/);
    expect(sheet).toMatch(/fitToWidth="1"/);
    expect(sheet).toContain('<autoFilter');
    expect(book).toContain('_xlnm.Print_Titles');
    const day = (await sheetOf(bytes)).rows[3]?.cells.find(({ text }) => text === '2026-11-13');
    expect(sheet).toMatch(new RegExp(`<c r="${day?.address}"[^>]*><v>46339`));
  });

  test('nothing somebody typed becomes a formula, whatever it begins with', async () => {
    const place = world.group('mlx');
    const typed = ['=1+2围挡未撤', '+86公里处塌方', '-2层渗水', '@SUM(1+1)围挡'];
    for (const text of typed) await place.says('wang', `报 ${text} 住建局 2026年12月28日`);
    const { bytes, data, cell } = await exported(place, 'song', '导出');
    const sheet = await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml')?.async('string');
    expect(sheet).not.toContain('<f>');
    expect(data.map((row) => cell(row, '存在问题')).toSorted()).toEqual(typed.toSorted());
  });

  test('发我台账 in plain words is the same file', async () => {
    const place = world.private('song');
    const { data } = await exported(place, 'song', '把红色的问题发我一份');
    expect(data).toHaveLength(2);
    const group = await exported(world.group('xf'), 'song', '逾期的导出来');
    expect(group.counted).toContain('本群 · 逾期');
  });

  test('without the right to upload the reason is said', async () => {
    world.sim.setScopes(DEFAULT_SCOPES.filter((scope) => scope !== 'im:resource'));
    expect(await world.private('song').ask('song', '导出')).toContain('没有上传文件的权限（im:resource）');
    world.sim.setScopes(DEFAULT_SCOPES);
  });

  test('telephones are nobody’s business', async () => {
    const { bytes } = await exported(world.private('song'), 'song', '导出');
    const zip = await JSZip.loadAsync(bytes);
    const strings = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '';
    expect(strings).not.toMatch(/1[3-9]\d{9}/);
  });
});

describe('版式', () => {
  const office = () => world.private('song');

  test('there is only the standard one until a ledger is imported', async () => {
    expect(await office().ask('song', '导出 版式')).toContain('可用的版式：标准。');
    expect(await office().ask('song', '导出 版式 存为 县表')).toContain('还没有导入过台账');
    expect(await office().ask('song', '导出 为 县表')).toContain('没有叫“县表”的版式');
  });

  test('after an import the same columns come back with 进展 filled in; saved by name, used, deleted', async () => {
    const head = [
      '序号',
      '项目名称',
      '存在问题',
      '责任单位',
      '责任领导',
      '完成时限',
      '资金渠道',
      '进展情况',
      '是否销号',
      '备注',
    ];
    const rows = [
      ['1', '兴发', '施工用电未接入', '供电公司', '李县长', '2026-10-20', '自筹', '', '否', '急'],
      ['2', '兴发', '厂区绿化养护', '住建局', '', '长期坚持', '', '', '否', ''],
    ];
    const bytes = await writeSpreadsheet([
      { name: '县重点', columns: head.map((title) => ({ title, width: 11 })), rows },
    ]);
    const file = await world.sim.upload(world.openId('song'), office().chatId, {
      name: '台账.xlsx',
      mime: XLSX,
      bytes,
    });
    await world.settle();
    await office().says('song', '导入', { replyTo: file.messageId });
    await office().clicks('song', office().lastBot, '确认');
    await world.settle();

    const item = /#(\d+)/.exec(await office().ask('song', '搜 施工用电未接入'))?.[1];
    await office().says('song', `进展 #${item} 已报装`);
    const again = await exportedRaw('导出 供电公司');
    expect(again.headers).toEqual(head);
    expect(again.data[0]).toEqual([
      '1',
      again.data[0]![1],
      '施工用电未接入',
      again.data[0]![3],
      '李县长',
      '2026-10-20',
      '自筹',
      '已报装',
      '否',
      '急',
    ]);

    await world.advanceTo('2026-11-20 10:10');
    expect(await office().ask('song', '导出 版式 存为 县表')).toContain('版式已存为“县表”');
    expect(await office().ask('song', '导出 版式')).toContain('标准、县表');
    expect((await exportedRaw('导出 供电公司 为 县表')).headers).toEqual(head);
    expect((await exported(office(), 'song', '导出 供电公司 为 标准')).headers).toContain('亮灯情况');
    expect(await office().ask('song', '导出 版式 存为 标准')).toContain('系统自带');
    expect(await world.private('zheng').ask('zheng', '导出 版式 存为 我的')).toContain('综合办');
    expect(await office().ask('song', '导出 版式 删除 县表')).toContain('已删除');
    expect(await office().ask('song', '导出 为 县表')).toContain('没有叫“县表”的版式');
  });

  test.each([
    ['2026-11-20 10:20', '导出 兴发 全部状态', '5'],
    ['2026-11-20 10:30', '导出 兴发 全部状态 为 标准', '5'],
  ])('import → work → export → import changes nothing (%s, %s)', async (when, words, count) => {
    await world.advanceTo(when);
    await office().says('song', words);
    const { bytes } = fileOf(office().lastBot);
    const file = await world.sim.upload(world.openId('song'), office().chatId, {
      name: '再来.xlsx',
      mime: XLSX,
      bytes,
    });
    await world.settle();
    const said = await office().ask('song', '导入', { replyTo: file.messageId });
    expect(said).toContain(`新增 0 行，更新 0 行，相同 ${count} 行`);
  });

  async function exportedRaw(words: string) {
    await office().says('song', words);
    const sheet = await sheetOf(fileOf(office().lastBot).bytes);
    const rows = sheet.rows.map(({ cells }) => cells.map(({ text }) => text));
    const at = rows.findIndex((row) => row.includes('存在问题'));
    return { headers: rows[at]!, data: rows.slice(at + 1) };
  }
});
