import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../support/table.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;

/** Every example of the table with a problem, a person and a group that exist here. */
const EXAMPLES = COMMANDS.flatMap((row) =>
  row.example.map((text) => ({
    row: row.name,
    text: text
      .replaceAll('#12', '#1')
      .replaceAll('#9', '#2')
      .replace(
        /@(张三|李四|王五)/g,
        (_, name) => ({ 张三: '@李航', 李四: '@赵磊', 王五: '@钱进' })[name as '张三']!,
      )
      .replace('宜都市', '宜化高新区')
      .replace('园区要素保障群', '美利信项目专班'),
    private: row.where === 'private' || row.admin === true,
    group: row.where === 'group',
  })),
);

describe('every command of the table', () => {
  beforeAll(async () => {
    world = await openWorld();
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 12月10日');
    await world.group('xf').says('wang', '报 围墙倒塌 住建局 3个工作日');
  });
  afterAll(() => world.close());

  test.each(EXAMPLES.filter((one) => !one.private))(
    '$text is understood and answered ($row)',
    async ({ row, text }) => {
      const group = world.group('xf');
      const before = group.messages.map((one) => one.updatedAt).join();
      const said = await group.ask('wang', text);
      const changed = group.messages.map((one) => one.updatedAt).join() !== before;
      expect(said !== '' || changed, row).toBe(true);
      expect(said).not.toMatch(/没有听懂|出错了|undefined|null|NaN|\[object/);
      expect(said, 'understood, so no usage line').not.toContain('用法：');
    },
  );

  test.each(EXAMPLES.filter((one) => one.private))(
    '$text is understood and answered in private ($row)',
    async ({ text }) => {
      const own = world.private('lin');
      const before = own.messages.length;
      const said = await own.ask('lin', text.replaceAll('@', ''));
      // The question itself, and what answers it: words, a card or a file.
      expect(own.messages.length).toBeGreaterThan(before + 1);
      expect(said).not.toMatch(/没有听懂|出错了|undefined|null|NaN|\[object/);
    },
  );

  test('帮助 explains every command by its first word', async () => {
    const own = world.private('wang');
    const all = await own.ask('wang', '帮助');
    for (const word of ['报', '转办', '签收', '延期', '清单']) expect(all).toContain(word);
    for (const word of new Set(COMMANDS.map((row) => row.words[0]))) {
      const said = await own.ask('wang', `帮助 ${word}`);
      expect(said, word).toContain(word);
      expect(said, word).not.toMatch(/没有听懂|出错了|undefined/);
    }
  });

  test('帮助 shows what its reader may use：管理 to administrators in private, little to the enterprise', async () => {
    const privately = (key: string) => world.private(key).ask(key, '帮助');
    expect(await privately('lin')).toContain('失败消息');
    expect(await privately('wang')).not.toMatch(/失败消息|节假日/);
    const contact = await world.group('xf').ask('hua', '帮助');
    for (const word of ['报', '核验', '满意度', '清单']) expect(contact).toContain(word);
    expect(contact).not.toMatch(/转办|挂账|红黑榜|交接|失败消息/);
    const xf = world.group('xf');
    await world.sim.addMembers(xf.chatId, world.openId('wang'), [world.openId('lin')]);
    expect(await xf.ask('lin', '帮助')).not.toContain('失败消息');
  });
});

describe('commands that need a number', () => {
  beforeAll(async () => {
    world = await openWorld();
    // Replied-to messages and pictures are only read with this scope.
    world.sim.setScopes([...world.sim.scopes(), 'im:message.group_msg']);
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 12月10日');
  });
  afterAll(() => world.close());

  test('without one they say so, with the usage line; in reply to the card they need none', async () => {
    const group = world.group('xf');
    const said = await group.ask('sun', '签收');
    expect(said).toContain('请写明编号，或直接回复那张问题卡片');
    expect(said).toContain('用法：签收 #编号');
    const card = group.card(1);
    expect(await group.ask('sun', '签收', { replyTo: card.messageId })).toContain('#1 已签收');
    expect(await group.ask('sun', '进展 已联系两家企业', { replyTo: card.messageId })).toContain(
      '#1 进展已记录',
    );
    expect(textOf(group.card(1))).toContain('已联系两家企业');
  });

  test('full-width forms, missing spaces, quotes and trailing marks do not matter', async () => {
    const group = world.group('xf');
    expect(await group.ask('wang', '催办#1。')).toContain('#1 已催办');
    expect(await group.ask('song', '「催办 #1」')).toContain('#1 已催办');
    expect(await group.ask('sun', '进展#1 明天签合同！')).toContain('进展已记录');
  });

  test('a number that does not exist is said so', async () => {
    for (const text of [
      '签收 #99',
      '查 #99',
      '历史 #99',
      '怎么算的 #99',
      '相似 #99',
      '撤销 #99',
      '延期 #99 到 12月20日 等批复',
    ]) {
      expect(await world.group('xf').ask('sun', text), text).toContain('没有 #99');
    }
  });

  test('reasons that are missing are asked for', async () => {
    const group = world.group('xf');
    expect(await group.ask('sun', '延期 #1 到 12月20日')).toContain('理由');
    expect(await group.ask('sun', '延期 #1')).toContain('新的完成时限');
    expect(await group.ask('sun', '挂账 #1')).toContain('预计恢复日期');
    expect(await group.ask('wang', '作废 #1')).toContain('理由');
    expect(await group.ask('sun', '进展 #1')).toContain('进展');
    expect(await group.ask('wang', '改时限 #1')).toContain('完成时限');
    expect(await group.ask('wang', '改单位 #1')).toContain('责任单位');
  });

  test('报 in reply to somebody else’s message logs that message and keeps who said it', async () => {
    const group = world.group('xf');
    const talk = await group.says('hua', '东门的路灯又不亮了，住建局能不能下周三前修好', { atBot: false });
    await group.says('wang', '报', { replyTo: talk.messageId });
    expect(textOf(group.card(2))).toContain('住建局');
    expect(textOf(group.card(2))).toContain('12月2日（周三）');
    expect(textOf(group.card(2))).toContain('华明');
    expect(await group.ask('song', '报', { replyTo: talk.messageId })).toContain('已经登记过');
    const more = await group.says('hua', '二号门的护栏松了', { atBot: false });
    await group.says('wang', '报 住建局 3天内', { replyTo: more.messageId });
    expect(textOf(group.card(3))).toContain('二号门的护栏松了');
    expect(textOf(group.card(3))).toContain('住建局');
    expect(textOf(group.card(3))).toContain('11月26日（周四）');
  });

  test('a picture sent in reply to the card is kept with the problem', async () => {
    const group = world.group('xf');
    const card = group.card(1);
    await world.sim.upload(
      world.openId('sun'),
      group.chatId,
      { name: '现场.png', mime: 'image/png', bytes: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]) },
      { replyTo: card.messageId },
    );
    await world.settle();
    expect(textOf(group.card(1))).toContain('附件 1 个');
  });
});
