/** One problem meant in other words than its own: found, told by which words, gone on from, and never beyond what may be seen. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00', processes: 2 });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏临时堆场放不下，影响土建进场 生态环境局 2个工作日');
  await xf.says('wang', '报 项目红线内还有3户未签征地协议 自然资源局 6个工作日');
  const cn = world.group('cn');
  await cn.says('liu', '报 厂区供水压力不足，三楼打不上水 水利局 4个工作日');
  await cn.says('liu', '报 用工缺口120人 人社局 10个工作日');
  await world.group('mlx').says('wang', '报 厂区门口道路破损，大件车进不来 交通运输局 5个工作日');
  await world.group('mlx').says('wang', '报 门前道路夜间没有路灯 住建局 5个工作日');
  await xf.says('song', '作废 #1 重复登记');
  await xf.says('wang', '报 磷石膏临时堆场放不下 生态环境局 2个工作日');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

const talk = (...said: string[]) => talkTo(world, ...said);

describe('found by what was said', () => {
  test.each([
    ['门口路破了那个修了没有', 5, '门口路破'],
    ['关于路灯的那个有下文没有', 6, '路灯'],
    ['用工那个缺一百二十人的补上了吗', 4, '缺一百二十'],
    ['红线里头三户的协议签下来没', 2, '三户'],
    ['路破的那个派下去几天才有人签收的', 5, '路破'],
    ['差百把二十号人的那个咋样了', 4, '找到'],
    ['石膏没地方堆那个事怎么样了', 7, '没地方堆'],
  ])('%s → #%i', async (said, id, word) => {
    const answer = await talk(said);
    expect(answer).toContain(`#${id} `);
    expect(answer).toContain('按您的话');
    expect(answer).toContain(word);
    expect(answer).not.toMatch(/\d 件/);
  });

  test('with the one thing that was asked of it', async () => {
    expect(await talk('供水压力不够的那个归谁在管')).toContain('责任单位水利局');
  });

  test.each([
    ['供水压力不足那件企业评的是满意还是不满意', '企业还没有评价'],
    ['供水压力不足的事上报领导了吗', '没有上报过领导'],
    ['供水压力不足有没有协办单位', '没有协办单位'],
    ['供水压力不足那个问题是哪个项目的', '项目：楚能'],
    ['路灯那个催过没有', '没有催办过'],
  ])('%s: all that can be asked of one problem', async (said, told) => {
    expect(await talk(said)).toMatch(new RegExp(`找到这一件。[^\\n]*${told}`));
  });

  test.each([
    ['我想知道供水压力不足的办理时限到哪天', '时限 '],
    ['我想了解一下厂区门口路面破损推进到哪一步了', '没有签收'],
    ['请说明供水压力不足迟迟未办结的原因', '等'],
    ['查一下厂区门口道路破损的责任单位和责任人', '责任单位交通局'],
    ['供水压力不足一事目前是否已解决', '还没销号'],
    ['请核实“厂区门口道路破损”目前是否超期', '超期'],
    ['请报一下门前道路没有路灯这一问题的办理进展', '没有签收、报进展或报办结'],
  ])('%s: frames are no part of its name, and order nothing', async (said, told) => {
    const answer = await talk(said);
    expect(answer).toMatch(new RegExp(`找到这一件。[^\\n]*${told}`));
    expect(answer).not.toContain('确认');
  });

  test('of another project than was named it is only offered', async () => {
    const answer = await talk('美利信那个三户没签协议的事怎么样了');
    expect(answer).toContain('没有找到美利信写着“三户”、“签协议”的那一件');
    expect(answer).toMatch(/#2 .*兴发/);
  });

  test('two that are described at once', async () => {
    const answer = await talk('路灯那个事 还有供水压力不足那个 两个一起说');
    expect(answer).toContain('找到这两件');
    expect(answer).toContain('#6 ');
    expect(answer).toContain('#3 ');
  });

  test('those that are equally near are offered, and none is told as if it were meant', async () => {
    const answer = await talk('大门口那条路归哪个修');
    expect(answer).toContain('您说的可能是其中一件');
    expect(answer).toMatch(/#5 .*交通局/);
    expect(answer).toMatch(/#6 .*住建局/);
  });

  test.each([
    '食堂空调那件修好没',
    '那个事怎么样了',
    '公安局那件办了没',
    '哪个单位的路灯问题最多',
    '土建进场是什么意思',
    '供水压力不足几年能建好',
    '征地协议到期前几天要办',
  ])('%s: asked back as before', async (said) => {
    expect(await talk(said)).not.toMatch(/按您的话|可能是其中/);
  });

  test.each([
    ['食堂空调那件谁在办', '没有找到写着“食堂空调”的'],
    ['危桥加固谁在管', '没有找到写着“危桥加固”的'],
    ['垃圾中转站搬迁到哪一步了', '没有找到写着“垃圾中转站搬迁”的'],
    ['外墙瓷砖掉了那个签收了没', '没有找到写着“外墙瓷砖掉”的'],
  ])('%s: where none holds the words it is said so', async (said, told) => {
    const answer = await talk(said);
    expect(answer).toContain(told);
    expect(answer).not.toContain('没看懂');
  });

  test.each([
    ['红线三户那件催了几次', '#2 '],
    ['红线里头那3户签了没', '#2 '],
    ['3户超期了没', '#2 '],
    ['用工缺口是不是办完了', '#4 '],
    ['路灯为什么退回', '#6 '],
    ['用工缺口120人，离到期还有几天，谁负责', '#4 '],
  ])('%s: no figure of a kind of matter', async (said, id) => {
    const answer = await talk(said);
    expect(answer).toContain(id);
    expect(answer).toContain('按您的话');
  });

  test.each(['征地的事有几件', '用工的问题怎么样了', '道路的问题催过几次'])(
    '%s: of the kind',
    async (said) => {
      expect(await talk(said)).not.toContain('按您的话');
    },
  );

  test('who may not see it is told the same as if there were none', async () => {
    const answer = await world.group('cn').ask('tao', '红线里头那3户签了没');
    expect(answer).not.toContain('#2 ');
    expect(answer).toContain('没有找到写着“红线”、“3户”的');
  });

  test('a void one is not found', async () => {
    expect(await talk('土建进场那件怎么样了')).not.toContain('#1 ');
  });
});

// Read by its sound, and looked up, it would take half a minute.
test('a letter describes no one problem, and is asked back at once', async () => {
  expect(await talk(`${'路'.repeat(20_000)}那个修了没有`)).toContain('没有听懂');
}, 15_000);

describe('where a word that tells it apart does not stand in it', () => {
  test('it is only offered, as near', async () => {
    const answer = await talk('门前路灯太暗那个怎么样了');
    expect(answer).toContain('#6 ');
    expect(answer).toContain('没有找到写着“门前路灯太暗”的那一件');
    expect(answer).not.toContain('按您的话');
  });

  test.each(['门前路灯太暗那个催一下', '把武汉厂区供水压力不足那个转给水利局'])(
    '%s: shown, and no order is offered',
    async (said) => {
      const answer = await talk(said);
      expect(answer).not.toMatch(/催办 #|转办 #3/);
    },
  );
});

describe('gone on from', () => {
  test.each([
    ['哪个在管', '责任单位水利局'],
    ['期限是哪天', '时限 11月25日'],
    ['还剩几天', '还剩'],
    ['最近一次动静是哪天', '#3'],
    ['催一下', '催办 #3'],
    ['让蒋平盯着点', '催办 #3'],
    ['让水利抓紧', '催办 #3'],
    ['转给蒋平', '转办 #3 蒋平'],
  ])('供水压力那个, then %s', async (said, told) => {
    expect(await talk('供水压力不够那个办得怎么样了', said)).toContain(told);
  });

  test('after a list the one of it that is described', async () => {
    expect(await talk('兴发没办完的有哪些', '三户没签协议那件')).toContain('#2 ');
    expect(await talk('兴发没办完的有哪些', '路灯那件呢')).toContain('#6 ');
  });
});

describe('orders are offered with its number and never carried out', () => {
  test.each([
    ['把供水压力不足那个转给水利局蒋平', '转办 #3 水利局 蒋平'],
    ['路灯那件能不能转给供电公司', '转办 #6 供电公司'],
    ['把三户没签协议的转给自规局李航', '转办 #2 自然资源局 李航'],
    ['让尤佳把缺120人那个抓紧', '催办 #4'],
    ['门口烂路那个催一下', '催办 #5'],
    ['三户征地那个让李航今天办了 行不行', '批示'],
  ])('%s', async (said, offered) => {
    expect(await talk(said)).toContain(offered);
    for (const id of [2, 3, 4, 5, 6]) expect(await talk(`历史 #${id}`)).not.toMatch(/催办|蒋平|转办供电/);
  });
});

describe('an order is offered to nobody who may not give it', () => {
  test.each([
    ['tao', '把供水压力不足那个转给应急局', '说的是 #3 '],
    ['li', '把三户没签协议的转给应急局', '说的是 #2 '],
    ['li', '三户没签协议的转给蒋平', '说的是 #2 '],
  ])('%s: %s', async (who, said, told) => {
    const place = who === 'tao' ? world.group('cn') : world.private(who);
    const answer = await place.ask(who, said);
    expect(answer).toContain(told);
    expect(answer).not.toContain('转办 #');
  });

  test('who may not urge is not offered it', async () => {
    const cn = world.group('cn');
    await cn.ask('tao', '供水压力不足那个怎么样了');
    world.pass(2000);
    const answer = await cn.ask('tao', '让孙倩盯着点');
    expect(answer).toContain('说的是 #3 ');
    expect(answer).not.toContain('催办 #');
  });
});

test('one that is void is shown and no order is told below it', async () => {
  const answer = await talk('作废的有哪些', '影响土建进场那件催一下');
  expect(answer).toContain('#1 ');
  expect(answer).not.toMatch(/催办”|催办 #/);
});

describe('never beyond what may be seen', () => {
  test('a group finds its own, whoever asks', async () => {
    expect(await world.group('mlx').ask('tang', '门口路破了那个修了没有')).toContain('#5 ');
    const other = await world.group('xf').ask('tang', '门口路破了那个修了没有');
    expect(other).not.toContain('#5 ');
    expect(other).not.toContain('道路破损');
  });

  test('somebody who may not see it is asked back', async () => {
    const zheng = world.private('zheng');
    expect(await zheng.ask('zheng', '三户没签协议那件怎么样了')).not.toContain('征地协议');
    expect(await zheng.ask('zheng', '石膏没地方堆那个事怎么样了')).toContain('#7 ');
  });
});

test('closed of late is found where nothing open is meant', async () => {
  await world.private('han').says('han', '签收 #5');
  await world.private('han').says('han', '办结 #5 已修补');
  await world.private('song').says('song', '核验 #5 属实');
  const said = await talk('门口道路破损那个修到哪一步了');
  expect(said).toContain('#5 ');
  expect(said).toContain('已销号');
});

describe('asked of the one that was shown, in words that name nothing else', () => {
  test.each([
    ['经办是谁', '责任单位人社局'],
    ['找哪个问', '责任单位人社局'],
    ['哦 到底是哪家的', '楚能锂电池二期'],
    ['走了几步了 给我说说过程', '历史 #4'],
    ['到底啥情况', '#4 '],
    ['那个谁 让尤佳今天给个说法', '催办 #4'],
  ])('%s', async (said, told) => {
    const answer = await talk('用工缺120人那件怎么样了', said);
    expect(answer).toContain(told);
    expect(answer).not.toContain('未销号 ·');
  });

  test.each(['他们家还有别的事没解决的吗', '住建局几件', '楚能什么时候开工'])(
    '%s is of more than that one',
    async (said) => {
      expect(await talk('用工缺120人那件怎么样了', said)).not.toMatch(/^#4 用工/);
    },
  );
});

test.each([
  ['生态环境局签收几次', /环境局 · 签收 0 次/],
  ['交通局被转办几次', /转给交通局 1 次/],
  ['用工缺口那件给了几天', /共 10 个工作日/],
  ['红线内3户那件要求几天办完', /共 6 个工作日/],
  ['用工缺口那件报到主要领导那了吗', /没有上报/],
  ['用工缺口那件报过几次办结', /还没报办结/],
])('%s is what is asked, of the unit or of the one problem', async (said, told) => {
  expect(await talk(said)).toMatch(told);
});

test('路灯那个事,交通局签了吗: whose it is comes first, where another unit is named', async () => {
  expect(await talk('路灯那个事,交通局签了吗')).toMatch(/不归交通局，责任单位住建局。按您的话/);
});

test('安琪的排污许可证那个问题: of another project, and no link of this one', async () => {
  await world.group('cn').says('liu', '报 排污许可证变更材料退了两次 生态环境局 5个工作日');
  const said = '兴发的排污许可证那个问题办得怎么样了';
  expect(await talk(said)).toContain('没有找到兴发写着“排污许可证”');
  expect(await talk(said, '现在在谁手上')).toContain('上一问没有答上来');
});
