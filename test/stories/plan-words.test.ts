/** Words about projects, links and plans: the project said first, 施工 alone, what goes again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPlans } from '../../src/db/plan.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const projectOf = (name: string) =>
  world.deps.db.read(async (tx) => {
    const directory = await world.deps.directory.get(tx);
    return directory.data.projects.find((project) => project.shortNames.includes(name))!;
  });
const plans = async () => {
  const { id } = await projectOf('兴发');
  return world.deps.db.read((tx) => listPlans(tx, id));
};
const planCards = () => group().messages.filter((one) => titleOf(one).includes('倒排工期'));
const agree = async () => {
  for (const key of ['wang', 'hua']) await group().clicks(key, planCards().at(-1)!, '同意');
};

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-30 09:30' });
}, 120_000);
afterAll(() => world.close());

describe('施工 150日 alone', () => {
  test('without a plan says what to say first; of others it is talk', async () => {
    expect(await group().ask('wang', '施工 150日')).toContain('还没有计划');
    expect(await group().ask('wang', '施工 现场积水')).not.toContain('施工工期请写成');
  });

  test('is refused to whom planning is not', async () => {
    expect(await group().ask('zhao', '施工 150日')).toContain('项目秘书');
  });

  test('offers the plan with the new length; nothing is saved before 确认, and then it waits for both sides', async () => {
    await group().says('wang', '倒排 投产 2028-03-01 施工 150日');
    await group().clicks('wang', group().lastBot, '确认');
    await agree();
    const before = (await plans())[0]!;
    expect(before).toMatchObject({ version: 1, state: 'agreed' });
    const shown = await group().ask('wang', '施工 120日');
    expect(shown).toContain('请确认');
    expect(shown).toContain('120 日');
    expect((await plans()).length).toBe(1);
    await group().clicks('wang', group().lastBot, '确认');
    const [draft, agreed] = await plans();
    expect(draft).toMatchObject({ version: 2, state: 'draft', reason: '施工 120日' });
    expect(draft!.payload.construction).toEqual({ n: 120, unit: 'days' });
    expect(draft!.payload.targets.production).toBe(before.payload.targets.production);
    expect(agreed).toMatchObject({ version: 1, state: 'agreed' });
  });

  test('too long or none at all is no length of time', async () => {
    const before = (await plans()).length;
    for (const words of ['施工 0日', '施工 99999日', '施工 很久'])
      expect(await group().ask('wang', words)).toContain('没有听懂');
    expect((await plans()).length).toBe(before);
  });
});

describe('cards of a plan in other chats', () => {
  test('follow 同意 by one side and the other, each changed in place and none posted', async () => {
    // Said in private, the version stands there and in the group.
    await world.private('wang').says('wang', '倒排 兴发 投产 2028-04-03');
    await world.private('wang').clicks('wang', world.private('wang').lastBot, '确认');
    const own = world.private('wang').lastBot;
    await world.settle();
    const shown = planCards().at(-1)!;
    expect(titleOf(shown)).toContain('第 3 版');
    await world.private('song').says('song', '计划 兴发 第3版');
    const office = world.private('song').lastBot;
    const counts = [group().messages.length, world.private('wang').messages.length];
    const text = (message: { messageId: string }, place: { messages: (typeof shown)[] }) =>
      textOf(place.messages.find((one) => one.messageId === message.messageId)!);
    await group().clicks('wang', shown, '同意');
    await world.settle();
    expect(text(own, world.private('wang'))).toContain('待同意：企业联系人');
    expect(text(office, world.private('song'))).toContain('待同意：企业联系人');
    await group().clicks('hua', shown, '同意');
    await world.settle();
    for (const [message, place] of [
      [own, world.private('wang')],
      [office, world.private('song')],
    ] as const) {
      expect(text(message, place)).toContain('已商定');
      expect(text(message, place)).not.toMatch(/\n同意(\n|$)/);
    }
    expect([group().messages.length, world.private('wang').messages.length]).toEqual(counts);
  });

  test('of the version before, and of drafts that were passed over, say so; 同意 on them changes nothing', async () => {
    const [newest, draft, first] = await plans();
    expect([newest!.state, draft!.state, first!.state]).toEqual(['agreed', 'superseded', 'superseded']);
    const old = planCards().find((one) => titleOf(one).includes('第 1 版'))!;
    expect(textOf(old)).toContain('已被取代');
    const passed = planCards().find((one) => titleOf(one).includes('第 2 版'))!;
    expect(textOf(passed)).toContain('已被取代');
    expect(textOf(passed)).not.toMatch(/\n同意(\n|$)/);
  });
});

describe('the project said first', () => {
  test.each([
    ['兴发 第7环节', '第7环节 生态环境影响评价'],
    ['兴发第7环节', '第7环节 生态环境影响评价'],
    ['兴发 导航图', '兴发'],
    ['兴发 进度 施工许可', '第18环节'],
    ['兴发 材料 第11环节', '第11环节'],
    ['兴发 挂图', '兴发磷石膏综合利用项目'],
    ['兴发的晴雨表', '兴发磷石膏综合利用项目'],
    ['兴发 计划 版本', '第 3 版'],
    ['兴发 倒排 投产 2028-05-01', '请确认：兴发磷石膏综合利用项目倒排工期'],
  ])('%s is read like the same with the project behind', async (words, part) => {
    expect(await world.private('wang').ask('wang', words)).toContain(part);
  });

  test('a step said so is a step of that project', async () => {
    await world.private('wang').says('wang', '美利信 进度 第1环节 开始');
    expect(world.private('wang').lastText).toContain('已开始：第1环节');
    const { id } = await projectOf('美利信');
    const [row] = await world.deps.db.session((session) =>
      session.query(`select project_id from issue where kind = 'link' order by id desc limit 1`),
    );
    expect(row?.project_id).toBe(id);
  });

  test('in a group another project is not shown that way either', async () => {
    expect(await group().ask('wang', '美利信 第7环节')).toContain('本群');
    expect(await group().ask('wang', '美利信 第7环节')).not.toContain('办什么');
  });

  test('what is no such sentence stays what it was: a problem, a question', async () => {
    expect(await group().ask('wang', '兴发 材料堆放不下，请生态环境局解决')).not.toContain('没有找到环节');
    expect(await group().ask('wang', '兴发怎么样了')).not.toContain('没有找到环节');
  });
});

describe('what goes again', () => {
  test('a member unit by words, whichever way it is said; the leading one stays', async () => {
    const has = async (name: string) => {
      const { memberUnitIds } = await projectOf('兴发');
      const directory = await world.deps.db.read((tx) => world.deps.directory.get(tx));
      return memberUnitIds.some((id) => directory.unit(id)?.name === name);
    };
    expect(await has('供电公司')).toBe(true);
    expect(await group().ask('zhao', '项目 兴发 成员单位 去掉 供电公司')).toContain('项目秘书');
    expect(await group().ask('wang', '项目 兴发 成员单位 去掉 供电公司')).toContain('已去掉：供电公司');
    expect(await has('供电公司')).toBe(false);
    expect(await group().ask('wang', '项目 兴发 成员单位 去掉 供电公司')).toContain('没有改动');
    expect(await group().ask('wang', '项目 兴发 去掉成员单位 应急管理局')).toContain('已去掉：应急管理局');
    expect(await has('应急管理局')).toBe(false);
    await group().says('wang', '项目 兴发 成员单位 发改局');
    expect(await group().ask('wang', '项目 兴发 成员单位 去掉 发改局')).toContain('牵头单位');
    expect(await group().ask('wang', '项目 兴发 历史')).toContain('应急管理局 → 无');
  });

  test('a contact by words or by name, and the history says whom', async () => {
    expect(await group().ask('wang', '项目 兴发 企业联系人 去掉 陶涛')).not.toContain('已去掉');
    expect(await group().ask('wang', '项目 兴发 企业联系人 去掉 华明')).toContain('已去掉：华明');
    expect((await projectOf('兴发')).contactIds).toEqual([]);
    await group().says('wang', '项目 兴发 企业联系人 @华明');
  });

  test('a daily quantity is switched off, keeps what was reported, and begins anew with it', async () => {
    await group().says('wang', '填方 总量 10000 立方米 到 2027-01-31');
    await group().says('wang', '填方 28');
    expect(await group().ask('zhao', '填方 停用')).toContain('项目秘书');
    expect(await group().ask('wang', '填方 停用')).toContain('已停用“填方”');
    expect(await group().ask('wang', '填方 30')).toContain('没有开“填方”');
    expect(await group().ask('wang', '工程量')).toContain('没有开每日工程量');
    const again = await group().ask('wang', '填方 总量 12000 立方米 到 2027-01-31');
    expect(again).toContain('完成 28 立方米，占总量 12000 立方米');
  });
});

describe('parts of a link', () => {
  test('are ticked one by one on a card that shows which are done; the last asks for 完成', async () => {
    await group().says('wang', '分项 第14环节 3');
    await group().says('zhao', '分项 第14环节');
    const card = group().lastBot;
    expect(textOf(card)).toContain('共 3 项，完成 0 项');
    await group().clicks('zhao', card, '第2项');
    const now = () => group().messages.find((one) => one.messageId === card.messageId)!;
    expect(textOf(now())).toContain('已完成：第 2 项');
    await group().clicks('zhao', now(), '☑ 第2项');
    expect(textOf(now())).toContain('完成 0 项');
    expect(await group().ask('zhao', '分项 第14环节 第1、3项 完成')).toContain('2/3');
    expect(await group().ask('zhao', '分项 第14环节 第9项 完成')).toContain('没有第 9 项');
    expect(await group().ask('zhao', '分项 第14环节')).toContain('已完成：第 1、3 项');
    await group().clicks('zhao', group().lastBot, '第2项');
    expect(textOf(group().lastBot)).toContain('完成 3 项');
    expect(textOf(group().lastBot)).toContain('完成\n');
    const refused = await group().clicks('hua', group().lastBot, '☑ 第2项');
    expect(refused.toast?.type).not.toBe('success');
  });
});
