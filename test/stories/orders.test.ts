/** Orders in free words: found wherever they stand, offered as the command they are, never run by themselves. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00', processes: 2 });
  await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 2个工作日');
  await world.group('xf').says('wang', '报 征地三户未签 自然资源局 2个工作日');
  await world.group('mlx').says('wang', '报 图审意见没回 住建局 2个工作日');
  await world.private('zhao').says('zhao', '办结 #3 图审已过');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

const talk = (...said: string[]) => talkTo(world, ...said);

const history = (id: number) => talk(`历史 #${id}`);

test.each([
  ['给我催一下所有没办完的', /未销号 3 件/],
  ['环保局没办完的你催一哈', /环境局 · 未销号 1 件/],
  ['把没办完的那些都催一哈', /未销号 3 件/],
  ['往自然资源局再催一次征地那个', /资规局 · 用地类 · 未销号 1 件/],
  ['周正那边再催一下', /资规局 · 未销号 1 件/],
  ['行，那你帮我催一下环保局，今天下班前给个回话', /环境局 · 未销号 1 件/],
])('%s: the problems it means, one button each', async (said, title) => {
  const answer = await talk(said);
  expect(answer).toMatch(title);
  expect(answer).toContain('要催哪一件？');
  for (const id of [1, 2]) expect(await history(id)).not.toContain('催办');
});

test('why it is urged may stand behind it, and what nobody may see is not found instead of logged', async () => {
  for (const said of ['帮我催一下征地那件，人家一直没回', '征地那件催一下吧,都拖一个礼拜了'])
    expect(await talk(said)).toMatch(/说的是 #2 征地三户未签[\s\S]*催办 #2$/);
  for (const said of ['帮我催一下电梯那件,住建局一直没回', '催一下住建局把电梯那件抓紧办'])
    expect(await talk(said)).toContain('没有找到写着“电梯”的那一件');
});

test('what was just shown or answered is what is urged, and of somebody only theirs', async () => {
  expect(await talk('#1', '给他催一哈')).toMatch(/催办 #1$/);
  expect(await talk('#2', '你给他们发个催办，就说我讲的')).toMatch(/催办 #2$/);
  const theirs = await talk('兴发没办完的有几件', '没签的催一下');
  expect(theirs).toMatch(/兴发 · 待签收 2 件/);
  expect(theirs).not.toContain('#3');
});

test('a question with an order behind it is answered, and the order offered', async () => {
  const said = await talk('环保局没办完的有几件，让他们抓紧');
  expect(said).toContain('环境局现在未销号 1 件');
  expect(said).toContain('要催哪一件？');
  expect(said).toContain('催办 #1');
});

test.each([
  '没签就算了莫催',
  '催办最多的是哪个单位',
  '今天都催了谁',
  '有哪些还没催',
  '怎么催办',
  '催办有没有回音',
  '催办发出去多少了',
])('%s is no order', async (said) => {
  expect(await talk(said)).not.toContain('要催哪一件？');
});

test('退回去重办 is 核验 不属实 before it is struck off, and 重开 after; neither by itself', async () => {
  const waiting = await talk('#3', '那退回去叫他们重新办');
  expect(waiting).toContain('核验 #3 不属实');
  expect(await history(3)).not.toContain('不属实');
  expect(await talk('#1', '那退回去叫他们重新办')).toContain('没有报办结');
  await world.private('song').says('song', '核验 #3 属实');
  expect(await talk('#3', '那退回去叫他们重新办')).toContain('重开 #3');
  world.pass(16 * 60_000);
  expect(await talk('那退回去叫他们重新办')).not.toContain('#3');
});

test('把 #1 给县长报一下: the ladder does that by itself, 上会 is offered', async () => {
  const said = await talk('把1号给唐县长报一下');
  expect(said).toContain('自动进行');
  expect(said).toContain('上会 #1');
});

describe('several at once', () => {
  const tang = () => world.private('tang');
  const urged = async (id: number) => (await history(id)).match(/催办/g)?.length ?? 0;

  test('都催一下: each is named, nothing happens before 确认, and two taps at once urge once', async () => {
    await talk('待签收的有哪些', '都帮我催一下');
    const preview = tang().lastBot;
    expect(titleOf(preview)).toBe('请确认：催办 2 件');
    const shown = textOf(preview);
    expect(shown).toContain('待签收 2 件');
    for (const id of [1, 2]) {
      expect(shown).toContain(`#${id}`);
      expect(await urged(id), String(id)).toBe(0);
    }
    const tap = () => world.sim.click(world.openId('tang'), preview.messageId, '确认');
    const toasts = (await Promise.all([tap(), tap()])).map(({ toast }) => toast?.content);
    await world.settle();
    expect(toasts.toSorted()).toEqual(['已催办 2 件', '这张确认卡已经处理过了'].toSorted());
    for (const id of [1, 2]) expect(await urged(id), String(id)).toBe(1);
  });

  test('what was urged today is left out and said; when all were, nothing is asked', async () => {
    await world.group('mlx').says('wang', '报 塔吊证件过期 住建局 2个工作日');
    const said = await talk('待签收的有哪些', '都催一遍');
    expect(said).toContain('请确认：催办 1 件');
    expect(said).toMatch(/#1 不催：今天您已经催办过/);
    await tang().clicks('tang', tang().lastBot, '取消');
    expect(await urged(4)).toBe(0);
    expect(await talk('兴发待签收的有哪些', '都催一下')).toMatch(/2 件，没有可以催办的：今天您已经催办过/);
  });

  test('only its author confirms, and what was struck off meanwhile is not urged and said', async () => {
    const group = world.group('mlx');
    await group.says('wang', '报 水压不足 水利局 2个工作日');
    await group.ask('wang', '没办完的有哪些');
    await group.says('wang', '都催一下');
    const preview = group.lastBot;
    expect(titleOf(preview)).toMatch(/^请确认：催办 \d 件$/);
    expect((await group.clicks('tang', preview, '确认')).toast?.content).toBe('请由发起人本人确认');
    await world.private('song').says('song', '作废 #4 误报');
    const { toast } = await group.clicks('wang', preview, '确认');
    expect(toast?.content).toMatch(/^已催办 \d 件，1 件没有催$/);
    expect(await urged(4)).toBe(0);
    expect(await urged(5)).toBe(1);
  });

  test('with nothing before it is asked which; of what none is open that is said of the order', async () => {
    expect(await talk('都催一遍')).toContain('要催哪些？');
    expect(await talk('今天到期的催一下')).toContain('“今天到期 · 未销号”0 件，没有要催办、转办的');
  });

  test.each([
    ['给没签收的单位都催一下', /待签收/],
    ['红的全部催一下', /红色/],
    ['兴发的都催一下', /兴发 · 未销号/],
    ['周正那边再催一下', /资规局 · 未销号/],
    ['通知环保局把没办完的抓紧', /环境局 · 未销号/],
  ])('%s is of those alone, whatever was asked before', async (said, title) => {
    const answer = await talk('住建局没办完的有几件', said);
    expect(answer).toMatch(title);
    expect(answer.split('\n')[0]).not.toContain('住建局');
  });
});

describe('of the one that was shown', () => {
  test.each([
    ['延到下周五', '责任单位、签收人、项目秘书、综合办可以'],
    ['给延三天', '您不能做这一步'],
    ['挂一下账', '您不能做这一步'],
    ['退回去', '催办 #1'],
    ['加急', '上会 #1'],
    ['这件别催了', '好的，没有催'],
    ['让环保局明天给个说法', '今天您已经催办过'],
    ['转给住建局', '转办 #1 住建局'],
  ])(
    '#1, then %s: the command is on a button or who may is said, and nothing is done',
    async (said, command) => {
      const before = await history(1);
      expect(await talk('#1', said)).toContain(command);
      expect(await history(1)).toBe(before);
    },
  );

  test('第二件催一下 is of that row, and 8号那条路赶紧修 of that number', async () => {
    expect(await talk('兴发待签收的有哪些', '第二件催一下')).toMatch(/#\d+ · 未销号 1 件：今天您已经催办过/);
    expect(await talk('跟环保局讲一声，1号那个事赶紧办')).toMatch(/^#1 · /m);
  });
});

describe('told to somebody in plain words', () => {
  const histories = async () => [await history(1), await history(2), await history(3)];

  test.each([
    ['征地那个让孙倩今天说下情况', /没有环境局主办/],
    ['请周正把征地那个尽快办了', /今天您已经催办过/],
    ['请周局亲自抓', /资规局 · 未销号 1 件/],
    ['通知各单位今天下班前报进展', /说的是哪一件/],
    ['让环保局抓紧办一下磷石膏仓库堆放不下', /^#1 · 未销号 1 件：今天您已经催办过/],
    ['请周正牵头解决征地三户未签', /^#2 · 未销号 1 件：今天您已经催办过/],
    ['责成自然资源局限期办结食堂装修许可', /没有找到写着“食堂装修许可”/],
    ['让自然资源局抓紧办理手续', /资规局 · 未销号 1 件/],
    ['让周正把已挂账的先处理了', /能做的是催办。“已挂账”里面没有资规局主办、还没办完的/],
    ['请财政局尽快办理', /能做的是催办。“财政局 · 未销号”0 件/],
    ['让李航今天之内签收', /没有资规局主办|资规局 · 待签收/],
    ['让核验的人快点核验', /“待核验”0 件，没有要催办、转办的/],
    ['催一下转办的人', /“待转办”0 件/],
    ['作废的催一遍', /“已作废”1 件都已经了结，不能再催办、转办/],
    ['公司评了不满意的催一下责任单位', /“企业不满意”0 件/],
    ['提醒一下住建局签收', /没有住建局主办/],
    ['盯一下', /要催哪些/],
    ['挂一下账', /要挂账的是哪一件/],
    ['给延三天', /要延期的是哪一件/],
    ['退回去', /要退回的是哪一件/],
    ['都转给赵磊', /要转给赵磊的是哪一件/],
    ['没签收的有几件 有的话顺手催一下', /待签收 \d+ 件.*要催哪一件/s],
  ])('%s: offered as what serves, or asked which; nothing is logged or done', async (said, answer) => {
    const before = await histories();
    world.pass(16 * 60_000);
    const told = await talk(said);
    expect(told).toMatch(answer);
    expect(told).not.toContain('登记 1 件');
    expect(await histories()).toEqual(before);
  });

  test('the office may ask for an extension, on a button; which of several is asked', async () => {
    const song = world.private('song');
    await song.ask('song', '#1');
    expect(await song.ask('song', '给延三天')).toContain('延到哪天？');
    expect(await song.ask('song', '延到下周五')).toContain('延期 #1 到 下周五');
    await song.ask('song', '待签收的有哪些');
    expect(await song.ask('song', '给延三天')).toContain('要延期的是哪一件');
  });

  test('a problem that is told with what a unit should do is still logged', async () => {
    expect(await talk('工地上今天停了三次电，请供电公司抓紧解决')).toContain('登记 1 件');
  });
});

test('报高远的那些件办得怎么样了 is asked, never logged; written apart it is a problem', async () => {
  for (const said of ['报高远的那些件办得怎么样了', '报唐市长的有几件', '报红的有几个'])
    expect(await talk(said), said).not.toContain('登记 1 件');
  expect(await talk('报仓库门坏了怎么办')).toContain('请核对，确认后才登记');
});

describe('what an order is of', () => {
  beforeAll(async () => {
    await world.group('cn').says('liu', '报 围挡倒了 住建局 2个工作日');
    await world.group('cn').says('liu', '报 便道积水 住建局 3个工作日');
    await world.group('cn').says('liu', '报 配电房漏雨 供电公司 3个工作日');
    await world.advanceTo('2026-11-25 10:00');
  });

  test.each([['晴天的项目有哪些'], ['刘敏管的项目有哪些'], ['逾期的几个，待签收的几个']])(
    '%s, then 都催一下: which is asked, and nothing offered',
    async (asked) => {
      const said = await talk(asked, '都催一下');
      expect(said).toContain('要催哪些？');
      expect(said).not.toMatch(/#\d/);
    },
  );

  test('those of the three that were shown, of the preview before, and none said plainly', async () => {
    const shown = await talk('拖得最久的三件是哪几件');
    const three = [...shown.matchAll(/● #(\d+)/g)].map(([, id]) => id);
    expect(three).toHaveLength(3);
    const offered = await talk('拖得最久的三件是哪几件', '都催一下');
    expect([...offered.matchAll(/● #(\d+)/g)].map(([, id]) => id).toSorted()).toEqual(three.toSorted());
    const preview = await talk('没办完的有哪些', '催一下楚能');
    const second = [...preview.matchAll(/● #(\d+)/g)][1]?.[1];
    expect(await talk('没办完的有哪些', '催一下楚能', '第二件催一下')).toContain(`催办 #${second}`);
    expect(await talk('本月被退回的有哪些', '都催一下')).toContain('没有可以催办的');
  });

  test('who is told to urge is not whose problems they are', async () => {
    expect(await talk('让赵磊催一下')).not.toMatch(/赵磊负责|催办 #/);
    expect(await talk('让宋丽催一下供电公司')).not.toMatch(/宋丽负责|催办 #/);
  });

  test('a number is one only where it stands for a problem', async () => {
    for (const said of ['美利信压铸基地5号厂房的催一下', '3号线催一下', '5号楼的催一下', '5号以后的催一下'])
      expect(await talk(said), said).not.toMatch(/催办 #[35]|● #[35] /);
    const both = await talk('6号和7号催一下');
    expect(both).toContain('#6');
    expect(both).toContain('#7');
  });

  test('逾期的有几个，都催一下 is answered, and the order offered', async () => {
    const said = await talk('逾期的有几个，都催一下');
    expect(said).toMatch(/逾期 \d+ 件/);
    expect(said).toContain('要催哪一件？');
  });

  test('who may not urge gets the reason and no button, of one as of several', async () => {
    const said = await world.group('xf').ask('hua', '征地那个没签收的都催一下');
    expect(said).toContain('您不能做这一步');
    expect(said).not.toMatch(/催办 #/);
  });
});

test.each(['催一下这件', '催办这件', '帮我催一下这个问题', '催一下它'])(
  '%s: of the one that is spoken of',
  async (said) => {
    expect(await talk('征地三户未签那件谁在办', said)).toContain('催办 #2');
    world.pass(16 * 60_000);
    expect(await talk(said)).toContain('要催哪些？');
  },
);

test('who is told to see to one problem is urged of that one, whatever else they have', async () => {
  for (const said of ['让环保局今天处理征地那件', '让环保局抓紧征地三户未签的事'])
    expect(await talk(said)).not.toContain('催办 #1');
  expect(await talk('让自然资源局今天签收征地那件')).toContain('#2 征地三户未签');
});

test('转给他们局长 is handed on to who heads the unit, 让韩雪抓紧 urges whose it is', async () => {
  expect(await talk('#2', '转给他们局长看一下')).toMatch(/要转给周正吗|不用再转/);
  expect(await talk('兴发没办完的有哪些', '转给他们领导')).toContain('要转给负责人的是哪一件');
  expect(await talk('#2', '让孙倩抓紧')).toMatch(/#2 /);
});

test('第一件催一下 after a list of none says that there is none, and repeats no list', async () => {
  const said = await talk('没办完的有哪些', '有超过一百天的吗', '第一件催一下');
  expect(said).toBe('刚才问到的里面，没有可以催办的：催办只对还没办完的。');
});
