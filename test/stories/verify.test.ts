import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));

describe('办结，核验，评价', () => {
  beforeAll(async () => {
    world = await openWorld();
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('办结 needs a result: without one a form asks for it', async () => {
    const asked = await group().ask('sun', '办结 #1');
    expect(asked).toContain('办理结果');
    const empty = await group().clicks('sun', group().lastBot, '确认', { reason: '' });
    expect(empty.error?.message ?? empty.toast?.type).toBeTruthy();
    expect(card(1)).toContain('办理中');
    await group().fills('sun', group().card(1), '办结', { reason: '已协调临时仓库' });
    expect(card(1)).toContain('待核验');
    expect(card(1)).toContain('已协调临时仓库');
    expect(textOf(world.private('wang').card(1))).toContain('请核验');
  });

  test('never by who reported it done, in words or by click', async () => {
    const refused = await group().clicks('sun', group().card(1), '属实');
    expect(refused.toast?.type).toBe('warning');
    expect(await group().ask('sun', '核验 #1 属实')).toMatch(/须由.*核验|您不能做这一步/);
    expect(await group().ask('zhao', '核验 #1 属实')).toMatch(/企业联系人、项目秘书、综合办/);
  });

  test('不属实 by the enterprise returns it with the reason and is counted', async () => {
    await group().fills('hua', group().card(1), '不属实', { reason: '只腾出一半' });
    expect(card(1)).toContain('办理中');
    expect(card(1)).toContain('核验不属实 1 次');
    expect(textOf(world.private('sun').card(1))).toContain('只腾出一半');
  });

  test('the office verifies; the enterprise is asked for its opinion in the group', async () => {
    await group().says('sun', '办结 #1 全部腾空');
    expect(await group().ask('song', '核验 #1 属实')).toContain('销号');
    expect(card(1)).toContain('已销号');
    expect(group().card(1).text).toContain('华明');
  });

  test('only the enterprise rates, once; 不满意 says why and reaches the office', async () => {
    expect(await group().ask('wang', '满意 #1')).toContain('企业联系人可以');
    await group().fills('hua', group().card(1), '不满意', { reason: '拖了太久' });
    expect(card(1)).toContain('不满意 · 拖了太久');
    expect(textOf(world.private('song').card(1))).toContain('拖了太久');
    expect(await group().ask('hua', '满意 #1')).toContain('已经评价过了');
  });

  test('a measure is written once and offered to a later similar problem', async () => {
    expect(await group().ask('wang', '固化 #1 堆场扩容先租临时仓库')).toContain('固化措施已记录');
    await group().says('wang', '报 磷石膏二号仓库又堆放不下 生态环境局 3个工作日');
    expect(card(2)).toContain('相似问题 #1 的做法：堆场扩容先租临时仓库');
  });

  test('a measure of another project is not shown to an enterprise', async () => {
    await world.group('cn').says('liu', '报 磷石膏三号仓库堆放不下 生态环境局 3个工作日');
    expect(textOf(world.group('cn').card(3))).not.toContain('#1');
  });

  test('重开 keeps the number, counts and starts a new limit', async () => {
    expect(await group().ask('hua', '重开 #1 雨后又堆满了')).toContain('已重开');
    expect(card(1)).toContain('办理中');
    expect(card(1)).toContain('反弹重开 1 次');
    expect(textOf(world.private('sun').card(1))).toContain('雨后又堆满了');
    expect(await group().ask('hua', '重开 #2 还没关呢')).toContain('现在是“待签收”');
  });

  test('作废 only by who logged it or the office, with a reason, and nothing is deleted', async () => {
    expect(await group().ask('sun', '作废 #2 不归我')).toMatch(/登记人、综合办可以/);
    expect(await group().ask('wang', '作废 #2')).toContain('理由');
    expect(await group().ask('wang', '作废 #2 与 #1 重复')).toContain('已作废');
    expect(card(2)).toContain('已作废');
    expect(await group().ask('wang', '历史 #2')).toContain('与 #1 重复');
  });

  test('the leader may verify, and 基本满意 is one tap', async () => {
    await group().says('sun', '办结 #1 新仓库启用');
    expect(await world.private('tang').ask('tang', '核验 #1 属实')).toContain('销号');
    const rated = await group().clicks('hua', group().card(1), '基本满意');
    expect(rated.toast?.content).toContain('基本满意');
    expect(card(1)).toContain('基本满意');
  });

  test('回头看: ten working days later the verifier is asked once; 反弹 reopens it', async () => {
    await world.advanceTo('2026-12-04 18:00');
    expect(world.private('tang').botTexts.join()).not.toContain('回头看');
    await world.advanceTo('2026-12-07 10:00');
    const asked = world
      .private('tang')
      .messages.filter((one) => textOf(one).includes('回头看'))
      .at(-1)!;
    expect(textOf(asked)).toContain('#1 ');
    expect(textOf(asked)).toContain('没有反弹');
    await world.private('tang').fills('tang', asked, '反弹重开', { reason: '又堆满了' });
    expect(card(1)).toContain('办理中');
    expect(card(1)).toContain('反弹重开 2 次');
  });
});
