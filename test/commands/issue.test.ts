import { describe, expect, test } from 'vitest';
import { callOf, inGroup, PROJECTS, reply, say, UNITS } from './place.ts';

describe('a command with its number', () => {
  test.each<[string, object]>([
    // sign, however it is spaced, wrapped or said politely
    ['签收 #12', { name: 'sign', issueId: 12 }],
    ['签收#12', { name: 'sign', issueId: 12 }],
    ['签收＃１２', { name: 'sign', issueId: 12 }],
    ['签收 12', { name: 'sign', issueId: 12 }],
    ['签收12', { name: 'sign', issueId: 12 }],
    ['签收12号', { name: 'sign', issueId: 12 }],
    ['签收 ⑫', { name: 'sign', issueId: 12 }],
    ['签收⑫', { name: 'sign', issueId: 12 }],
    ['查 ㉑', { name: 'show', issueId: 21 }],
    ['签收十二号', { name: 'sign', issueId: 12 }],
    ['签收 第12号', { name: 'sign', issueId: 12 }],
    ['签收 No.12', { name: 'sign', issueId: 12 }],
    ['签收 12#', { name: 'sign', issueId: 12 }],
    ['#12签收', { name: 'sign', issueId: 12 }],
    ['＃12 签收', { name: 'sign', issueId: 12 }],
    ['12签收', { name: 'sign', issueId: 12 }],
    ['12 签收', { name: 'sign', issueId: 12 }],
    ['12号签收', { name: 'sign', issueId: 12 }],
    ['第12号签收', { name: 'sign', issueId: 12 }],
    ['签收 #12。', { name: 'sign', issueId: 12 }],
    ['签收 #12！', { name: 'sign', issueId: 12 }],
    ['签收 #12～', { name: 'sign', issueId: 12 }],
    ['签收：#12', { name: 'sign', issueId: 12 }],
    ['「签收 #12」', { name: 'sign', issueId: 12 }],
    ['“签收#12”', { name: 'sign', issueId: 12 }],
    ['/签收 #12', { name: 'sign', issueId: 12 }],
    ['请签收 #12', { name: 'sign', issueId: 12 }],
    ['麻烦签收一下#12', { name: 'sign', issueId: 12 }],
    ['请帮我签收 #12 谢谢', { name: 'sign', issueId: 12 }],
    ['把#12签收', { name: 'sign', issueId: 12 }],
    ['👍签收 #12🙏', { name: 'sign', issueId: 12 }],
    ['签\u200b收 #1\u200b2', { name: 'sign', issueId: 12 }],
    ['接单 #12', { name: 'sign', issueId: 12 }],
    // route
    [
      '转办 #12 住建局 @李四',
      {
        name: 'route',
        issueId: 12,
        unitId: UNITS.housing,
        unitHeard: '住建局',
        assigneeOpenId: 'ou_李四',
        assigneeName: null,
      },
    ],
    [
      '转办 #12 给住建局',
      {
        name: 'route',
        issueId: 12,
        unitId: UNITS.housing,
        unitHeard: '住建局',
        assigneeOpenId: null,
        assigneeName: null,
      },
    ],
    [
      '把#12转给住建局',
      {
        name: 'route',
        issueId: 12,
        unitId: UNITS.housing,
        unitHeard: '住建局',
        assigneeOpenId: null,
        assigneeName: null,
      },
    ],
    [
      '转办12住建局张三',
      {
        name: 'route',
        issueId: 12,
        unitId: UNITS.housing,
        unitHeard: '住建局',
        assigneeOpenId: null,
        assigneeName: '张三',
      },
    ],
    [
      '派单 #12 资规局',
      {
        name: 'route',
        issueId: 12,
        unitId: UNITS.land,
        unitHeard: '资规局',
        assigneeOpenId: null,
        assigneeName: null,
      },
    ],
    [
      '转办 #12 某某局',
      {
        name: 'route',
        issueId: 12,
        unitId: null,
        unitHeard: '某某局',
        assigneeOpenId: null,
        assigneeName: null,
      },
    ],
    [
      '转办 #12 @李四',
      {
        name: 'route',
        issueId: 12,
        unitId: null,
        unitHeard: '',
        assigneeOpenId: 'ou_李四',
        assigneeName: null,
      },
    ],
    [
      '转办 #12',
      { name: 'route', issueId: 12, unitId: null, unitHeard: '', assigneeOpenId: null, assigneeName: null },
    ],
    // work
    ['退回 #12 该地块属高新区管辖', { name: 'bounce', issueId: 12, reason: '该地块属高新区管辖' }],
    ['退回12不归我们管', { name: 'bounce', issueId: 12, reason: '不归我们管' }],
    ['退回 #12 理由：不归我们管。', { name: 'bounce', issueId: 12, reason: '不归我们管' }],
    ['退回 #12', { name: 'bounce', issueId: 12, reason: '' }],
    ['进展 #12 已踏勘，周四出方案', { name: 'progress', issueId: 12, note: '已踏勘，周四出方案' }],
    ['进展#12：已踏勘', { name: 'progress', issueId: 12, note: '已踏勘' }],
    ['进展 已到货 #12', { name: 'progress', issueId: 12, note: '已到货' }],
    ['办结 #12 堆场已扩建', { name: 'report-done', issueId: 12, result: '堆场已扩建' }],
    ['办结12 已完工', { name: 'report-done', issueId: 12, result: '已完工' }],
    ['办结#12，已完工', { name: 'report-done', issueId: 12, result: '已完工' }],
    ['办结12 3号楼已完工', { name: 'report-done', issueId: 12, result: '3号楼已完工' }],
    ['办结了 #12 已完工', { name: 'report-done', issueId: 12, result: '已完工' }],
    ['#12 办结 已完工', { name: 'report-done', issueId: 12, result: '已完工' }],
    ['核验 #12 属实', { name: 'verify', issueId: 12, confirmed: true, reason: '' }],
    ['核验12属实', { name: 'verify', issueId: 12, confirmed: true, reason: '' }],
    [
      '核验 #12 不属实 现场仍有堆放',
      { name: 'verify', issueId: 12, confirmed: false, reason: '现场仍有堆放' },
    ],
    ['核验 #12 没有解决', { name: 'verify', issueId: 12, confirmed: false, reason: '' }],
    ['核验 #12', { name: 'verify', issueId: 12, confirmed: null, reason: '' }],
    ['属实 #12', { name: 'verify', issueId: 12, confirmed: true, reason: '' }],
    ['不属实 #12 还在漏', { name: 'verify', issueId: 12, confirmed: false, reason: '还在漏' }],
    ['重开 #12 雨后再次渗漏', { name: 'reopen', issueId: 12, reason: '雨后再次渗漏' }],
    ['反弹 #12 又漏了', { name: 'reopen', issueId: 12, reason: '又漏了' }],
    ['作废 #12 与 #9 重复', { name: 'void', issueId: 12, reason: '与 #9 重复' }],
    ['协办 #12 供电公司', { name: 'co-unit', issueId: 12, unitId: UNITS.power, unitHeard: '供电公司' }],
    ['协办完成 #12', { name: 'tick-co-unit', issueId: 12 }],
    ['催办 #12', { name: 'urge', issueId: 12 }],
    ['帮我催一下 #12', { name: 'urge', issueId: 12 }],
    ['@张三 催办 #12', { name: 'urge', issueId: 12 }],
    ['收到 #12', { name: 'acknowledge', issueId: 12 }],
    ['申诉 #12 连续暴雨无法施工', { name: 'appeal', issueId: 12, reason: '连续暴雨无法施工' }],
    ['上会 #12', { name: 'agenda', issueId: 12 }],
    ['同步 #12 到 园区要素保障群', { name: 'show-in', issueId: 12, chatName: '园区要素保障群' }],
    ['同步 #12 到「要素群」', { name: 'show-in', issueId: 12, chatName: '要素群' }],
    ['同意 #12', { name: 'approve', issueId: 12, approve: true, note: '' }],
    ['不同意 #12 请先完成设计', { name: 'approve', issueId: 12, approve: false, note: '请先完成设计' }],
    ['满意 #12', { name: 'rate', issueId: 12, score: 'satisfied', reason: '' }],
    ['基本满意 #12', { name: 'rate', issueId: 12, score: 'fairly', reason: '' }],
    ['不满意 #12 只解决了一半', { name: 'rate', issueId: 12, score: 'unsatisfied', reason: '只解决了一半' }],
    ['满意度 #12 基本满意', { name: 'rate', issueId: 12, score: 'fairly', reason: '' }],
    ['固化 #12 雨季前先做临时截排水', { name: 'measure', issueId: 12, text: '雨季前先做临时截排水' }],
    ['撤销 #12', { name: 'undo', issueId: 12 }],
    ['撤销', { name: 'undo' }],
    [
      '改单位 #12 自然资源局',
      { name: 'correct-unit', issueId: 12, unitId: UNITS.land, unitHeard: '自然资源局' },
    ],
    [
      '改项目 #12 兴发',
      { name: 'correct-project', issueId: 12, projectId: PROJECTS.xingfa, projectHeard: '兴发' },
    ],
    ['恢复 #12', { name: 'resume', issueId: 12 }],
    // looking
    ['#12', { name: 'show', issueId: 12 }],
    ['＃１２', { name: 'show', issueId: 12 }],
    ['12', { name: 'show', issueId: 12 }],
    ['12号', { name: 'show', issueId: 12 }],
    ['查 #12', { name: 'show', issueId: 12 }],
    ['查12', { name: 'show', issueId: 12 }],
    ['看看#12', { name: 'show', issueId: 12 }],
    ['#12 怎么样了', { name: 'show', issueId: 12 }],
    ['#12 什么时候到期', { name: 'show', issueId: 12 }],
    ['进展 #12 怎么样了？', { name: 'show', issueId: 12 }],
    ['历史 #12', { name: 'history', issueId: 12 }],
    ['#12历史', { name: 'history', issueId: 12 }],
    ['怎么算的 #12', { name: 'explain', issueId: 12 }],
    ['相似 #12', { name: 'similar', issueId: 12 }],
  ])('%j', (text, call) => {
    expect(say(text)).toEqual({ kind: 'call', call });
  });
});

describe('in reply to a card the number may be left out', () => {
  test.each<[string, object]>([
    ['签收', { name: 'sign', issueId: 15 }],
    ['签收吧', { name: 'sign', issueId: 15 }],
    ['已签收', { name: 'sign', issueId: 15 }],
    ['收到', { name: 'acknowledge', issueId: 15 }],
    ['收到谢谢', { name: 'acknowledge', issueId: 15 }],
    ['收到，马上办', { name: 'acknowledge', issueId: 15 }],
    ['办结已完工', { name: 'report-done', issueId: 15, result: '已完工' }],
    ['已完成', { name: 'report-done', issueId: 15, result: '' }],
    ['完成 3号楼已封顶', { name: 'report-done', issueId: 15, result: '3号楼已封顶' }],
    ['进展 12台设备已到', { name: 'progress', issueId: 15, note: '12台设备已到' }],
    ['进展 12 台设备已到', { name: 'progress', issueId: 15, note: '12 台设备已到' }],
    ['进展 与 #12 一并处理', { name: 'progress', issueId: 15, note: '与 #12 一并处理' }],
    [
      '转给供电公司李四',
      {
        name: 'route',
        issueId: 15,
        unitId: UNITS.power,
        unitHeard: '供电公司',
        assigneeOpenId: null,
        assigneeName: '李四',
      },
    ],
    ['核验通过', { name: 'verify', issueId: 15, confirmed: true, reason: '' }],
    ['不属实 现场还有', { name: 'verify', issueId: 15, confirmed: false, reason: '现场还有' }],
    ['同意', { name: 'approve', issueId: 15, approve: true, note: '' }],
    ['不同意 太久了', { name: 'approve', issueId: 15, approve: false, note: '太久了' }],
    ['协办供电公司', { name: 'co-unit', issueId: 15, unitId: UNITS.power, unitHeard: '供电公司' }],
    ['怎么样了', { name: 'show', issueId: 15 }],
    ['进展如何', { name: 'show', issueId: 15 }],
    ['历史', { name: 'history', issueId: 15 }],
    ['撤销', { name: 'undo', issueId: 15 }],
  ])('%j', (text, call) => {
    expect(reply(text)).toEqual({ kind: 'call', call });
  });

  test('a number in the text wins over the card', () => {
    expect(reply('签收 #12')).toMatchObject({ call: { name: 'sign', issueId: 12 } });
    expect(reply('签收 12')).toMatchObject({ call: { name: 'sign', issueId: 12 } });
    expect(reply('#12 办结 好了')).toMatchObject({ call: { name: 'report-done', issueId: 12 } });
  });

  test.each(['好的', '核验完再说', '延期不了', '暂停施工', '同意大家的看法', '满意就好', '明天再说'])(
    '%j stays talk',
    (text) => expect(reply(text).kind).toBe('unknown'),
  );
});

describe('deadlines of one problem', () => {
  const day = (call: { deadline: { ok: boolean } }) =>
    (call.deadline as { deadline?: { day: string } }).deadline?.day;
  test.each<[string, string, string]>([
    ['延期 #12 到 12月20日 等待环评批复', '2026-12-20', '等待环评批复'],
    ['延期 12月20日 #12 下雨', '2026-12-20', '下雨'],
    ['延期#12到12月20日 等待环评批复', '2026-12-20', '等待环评批复'],
    ['延期 12 到 12.20 等批复', '2026-12-20', '等批复'],
    ['延期 #12 12月20日 因10月8日停电', '2026-12-20', '因10月8日停电'],
    ['延期 #12 5个工作日 设备未到', '2026-11-25', '设备未到'],
    ['延期 12号 20号 等批复', '2026-11-20', '等批复'],
    ['申请延期 #12 下周五 理由：设备未到', '2026-11-27', '设备未到'],
    ['延期 #12 设备未到，延到月底', '2026-11-30', '设备未到'],
  ])('%j', (text, wanted, reason) => {
    const call = callOf('extend', say(text));
    expect([call.issueId, day(call), call.reason]).toEqual([12, wanted, reason]);
  });

  test('in reply 10号 is the day, not the problem', () => {
    const call = callOf('extend', reply('延期 10号'));
    expect([call.issueId, day(call)]).toEqual([15, '2026-12-10']);
  });

  test('without a deadline it is missing, with an impossible one it is told', () => {
    expect(callOf('extend', say('延期 #12')).deadline).toEqual({ ok: false, missing: true });
    expect(callOf('extend', say('延期 #12 2月30日 设备未到')).deadline).toMatchObject({
      ok: false,
      missing: false,
    });
  });

  test.each<[string, object]>([
    [
      '挂账 #12 到 12月20日 等待国网批复 @王五',
      { reason: '等待国网批复', chaserOpenId: 'ou_王五', chaserName: null },
    ],
    [
      '挂账 #12 到 12月20日 等省厅 盯办人：王五',
      { reason: '等省厅', chaserOpenId: null, chaserName: '王五' },
    ],
    [
      '挂账 #12 到 12月20日 等省厅 盯办人 @王五',
      { reason: '等省厅', chaserOpenId: 'ou_王五', chaserName: null },
    ],
    ['停表 #12 到 12月20日 等天晴', { reason: '等天晴', chaserOpenId: null, chaserName: null }],
  ])('%j', (text, wanted) => {
    const call = callOf('pause', say(text));
    expect(call).toMatchObject({ issueId: 12, ...wanted });
    expect(day(call)).toBe('2026-12-20');
  });

  test('改时限 takes days and dates, and asks back what it cannot read', () => {
    expect(day(callOf('correct-deadline', say('改时限 #12 5个工作日')))).toBe('2026-11-25');
    expect(day(callOf('correct-deadline', reply('改时限 明天')))).toBe('2026-11-19');
    expect(say('改时限 #12 尽快')).toMatchObject({ kind: 'misuse', misuse: { word: '改时限' } });
  });
});

describe('what is incomplete or wrong is told', () => {
  test.each([
    ['签收 #12 #13', '签收', '一个编号'],
    ['签收 #12、#13', '签收', '一个编号'],
    ['#12 #13', '查', '一个编号'],
    ['签收 12、13', '签收', '一个编号'],
    ['签收 12 和 13', '签收', '一个编号'],
    ['催办 12号、13号', '催办', '一个编号'],
    ['签收 #0', '签收', '#0'],
    ['签收 #99999999999', '签收', '没有'],
    ['#4294967296', '查', '没有'],
    ['协办 #12', '协办', '单位'],
    ['协办 #12 供电公司、水务局', '协办', '一家'],
    ['同步 #12', '同步', '哪个群'],
    ['签收 #12 明天去现场', '签收', '进展 #12'],
    ['催办 #12 省里在问', '催办', '进展 #12'],
    ['满意度 #12', '满意度', '满意'],
    ['满意度 #12 还行吧', '满意度', '满意'],
  ])('%j', (text, word, problem) => {
    expect(say(text)).toMatchObject({
      kind: 'misuse',
      misuse: { problem: expect.stringContaining(problem) },
    });
    expect(say(text)).toMatchObject({ misuse: { word: word === '满意度' ? expect.any(String) : word } });
  });
});

describe('without its reason a verb asks for it by its form', () => {
  test.each(['重开 #12', '作废 #12', '申诉 #12', '固化 #12', '退回 #12', '办结 #12', '不同意 #12'])(
    '%j',
    (text) => {
      const match = say(text);
      expect(match.kind, JSON.stringify(match)).toBe('call');
      expect(match).not.toMatchObject({ call: { reason: expect.stringMatching(/./) } });
    },
  );
});

test('① in a note numbers its list', () => {
  expect(reply('进展 ① 已踏勘 ② 出方案')).toMatchObject({
    call: { name: 'progress', issueId: 15, note: '① 已踏勘 ② 出方案' },
  });
});

describe('doubt and denial never act', () => {
  test.each([
    '不签收 #12',
    '签收不了 #12',
    '没签收 #12',
    '@张三 签收 #12',
    '@张三 办结 #12 好了',
    '签收率上不去',
    '撤销了吗',
    '恢复正常了',
    '作废的票',
    '同步推进各项工作',
    '上会讨论过了',
    '满意就好',
    '收到谢谢',
    '#12 已经弄完了',
  ])('%j', (text) => {
    expect(say(text).kind).toBe('unknown');
  });

  test.each(['办结率是多少', '催办的事情怎么样'])('%j is a question', (text) => {
    expect(say(text)).toMatchObject({ kind: 'call', call: { name: 'ask' } });
  });

  test('a misuse of the group context: the number of another problem is still its own', () => {
    expect(say('签收 #12', { context: inGroup })).toMatchObject({ call: { issueId: 12 } });
  });
});
