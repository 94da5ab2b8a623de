/** Which problem holds up which links: several at once, and chosen in the form where a group or a person has several projects. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const ask = (who: string, words: string) => {
  // Not faster than a group may be written to.
  world.pass(15_000);
  return group().ask(who, words);
};
const logged = async (words: string) => {
  await ask('wang', words);
  return Number(/#(\d+)/.exec(textOf(group().lastBot))?.[1]);
};
/** The problem logged last. */
const newest = async () => {
  const [row] = await world.deps.db.session((session) =>
    session.query('select id, project_id from issue order by id desc limit 1'),
  );
  return { id: Number(row?.id), projectId: Number(row?.project_id) };
};
/** Numbers of the links a problem holds up. */
const heldBy = (issueId: number) =>
  world.deps.db.session(async (session) => {
    const rows = await session.query(
      `select l.no, l.project_id from issue_block b join project_link l on l.id = b.link_id where b.issue_id = ${issueId} order by l.no`,
    );
    return rows.map((row) => Number(row.no));
  });

describe('卡 with several links', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
    await ask('wang', '进度 第1环节 开始');
  });
  afterAll(() => world.close());

  test.each<[string, number[]]>([
    ['卡 第13、14环节 #ID', [13, 14]],
    ['卡 第13环节和第14环节 #ID', [13, 14]],
    ['卡 #ID 第十三、十四环节', [13, 14]],
    ['卡 13，14 #ID', [13, 14]],
    ['卡 第13环节 第14环节 #ID', [13, 14]],
    ['卡 第13到15环节 #ID', [13, 14, 15]],
    ['卡住 施工许可和环评 #ID', [7, 18]],
  ])('%s', async (words, nos) => {
    const id = await logged('报 图审意见迟迟不出 住建局 3个工作日');
    const text = await ask('wang', words.replace('ID', String(id)));
    for (const no of nos) expect(text).toContain(`第${no}环节`);
    expect(text.match(/已记下/g)).toHaveLength(1);
    expect(await heldBy(id)).toEqual(nos);
    for (const no of nos) expect(await ask('wang', `历史 #${id}`)).toContain(`卡住第${no}环节`);
  });

  test('writes all or none: a link there is not, one that is done, one of several names', async () => {
    const id = await logged('报 图审意见反复 住建局 3个工作日');
    expect(await ask('wang', `卡 第13、99环节 #${id}`)).toContain('没有找到环节“99');
    await group().agrees('song', '进度 补录 2 2026-11-02');
    expect(await ask('wang', `卡 第2、13环节 #${id}`)).toMatch(/第2环节 .*已经完成或不涉及/);
    expect(await ask('wang', `卡 第13环节、备案 #${id}`)).toContain('可能是下面几个环节');
    expect(await heldBy(id)).toEqual([]);
    // The button says the whole list again.
    await group()
      .clicks('wang', group().lastBot, `卡 第13环节、第21环节 兴发磷石膏综合利用项目 #${id}`)
      .catch(async () =>
        group().clicks('wang', group().lastBot, `卡 兴发磷石膏综合利用项目 第13环节、第21环节 #${id}`),
      );
    expect(await heldBy(id)).toEqual([13, 21]);
  });

  test('says which were noted before, and 不卡 frees several in one answer', async () => {
    const id = await logged('报 总平图反复修改 自然资源局 3个工作日');
    await ask('wang', `卡 第10环节 #${id}`);
    const text = await ask('wang', `卡 第10、11环节 #${id}`);
    expect(text).toMatch(/已记下：#\d+ 卡住第11环节[^\n]*\n#\d+ 卡住第10环节[^\n]*已经记过了/);
    expect(await ask('wang', `不卡 第10、11、12环节 #${id}`)).toMatch(
      /不再卡第10环节.*第11环节[^\n]*\n.*没有卡第12环节/,
    );
    expect(await heldBy(id)).toEqual([]);
  });

  test('报 names them too, in one list or one by one; what is not certain is told and the problem is logged', async () => {
    for (const words of [
      '卡 第13、14环节',
      '卡 第13环节和第14环节',
      '卡 第13环节 卡 第14环节',
      '关联环节：13、14',
    ]) {
      const id = await logged(`报 图审意见迟迟不出 住建局 3个工作日 ${words}`);
      expect(await heldBy(id), words).toEqual([13, 14]);
      expect(textOf(group().card(id)), words).toMatch(/图审意见迟迟不出\n/);
    }
    const id = await logged('报 图审窗口停办 住建局 3个工作日 卡 第13、99环节');
    expect(await heldBy(id)).toEqual([]);
    expect(group().botTexts.slice(-2).join('\n')).toContain('没有找到环节“99');
  });

  test('报问题 on the card of a link names the links of its text beside its own', async () => {
    await ask('hua', '第15环节');
    const done = await group().fills('hua', group().lastBot, '报问题', {
      text: '消防图纸退回两次 卡 第14环节',
    });
    expect(done.toast?.content).toMatch(/已登记 #\d+，记为第14环节、第15环节的卡点/);
    await ask('hua', '第15环节');
    const odd = await group().fills('hua', group().lastBot, '报问题', { text: '消防图纸又退回 卡 第99环节' });
    const card = JSON.stringify(odd);
    expect(card).toMatch(/记为第15环节的卡点/);
    expect(card).toContain('没有找到环节');
  });
});

describe('the form of 报 where several projects may be meant', () => {
  let ids: Record<string, number>;
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
    await ask('wang', '进度 第1环节 开始');
    await group().says('wang', '绑定 美利信');
    await ask('wang', '进度 美利信 第1环节 开始');
    const directory = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const idOf = (name: string) => directory.data.projects.find((one) => one.shortNames.includes(name))!.id;
    ids = { 兴发: idOf('兴发'), 美利信: idOf('美利信'), 楚能: idOf('楚能') };
  });
  afterAll(() => world.close());

  test('in a group of two projects offers the links of both, each with its project', async () => {
    await ask('wang', '报');
    const form = JSON.stringify(group().lastBot.content);
    expect(form).toContain('兴发 · 第14环节');
    expect(form).toContain('美利信 · 第14环节');
    await group().clicks('wang', group().lastBot, '确认', {
      text: '图审意见没出',
      linkNo: `${ids.美利信}-14`,
    });
    const id = (await newest()).id;
    expect(await heldBy(id)).toEqual([14]);
    expect(textOf(group().card(id))).toContain('美利信');
  });

  test('a link of another project than the one chosen is said, nothing is written, and the form can be put right', async () => {
    await ask('wang', '报');
    const form = group().lastBot;
    const before = await world.rowCounts();
    const wrong = await group().clicks('wang', form, '确认', {
      text: '配电房没定',
      projectId: String(ids.兴发),
      linkNo: `${ids.美利信}-12`,
    });
    expect(wrong.toast?.content).toContain(
      '所选环节属于“美利信压铸基地”，问题登记在“兴发磷石膏综合利用项目”，两个要一致',
    );
    const named = await group().clicks('wang', form, '确认', {
      text: '兴发 配电房没定',
      linkNo: `${ids.美利信}-12`,
    });
    expect(named.toast?.content).toContain('两个要一致');
    expect((await world.rowCounts()).issue).toBe(before.issue);
    const right = await group().clicks('wang', form, '确认', {
      text: '配电房没定',
      projectId: String(ids.美利信),
      linkNo: `${ids.美利信}-12`,
    });
    const id = Number(/#(\d+)/.exec(right.toast?.content ?? '')?.[1]);
    expect(await heldBy(id)).toEqual([12]);
  });

  test('privately offers the links of one’s own projects, and the link tells which project is meant', async () => {
    const own = world.private('wang');
    await own.says('wang', '报');
    const form = JSON.stringify(own.lastBot.content);
    expect(form).toContain('兴发 · 第14环节');
    expect(form).toContain('美利信 · 第14环节');
    await own.clicks('wang', own.lastBot, '确认', { text: '图审意见没出', linkNo: `${ids.兴发}-14` });
    const { id, projectId } = await newest();
    expect(projectId).toBe(ids.兴发);
    expect(await heldBy(id)).toEqual([14]);
  });

  test('a form that stands since the group had one more project cannot log into it, nor tell its name', async () => {
    await ask('wang', '报');
    const form = group().lastBot;
    const before = await world.rowCounts();
    await group().agrees('wang', '解绑 美利信');
    const values = { text: '别家的事', linkNo: `${ids.美利信}-14` };
    const answer = await group().clicks('jiang', form, '确认', values);
    expect(answer.toast?.type).not.toBe('success');
    expect(JSON.stringify(answer)).not.toContain('美利信');
    const after = await world.rowCounts();
    expect([after.issue, after.issue_block]).toEqual([before.issue, before.issue_block]);
  });
});

describe('several links where one is wanted', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
  });
  afterAll(() => world.close());

  test('are told apart by name, and nothing is written', async () => {
    for (const words of ['进度 第6、7环节 开始', '第6环节、第7环节', '进度 第6环节和第7环节 完成'])
      expect(await ask('wang', words), words).toContain('一次写一个环节，请分开发：第6环节、第7环节');
    expect((await world.rowCounts()).project_link).toBe(0);
  });
});

describe('容缺 of a paper', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
  });
  afterAll(() => world.close());

  test('called by the link it comes from is that paper; what no link of its papers makes is asked back', async () => {
    const told = await ask('li', '容缺 第11环节 生态环境影响报告表批复 12月20日 @李航');
    expect(told).toMatch(/已容缺：环评批复、安评意见（化工项目）（#\d+），李航 12月20日（周日）前补齐/);
    const asked = await ask('li', '容缺 第11环节 水土保持批复 12月20日');
    expect(asked).toContain('请写明第11环节 建设工程规划许可证的哪一项材料');
  });
});
