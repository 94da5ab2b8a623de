import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planProject } from '../support/planned.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-24 10:00' });
});
afterAll(() => world.close());

describe('facts of a project', () => {
  test.for<[string, string]>([
    ['项目 兴发 园区 石盖塘', '石盖塘'],
    ['项目 产业 磷化工、新能源', '磷化工、新能源'],
    ['项目 兴发 一批 开工一批', '开工一批'],
    ['项目 兴发 级别 省级重点', '省重点'],
    ['项目 兴发 总投资 1.2亿元', '12000 万元'],
    ['项目 用地 出让', '出让'],
    ['项目 兴发 投产一批', '投产一批'],
    ['项目 兴发 开工一批', '开工一批'],
  ])('%s', async ([said, told]) => {
    expect(await group().ask('wang', said)).toContain(told);
  });

  test('stand on its card, and all of them in its history with who and what before', async () => {
    const card = await group().ask('wang', '项目 兴发');
    for (const fact of ['石盖塘', '磷化工、新能源', '开工一批', '省重点', '12000 万元', '出让'])
      expect(card).toContain(fact);
    const history = await group().ask('wang', '项目 历史');
    expect(history).toContain('王建国 园区：无 → 石盖塘');
    expect(history).toContain('六个一批：开工一批 → 投产一批');
  });

  test.for<[string, RegExp]>([
    ['项目 兴发 一批 快快动工', /六个一批里的一批/],
    ['项目 兴发 级别 很重要', /省重点/],
    ['项目 兴发 总投资 很多', /1\.2亿元/],
    ['项目 兴发 总投资 0.001', /没有读懂/],
    ['项目 兴发 用地 租的', /出让/],
  ])('%s is refused with what can be written', async ([said, told]) => {
    expect(await group().ask('wang', said)).toMatch(told);
  });

  test('only its secretary, office and administrator may, and are named', async () => {
    for (const key of ['li', 'hua']) {
      const told = await group().ask(key, '项目 兴发 园区 别处');
      expect(told).toMatch(/项目秘书、综合办、管理员可以/);
    }
    expect(await group().ask('wang', '项目 兴发')).not.toContain('别处');
  });

  test('a fact is taken away by 无', async () => {
    await group().says('wang', '项目 兴发 用地 无');
    expect(await group().ask('wang', '项目 兴发')).not.toContain('出让');
  });

  test('a name that another project of the area bears is not taken', async () => {
    expect(await group().ask('song', '项目 兴发 名称 安琪酵母扩建')).toMatch(/已有名为/);
  });
});

describe('节点', () => {
  test('one is added, moved with a reason, reached, and all of it stands in the history', async () => {
    expect(await group().ask('wang', '节点 封顶 2027-03-10')).toContain('2027年3月10日');
    expect(await group().ask('wang', '节点 封顶 改到 2027-03-20 雨季影响')).toContain('3月20日');
    expect(await group().ask('wang', '节点')).toContain('封顶：计划 2027年3月20日');
    expect(await group().ask('li', '项目 兴发')).toMatch(/封顶\s+2027年3月20日 还有/);
    expect(await group().ask('wang', '项目 兴发 历史')).toContain('2027-03-10 → 2027-03-20（雨季影响）');
  });

  test('what has happened lies in the past, never in the future', async () => {
    expect(await group().ask('wang', '节点 兴发 封顶 实际 2027-03-01')).toMatch(/不能是以后/);
    expect(await group().ask('wang', '节点 兴发 入库 实际 11月20日')).toContain('实际 2026年11月20日');
    expect(await group().ask('li', '项目 兴发')).toMatch(/入库\s+已于 11月20日 实现/);
    expect(await group().ask('li', '倒计时')).toMatch(/入库.*11月20日/);
  });

  test('开工 after 投产 is refused, whichever of the two is said, and in either way of saying it', async () => {
    await group().says('wang', '节点 投产 2027-12-01');
    for (const said of ['节点 开工 2027-12-02', '项目 兴发 开工 2027-12-02'])
      expect(await group().ask('wang', said)).toMatch(/开工不能晚于投产/);
    await group().says('wang', '节点 开工 2026-12-20');
    expect(await group().ask('wang', '节点 投产 2026-12-19')).toMatch(/开工不能晚于投产/);
  });

  test('an added node goes again, 开工 stays', async () => {
    await group().says('wang', '节点 试车 2027-06-01');
    expect(await group().ask('wang', '节点 试车 取消 并入投产')).toContain('已去掉');
    expect(await group().ask('wang', '节点 开工 取消')).toMatch(/不能去掉/);
    expect(await group().ask('wang', '节点')).not.toContain('试车');
  });

  test('without a day, or with an impossible one, it is asked back', async () => {
    for (const said of ['节点 封顶', '节点 封顶 2027-02-30', '节点 封顶 等天晴'])
      expect(await group().ask('wang', said)).toMatch(/请写出日期/);
  });

  test('others than secretary and office read them only', async () => {
    expect(await group().ask('hua', '节点 开工 2026-12-01')).toMatch(/可以。/);
    expect(await group().ask('hua', '节点')).toContain('开工：计划 2026年12月20日');
  });

  test('in private somebody of several projects is asked which one, and nothing is written before', async () => {
    const place = world.private('wang');
    await place.says('wang', '节点 桩基 2027-01-10');
    expect(place.lastText).toContain('哪个项目');
    await place.clicks('wang', place.lastBot, '节点 兴发磷石膏综合利用项目 桩基 2027-01-10');
    expect(place.lastText).toContain('桩基');
    expect(await group().ask('wang', '节点')).toContain('桩基：计划 2027年1月10日');
  });
});

describe('投资', () => {
  test('by month and by year; the card says exactly what was counted', async () => {
    expect(await group().ask('wang', '投资 兴发 2026年11月 计划 500 完成 420')).toContain(
      '计划 500，完成 420 万元',
    );
    expect(await group().ask('wang', '项目 兴发')).toContain(
      '今年完成投资 420 万元，占已定各月计划合计 500 万元的 84%',
    );
    await group().says('wang', '投资 全年计划 0.8亿元');
    await group().says('wang', '投资 兴发 10月 完成 1580');
    expect(await group().ask('wang', '项目 兴发')).toContain(
      '今年完成投资 2000 万元，占全年计划 8000 万元的 25%',
    );
    const year = await group().ask('li', '投资');
    expect(year).toMatch(/全年计划 8000\n10月 完成 1580\n11月 计划 500 完成 420/);
  });

  test('a later figure replaces, and the history keeps the one before', async () => {
    await group().says('wang', '投资 11月 完成 430');
    expect(await group().ask('wang', '项目 历史')).toContain('2026年11月投资（完成）：420 万元 → 430 万元');
  });

  test.for<[string, RegExp]>([
    ['投资 兴发 2027年1月 完成 100', /还没有到的月份/],
    ['投资 兴发 13月 完成 100', /请写月份和金额/],
    ['投资 兴发 11月 完成 -5', /没有读懂金额/],
    ['投资 兴发 11月 完成 500 左右吧', /请写月份和金额/],
  ])('%s writes nothing', async ([said, told]) => {
    expect(await group().ask('wang', said)).toMatch(told);
    expect(await group().ask('wang', '投资')).toContain('11月 计划 500 完成 430');
  });
});

describe('a project with an agreed plan', () => {
  test('shows its stages, the next links and the map’s button on its card', async () => {
    await planProject(world.deps, '楚能');
    const card = await world.private('song').ask('song', '项目 楚能');
    expect(card).toMatch(/立项 [●○]+ \d+\/\d+/);
    expect(card).toMatch(/接下来的环节\n第\d+环节/);
    expect(card).toContain('导航图');
  });

  test('has its start and production moved by 倒排 only; what really happened may be told', async () => {
    const place = world.private('song');
    for (const said of ['节点 楚能 开工 2027-09-01', '项目 楚能 投产 2028-01-01'])
      expect(await place.ask('song', said)).toMatch(/双方商定，开工、投产日期只能由双方重新商定（发“倒排”）/);
    expect(await place.ask('song', '节点 楚能 开工 实际 2026-11-20')).toContain('实际 2026年11月20日');
    expect(await place.ask('song', '节点 楚能 封顶 2027-05-01')).toContain('2027年5月1日');
  });
});

describe('项目 as a list', () => {
  test.for<[string, string, string]>([
    ['项目 石盖塘', '兴发', '美利信'],
    ['项目 新能源', '兴发', '美利信'],
    ['项目 开工一批', '兴发', '美利信'],
    ['项目 省重点', '兴发', '美利信'],
    ['项目 石盖塘 新能源的项目', '兴发', '美利信'],
  ])('%s', async ([said, shown, hidden]) => {
    const told = await world.private('song').ask('song', said);
    expect(told).toContain(shown);
    expect(told).not.toContain(hidden);
  });

  test('by the name of its leader or secretary', async () => {
    expect(await world.private('song').ask('song', '项目 王建国')).toContain('美利信');
  });

  test('a word nobody knows is said; with nothing but such words no project is found', async () => {
    const told = await world.private('song').ask('song', '项目 石盖塘 大飞机');
    expect(told).toContain('没认出“大飞机”');
    expect(told).toContain('兴发');
    expect(await world.private('song').ask('song', '项目 大飞机')).toContain('没有找到项目“大飞机”');
  });

  test('a project called like a park is shown itself', async () => {
    await world.private('song').says('song', '项目 新建 石盖塘');
    const place = world.private('song');
    await place.says('song', '项目 石盖塘');
    expect(titleOf(place.lastBot)).toBe('石盖塘');
  });

  test('a name of markdown and 60 characters is found by its button', async () => {
    const name = `**重点**[园区](x)_配套_${'基础设施'.repeat(9)}一期 B`;
    const place = world.private('song');
    await place.says('song', `项目 新建 ${name}`);
    await place.says('song', `项目 ${name}`);
    expect(titleOf(place.lastBot)).toContain('基础设施');
    expect(textOf(place.lastBot)).toContain('没有未销号的问题');
  });
});

test.for([
  ['项目 楚能 备注 分期：一期12月投产，二期：另定', '分期：一期12月投产，二期：另定'],
  ['项目 楚能 备注：联系：张三 备注：再说', '联系：张三 备注：再说'],
  ['项目 楚能 备注 名称：不是改名', '名称：不是改名'],
  ['项目 楚能 备注 时间:2026-12-01 10:30', '时间:2026-12-01 10:30'],
])('%s: colons within 备注 are kept', async ([words, note]) => {
  const place = world.private('song');
  expect(await place.ask('song', words!)).toBe(`“楚能锂电池二期”的备注已设为：${note}。`);
  const shown = (await place.ask('song', '项目 楚能')).split('\n');
  expect(shown[0]).toBe('楚能锂电池二期');
  expect(shown[shown.indexOf('备注') + 1]).toBe(note);
});

describe('归档', () => {
  test('is refused while something is open, with the list', async () => {
    await world.group('mlx').says('wang', '报 变压器容量不足 供电公司 3个工作日');
    const told = await world.private('song').ask('song', '项目 归档 美利信 已投产');
    expect(told).toMatch(/还有 1 件没有办完/);
    expect(told).toContain('#1 变压器容量不足');
  });

  test('needs a reason, the right, and 确认', async () => {
    await world.private('song').says('song', '作废 #1 重复登记');
    expect(await world.private('song').ask('song', '项目 归档 美利信')).toMatch(/原因/);
    expect(await world.group('mlx').ask('li', '项目 归档 美利信 已投产')).toMatch(/可以。|没有听懂|不属于/);
    await world.private('song').says('song', '项目 归档 美利信 已投产');
    expect(await world.private('song').ask('song', '项目')).toContain('美利信');
    const place = world.private('song');
    await place.says('song', '项目 归档 美利信 已投产');
    await place.clicks('song', place.lastBot, '确认');
    expect(await place.ask('song', '项目')).not.toContain('美利信');
  });

  test('twice is told, asks nothing and keeps the first reason; so does a second 确认', async () => {
    const place = world.private('song');
    expect(await place.ask('song', '项目 归档 美利信 又一次')).toBe('项目“美利信压铸基地”已经归档。');
    await place.says('song', '项目 恢复 美利信');
    await place.says('song', '项目 归档 美利信 另一个理由');
    const late = place.lastBot;
    await place.says('song', '项目 归档 美利信 已投产');
    await place.clicks('song', place.lastBot, '确认');
    const answer = await place.clicks('song', late, '确认');
    expect(JSON.stringify(answer)).toContain('已经归档');
    const history = await place.ask('song', '项目 美利信 历史');
    expect(history.match(/无 → 归档/g)).toHaveLength(2);
    expect(history).not.toContain('另一个理由');
  });

  test('leaves it in no list, choice or new problem, and readable by its name', async () => {
    expect(await world.private('song').ask('song', '倒计时')).not.toContain('美利信');
    expect(await world.group('mlx').ask('wang', '报 又一个问题 住建局 3个工作日')).toMatch(
      /已归档，不再登记/,
    );
    const shown = await world.private('song').ask('song', '项目 美利信');
    expect(shown).toContain('已归档');
    expect(shown).toContain('已投产');
    expect(await world.private('song').ask('song', '项目 美利信 历史')).toContain('归档');
    expect(await world.private('song').ask('song', '项目 美利信 园区 别处')).toMatch(/已归档/);
  });

  test('恢复 takes it up again', async () => {
    expect(await world.private('song').ask('song', '项目 恢复 美利信')).toContain('已恢复');
    expect(await world.private('song').ask('song', '项目')).toContain('美利信');
    expect(await world.group('mlx').ask('wang', '报 路灯不亮 住建局 3个工作日')).toContain('路灯不亮');
  });
});

describe('which project is meant', () => {
  const buttons = () => JSON.stringify(world.private('song').lastBot.content);

  test.for<[string]>([['导航图'], ['计划'], ['挂图'], ['节点'], ['批次'], ['第7环节'], ['专报']])(
    'privately %s asks, with a button for each that says the whole command',
    async ([said]) => {
      const told = await world.private('song').ask('song', said);
      expect(told).toContain('请问是哪个项目');
      const word = said === '第7环节' ? '环节 第7环节' : said;
      for (const name of ['兴发磷石膏综合利用项目', '美利信压铸基地'])
        expect(buttons()).toContain(`${word} ${name}`.trim());
    },
  );

  test('two that bear the name said are offered, and no third one', async () => {
    const place = world.private('song');
    await place.says('song', '项目 美利信 简称 重点一号');
    await place.says('song', '项目 安琪 简称 重点一号');
    for (const said of [
      '导航图 重点一号',
      '挂图 重点一号',
      '节点 重点一号',
      '专报 重点一号',
      '计划 重点一号',
    ]) {
      expect(await place.ask('song', said)).toContain('请问是哪个项目');
      expect(buttons()).toMatch(/美利信.*安琪|安琪.*美利信/);
      expect(buttons()).not.toContain('兴发');
    }
  });

  test('a name of several, one of them the group’s own, means that one', async () => {
    expect(await world.group('mlx').ask('wang', '导航图 重点一号')).toContain('美利信');
  });

  test('what no button can hold is to be said again, and nothing of it is kept', async () => {
    const told = await world
      .private('song')
      .ask('song', '批次 矿山搬迁\n清表 住建局 3个工作日\n爆破 应急局 5个工作日');
    expect(told).toContain('请写上项目名称');
    expect(told).not.toContain('矿山搬迁');
    expect((await world.rowCounts()).batch).toBe(0);
  });

  test.for<[string, string, string]>([
    ['倒排 美利信 投产 2027-12-01', '不属于本群', 'xf'],
    ['挂图 美利信', '不属于本群', 'xf'],
    ['节点 美利信', '不属于本群', 'xf'],
    ['专报 美利信', '不属于本群', 'xf'],
  ])('%s is of another group', async ([said, told, key]) => {
    expect(await world.group(key as 'xf').ask('wang', said)).toContain(told);
  });
});
