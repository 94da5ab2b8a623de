/** Buttons in the wrong hands, at the wrong time, or made up. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadIssue } from '../../src/db/issue.ts';
import { DEMO_APP } from '../../src/demo/world.ts';
import { envelope, push, sign } from '../feishu/seal.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const issueOf = (id: number) => world.deps.db.read((tx) => loadIssue(tx, id));
const LOG = '报 危废堆场渗漏 生态环境局';

describe('a button', () => {
  afterEach(() => world.close());

  test.each([
    ['hua', '签收', '企业联系人签收不了'],
    ['qian', '签收', '别的单位签收不了'],
    ['hua', '催办', '企业联系人催不了'],
  ])('pressed by %s (%s) who may not is refused with the names of those who may', async (key, button) => {
    world = await openWorld({ processes: 2 });
    const group = world.group('xf');
    await group.says('wang', LOG);
    const before = await world.rowCounts();
    const { toast } = await group.clicks(key, group.card(1), button);
    expect(toast?.type).toBe('warning');
    expect(toast?.content).toMatch(/责任单位|项目秘书|综合办/);
    expect((await issueOf(1))?.version).toBe(1);
    expect(await world.rowCounts()).toEqual({ ...before, inbox: before.inbox! + 1 });
  });

  test('of a form is refused when the form comes back, too: opening it proves nothing', async () => {
    world = await openWorld({ processes: 2 });
    const group = world.group('xf');
    await group.says('wang', LOG);
    await world.sim.click(world.openId('qian'), group.card(1).messageId, '退回');
    await world.settle();
    const place = world.private('qian');
    const form = place.messages.at(-1);
    if (form) {
      const { toast } = await place.clicks('qian', form, '确认', { reason: '不归我们管' });
      expect(toast?.type).toBe('warning');
    }
    expect((await issueOf(1))?.status).toBe('unsigned');
  });

  test('on a card whose problem has moved on tells the present state and changes nothing', async () => {
    world = await openWorld({ processes: 2 });
    const group = world.group('xf');
    await group.says('wang', LOG);
    // The card on the screen is not redrawn: every PATCH is refused for now.
    const off = world.sim.fault({
      kind: 'rate230020',
      api: 'PATCH /open-apis/im/v1/messages/:message_id',
      resetSeconds: 600,
    });
    await group.says('sun', '签收 #1');
    await group.says('sun', '办结 #1 已清运');
    const old = group.card(1);
    expect(textOf(old)).toContain('待签收');
    const { toast } = await group.clicks('song', old, '签收');
    expect(toast?.type).not.toBe('success');
    expect(toast?.content).toMatch(/待核验|签收/);
    expect((await issueOf(1))?.status).toBe('verifying');
    off();
    world.pass(700_000);
    await world.settle();
    expect(textOf(group.card(1))).toContain('待核验');
  });

  test('属实 pressed twice closes once and the second is told', async () => {
    world = await openWorld({ processes: 2 });
    const group = world.group('xf');
    await group.says('wang', LOG);
    await group.says('sun', '办结 #1 已清运');
    const card = group.card(1);
    const results = await Promise.all(
      ['hua', 'wang', 'song'].map((key) => world.sim.click(world.openId(key), card.messageId, '属实')),
    );
    await world.settle();
    expect(results.filter((one) => one.toast?.type === 'success')).toHaveLength(1);
    expect(results.filter((one) => one.toast?.type === 'error' || one.error)).toEqual([]);
    expect((await issueOf(1))?.status).toBe('closed');
  });

  test('of a preview is only for who wrote the lines, and works once', async () => {
    world = await openWorld({ processes: 2 });
    const group = world.group('xf');
    await group.says('wang', '报 甲路不通 交通局\n乙路不通 交通局');
    const preview = group.lastBot;
    expect((await group.clicks('li', preview, '确认')).toast?.type).toBe('warning');
    expect((await group.clicks('hua', preview, '取消')).toast?.type).toBe('warning');
    expect((await world.rowCounts()).issue).toBe(0);
    const results = await Promise.all(
      [1, 2].map(() => world.sim.click(world.openId('wang'), preview.messageId, '确认')),
    );
    await world.settle();
    expect(results.filter((one) => one.toast?.type === 'success')).toHaveLength(1);
    expect((await world.rowCounts()).issue).toBe(2);
  });
});

describe('a forged button', () => {
  beforeAll(async () => {
    world = await openWorld({ processes: 2 });
    await world.group('xf').says('wang', LOG);
    await world.group('xf').says('wang', '报 甲路不通 交通局\n乙路不通 交通局');
  });
  afterAll(() => world.close());

  let clicks = 0;
  /** A click with any value, rightly signed, from somebody of another enterprise in the other group. */
  async function forge(key: string, value: unknown, form?: Record<string, unknown>) {
    const body = envelope(
      push(
        'card.action.trigger',
        {
          operator: {
            open_id: world.openId(key),
            tenant_key: key === 'jin' ? 'tenant_jin' : world.sim.tenantKey,
          },
          token: 'c-1',
          action: { value, tag: 'button', ...(form && { form_value: form }) },
          host: 'im_message',
          context: { open_message_id: 'om_forged', open_chat_id: world.group('mlx').chatId },
        },
        {
          event_id: `forged-${++clicks}`,
          token: DEMO_APP.verificationTokens[0]!,
          app_id: DEMO_APP.id,
          tenant_key: world.sim.tenantKey,
          create_time: `${world.now}000`,
        },
      ),
      DEMO_APP.encryptKeys[0]!,
    );
    const headers = sign(body, {
      key: DEMO_APP.encryptKeys[0]!,
      timestamp: String(Math.floor(world.now / 1000)),
    });
    const response = await world.app.request('/webhook/card', { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  }

  const verbs = [
    'sign',
    'acknowledge',
    'urge',
    'undo',
    'resume',
    'tick-co-unit',
    'put-on-agenda',
    'verify',
    'rate',
  ];
  const forms = [
    'bounce',
    'report-done',
    'refute',
    'extension',
    'pause',
    'route',
    'progress',
    'correct-unit',
    'bind',
  ];
  const secret = /渗漏|孙倩|生态环境局/;

  test('with any garbage in it never breaks, never changes anything, never shows anything', async () => {
    const before = await world.rowCounts();
    const id = fc.oneof(
      fc.constant(1),
      fc.integer(),
      fc.constant(2 ** 40),
      fc.constant('1'),
      fc.constant(null),
    );
    const shaped = fc.record(
      {
        v: fc.oneof(fc.constant(1), fc.integer()),
        do: fc.constantFrom(
          'verb',
          'open-form',
          'submit',
          'page',
          'answer',
          'bind',
          'confirm-draft',
          'cancel-draft',
          '__proto__',
        ),
        verb: fc.constantFrom(...verbs),
        form: fc.constantFrom(...forms),
        issueId: id,
        seen: id,
        projectId: id,
        draftId: fc.oneof(fc.constant('x'), fc.string()),
        args: fc.oneof(
          fc.constant(undefined),
          fc.constant({ confirmed: true }),
          fc.constant({ score: 'satisfied' }),
        ),
        page: fc.integer(),
        filter: fc.oneof(fc.constant({}), fc.constant({ search: "' or 1=1 --" }), fc.anything()),
        title: fc.string(),
        command: fc.string({ maxLength: 20 }),
      },
      { requiredKeys: ['v', 'do'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), shaped), async (value) => {
        const { status, text } = await forge('jin', JSON.parse(JSON.stringify(value ?? null) ?? 'null'));
        expect(status).toBe(200);
        expect(text).not.toMatch(secret);
        expect(text).not.toContain('"type":"error"');
      }),
      { numRuns: 120 },
    );
    const after = await world.rowCounts();
    expect({ ...after, inbox: 0, outbox: 0 }).toEqual({ ...before, inbox: 0, outbox: 0 });
    expect((await issueOf(1))?.version).toBe(1);
  });

  test('naming a problem of another project is refused for every verb, form and list', async () => {
    const at = { issueId: 1, seen: 0 };
    for (const verb of verbs) {
      const args = { verify: { confirmed: true }, rate: { score: 'satisfied' } }[verb];
      const { text } = await forge('jin', { v: 1, do: 'verb', verb, ...at, ...(args && { args }) });
      expect(text, verb).toContain('toast');
      expect(text, verb).not.toContain('"success"');
      expect(text, verb).not.toMatch(secret);
    }
    for (const form of forms) {
      const values = { reason: '假的', day: '2026-12-20', unitId: '1', projectId: '1' };
      const { text } = await forge('jin', { v: 1, do: 'submit', form, ...at }, values);
      expect(text, form).not.toContain('"success"');
      expect(text, form).not.toMatch(secret);
    }
    for (const filter of [
      {},
      { projectIds: [1] },
      { unitIds: [3] },
      { search: '渗漏' },
      { similarTo: 1 },
      { personId: 1 },
    ]) {
      const { text } = await forge('jin', { v: 1, do: 'page', title: '清单', filter, page: 1 });
      expect(text.replace('搜“渗漏”', ''), JSON.stringify(filter)).not.toMatch(/堆场渗漏|孙倩/);
    }
    for (const command of ['#1', '历史 #1', '怎么算的 #1', '搜 堆场', '清单 兴发', '项目 兴发']) {
      await forge('jin', { v: 1, do: 'answer', command });
    }
    for (const form of forms) await forge('jin', { v: 1, do: 'open-form', form, ...at });
    await world.settle();
    for (let i = 0; i < 10; i++) {
      world.pass(1000);
      await world.settle();
    }
    const shown = world
      .group('mlx')
      .messages.map((message) => JSON.stringify(message.content))
      .join('\n');
    expect(shown).not.toMatch(/堆场渗漏|孙倩/);
    expect((await issueOf(1))?.version).toBe(1);
  });

  test('with the id of somebody else’s draft does nothing', async () => {
    const [draft] = await world.deps.db.session((session) => session.query('select id from draft limit 1'));
    expect(draft).toBeDefined();
    for (const key of ['jin', 'li']) {
      const confirm = await forge(key, { v: 1, do: 'confirm-draft', draftId: String(draft!.id) });
      expect(confirm.text).not.toContain('"success"');
      const form = await forge(
        key,
        { v: 1, do: 'submit', form: 'log', draftId: String(draft!.id) },
        { text: '假' },
      );
      expect(form.text).not.toContain('"success"');
    }
    expect((await world.rowCounts()).issue).toBe(1);
  });
});
