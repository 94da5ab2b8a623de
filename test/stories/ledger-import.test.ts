/** 导入: a ledger sent as a file, looked at, confirmed, written in pages. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SCOPES } from '../../src/sim/sim.ts';
import { type Cell, itemsOf, ledger, messageNow, sends as send, textNow } from '../support/ledger.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-30 09:00' });
  await world.advanceTo('2026-11-30 09:01');
});
afterEach(() => world.close());

const office = () => world.private('song');
const sends = (key: string, bytes: Uint8Array) => send(world, key, bytes);
const now = (key: string, id: string) => textNow(world, key, id);
const items = () => itemsOf(world);
const message = (key: string, id: string) => messageNow(world, key, id);

const ROWS: Cell[][] = [
  ['1', '兴发磷石膏综合利用项目', '磷石膏堆场道路未硬化', '住建局', '2026-12-20', '正在招标', '否'],
  ['2', '兴发', '施工用电未接入', '供电公司', '2026-10-20', '', '否'],
  ['3', '美利信', '安全生产宣传', '应急局', '长期坚持', '', '否'],
  ['4', '美利信', '用地红线未划定', '自规局', '2026-09-30', '已划定', '是'],
  ['5', '美利信', '排水口选址', '水务局', '', '', ''],
];

describe('导入', () => {
  test('a ledger is shown first, written on 确认, and sent again changes nothing', async () => {
    const shown = await sends('song', await ledger(ROWS));
    expect(shown).toContain('新增 5 行');
    expect(shown).toContain('已过期 1 件：按历史记下，先不提醒');
    expect(shown).toContain('长期 1 件');
    expect(shown).toContain('没写时限 1 件：按默认 5 个工作日');
    expect(shown).toContain('1 件没有销号日期，只计入累计');
    expect(await items()).toEqual([]);
    const card = office().lastBot;
    const groups = world.group('xf').messages.length;
    await office().clicks('song', card, '确认');
    expect(now('song', card.messageId)).toContain('写入 5 行，更新 0 行，相同 0 行');
    expect(now('song', card.messageId)).toContain('1 件没有销号日期，只计入累计');
    const all = await items();
    expect(all.map(({ title, status }) => [title, status])).toEqual([
      ['磷石膏堆场道路未硬化', 'working'],
      ['施工用电未接入', 'unsigned'],
      ['安全生产宣传', 'unsigned'],
      ['用地红线未划定', 'closed'],
      ['排水口选址', 'unsigned'],
    ]);
    expect(world.group('xf').messages.length).toBe(groups);
    expect(await sends('song', await ledger(ROWS))).toContain('新增 0 行，更新 0 行，相同 5 行');
    expect(titleOf(office().lastBot)).toContain('请核对');
  });
});

describe('导入: what it offers and says', () => {
  test('alone it explains in three lines and sends a table to fill in, which it reads itself', async () => {
    expect(await office().ask('song', '导入')).toMatch(/1\. .*\n2\. .*\n3\. /);
    await office().clicks('song', office().lastBot, '样表');
    const { files } = world.sim.snapshot() as { files: Record<string, { name: string; data: string }> };
    const sent = files[(office().lastBot.content as { file_key: string }).file_key]!;
    expect(sent.name).toBe('问题清单样表 2026-11-30.xlsx');
    expect(await sends('song', Buffer.from(sent.data, 'base64'))).toContain('新增 0 行');
  });

  test('a file sent without a word is offered, and nothing is read before 导入 is said or pressed', async () => {
    const place = office();
    const bytes = await ledger(ROWS);
    await world.sim.upload(world.openId('song'), place.chatId, { name: '台账.xlsx', mime: XLSX, bytes });
    await world.settle();
    expect(titleOf(place.lastBot)).toBe('要导入这个文件吗？');
    expect(await world.deps.db.session((one) => one.query('select id from ledger_import'))).toEqual([]);
    const offer = place.lastBot;
    await place.clicks('song', offer, '导入');
    expect(now('song', offer.messageId)).toContain('正在读 台账.xlsx');
    expect(place.lastText).toContain('新增 5 行');
    expect(await place.ask('song', '导入')).toContain('新增 5 行');
  });

  test('whoever has no use for a ledger is answered as before, and told who may', async () => {
    const place = world.private('sun');
    const file = await world.sim.upload(world.openId('sun'), place.chatId, {
      name: '台账.xlsx',
      mime: XLSX,
      bytes: await ledger(ROWS),
    });
    await world.settle();
    expect(place.lastText).toContain('文件我还读不了');
    expect(await place.ask('sun', '导入', { replyTo: file.messageId })).toContain('综合办、项目秘书、管理员');
  });

  test('in a project group it says where; in the group of the office it works for whoever may', async () => {
    expect(await world.group('xf').ask('wang', '导入')).toContain('私聊');
    const group = world.group('office');
    const file = await world.sim.upload(world.openId('song'), group.chatId, {
      name: '台账.xlsx',
      mime: XLSX,
      bytes: await ledger(ROWS),
    });
    await group.says('song', '导入', { replyTo: file.messageId });
    expect(group.lastText).toContain('im:message.group_msg');
    world.sim.setScopes([...DEFAULT_SCOPES, 'im:message.group_msg']);
    await group.says('song', '导入', { replyTo: file.messageId });
    expect(group.lastText).toContain('新增 5 行');
    const refused = await group.clicks('tang', group.lastBot, '确认');
    expect(JSON.stringify(refused)).toContain('请由发起导入的人点');
    expect(await items()).toEqual([]);
    expect(await group.ask('song', '导入')).toContain('请回复那条文件消息');
  });
});

describe('导入: rights', () => {
  test('a secretary writes only into own projects; rows of others are named, not dropped', async () => {
    const rows = [...ROWS.slice(0, 3), ['6', '楚能', '环评未批', '生态环境局', '2026-12-30', '', '']];
    const shown = await sends('wang', await ledger(rows as Cell[][]));
    expect(shown).toContain('新增 3 行');
    expect(shown).toContain('不能写 1 行');
    expect(shown).toContain('“楚能锂电池二期”不是您的项目');
    await world.private('wang').clicks('wang', world.private('wang').lastBot, '确认');
    expect(world.private('wang').lastText).toContain('没写入 1 行');
    expect(world.private('wang').lastText).toContain('台账!C5 环评未批');
    expect(await items()).toHaveLength(3);
  });

  test('rights lost between preview and writing refuse the rows', async () => {
    await sends('wang', await ledger(ROWS.slice(0, 2)));
    const card = world.private('wang').lastBot;
    await world.private('lin').says('lin', '项目 兴发 秘书 @刘敏');
    const project = await world.deps.db.read(async (tx) =>
      (await world.deps.directory.get(tx)).data.projects.find(({ name }) => name.startsWith('兴发')),
    );
    await world.deps.db.transaction(async (tx) => {
      const { updateProject } = await import('../../src/db/project.ts');
      await updateProject(tx, project!.id, { secretaryId: null });
    });
    await world.private('wang').clicks('wang', card, '确认');
    expect(now('wang', card.messageId)).toContain('没写入 2 行');
    expect(await items()).toEqual([]);
  });

  test('only whoever sent the file may press its buttons', async () => {
    await sends('song', await ledger(ROWS));
    const card = office().lastBot;
    for (const button of ['确认', '取消', '更多', '改列']) {
      const answer = await world.sim.click(world.openId('wang'), card.messageId, button).catch(String);
      expect(JSON.stringify(answer)).not.toContain('"card"');
    }
    expect(await items()).toEqual([]);
  });
});

describe('导入: names', () => {
  const strange: Cell[][] = [
    ['1', '兴发', '消防水池未验收', '市消防支队', '2026-12-20', '', ''],
    ['2', '磷石膏综合利用', '围墙未建', '住房局', '2026-12-21', '', ''],
  ];

  test('what nobody is called by is asked in one form, and known when the next file says it', async () => {
    const shown = await sends('song', await ledger(strange));
    expect(shown).toContain('名称没对上 3 个');
    expect(shown).toContain('项目“磷石膏综合利用”没有对上');
    const card = office().lastBot;
    await office().clicks('song', card, '对名称');
    const form = office().messages.find(({ messageId }) => messageId === card.messageId)!;
    expect(textOf(form)).toContain('单位“市消防支队”（1 处）');
    const options = optionsOf(form);
    const pick = (label: RegExp, of: RegExp) => {
      const nth = options.findIndex(({ name }) => label.test(name));
      const value = options[nth]!.options.find(({ text }) => of.test(text))!.value;
      return [`pick_${nth}`, value];
    };
    const values = Object.fromEntries([
      pick(/磷石膏综合利用/, /^兴发/),
      pick(/市消防支队/, /消防救援大队/),
      pick(/住房局/, /住建局/),
    ]);
    await office().clicks('song', form, '确认', values);
    const after = now('song', card.messageId);
    expect(after).toContain('新增 2 行');
    expect(after).not.toContain('不能写');
    await office().clicks('song', await message('song', card.messageId), '确认');
    const units = await unitNames();
    expect((await items()).map(({ unitId }) => units.get(unitId!))).toEqual(['消防救援大队', '住建局']);
    const again = [['3', '磷石膏综合利用', '大门未装', '市消防支队', '2026-12-25', '', '']];
    const next = await sends('song', await ledger(again));
    expect(next).toContain('新增 1 行');
    expect(next).not.toContain('名称没对上');
  });

  test('a unit left open goes to the queue with its name kept, and no name is made by who may not', async () => {
    await sends('wang', await ledger([strange[0]!]));
    const place = world.private('wang');
    const card = place.lastBot;
    await place.clicks('wang', card, '对名称');
    const form = await message('wang', card.messageId);
    expect(optionsOf(form)[0]!.options.map(({ value }) => value)).not.toContain('new');
    await place.clicks('wang', form, '确认', { pick_0: 'none' });
    await place.clicks('wang', await message('wang', card.messageId), '确认');
    const [item] = await items();
    expect(item).toMatchObject({ status: 'unrouted', unitId: null });
    expect(item!.text).toContain('责任单位：市消防支队');
  });
});

async function unitNames(): Promise<Map<number, string>> {
  return world.deps.db.read(async (tx) => {
    const { units } = (await world.deps.directory.get(tx)).data;
    return new Map(units.map(({ id, name }) => [id, name]));
  });
}

/** The pickers of a form in their order, with the words above each. */
function optionsOf(form: {
  content: unknown;
}): { name: string; options: { text: string; value: string }[] }[] {
  const body = form.content as { body: { elements: { tag: string; elements?: unknown[] }[] } };
  const inner = body.body.elements.find(({ tag }) => tag === 'form')?.elements as {
    tag: string;
    text?: { content: string };
    options?: { text: { content: string }; value: string }[];
  }[];
  return inner.flatMap((element, at) =>
    element.tag === 'select_static'
      ? [
          {
            name: inner[at - 1]?.text?.content ?? '',
            options: element.options!.map(({ text, value }) => ({ text: text.content, value })),
          },
        ]
      : [],
  );
}
