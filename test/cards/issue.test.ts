import { describe, expect, test } from 'vitest';
import { decodeAction } from '../../src/cards/actions.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { type IssueView, issueCard } from '../../src/cards/issue.ts';
import type { ButtonRight } from '../../src/cards/issue-buttons.ts';
import { STATUS_NAMES } from '../../src/cards/words.ts';
import type { Issue, Status } from '../../src/domain/issue.ts';
import { parseMarkdown } from '../../src/sim/page/markdown/blocks.ts';
import { BUTTONS, SMALL_BUTTONS } from '../../src/text/words.ts';
import { headlineFor, NOTICE_REASONS } from '../../src/verbs/notices.ts';
import { buttonsOf, problemsOf, valuesOf } from './check.ts';
import { BY_STATUS, CROWDED, due, PEOPLE, sampleContext, sampleHistory, sampleIssue } from './samples.ts';

const ctx = sampleContext();
const STATUSES = Object.keys(BY_STATUS) as Status[];
const REASONS = NOTICE_REASONS;
const BIG = new Set<string>(Object.values(BUTTONS));
const WORDS = new Set<string>([...BIG, ...Object.values(SMALL_BUTTONS)]);

function draw(change: Partial<Issue> = {}, view: Partial<IssueView> = {}) {
  return issueCard(
    { issue: sampleIssue(change), history: sampleHistory(), place: 'chat', attachments: 0, ...view },
    ctx,
  );
}

const tagsOf = (card: ReturnType<typeof draw>) => card.header.text_tag_list?.map((tag) => tag.text.content);

describe('every status for every audience', () => {
  const audiences: [string, Partial<IssueView>][] = [
    ['a group', { place: 'chat' }],
    ['one person', { place: 'person', reader: PEOPLE[1]! }],
    ['one person who may nothing', { place: 'person', reader: PEOPLE[4]!, allowed: new Set<ButtonRight>() }],
  ];
  const cases = STATUSES.flatMap((status) => audiences.map(([name, view]) => ({ status, name, view })));

  test.each(cases)('$status for $name is a card the platform takes', ({ status, view }) => {
    for (const extra of [{}, CROWDED]) {
      const card = draw({ ...extra, ...BY_STATUS[status] }, view);
      expect(problemsOf(card)).toEqual([]);
      expect(card.config.update_multi).toBe(true);
      for (const word of buttonsOf(card)) expect(WORDS).toContain(word);
      for (const value of valuesOf(card)) expect(decodeAction(value)).not.toHaveProperty('invalid');
    }
  });

  test.each(REASONS)('a private card for %s says why it comes and is valid', (reason) => {
    for (const status of STATUSES) {
      const notice = { reason, note: '说明<at id=all></at>', late: true };
      const reader = PEOPLE[1]!;
      const card = draw(BY_STATUS[status], { place: 'person', reader, notice });
      const headline = headlineFor(
        reason,
        sampleIssue(BY_STATUS[status]),
        reader.id,
        sampleContext().directory,
      );
      expect(problemsOf(card)).toEqual([]);
      expect(cardText(card)).toContain(`【补发】${headline}\n“说明<at id=all></at>”`);
    }
  });

  test('who may nothing gets only what can be read', () => {
    const card = draw(BY_STATUS.unsigned, { place: 'person', reader: PEOPLE[4]!, allowed: new Set() });
    expect(buttonsOf(card)).toEqual(['怎么算的']);
  });
});

describe('at a glance', () => {
  test('number and title head the card, status and light with its reason beside them', () => {
    const card = draw(BY_STATUS.working);
    expect(card.header.title).toEqual({ tag: 'plain_text', content: '#12 磷石膏仓库堆放不下' });
    expect(tagsOf(card)).toEqual(['办理中', '黄 逾期 2 个工作日']);
  });

  test.each([
    ['2026-12-20', 'green', '正常 还剩 17 个工作日'],
    ['2026-11-27', 'blue', '蓝 还剩 2 个工作日'],
    ['2026-11-25', 'blue', '蓝 今天到期'],
    ['2026-11-24', 'orange', '黄 逾期 1 个工作日'],
    ['2026-11-17', 'red', '红 逾期 6 个工作日'],
  ])('due %s the head is %s', (day, color, tag) => {
    const card = draw({ deadline: due(day) });
    expect(card.header.template).toBe(color);
    expect(tagsOf(card)?.[1]).toBe(tag);
  });

  test('what stands still or is over is grey', () => {
    for (const status of ['paused', 'closed', 'void'] as const) {
      expect(draw(BY_STATUS[status]).header.template).toBe('grey');
    }
  });

  test('the three facts come first, in the text fallback too', () => {
    const lines = cardText(draw(BY_STATUS.working)).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '#12 磷石膏仓库堆放不下【办理中 黄 逾期 2 个工作日】',
      '责任单位  住房和城乡建设局 · 张三',
      '完成时限  11月23日（周一）  逾期 2 个工作日',
      '项　　目  兴发磷石膏综合利用项目',
      '等 @有关同志 办理',
    ]);
  });

  test('both dates stay visible after an extension', () => {
    const text = cardText(draw({ originalDeadline: due('2026-11-20'), deadline: due('2026-12-20') }));
    expect(text).toContain('原 11月20日（周五）');
    expect(text).toContain('现 12月20日（周日）');
  });

  test.each([
    ['unrouted', 'ou_person4', '转办'],
    ['unsigned', 'ou_person2', '签收'],
    ['working', 'ou_person2', '办理'],
    ['paused', 'ou_person7', '盯办'],
    ['verifying', 'ou_person5', '核验'],
  ] as const)('%s mentions %s, who has to act', (status, openId, task) => {
    const json = JSON.stringify(draw(BY_STATUS[status]));
    expect(json).toContain(`<at id=${openId}></at>`);
    expect(json).toContain(`**${task}**`);
  });

  test('nobody is mentioned in a private card; the one who must act is told so', () => {
    const card = draw(BY_STATUS.unsigned, { place: 'person', reader: PEOPLE[1]! });
    expect(JSON.stringify(card)).not.toContain('<at');
    expect(cardText(card)).toContain('轮到您签收');
  });

  test('everything that is true of a problem stands on its card', () => {
    const text = cardText(draw({ ...CROWDED, ...BY_STATUS.paused, pending: null }, { attachments: 3 }));
    for (const fact of ['在上级 3 个工作日', '预计 12月20日', '盯办人 周工', '等省厅批复环评', '退回 2 次']) {
      expect(text).toContain(fact);
    }
    for (const fact of [
      '☑ 供电公司',
      '☐ 生态环境局',
      '核验不属实 1 次',
      '暴雨停工三天',
      '附件 3 个',
      '原话：孙厂长（企业）',
    ]) {
      expect(text).toContain(fact);
    }
    expect(cardText(draw(CROWDED))).toMatch(
      /申请延期到 12月20日（周日），等综合办批准\n张三（住建局）：省厅批复未到/,
    );
  });

  test('what was bounced is a warning only until the office has decided, then a grey line of the past', () => {
    const bounces = CROWDED.bounces!;
    const waiting = draw({ ...BY_STATUS.unrouted, bounces, frozen: true });
    expect(JSON.stringify(waiting)).toContain(
      "<font color='red'>**已退回 2 次，暂停流转，由综合办定责**</font>",
    );
    for (const status of ['working', 'verifying', 'closed'] as const) {
      const later = JSON.stringify(draw({ ...BY_STATUS[status], bounces, frozen: true }));
      expect(later).toContain("<font color='grey'>曾退回 2 次（生态环境局、供电公司），综合办已定</font>");
      expect(later).not.toContain('暂停流转');
    }
  });

  test('the last word on the work stays on the card when reminders come after it; of late work also that there is none', () => {
    const rung = {
      ...sampleHistory().at(-1)!,
      verb: 'rung',
      detail: { rung: 'red' },
      actorId: null,
    } as const;
    const history = [
      { ...rung, id: 901 },
      { ...rung, id: 902 },
    ];
    const progress = sampleHistory().find((row) => row.verb === 'progress')!;
    const late = BY_STATUS.working;
    expect(cardText(draw(late, { history, progress }))).toMatch(
      /最新进展 {2}11-24 09:12 张三（住建局）进展：正在联系/,
    );
    expect(cardText(draw(late, { history }))).toContain('还没有进展记录');
    expect(cardText(draw(late, { progress }))).not.toContain('最新进展');
  });

  test('the whole text is offered only when it says more than the card does', () => {
    const said = (text: string) => cardText(draw({ title: '门口积水', text, assigneeId: 2 }));
    expect(said('门口积水 请住房和城乡建设局 @张三 处理一下井盖，附近有幼儿园')).toContain('全文');
    expect(said('门口积水 由住房和城乡建设局 @张三 限')).toContain('全文');
    expect(said('门口积水 由住房和城乡建设局，张三，谢谢')).not.toContain('全文');
  });

  test('the last two history lines are shown, with who and when', () => {
    expect(cardText(draw())).toMatch(
      /11-20 14:00 张三（住建局）签收\n11-24 09:12 张三（住建局）进展：正在联系/,
    );
  });

  test('the chat list shows number, status and what it is about', () => {
    expect(draw(BY_STATUS.unsigned).config.summary.content).toBe(
      '#12 待签收 还剩 3 个工作日 · 磷石膏仓库堆放不下',
    );
  });

  test('made-up data says so', () => {
    const view: IssueView = { issue: sampleIssue(), history: [], place: 'chat', attachments: 0 };
    expect(cardText(issueCard(view, { ...ctx, demo: true }))).toContain('演示数据');
  });
});

describe('a problem on the way of a link', () => {
  const link = { no: 11, name: '建设工程规划许可证' };
  test('says how many working days are left before the node moves', () => {
    const text = cardText(draw({}, { held: [{ ...link, cost: { float: 5, moves: 'start' } }] }));
    expect(text).toContain('卡住 第11环节 建设工程规划许可证');
    expect(text).toContain('再拖 6 个工作日，开工顺延 1 天');
  });

  test('on the critical chain every day counts', () => {
    const text = cardText(draw({}, { held: [{ ...link, cost: { float: 0, moves: 'production' } }] }));
    expect(text).toContain('每拖一天，投产顺延一天');
  });

  test('without an agreed plan it names the link and no days', () => {
    const text = cardText(draw({}, { held: [{ ...link, cost: null }] }));
    expect(text).toContain('卡住 第11环节');
    expect(text).not.toMatch(/顺延/);
  });

  test('the link’s own card says what a day costs, and a hostile name stays text', () => {
    const own = { kind: 'link', linkId: 7 } as const;
    const held = [{ no: 3, name: '**<at id=all></at>**', cost: { float: 0, moves: 'start' as const } }];
    expect(cardText(draw(own, { held }))).toContain('对节点的影响  每拖一天，开工顺延一天');
    expect(problemsOf(draw({}, { held }))).toEqual([]);
    expect(JSON.stringify(draw({}, { held }))).not.toContain('<at id=all>');
  });
});

describe('an item of another kind', () => {
  test('says what it is, and a link bears the words of links', () => {
    const link = { kind: 'link', linkId: 7, title: '第11环节 建设工程规划许可证' } as const;
    const card = draw({ ...BY_STATUS.unsigned, ...link });
    expect(tagsOf(card)?.slice(0, 2)).toEqual(['环节', '应开始']);
    expect(buttonsOf(card)).toContain('开始');
    const working = draw(link);
    expect(buttonsOf(working)).toContain('完成');
    expect(buttonsOf(working)).not.toContain('办结');
    expect(tagsOf(draw())).not.toContain('问题');
  });

  test.each(['deferral', 'decision', 'instruction', 'task'] as const)(
    '%s keeps the words of problems beside its own name',
    (kind) => {
      const card = draw({ kind });
      expect(buttonsOf(card)).toContain('办结');
      expect(problemsOf(card)).toEqual([]);
    },
  );
});

describe('buttons', () => {
  const main: [Status, string[]][] = [
    ['unrouted', ['转办', '催办']],
    ['unsigned', ['签收', '退回', '转办', '催办']],
    // The sample is late, so 延期 would only be refused.
    ['working', ['办结', '挂账', '催办']],
    ['paused', ['恢复', '催办']],
    ['verifying', ['属实', '不属实', '催办']],
    ['closed', ['满意', '基本满意', '不满意']],
    ['void', []],
  ];
  test.each(main)('%s offers what makes sense then', (status, words) => {
    const all = buttonsOf(draw(BY_STATUS[status]));
    expect(all.slice(0, words.length)).toEqual(words);
    expect(all.slice(words.length).some((word) => BIG.has(word) && word !== '撤销')).toBe(false);
  });

  test('延期 is offered while the deadline lies ahead', () => {
    const ahead = draw({ ...BY_STATUS.working, deadline: due('2026-12-20') });
    expect(buttonsOf(ahead).slice(0, 4)).toEqual(['办结', '延期', '挂账', '催办']);
  });

  test('a pending request puts 同意 and 不同意 first and hides another request', () => {
    const words = buttonsOf(draw({ pending: CROWDED.pending! }));
    expect(words.slice(0, 4)).toEqual(['同意', '不同意', '办结', '催办']);
  });

  test('撤销 is offered in time only, and in private only to the one who did the last step', () => {
    const history = [{ ...sampleHistory()[0]!, at: ctx.now - 60_000, actorId: 2 }];
    const [doer, other] = [PEOPLE[1]!, PEOPLE[2]!];
    expect(buttonsOf(draw({}, { history }))).toContain('撤销');
    expect(buttonsOf(draw({}, { history, place: 'person', reader: doer }))).toContain('撤销');
    expect(buttonsOf(draw({}, { history, place: 'person', reader: other }))).not.toContain('撤销');
    const late = [{ ...history[0]!, at: ctx.now - 121_000 }];
    expect(buttonsOf(draw({}, { history: late }))).not.toContain('撤销');
    const byClock = [{ ...history[0]!, actorId: null }];
    expect(buttonsOf(draw({}, { history: byClock }))).not.toContain('撤销');
  });

  test('who has to act is not offered to urge themselves', () => {
    const allowed = new Set<ButtonRight>(['report-done', 'urge']);
    expect(buttonsOf(draw({}, { place: 'person', reader: PEOPLE[1]!, allowed }))).not.toContain('催办');
    expect(buttonsOf(draw({}, { place: 'person', reader: PEOPLE[2]!, allowed }))).toContain('催办');
    expect(allowed.has('urge')).toBe(true);
  });

  test('what was solved on the spot, or has nobody to ask, is not rated', () => {
    expect(buttonsOf(draw({ ...BY_STATUS.closed, onTheSpot: true }))).not.toContain('满意');
    expect(buttonsOf(draw({ ...BY_STATUS.closed, projectId: null }))).not.toContain('满意');
  });

  test('at most one button is filled', () => {
    for (const status of STATUSES) {
      const json = JSON.stringify(draw({ ...CROWDED, ...BY_STATUS[status] }));
      expect(json.match(/primary_filled/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  test('a reminder is acknowledged with 签收', () => {
    const notice = { reason: 'rung-red' } as const;
    const allowed = new Set<ButtonRight>(['acknowledge', 'urge']);
    const card = draw(BY_STATUS.working, { place: 'person', reader: PEOPLE[5]!, notice, allowed });
    expect(buttonsOf(card).slice(0, 2)).toEqual(['签收', '催办']);
    expect(decodeAction(valuesOf(card)[0])).toEqual({
      do: 'verb',
      verb: 'acknowledge',
      issueId: 12,
      seen: 3,
    });
  });

  test('looking back asks whether it lasted or came back', () => {
    const card = draw(BY_STATUS.closed, { place: 'person', notice: { reason: 'look-back' } });
    expect(buttonsOf(card).slice(0, 2)).toEqual(['没有反弹', '反弹重开']);
    expect(decodeAction(valuesOf(card)[0])).toMatchObject({ do: 'verb', verb: 'confirm-lasting' });
    expect(decodeAction(valuesOf(card)[1])).toMatchObject({ do: 'open-form', form: 'reopen' });
  });

  test('no answer of the enterprise stands out from the others', () => {
    const asked = draw(BY_STATUS.closed).body.elements;
    expect(JSON.stringify(asked)).not.toContain('primary_filled');
  });

  test('every button carries the version the card showed', () => {
    for (const value of valuesOf(draw(BY_STATUS.unsigned))) {
      const action = decodeAction(value);
      if ('do' in action && (action.do === 'verb' || action.do === 'open-form')) expect(action.seen).toBe(3);
    }
  });
});

describe('hostile and long text', () => {
  test('five thousand characters fit, whatever they are', () => {
    for (const text of ['汉'.repeat(5000), '"'.repeat(5000), '\\\n'.repeat(2500), '😀'.repeat(2500)]) {
      const change = { ...CROWDED, text, title: text.slice(0, 80), result: text, measure: text };
      const card = draw(change, { notice: { reason: 'urged', note: text }, lead: text });
      expect(problemsOf(card)).toEqual([]);
      expect(cardText(card)).toContain(`#12`);
      expect(buttonsOf(card)).toContain('办结');
    }
  });

  test('a text too long for the card says where the whole stands', () => {
    const text = '汉'.repeat(5000);
    const card = draw({ text, title: '标题' }, { lead: text });
    expect(cardText(card, undefined, 40_000)).toContain('…（全文见 查 #12）');
  });

  const attack =
    '<at id=all></at> [x](https://evil.example) **b** | a |\n|---|\n# h ![i](img_v3_x) https://evil.example';

  test('nothing a person wrote becomes a mention, a link, a heading or a table', () => {
    const people = new Map(PEOPLE.map((one) => [one.id, { ...one, name: attack }]));
    const bounces = CROWDED.bounces!.map((bounce) => ({ ...bounce, reason: attack }));
    const change = { ...CROWDED, title: attack, text: attack, result: attack, measure: attack, bounces };
    const view: IssueView = {
      issue: sampleIssue(change),
      history: sampleHistory().map((row) => ({ ...row, detail: { note: attack } })),
      place: 'chat',
      attachments: 0,
      notice: { reason: 'urged', note: attack },
      lead: attack,
    };
    const card = issueCard(view, { ...ctx, people });
    expect(problemsOf(card)).toEqual([]);
    const seen = JSON.stringify(card.body).match(/"tag":"markdown","content":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(seen.length).toBeGreaterThan(5);
    for (const element of seen) {
      const { content } = JSON.parse(`{${element}}`) as { content: string };
      const parsed = JSON.stringify(parseMarkdown(content));
      expect(parsed).not.toMatch(/"type":"(link|image|heading|table|list|quote|code|person)"/);
      expect(parsed).not.toContain('"all":true');
      for (const [, id] of parsed.matchAll(/"ids":\["([^"]*)"/g)) expect(id).toMatch(/^ou_person\d$/);
    }
    expect(cardText(card)).toContain('<at id=all></at> [x](https://evil.example)');
  });
});

test('the card of an unsigned problem, whole', () => {
  const card = draw(BY_STATUS.unsigned);
  expect(card.header.text_tag_list?.[0]?.text.content).toBe(STATUS_NAMES.unsigned);
  expect(card).toMatchSnapshot();
});
