/** 环节模板: an administrator looks at it, changes it by words, takes it out to Excel and back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeTemplate } from '../../src/db/link.ts';
import { chosenTemplate, findTemplate } from '../../src/db/link-template.ts';
import { DEFAULT_TEMPLATE, DEFAULT_TEMPLATE_NAME } from '../../src/domain/plan/default-template.ts';
import { forgeClick, strangeGroup } from '../security/forge.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-30 09:00' });
  await world.advanceTo('2026-11-30 09:01');
});
afterEach(() => world.close());

const admin = () => world.private('lin');
const ask = (words: string) => admin().ask('lin', words);
const chosen = () => world.deps.db.read((tx) => chosenTemplate(tx));
const link = async (no: number) => (await chosen()).links.find((one) => one.no === no);
/** 确认 on the newest card, and what stands there then. */
async function confirm(): Promise<string> {
  const card = admin().lastBot;
  await admin().clicks('lin', card, '确认');
  return textOf(admin().messages.find((one) => one.messageId === card.messageId) ?? card);
}
/** A project that took its copy. */
const taken = () =>
  world.deps.db.transaction((tx) => {
    const { links, ...basis } = DEFAULT_TEMPLATE;
    const copies = links.map((definition) => ({ definition, unitId: null, unconcerned: null }));
    return takeTemplate(tx, { projectId: 1, name: basis.name, basis, links: copies, byId: null }, world.now);
  });

describe('环节模板', () => {
  test('lists what is chosen, what is 待确认, which authorities no unit is found for, and the last review', async () => {
    await taken();
    await admin().agrees('lin', '单位 撤销 水利局');
    const said = await ask('环节模板');
    expect(said).toContain(`${DEFAULT_TEMPLATE_NAME}（选用中）`);
    expect(said).toContain('22 个环节，待确认 9 个：第 3、5、12、13、14、19、20、21、22 环节');
    expect(said).toContain('上次复核 2026-11-28');
    expect(said).toContain('第8环节 水土保持方案（水利局、水利、水务）');
    expect(said).not.toContain('第12环节 水、电、气、热');
    expect(said).toContain('已有 1 个项目采用了环节');
  });

  test('a fact is shown before and after, written on 确认, and 取消 leaves it', async () => {
    await taken();
    const asked = await ask('环节 11 承诺 5个工作日');
    expect(asked).toContain('第11环节 建设工程规划许可证');
    expect(asked).toMatch(/承诺\s*原：7个工作日\s*改为：5个工作日/);
    expect(asked).toContain('已经采用环节的 1 个项目保留各自原来的');
    await admin().clicks('lin', admin().lastBot, '取消');
    expect((await link(11))?.promised.n).toBe(7);
    await ask('环节 11 承诺 5个工作日');
    expect(await confirm()).toContain('已改。');
    expect((await link(11))?.promised).toEqual({ n: 5, unit: 'working-days' });
    expect(await ask('环节模板')).toContain('最近改动 11-30 09:0');
    expect(await ask('环节 工规证 承诺 5个工作日')).toContain('本来就是这样');
  });

  test.each<[string, string, object]>([
    [
      '环节 施工许可 法定 20日 《建筑法》第八条',
      '改为：20日（《建筑法》第八条）',
      { no: 18, statutory: { n: 20, unit: 'days', law: '《建筑法》第八条' } },
    ],
    [
      '环节 18 法定 10个工作日',
      '改为：10个工作日（《建筑法》第八条）',
      { no: 18, statutory: { n: 10, unit: 'working-days', law: '《建筑法》第八条' } },
    ],
    ['环节 水保 单位 自然资源局', '原：按关键词匹配', { no: 8, unitId: expect.any(Number) }],
    ['环节 11 联络人 @孙倩', '改为：孙倩', { no: 11, contactId: expect.any(Number) }],
    ['环节11 名称 工程规划许可', '改为：工程规划许可', { no: 11, name: '工程规划许可' }],
    [
      '环节 11 材料 增加 日照分析报告（可容缺）',
      '日照分析报告（可容缺）',
      {
        no: 11,
        materials: expect.arrayContaining([{ name: '日照分析报告', deferrable: true, producedBy: null }]),
      },
    ],
    [
      '环节 11 紧前 5、4建议',
      '改为：4建议、5',
      {
        no: 11,
        dependencies: [
          expect.objectContaining({ on: 'land-title', hard: true }),
          { on: 'land-permit', kind: 'recommended-flow', hard: false },
        ],
      },
    ],
    ['环节 12 费用 按发改部门公布的标准', '原：按协议', { no: 12, fee: '按发改部门公布的标准' }],
    ['环节 1 地点 政务服务大厅三楼', '原：责任单位窗口', { no: 1, place: '政务服务大厅三楼' }],
    ['环节 16 不涉及', '改为：不涉及', { no: 16, trigger: expect.objectContaining({ concerned: false }) }],
    ['环节 12 确认', '改为：是', { no: 12, confirmedOn: '2026-11-30' }],
    ['环节 6 承诺 即办', '改为：即办', { no: 6, promised: { n: 1, unit: 'same-day' } }],
  ])('%s', async (words, shown, after) => {
    expect(await ask(words)).toContain(shown);
    await confirm();
    const { no } = after as { no: number };
    expect(await link(no)).toMatchObject(after);
  });

  const REFUSED = [
    ['环节 11 承诺 0个工作日', '时限不能是 0'],
    ['环节 11 承诺 5', '请写明工作日还是日'],
    ['环节 11 承诺 5天左右', '没看懂时限'],
    ['环节 6 法定 10个工作日', '请写明法定时限的依据'],
    ['环节 11 单位 城管执法局', '没有叫“城管执法局”的单位'],
    ['环节 11 联络人 查无此人', '没有叫“查无此人”的人'],
    ['环节 10 紧前 11', '会互相等：第10环节、第11环节'],
    ['环节 10 紧前 10', '没看懂紧前“10”'],
    ['环节 10 紧前 99', '没看懂紧前“99”'],
    ['环节 11 材料 增加 申请表、申报授权书、情况说明', '已经有材料'],
    ['环节 11 材料 删除 没有的材料', '没有材料“没有的材料”。现有：1 申请表'],
    ['环节 11 名称 施工图审查', '这个名称已经是第14环节'],
    ['环节 33 承诺 5个工作日', '没有环节“33”'],
    ['环节 规划许可证 承诺 5个工作日', '可能是：第4环节 建设用地规划许可证、第11环节 建设工程规划许可证'],
    ['环节 1 确认', '没有待确认的内容'],
    ['环节模板 选用 物流', '没有模板“物流”。现有'],
    ['环节模板 新建', '请写模板名称'],
    ['环节模板 导入', '再回复那条文件消息'],
  ] as const;

  test('what cannot be taken is answered with what to say instead, and writes nothing', async () => {
    for (const [words, answer] of REFUSED) expect(await ask(words), words).toContain(answer);
    expect(await chosen()).toEqual(DEFAULT_TEMPLATE);
  });

  test('a copy is made, chosen, changed; the one of before stays as it was', async () => {
    expect(await ask('环节模板 新建 物流项目')).toContain('已新建模板“物流项目”');
    expect(await ask('环节模板 新建 物流项目')).toContain('已经有模板“物流项目”');
    expect(await ask('环节模板 选用 物流项目')).toMatch(/原：工业项目 22 环节\s*改为：物流项目/);
    expect(await confirm()).toContain('要换回请发：环节模板 选用 工业项目 22 环节');
    await ask('环节 11 承诺 3个工作日');
    await confirm();
    expect((await link(11))?.promised.n).toBe(3);
    expect((await chosen()).name).toBe('物流项目');
    expect((await world.deps.db.read((tx) => findTemplate(tx, DEFAULT_TEMPLATE_NAME)))?.template).toEqual(
      DEFAULT_TEMPLATE,
    );
    expect(await ask('环节模板')).toContain('物流项目（选用中）');
  });

  test('all that is 待确认 is listed with its figures before it is confirmed', async () => {
    const asked = await ask('环节模板 确认全部');
    expect(asked).toContain('把 9 个待确认的环节记为已确认');
    expect(asked).toContain('第12环节 水、电、气、热、通信报装与接入方案：承诺 10个工作日；法定 无');
    expect(await confirm()).toContain('已确认 9 个环节');
    expect(await ask('环节模板')).toContain('22 个环节，都已确认');
    expect(await ask('环节模板 确认全部')).toContain('没有待确认的环节');
  });

  test('is the administrator’s, in private; a question about a link is none of it', async () => {
    expect(await world.private('sun').ask('sun', '环节模板')).toContain('管理员');
    expect(await world.private('sun').ask('sun', '环节 11 承诺 5个工作日')).toContain('管理员');
    expect(await strangeGroup(world, ['lin']).ask('lin', '环节模板')).toContain('私聊');
    for (const words of ['环节 11 材料', '环节 环评', '环节 11 承诺'])
      expect(await ask(words)).not.toContain('请确认');
    expect(await chosen()).toEqual(DEFAULT_TEMPLATE);
  });

  test('a card forwarded or clicked by somebody else changes nothing', async () => {
    await ask('环节 11 承诺 5个工作日');
    const card = admin().lastBot;
    const draftId = /"draftId":"([^"]+)"/.exec(JSON.stringify(card.content))?.[1];
    expect(draftId).toBeDefined();
    for (const key of ['sun', 'song'])
      await forgeClick(world, key, world.private(key), { do: 'confirm-draft', draftId });
    expect((await link(11))?.promised.n).toBe(7);
  });

  test('two drafts for one link both hold: the second is laid over the first', async () => {
    await ask('环节 11 承诺 5个工作日');
    const first = admin().lastBot;
    await ask('环节 11 费用 不收');
    await confirm();
    await admin().clicks('lin', first, '确认');
    expect(await link(11)).toMatchObject({ promised: { n: 5 }, fee: '不收' });
  });

  test('three months after the last review 体检 says so, the morning report once, until 已复核', async () => {
    const reports = () => world.group('office').botTexts.filter((text) => text.includes('健康自报')).slice(-1)[0] ?? '';
    expect(await ask('体检')).toContain('上次复核 2026-11-28');
    world.outageUntil('2027-03-01 08:00');
    await world.advanceTo('2027-03-01 09:00');
    expect(reports()).toContain('上次复核 2026-11-28，已满三个月');
    world.outageUntil('2027-03-02 08:00');
    await world.advanceTo('2027-03-02 09:00');
    expect(reports()).not.toContain('已满三个月');
    expect(await ask('体检')).toContain('已满三个月');
    expect(await ask('环节模板 已复核')).toMatch(/原：2026-11-28\s*改为：2027-03-02/);
    expect(await confirm()).toContain('2027-03-02 复核过');
    expect(await ask('体检')).not.toContain('已满三个月');
    expect(await ask('环节模板 已复核')).toContain('已经记为复核过');
  });
});
