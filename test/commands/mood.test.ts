/** Talk about a problem changes nothing, whatever verb it is about; ordinary commands with such words in them go on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call, Match } from '../../src/commands/call.ts';
import { VERBS } from '../../src/verbs/verbs.ts';
import { callOf, inGroup, reply, say } from './place.ts';

/** What becomes of a message: the call's name, or 'ask' for a card that asks back, or the kind of the answer. */
function outcome(match: Match): string {
  // One thing of it is told as well as its card is shown.
  if (match.kind === 'call' && isOfOne(match.call)) return 'show';
  if (match.kind === 'call') return match.call.name;
  return match.kind === 'unknown' && match.doubt ? 'ask' : match.kind;
}

const isOfOne = (call: Call) =>
  call.name === 'ask' && call.filter.ids?.length === 1 && call.fact !== undefined;

const WRITING = new Set(
  VERBS.flatMap((verb) => verb.says.map((row) => row.name)).concat('undo', 'on-the-spot'),
);
const SAFE_FORMS = /^(?:show|ask|unknown|misuse)$/;

/** Sentences by line; what stands before | is said in private, in the group, and in reply to a card. */
const QUESTIONS = `
核验 #2 属实吗
核验 #2 属实吗？我没看到人来
核验 #2 属实？
核验 #2 是不是真的办好了
核验 #2 确认是不是好了
核验 #2 通过了没有
核验 #2 情况属实么
核验2属实吗
#2 属实吗
作废 #5 可以吗
作废 #5 行不行
作废 #5 为什么
作废 #5 重复登记了吧？
作废 #5 能不能作废
作废#5可以么
退回 #4 可以吗
退回 #4 是否由住建局办
退回 #4 不是我局职责，可以吗
退回 #4 不归我局管，行不行
退回 #4 是不是已经退了
退回4合适吗
重开 #3 需要吗
重开 #3 有必要重开吗
重开 #3 是不是又漏了
办结 #12 是不是已经好了
办结 #12 了吗
办结 #12 好了没
办结 #12 好了没有
办结 #12 完成了吗？
办结 #12 什么时候
办结 #12 谁办的
办结 #12 堆场已扩建，对吗
办结 #12 还有多久？
办结#12可不可以
申诉 #12 结果出来了吗
申诉 #12 批了没
申诉 #12 有没有用
延期 #12 批了吗
延期 #12 同意了没有
延期 #12 到12月20日可以吗
延期 #12 到 12月20日 等环评批复 行吗
延期 #12 能不能延到12月20日
挂账 #12 到 12月20日 等国网批复可以吗
挂账 #12 恢复了没有
转办 #12 住建局可以吗
转办 #12 是不是住建局
转办 #12 哪个局
转办 #12 应该给谁
转办 #12 住建局？
协办 #12 供电公司行吗
改单位 #12 住建局对吗
改项目 #12 兴发可以吗
改时限 #12 5个工作日行不行
同步 #12 到 园区要素保障群可以吗
签收 #12 吗
签收 #12？
签收 #12 了没
签收 #12 没有
#12 签收了吧
延期 #12 到12月20日 可以不
催办 #12 了吗
催办 #12 有用吗
上会 #12 可以吗
恢复 #12 了吗
撤销 #12 可以吗
不再提醒 #12 可以吗
恢复提醒 #12 了吗
协办完成 #12 了吗
收到 #12 了吗
同意 #12 可以吗
同意 #12 是不是太晚了
不同意 #12 可以吗
满意 #12 吗
不满意 #12 怎么办
固化 #12 可以吗
约谈 #12 有必要吗
进展 #12 怎么样了
进展 #12 到哪一步了？
进展 #12 有没有新情况
进展 #12 能不能快点
#12 批了吗
#12 办好了吗？
12号办结了没
12号好了没有
#12 什么时候能好
请问 #12 办结了吗
请问签收 #12
`;

const TALK = `
重开 #12 还是算了
#4 已完成80%
办结 #4 已完成80％
#4 完成一半
办结 #4 完成一半
办结 #12 已完成招标，正在施工
#12 已完成招标
办结 #12 基本完成
办结 #12 差不多完成了
办结 #12 第一批已完成
办结 #12 首期已交付
办结 #12 大部分已清运
办结 #12 还剩两户没签
办结 #12 只差验收
办结 #12 主体工程已完工
办结 #12 整改中
办结 #12 推进中
办结 #12 八成
办结 #12 百分之九十
办结 #12 完成50%，预计下周完成
办结 #12 希望尽快
办结 #12 希望本周完成
办结 #12 打算下周
办结 #12 争取月底前
办结 #12 预计下周完成
办结 #12 应该能办完
办结 #12 应该没问题了
办结 #12 估计好了
办结 #12 可能已经好了
办结 #12 准备月底验收
办结 #12 计划下周完工
办结 #12 下周能完成
办结 #12 我想下周办完
办结 #12 已完工吧
办结 #12 还没有好
办结 #12 还没完成
办结 #12 尚未完成整改
办结 #12 没办完
办结 #12 办不了
办结 #12 暂时无法完成
办结 #12 不用了
办结 #12 如果没有问题的话
办结 #12 等验收通过才算
办结 #12 一旦供电恢复
办结 #12 听说已经好了
办结 #12 住建局说已经修好了
办结 #12 好像好了
核验 #12 属实，还差一点没扫干净
核验 #12 属实 基本完成
核验 #12 属实 好像是
核验 #12 属实的话
核验 #12 通过，现场仍有堆放
退回 #4 打算退回
退回 #4 准备退给住建局
退回 #4 如果不是我局职责
退回 #4 不用了
退回 #4 听说不归我局
退回 #4 先不退
作废 #5 可能重复
作废 #5 如果重复的话
作废 #5 不用了
重开 #3 也许要
重开 #3 如果又漏
申诉 #12 打算下周
延期 #12 打算延到12月20日
挂账 #12 准备挂到12月20日
转办 #12 应该是住建局
转办 #12 可能是住建局
转办 #12 如果住建局同意
改单位 #12 好像是住建局
协办 #12 估计要供电公司
同意 #12 如果能补材料的话
我想退回 #4 不归我局
协办完成 #12 一半
#12 还没办结
#12 不用退回
#12 如果明天还没来就退回
#12 听说已经办结
#12 已经弄完了
#12 打算下周办结
希望尽快办结 #12
准备延期 #12
打算下周办结 #12
争取月底前办结 #12
听说 #12 已办结
如果没人管就退回 #12
不用退回 #12
住建局说 #12 已办结
当场 解决了一半
当场 希望解决用电
`;

const REPLIED = `
属实吗
属实吗？我没看到人来
办结了吗
好了没
批了吗
结果出来了吗
能不能延期
要不要退回
退回可以吗
已完成招标，正在施工
已完成一半
完成50%，预计下周完成
已完成80%
已完成第一批
基本完成
差不多完成了
希望尽快办结
打算下周办结
准备延期
应该能办完
争取月底完成
还没办结
不用退回
如果不行就退回
听说已办结
办结是不是太早了
完成了没有
同意了吗
签收没有
作废吧？
`;

const COMMANDS: [string, string][] = [
  ['退回 #4 不是我局职责，是否应由住建局办请综合办定', 'bounce'],
  ['退回 #4 不是我局职责', 'bounce'],
  ['退回 #7 权属不清，没有材料', 'bounce'],
  ['退回 #7 没有附件', 'bounce'],
  ['退回 #7 应该由住建局办理', 'bounce'],
  ['退回 #7 不知道为什么派给我局', 'bounce'],
  ['退回 #7 谁主管谁负责，应归住建局', 'bounce'],
  ['退回 #7 企业还没有提交申请', 'bounce'],
  ['退回 #7 部分地块属高新区', 'bounce'],
  ['退回 #7 企业问“什么时候能办”，不归我局', 'bounce'],
  ['退回 #7 住建局说由他们办', 'bounce'],
  ['退回 #7 等环评批复后再转', 'bounce'],
  ['退回7不归我们管', 'bounce'],
  ['作废 #5 重复登记', 'void'],
  ['作废 #5 与 #9 重复', 'void'],
  ['作废 #5 企业已经不需要了', 'void'],
  ['作废 #5 没有这回事', 'void'],
  ['办结 #12 已完成全部整改', 'report-done'],
  ['办结 #12 全部完成', 'report-done'],
  ['办结 #12 100%完成', 'report-done'],
  ['办结 #12 堆场已扩建，今日启用', 'report-done'],
  ['办结 #12 已协调出租临时仓库', 'report-done'],
  ['办结 #12 现场没有积水了', 'report-done'],
  ['办结 #12 已按计划完工', 'report-done'],
  ['办结 #12 准备好的材料已交', 'report-done'],
  ['办结 #12 会同住建局已清运', 'report-done'],
  ['办结 #12 多家单位会商解决', 'report-done'],
  ['办结 #12 已通车，企业确认', 'report-done'],
  ['办结12 3号楼已完工', 'report-done'],
  ['#12 办结 已完工', 'report-done'],
  ['已完成 #12 整改到位', 'report-done'],
  ['核验 #2 属实', 'verify'],
  ['核验 #2 属实，希望加强巡查', 'verify'],
  ['核验 #2 不属实 只修了一半', 'verify'],
  ['核验 #2 不属实 还没修', 'verify'],
  ['核验 #2 不属实 现场什么都没有', 'verify'],
  ['核验 #2 没有解决', 'verify'],
  ['不属实 #12 听群众说还在漏', 'verify'],
  ['重开 #3 雨后再次渗漏', 'reopen'],
  ['重开 #3 上次只修了一半', 'reopen'],
  ['申诉 #12 连续暴雨无法施工', 'appeal'],
  ['申诉 #12 企业一直没有提供材料', 'appeal'],
  ['延期 #12 到 12月20日 等待环评批复', 'extend'],
  ['延期 #12 到 12月20日 预计12月15日到货', 'extend'],
  ['延期 #12 到 12月20日 材料还没齐', 'extend'],
  ['挂账 #12 到 12月20日 等待国网批复 @王五', 'pause'],
  ['转办 #12 住建局 @李四', 'route'],
  ['转办 #12 应急管理局', 'route'],
  ['转办 #12 给住建局', 'route'],
  ['协办 #12 供电公司', 'co-unit'],
  ['改单位 #12 自然资源局', 'correct-unit'],
  ['签收 #12', 'sign'],
  ['签收 #12。', 'sign'],
  ['请帮我签收 #12 谢谢', 'sign'],
  ['催办 #12', 'urge'],
  ['上会 #12', 'agenda'],
  ['收到 #12', 'acknowledge'],
  ['同意 #12', 'approve'],
  ['同意 #12 希望抓紧办理', 'approve'],
  ['不同意 #12 请先完成设计', 'approve'],
  ['不同意 #12 还没有完成设计', 'approve'],
  ['满意 #12', 'rate'],
  ['满意 #12 希望继续保持', 'rate'],
  ['不满意 #12 只解决了一半', 'rate'],
  ['固化 #12 雨季前先做临时截排水', 'measure'],
  ['约谈 #12 逾期多日未见实质进展', 'summon'],
  ['进展 #12 已完成现场踏勘，周四出方案', 'progress'],
  ['进展 #12 完成80%', 'progress'],
  ['进展 #12 还没有批', 'progress'],
  ['进展 #12 预计下周完成', 'progress'],
  ['进展 #12 企业问能不能快点，已答复', 'progress'],
  ['进展 #12 如果下雨就停工', 'progress'],
  ['进展 #12 听说省厅已批', 'progress'],
  ['当场 协调供电公司恢复了临时用电', 'on-the-spot'],
] satisfies [string, string][];

const lines = (text: string) => text.trim().split('\n');

describe('a question about a problem shows it', () => {
  test.each(lines(QUESTIONS))('%j', (text) => {
    for (const context of [undefined, inGroup]) {
      const match = say(text, context && { context });
      expect(outcome(match), JSON.stringify(match)).toBe('show');
    }
  });
});

describe('hopes, plans, parts, denials, conditions and reports are asked back', () => {
  test.each(lines(TALK))('%j', (text) => {
    const match = say(text);
    expect(outcome(match), JSON.stringify(match)).toBe('ask');
  });
});

describe('in reply to a card talk is shown or asked back', () => {
  test.each(lines(REPLIED))('%j', (text) => {
    const match = reply(text);
    expect(outcome(match), JSON.stringify(match)).toMatch(/^(?:show|ask)$/);
  });
});

describe('a command whose reason holds such words is carried out', () => {
  test.each(COMMANDS)('%j', (text, name) => {
    expect(outcome(say(text)), JSON.stringify(say(text))).toBe(name);
  });
});

test('a partial result keeps its words for 进展 and 办结 alike', () => {
  const match = say('办结 #12 已完成80%');
  expect(match).toMatchObject({
    doubt: { issueId: 12, word: '办结', note: '已完成80%', choices: ['progress', 'as-said'] },
  });
  expect(say('#4 已完成招标，正在施工')).toMatchObject({ doubt: { choices: ['progress', 'as-said'] } });
});

test('what was confirmed by tap is read as it stands', () => {
  expect(say('办结 #12 已完成80%', { confirmed: true })).toMatchObject({
    call: { name: 'report-done', issueId: 12, result: '已完成80%' },
  });
  expect(callOf('void', say('作废 #5 可能重复', { confirmed: true })).reason).toBe('可能重复');
});

test('overheard talk is neither asked back nor shown', () => {
  for (const text of [...lines(QUESTIONS), ...lines(TALK)]) {
    const match = say(text, { addressed: false, context: inGroup });
    if (match.kind === 'call') expect(['show', 'explain'], text).toContain(outcome(match));
    else expect(match.kind === 'unknown' && match.doubt, text).toBeFalsy();
  }
});

/** Every row of every verb, with an ordinary rest for it. */
const RESTS: Record<string, string[]> = {
  route: ['住建局', '给供电公司'],
  'co-unit': ['供电公司'],
  'correct-unit': ['水务局'],
  'correct-project': ['兴发'],
  'correct-deadline': ['5个工作日'],
  extend: ['到 12月20日 等批复'],
  pause: ['到 12月20日 等国网'],
  'show-in': ['到 园区要素保障群'],
  verify: ['属实', '不属实 现场仍有'],
};
const REASONS = [
  '堆场已扩建',
  '已清运',
  '材料齐全',
  '不归我局管',
  '连续暴雨',
  '重复登记',
  '已全部整改',
  '现场已通车',
];
const ROWS = VERBS.flatMap((verb) => verb.says);

describe('every verb × any reason × any frame of talk', () => {
  const row = fc.constantFrom(...ROWS).chain((spec) =>
    fc.record({
      spec: fc.constant(spec),
      word: fc.constantFrom(...spec.words),
      rest: spec.bare ? fc.constant('') : fc.constantFrom(...(RESTS[spec.name] ?? REASONS)),
      glue: fc.constantFrom('', ' '),
      number: fc.constantFrom('#12', ' #12 ', '12号', '＃１２'),
      card: fc.boolean(),
    }),
  );
  const frame = fc.constantFrom<[string, string]>(
    ['', '吗'],
    ['', '吗？'],
    ['', '？'],
    ['', ' 可以吗'],
    ['', '，行不行'],
    ['', '，对不对'],
    ['', '了没有'],
    ['', '吗？我没看到人来'],
    ['是不是', ''],
    ['能不能', '？'],
    ['为什么', '？'],
  );
  test('a question never changes anything', () => {
    fc.assert(
      fc.property(row, frame, ({ word, rest, glue, number, card }, [before, after]) => {
        const text = `${word}${glue}${number}${glue}${before}${rest}${after}`;
        const match = card ? reply(text) : say(text);
        if (match.kind === 'call') expect(WRITING, text).not.toContain(match.call.name);
        expect(outcome(match), text).toMatch(SAFE_FORMS);
      }),
      { seed: 20261118, numRuns: 1500 },
    );
  });

  const claims = ROWS.filter(({ name }) => name === 'report-done' || name === 'tick-co-unit');
  const shaky = fc.constantFrom(
    (result: string) => `希望${result}`,
    (result: string) => `预计下周${result}`,
    (result: string) => `如果${result}`,
    (result: string) => `听说${result}`,
    (result: string) => `还没${result}`,
    (result: string) => `${result}80%`,
    (result: string) => `${result}一半`,
    (result: string) => `基本${result}`,
    (result: string) => `第一批${result}`,
    (result: string) => `${result}，正在扫尾`,
    (result: string) => `应该${result}`,
  );
  test('a hope, a part or a report of others is no result', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...claims),
        fc.constantFrom('完成', '办完', '整改到位', '解决', '通车'),
        shaky,
        fc.boolean(),
        (spec, result, frameOf, card) => {
          for (const word of spec.words) {
            const text = card ? `${word} ${frameOf(result)}` : `${word} #12 ${frameOf(result)}`;
            const match = card ? reply(text) : say(text);
            if (match.kind === 'call') expect(WRITING, text).not.toContain(match.call.name);
          }
        },
      ),
      { seed: 20261118, numRuns: 300 },
    );
  });
});
