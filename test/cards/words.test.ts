import { describe, expect, test } from 'vitest';
import { answerToast, errorToast, staleToast, toast } from '../../src/cards/toast.ts';
import { errorText, unknownText } from '../../src/cards/words.ts';
import { attachedText, doneText, loggedText } from '../../src/cards/words-done.ts';
import { historyText, OTHER_HISTORY } from '../../src/cards/words-history.ts';
import { REFUSAL_CODES, refusalText } from '../../src/cards/words-refusals.ts';
import type { HistoryVerb, IssueCommand } from '../../src/domain/issue.ts';
import { NOTICE_REASONS, noticeOf } from '../../src/verbs/notices.ts';
import { VERBS } from '../../src/verbs/verbs.ts';
import { due, sampleContext, sampleHistory, sampleIssue } from './samples.ts';

const ctx = sampleContext();
const CHINESE = /[\u4e00-\u9fff]/;
const HOLES = /undefined|null|NaN|\[object|\$\{/;

const FILLED = {
  issue: 12,
  may: '责任单位、协办单位、签收人、项目秘书、综合办、分管领导、登记人、盯办人',
  status: 'verifying',
  count: 5200,
  limit: 5000,
  names: '供电公司、生态环境局、自然资源局',
  on: '11月30日（周一）',
  unit: '住房和城乡建设局',
  minutes: 2,
  heard: '不存在的单位',
  byId: 2,
};

describe('refusals', () => {
  test.each(REFUSAL_CODES)('%s says why in at most 60 characters', (code) => {
    for (const params of [undefined, FILLED, {}]) {
      const text = refusalText(params ? { code, params } : { code });
      expect(text).toMatch(CHINESE);
      expect(text).not.toMatch(HOLES);
      expect(text.length).toBeLessThanOrEqual(60);
    }
  });

  test('a refusal names who may, and who did it when that is known', () => {
    expect(refusalText({ code: 'may-not', params: { may: '综合办' } })).toBe('您不能做这一步，综合办可以。');
    expect(refusalText({ code: 'already-done', params: { byId: 2 } }, () => '张三')).toContain('张三');
    expect(refusalText({ code: 'wrong-status', params: { status: 'closed' } })).toContain('已销号');
  });

  test('what somebody typed cannot stretch a refusal', () => {
    expect(refusalText({ code: 'unit-unknown', params: { heard: '局'.repeat(500) } }).length).toBeLessThan(
      80,
    );
  });
});

describe('notices', () => {
  test.each(NOTICE_REASONS)('%s says in one short line why the card comes', (reason) => {
    const words = noticeOf(reason);
    expect(words.headline).toMatch(CHINESE);
    expect(words.headline.length).toBeLessThanOrEqual(26);
  });
});

describe('history', () => {
  test.each([...OTHER_HISTORY, ...VERBS.map((one) => one.verb)] as HistoryVerb[])(
    '%s reads well with and without details',
    (verb) => {
      const row = { ...sampleHistory()[0]!, verb };
      const details: Record<string, unknown>[] = [
        {},
        {
          unitId: 11,
          assigneeId: 2,
          reason: '理由',
          note: '说明',
          result: '结果',
          to: '2026-12-20',
          score: 'fairly',
        },
        { unitId: 999, to: { day: 'not a day' }, reason: 5, text: null, approve: false, confirmed: false },
      ];
      for (const detail of details) {
        const line = historyText({ ...row, detail }, ctx);
        expect(line).toMatch(/^11-20 09:12 /);
        expect(line).toMatch(CHINESE);
        expect(line).not.toMatch(HOLES);
      }
    },
  );

  test('a line says when, who with unit, and what', () => {
    const [logged, routed, signed] = sampleHistory();
    expect(historyText(logged!, ctx)).toBe('11-20 09:12 王秘书登记');
    expect(historyText(routed!, ctx)).toBe('11-20 09:12 赵主任（项目中心）转办住房和城乡建设局（张三）');
    expect(historyText(signed!, ctx)).toBe('11-20 14:00 张三（住建局）签收');
  });

  test('steps of the clock have no author', () => {
    const line = historyText(
      { ...sampleHistory()[0]!, verb: 'rung', actorId: null, detail: { rung: 'red' } },
      ctx,
    );
    expect(line).toBe('11-20 09:12 红灯提醒');
  });

  test('reads the details the decisions write', () => {
    const row = (verb: HistoryVerb, detail: Record<string, unknown>) =>
      historyText({ ...sampleHistory()[0]!, verb, detail }, ctx).replace('11-20 09:12 王秘书', '');
    expect(row('correct', { from: {}, to: { deadline: '2026-12-20', unitId: 12 } })).toBe(
      '单位改为供电公司，时限改为12月20日（周日）',
    );
    expect(row('decide-request', { request: 'extension', approve: true, to: '2026-12-20' })).toBe(
      '同意延期到12月20日（周日）',
    );
    expect(row('decide-request', { request: 'pause', approve: false, refused: {} })).toBe('不同意挂账');
    expect(row('verify', { confirmed: false, reason: '仓库还是满的' })).toBe('核验不属实：仓库还是满的');
    expect(row('bounce', { reason: '不属于我局', frozen: true })).toBe('退回：不属于我局（暂停流转）');
  });
});

describe('answers', () => {
  const commands: IssueCommand[] = [
    { verb: 'route', unitId: 11 },
    { verb: 'sign' },
    { verb: 'bounce', reason: 'x' },
    { verb: 'progress', note: 'x' },
    { verb: 'report-done', result: 'x' },
    { verb: 'verify', confirmed: true },
    { verb: 'verify', confirmed: false, reason: 'x' },
    { verb: 'reopen', reason: 'x' },
    { verb: 'void', reason: 'x' },
    { verb: 'add-co-unit', unitId: 12 },
    { verb: 'tick-co-unit' },
    { verb: 'request-extension', to: due('2026-12-20'), reason: 'x' },
    { verb: 'request-pause', expected: '2026-12-20', reason: 'x', chaserId: 7 },
    { verb: 'decide-request', approve: true },
    { verb: 'decide-request', approve: false },
    { verb: 'resume' },
    { verb: 'urge' },
    { verb: 'summon', reason: 'x' },
    { verb: 'acknowledge' },
    { verb: 'appeal', reason: 'x' },
    { verb: 'decide-appeal', exempt: true },
    { verb: 'put-on-agenda' },
    { verb: 'rate', score: 'satisfied' },
    { verb: 'write-measure', text: 'x' },
    { verb: 'correct', deadline: due('2026-12-20') },
    { verb: 'attach', attachment: { kind: 'image', key: 'k', messageId: 'm' } },
    { verb: 'show-in', chatId: 'oc_2' },
  ];

  test.each(commands)('every step is answered with one short sentence: %o', (command) => {
    const text = doneText(command, sampleIssue(), ctx.directory);
    expect(text).toMatch(/^#12 .+。$/);
    expect(text).not.toMatch(HOLES);
    expect(text.length).toBeLessThanOrEqual(40);
  });

  test('a new problem is answered in words only when its card does not say it all', () => {
    const none = { units: [11], projects: [] };
    expect(loggedText(sampleIssue(), [], none, ctx.directory)).toBeUndefined();
    const doubts = { units: [11, 12], projects: [] };
    expect(loggedText(sampleIssue(), ['注意'], doubts, ctx.directory)).toBe(
      '已登记 #12。\n注意\n可能是住房和城乡建设局、供电公司，不对请点“改单位”。',
    );
    expect(attachedText(12, 2)).toBe('#12 已收下 2 个附件。');
  });

  test('a message that was not understood is told so, with the two nearest commands', () => {
    expect(unknownText('呼呼', ['报', '查', '签收'])).toBe(
      '没有听懂“呼呼”。您是不是想说：报 或 查？发“帮助”可看全部说法。',
    );
    expect(unknownText(' ', [])).toBe('没有听懂。发“帮助”可看全部说法。');
  });

  test('an error gives a code to quote', () => {
    expect(errorText('a1b2')).toBe(
      '出错了，这一步没有办成，请再试一次。仍不行，请把错误码 a1b2 告诉管理员。',
    );
    expect(errorToast('a1b2')).toEqual({ toast: { type: 'error', content: errorText('a1b2') } });
  });
});

describe('toasts', () => {
  test('are one short line', () => {
    expect(toast('info', `一\n二${'三'.repeat(200)}`).content).toMatch(/^一 二三+…$/);
    expect(toast('info', '长'.repeat(200)).content).toHaveLength(80);
  });

  test('carry the tone of the answer; a refusal warns', () => {
    expect(answerToast({ kind: 'text', text: '好', tone: 'success' })).toEqual({
      type: 'success',
      content: '好',
    });
    expect(answerToast({ kind: 'refusal', refusal: { code: 'own-report' } }).type).toBe('warning');
    expect(answerToast({ kind: 'mine' }).type).toBe('info');
  });

  test('a click on an old card is told what is so now', () => {
    const issue = sampleIssue({ status: 'verifying' });
    expect(staleToast(issue, { code: 'wrong-status' }, ctx.directory).content).toBe(
      '#12 已有变动，现在是待核验，住房和城乡建设局。卡片马上更新。',
    );
  });
});
