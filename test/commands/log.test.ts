import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { createDirectory } from '../../src/domain/directory.ts';
import { TEXT_LIMIT, TITLE_LIMIT } from '../../src/domain/issue.ts';
import { actor, CATEGORIES, callOf, DATA, inGroup, inPrivate, PROJECTS, reply, say, UNITS } from './place.ts';

const line = (text: string, more = {}) => callOf('log', say(text, more)).lines[0]!;

describe('报 with one line', () => {
  test.each<[string, { title: string; unit?: number; day?: string; project?: number; who?: string }]>([
    [
      '报 磷石膏仓库堆放不下 生态环境局 3个工作日',
      { title: '磷石膏仓库堆放不下', unit: UNITS.environment, day: '2026-11-23' },
    ],
    ['报磷石膏仓库堆放不下', { title: '磷石膏仓库堆放不下' }],
    ['报：磷石膏仓库堆放不下', { title: '磷石膏仓库堆放不下' }],
    ['报\n磷石膏仓库堆放不下', { title: '磷石膏仓库堆放不下' }],
    ['报　道路未通　住建局　下周三', { title: '道路未通', unit: UNITS.housing, day: '2026-11-25' }],
    ['/报 道路未通', { title: '道路未通' }],
    ['／报道路未通', { title: '道路未通' }],
    ['请帮我报 道路未通', { title: '道路未通' }],
    ['麻烦报一下 道路未通 住建局', { title: '道路未通', unit: UNITS.housing }],
    ['「报 道路未通」', { title: '道路未通' }],
    ['“报 道路未通”', { title: '道路未通' }],
    ['📢报 道路未通', { title: '道路未通' }],
    ['📢 报 道路未通 住建局🙏', { title: '道路未通', unit: UNITS.housing }],
    ['\u200b报\u200b 道路未通', { title: '道路未通' }],
    ['登记 道路未通', { title: '道路未通' }],
    ['上报 道路未通', { title: '道路未通' }],
    ['问题：道路未通', { title: '道路未通' }],
    ['报问题 道路未通', { title: '道路未通' }],
    [
      '报 住建局未批复施工许可 3天内',
      { title: '住建局未批复施工许可', unit: UNITS.housing, day: '2026-11-21' },
    ],
    ['报 生态环境局 渗漏严重 明天', { title: '渗漏严重', unit: UNITS.environment, day: '2026-11-19' }],
    [
      '报 请生态环境局3天内解决渗漏问题',
      { title: '解决渗漏问题', unit: UNITS.environment, day: '2026-11-21' },
    ],
    [
      '报 渗漏严重。雨天加剧，企业反映多次。 环保局 周五',
      { title: '渗漏严重', unit: UNITS.environment, day: '2026-11-20' },
    ],
    [
      '报 兴发 用电负荷不足 供电公司 @张三 12月20日前完成',
      {
        title: '用电负荷不足',
        unit: UNITS.power,
        day: '2026-12-20',
        project: PROJECTS.xingfa,
        who: 'ou_张三',
      },
    ],
    ['报用电不足，供电公司', { title: '用电不足', unit: UNITS.power }],
    [
      '报 排水不畅 责任单位：水务局 时限：5个工作日',
      { title: '排水不畅', unit: UNITS.water, day: '2026-11-25' },
    ],
    ['报 排水不畅 由水务局牵头', { title: '排水不畅', unit: UNITS.water }],
    ['报 市水务局 排水不畅', { title: '排水不畅', unit: UNITS.water }],
    [
      '报 12月20日停电至今未恢复 供电公司 3天内',
      { title: '12月20日停电至今未恢复', unit: UNITS.power, day: '2026-11-21' },
    ],
    [
      '报 12月工程道路未通 住建局',
      { title: '12月工程道路未通', unit: UNITS.housing, project: PROJECTS.twelve },
    ],
    ['报 1. 道路未通', { title: '道路未通' }],
    ['报不锈钢管道断裂', { title: '不锈钢管道断裂' }],
    ['报 告示牌倒了', { title: '告示牌倒了' }],
    ['@张三 报 道路未通', { title: '道路未通', who: 'ou_张三' }],
    ['报 道路未通 自规局 月底前', { title: '道路未通', unit: UNITS.land, day: '2026-11-30' }],
    ['报 有机硅 排水不畅', { title: '排水不畅', project: PROJECTS.silicon }],
    ['报 1.5米围墙倒塌 住建局', { title: '1.5米围墙倒塌', unit: UNITS.housing }],
  ])('%j', (text, wanted) => {
    const read = line(text);
    expect(read.title).toBe(wanted.title);
    expect(read.unitId).toBe(wanted.unit ?? null);
    expect(read.projectId).toBe(wanted.project ?? null);
    expect(read.assigneeOpenId).toBe(wanted.who ?? null);
    expect(read.deadline.ok ? read.deadline.deadline.day : undefined).toBe(wanted.day);
  });

  test('the whole text is kept, facts and mentions included', () => {
    expect(line('报 兴发 用电不足 供电公司 @张三 3天内').text).toBe('兴发 用电不足 供电公司 @张三 3天内');
  });

  test('a unit standing alone wins over units inside the sentence', () => {
    const read = line('报 自然资源局已批但住建局未批 住建局');
    expect([read.unitId, read.unitCandidates]).toEqual([UNITS.housing, []]);
  });

  test('several units that fit equally are asked back', () => {
    expect(line('报 自然资源局已批，住建局未批').unitCandidates).toEqual([UNITS.land, UNITS.housing]);
    expect(line('报 堆放不下 自然资源局 住建局').unitCandidates).toEqual([UNITS.land, UNITS.housing]);
  });

  test('the longest name wins：国网供电公司 is one unit，住房和城乡建设局 is not 住建', () => {
    const read = line('报 停电 国网供电公司');
    expect([read.unitId, read.title]).toEqual([UNITS.power, '停电']);
    expect(line('报 住房和城乡建设局 图审慢').unitCandidates).toEqual([]);
  });

  test('of two units with one name the one of the own area is taken', () => {
    const read = line('报 林地手续 自然资源局');
    expect([read.unitId, read.unitCandidates]).toEqual([UNITS.land, []]);
  });

  test('an enterprise with two projects gives both as candidates', () => {
    expect(line('报 兴发集团 排水不畅').projectCandidates).toEqual([PROJECTS.xingfa, PROJECTS.silicon]);
  });

  test("in a group the group's project is taken unless the text names another of the group", () => {
    const projectIds = [PROJECTS.xingfa, PROJECTS.meilixin];
    const ofTwo = { ...inGroup, chat: { ...inGroup.chat, projectIds } };
    expect(line('报 道路未通', { context: inGroup }).projectId).toBe(PROJECTS.xingfa);
    expect(line('报 兴发集团 道路未通', { context: inGroup }).projectId).toBe(PROJECTS.xingfa);
    expect(line('报 道路未通', { context: ofTwo }).projectId).toBe(PROJECTS.xingfa);
    expect(line('报 美利信 道路未通', { context: ofTwo }).projectId).toBe(PROJECTS.meilixin);
    expect(line('报 美利信 道路未通', { context: inGroup }).projectId).toBe(PROJECTS.xingfa);
  });

  const asked = (own: Partial<Actor>, text: string) =>
    line(text, { context: { ...inPrivate, actor: { ...actor, ...own } } });

  test('in a private chat a mere mention chooses among the own projects only', () => {
    const secretary = {
      secretaryOf: [PROJECTS.xingfa, PROJECTS.silicon],
      person: { ...actor.person, unitId: null },
      signsFor: [],
    };
    expect(asked(secretary, '报 兴发的围墙倒了').projectId).toBe(PROJECTS.xingfa);
    expect(asked(secretary, '报 美利信 围墙倒了')).toMatchObject({
      projectId: null,
      projectsElsewhere: [PROJECTS.meilixin],
    });
    expect(asked({ groupProjectIds: [PROJECTS.xingfa] }, '报 美利信 围墙倒了').projectId).toBe(
      PROJECTS.meilixin,
    );
    expect(asked({ groupProjectIds: [PROJECTS.xingfa] }, '报 美利信的围墙倒了').projectId).toBeNull();
  });

  test('an enterprise contact can choose own projects only', () => {
    const contact = { contactOf: [PROJECTS.silicon], person: { ...actor.person, home: false, unitId: null } };
    expect(asked(contact, '报 美利信 围墙倒了').projectId).toBeNull();
    expect(asked(contact, '报 兴发集团 围墙倒了').projectId).toBe(PROJECTS.silicon);
    const projectIds = [PROJECTS.xingfa, PROJECTS.silicon];
    const context = {
      ...inGroup,
      chat: { ...inGroup.chat, projectIds },
      actor: { ...actor, ...contact },
    };
    expect(line('报 兴发 围墙倒了', { context }).projectId).toBe(PROJECTS.silicon);
  });

  test('what is both a unit and the owner of a project is the unit', () => {
    const owner = {
      ...DATA.projects[0]!,
      id: 19,
      name: '220千伏变电站工程',
      shortNames: [],
      enterprise: '供电公司',
    };
    const both = createDirectory({ ...DATA, projects: [...DATA.projects, owner] });
    const read = line('报 厂区变压器烧了 供电公司 3个工作日', { context: { ...inGroup, directory: both } });
    expect([read.unitId, read.projectId]).toEqual([UNITS.power, PROJECTS.xingfa]);
  });

  test('further people mentioned are kept to be said', () => {
    const read = line('报 门禁坏了 住建局 @张三 @李四 3天内');
    expect([read.assigneeOpenId, read.others, read.title]).toEqual([
      'ou_张三',
      [{ openId: 'ou_李四', name: '李四' }],
      '门禁坏了',
    ]);
  });

  test('keywords choose the category', () => {
    expect(line('报 林地手续没批').categoryId).toBe(CATEGORIES.land);
    expect(line('报 变压器烧了').categoryId).toBe(CATEGORIES.power);
    expect(line('报 门卫太少').categoryId).toBeNull();
  });

  test("a person's name is never read as a unit or a date", () => {
    const mention = {
      key: '@_user_1',
      openId: 'ou_x',
      name: '住建局明天',
      isBot: false,
      mentionedType: 'user' as const,
    };
    const read = callOf('log', say('报 道路未通 @住建局明天', { mentions: [{ ...mention, span: [7, 13] }] }))
      .lines[0]!;
    expect([read.unitId, read.deadline, read.assigneeOpenId, read.title]).toEqual([
      null,
      { ok: false, missing: true },
      'ou_x',
      '道路未通',
    ]);
  });

  test('an impossible date is told, not guessed', () => {
    const { deadline } = line('报 道路未通 住建局 2月30日前');
    expect(deadline).toMatchObject({
      ok: false,
      missing: false,
      problem: expect.stringContaining('2月30日'),
    });
  });

  test('words of time that set no day stay in the title or leave it whole, and are told', () => {
    const missing = (means: string, phrase: string) => ({
      ok: false,
      missing: true,
      heard: { means, phrase },
    });
    expect(line('报 道路未通 住建局 48小时左右')).toMatchObject({
      title: '道路未通 48小时左右',
      deadline: missing('not-understood', '48小时左右'),
    });
    expect(line('报 道路未通 住建局 尽快')).toMatchObject({
      title: '道路未通',
      unitId: UNITS.housing,
      deadline: missing('default-limit', '尽快'),
    });
    expect(line('报 周末施工噪音扰民 住建局')).toMatchObject({
      title: '周末施工噪音扰民',
      deadline: { ok: false, missing: true },
    });
  });

  test('two times are asked back, whatever stands last', () => {
    for (const said of ['11月19日 11月25日', '周三或周五', '材料齐全后 3个工作日']) {
      expect(line(`报 道路未通 住建局 ${said}`).deadline, said).toMatchObject({ ok: false, missing: false });
    }
  });

  test('a day off is accepted and said so', () => {
    const { deadline } = line('报 道路未通 3天内');
    expect(deadline.ok && deadline.notices).toEqual([expect.stringContaining('不是工作日')]);
  });

  test('a line of facts without a problem is asked back', () => {
    expect(say('报 住建局 3天')).toMatchObject({ kind: 'misuse', misuse: { word: '报' } });
    expect(say('报 @张三 明天')).toMatchObject({ kind: 'misuse' });
  });
});

describe('报 alone and in reply', () => {
  test('alone it opens the form', () => {
    for (const text of ['报', '报。', '/报', '登记', '上报！', '请帮我报']) {
      expect(say(text), text).toEqual({ kind: 'call', call: { name: 'log-form' } });
    }
  });
  test('in reply to a message it logs that message, with the facts beside it', () => {
    const quoted = { inReplyTo: { hasParent: true } };
    expect(say('报', quoted)).toEqual({ kind: 'call', call: { name: 'log-quoted' } });
    const { facts } = callOf('log-quoted', say('报 住建局 3天', quoted));
    expect(facts).toMatchObject({ title: '', unitId: UNITS.housing, deadline: { ok: true } });
    expect(say('报 道路未通', quoted)).toMatchObject({ call: { name: 'log' } });
  });
  test('in reply to a card of ours it opens the form', () => {
    expect(reply('报')).toEqual({ kind: 'call', call: { name: 'log-form' } });
  });
});

describe('报 with several lines', () => {
  test('numbering and blank lines are dropped', () => {
    const text =
      '报\n1. 道路未通 住建局 3天\n2、用电不足 供电公司\n\n③ 林地手续 资规局\n（4）排水不畅\n（五） 绿化\n六、围墙\n- 门卫\n• 食堂\n❾ 宿舍\n1️⃣ 网络';
    const { lines } = callOf('log', say(text));
    expect(lines.map((l) => l.title)).toEqual([
      '道路未通',
      '用电不足',
      '林地手续',
      '排水不畅',
      '绿化',
      '围墙',
      '门卫',
      '食堂',
      '宿舍',
      '网络',
    ]);
    expect(lines.map((l) => l.unitId).slice(0, 3)).toEqual([UNITS.housing, UNITS.power, UNITS.land]);
  });

  test('报 before each line is the command, not part of the problem; 报告 stays', () => {
    const { lines } = callOf('log', say('报 道路未通 住建局\n报：用电不足\n2. 报 林地手续\n报告未批\n报'));
    expect(lines.map((l) => l.title)).toEqual(['道路未通', '用电不足', '林地手续', '报告未批']);
  });

  test('a heading with a colon says what holds for all lines', () => {
    const { lines } = callOf(
      'log',
      say('报 兴发项目 住建局 下周三前：\n1. 道路未通\n2. 排水不畅 水务局 明天'),
    );
    expect(
      lines.map((l) => [l.title, l.projectId, l.unitId, l.deadline.ok && l.deadline.deadline.day]),
    ).toEqual([
      ['道路未通', PROJECTS.xingfa, UNITS.housing, '2026-11-25'],
      ['排水不畅', PROJECTS.xingfa, UNITS.water, '2026-11-19'],
    ]);
  });

  test('fifty lines are read, one more is refused with the count', () => {
    const many = (n: number) =>
      `报\n${Array.from({ length: n }, (_, i) => `${i + 1}. 第${i + 1}处漏水`).join('\n')}`;
    expect(callOf('log', say(many(50))).lines).toHaveLength(50);
    expect(say(many(51))).toMatchObject({
      kind: 'misuse',
      misuse: { problem: expect.stringContaining('51') },
    });
  });

  test('a line of facts only belongs to the line before it', () => {
    const read = (text: string) =>
      callOf('log', say(text)).lines.map((l) => [
        l.title,
        l.unitId,
        l.deadline.ok && l.deadline.deadline.day,
      ]);
    expect(read('报 道路未通\n住建局 3个工作日')).toEqual([['道路未通', UNITS.housing, '2026-11-23']]);
    expect(read('报 道路未通\n住建局\n3个工作日')).toEqual([['道路未通', UNITS.housing, '2026-11-23']]);
    expect(read('报\n1. 道路未通\n住建局\n2. 停电\n供电公司 明天')).toEqual([
      ['道路未通', UNITS.housing, false],
      ['停电', UNITS.power, '2026-11-19'],
    ]);
    expect(read('报 住建局 3个工作日\n道路未通\n围墙倒了')).toEqual([
      ['道路未通', UNITS.housing, '2026-11-23'],
      ['围墙倒了', UNITS.housing, '2026-11-23'],
    ]);
  });

  test.each([
    '报 事项：道路未通\n责任单位：住建局\n完成时限：12月20日',
    '报 事项：道路未通 责任单位：住建局 完成时限：12月20日',
    '报 问题：道路未通；责任单位：住建局；时限：12月20日前',
    '问题：道路未通\n牵头单位：住建局\n办理时限：12月20日',
    '报\n1. 事项：道路未通\n责任单位：住建局\n完成时限：12月20日',
    '报 道路未通\n责任单位：住建局\n完成时限：12月20日\n联系人：王工',
    '报 完成时限：12月20日 责任单位：住建局 事项：道路未通',
    '报 事项：\n道路未通\n责任单位：\n住建局\n完成时限：12月20日',
  ])('labels of the official list make one problem: %j', (text) => {
    const { lines } = callOf('log', say(text));
    expect(lines.map((l) => [l.title, l.unitId, l.deadline.ok && l.deadline.deadline.day])).toEqual([
      ['道路未通', UNITS.housing, '2026-12-20'],
    ]);
  });

  test('配合单位 helps, it is no second 责任单位; each 事项 begins a problem', () => {
    const { lines } = callOf(
      'log',
      say('报 事项：道路未通\n责任单位：住建局\n配合单位：供电公司、水务局\n事项：停电\n责任单位：供电公司'),
    );
    expect(lines.map((l) => [l.title, l.unitId, l.unitCandidates, l.coUnitIds])).toEqual([
      ['道路未通', UNITS.housing, [], [UNITS.power, UNITS.water]],
      ['停电', UNITS.power, [], undefined],
    ]);
  });

  test('what stands in the place of unit or deadline and is none is kept to be asked', () => {
    const read = line('报 事项：道路未通 责任单位：园林中心 完成时限：等通知');
    expect(read.unitHeard).toBe('园林中心');
    expect(read.deadline).toMatchObject({
      ok: false,
      missing: false,
      problem: expect.stringContaining('等通知'),
    });
  });

  test('every line may begin with 报, glued or not', () => {
    const { lines } = callOf('log', say('报道路未通住建局\n报围墙裂缝\n报 停电\n报告未批'));
    expect(lines.map((l) => l.title)).toEqual(['道路未通', '围墙裂缝', '停电', '报告未批']);
  });

  test('signs and bracketed numbers of a sentence stay in a list, too', () => {
    const { lines } = callOf(
      'log',
      say('报\n(3)号楼漏水\n-5℃冷库停机\n+0.00标高有误\n（4）排水不畅\n1.5米围墙倒塌'),
    );
    expect(lines.map((l) => l.title)).toEqual([
      '(3)号楼漏水',
      '-5℃冷库停机',
      '+0.00标高有误',
      '排水不畅',
      '1.5米围墙倒塌',
    ]);
  });

  test('a line without a problem is named', () => {
    expect(say('报\n1. 道路未通\n2. 住建局')).toMatchObject({
      misuse: { problem: expect.stringContaining('第 2 条') },
    });
  });
});

describe('length', () => {
  test('a text at the limit is kept whole, above it the count is told', () => {
    expect(line(`报 ${'水'.repeat(TEXT_LIMIT)}`).text).toHaveLength(TEXT_LIMIT);
    expect(say(`报 ${'水'.repeat(TEXT_LIMIT + 1)}`)).toMatchObject({
      kind: 'misuse',
      misuse: { problem: expect.stringContaining(String(TEXT_LIMIT + 1)) },
    });
    expect(line(`报 ${'𠮷'.repeat(TEXT_LIMIT)}`).title).not.toMatch(/\p{Surrogate}/u);
  });

  test('too long a reason is refused with the count', () => {
    expect(say(`退回 #12 ${'远'.repeat(TEXT_LIMIT + 7)}`)).toMatchObject({
      misuse: { word: '退回', problem: expect.stringContaining(String(TEXT_LIMIT + 7)) },
    });
  });

  test('a title never exceeds its limit nor cuts a character in half', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('水', '𠮷', '😀', 'a', ' ', '。', ','), maxLength: 200 }),
        (text) => {
          const match = say(`报 漏${text}`);
          if (match.kind !== 'call' || match.call.name !== 'log') return;
          for (const { title } of match.call.lines) {
            expect([...title].length).toBeLessThanOrEqual(TITLE_LIMIT);
            expect(title.isWellFormed()).toBe(true);
          }
        },
      ),
      { seed: 7 },
    );
  });
});

describe('当场', () => {
  test('is one problem, however many lines it was told in', () => {
    const call = callOf('on-the-spot', say('当场 恢复临时用电\n供电公司到场 @张三'));
    expect(call.line).toMatchObject({
      title: '恢复临时用电',
      unitId: UNITS.power,
      assigneeOpenId: 'ou_张三',
    });
  });
  test('needs its text', () => {
    expect(say('当场')).toMatchObject({ kind: 'misuse', misuse: { word: '当场' } });
    expect(say('当场打脸')).toMatchObject({ kind: 'unknown' });
  });
});

describe('words that only look like 报', () => {
  test.each([
    '报告领导，都办好了',
    '报表发我一下',
    '报名截止了吗',
    '报纸看了吗',
    '报备一下行程',
    '报价单呢',
    '报销单填了没',
    '报警了',
    '报社来人了',
    '报废车处理',
    '报酬太低',
    '报考公务员',
    '报道出来了',
    '报税截止',
    '报审材料',
    '报送材料',
    '报到时间',
    '报请领导审定',
    '报单要贴',
    '上报给市里了',
    '登记表发我',
    '登记了吗',
    '问题不大',
    '问题已经解决了',
    '报了吗',
    '报上去了',
  ])('%s', (text) => {
    expect(say(text).kind).toBe('unknown');
  });
});

describe('who leads and who helps', () => {
  test.each<[string, number, number[]]>([
    ['报 道路未通，住建局牵头，供电公司配合', UNITS.housing, [UNITS.power]],
    ['报 由住建局牵头、供电公司和水务局配合，12月20日前打通道路', UNITS.housing, [UNITS.power, UNITS.water]],
    ['报 道路未通 供电公司、水务局配合，住建局牵头', UNITS.housing, [UNITS.power, UNITS.water]],
    ['报 道路未通 住建局、水务局牵头，供电公司配合', UNITS.housing, [UNITS.water, UNITS.power]],
    ['报 道路未通 牵头：住建局 配合：供电公司、水务局 12月20日', UNITS.housing, [UNITS.power, UNITS.water]],
  ])('%j', (text, unitId, coUnitIds) => expect(line(text)).toMatchObject({ unitId, coUnitIds }));

  test.each(['报 供电公司配合不力，线路没有迁 住建局', '报 住建局牵头的路没修好 供电公司'])(
    '%j names no helper',
    (text) => expect(line(text)).not.toHaveProperty('coUnitIds'),
  );
});

describe('which link a problem holds up', () => {
  test.each<[string, string, string]>([
    ['报 图审意见迟迟不出 住建局 3个工作日 卡 第14环节', '图审意见迟迟不出', '第14环节'],
    ['报 图审意见迟迟不出 卡住第十四环节 住建局', '图审意见迟迟不出', '第十四环节'],
    ['报 图审意见迟迟不出，关联环节：施工图，住建局', '图审意见迟迟不出', '施工图'],
    ['报 事项：图审意见迟迟不出\n责任单位：住建局\n关联环节：14', '图审意见迟迟不出', '14'],
    ['报 图审意见迟迟不出 住建局 卡 第13、14环节', '图审意见迟迟不出', '第13、14环节'],
    ['报 图审意见迟迟不出 住建局 卡 第13环节和第14环节', '图审意见迟迟不出', '第13环节和第14环节'],
    ['报 图审意见迟迟不出 卡第13环节 卡第14环节 住建局', '图审意见迟迟不出', '第13环节、第14环节'],
    ['报 图审意见迟迟不出 卡 第13到15环节 住建局', '图审意见迟迟不出', '第13到15环节'],
    ['报 图审意见迟迟不出，关联环节：施工图、第13环节，住建局', '图审意见迟迟不出', '施工图、第13环节'],
  ])('%j', (text, title, linkHeard) =>
    expect(line(text)).toMatchObject({ title, linkHeard, unitId: UNITS.housing }),
  );

  test.each(['报 卡车堵在厂门口 住建局', '报 规划许可卡在第11环节三周了 住建局', '报 刷卡机坏了 住建局'])(
    '%j names none: a word inside a sentence is part of it',
    (text) => expect(line(text)).not.toHaveProperty('linkHeard'),
  );
});
