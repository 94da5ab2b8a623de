import { describe, expect, test } from 'vitest';
import { button, card, createGroup, createScripted, type Scripted, START, sendCard } from './bot.ts';

const plain = (content: string) => ({ tag: 'plain_text', content });
const answer = (body: unknown) => () => ({ status: 200, body: JSON.stringify(body) });
const actionOf = (s: Scripted, i = -1) => s.received.at(i)?.body.event.action as Record<string, unknown>;

async function setup(...elements: unknown[]) {
  const s = createScripted();
  const group = createGroup(s);
  const id = await sendCard(s, group.chat.chatId, card(...elements));
  return { s, id, ...group };
}

const FORM = {
  tag: 'form',
  name: 'log',
  elements: [
    { tag: 'input', name: 'what', required: true, max_length: 5, label: plain('事项：') },
    { tag: 'input', name: 'more', input_type: 'multiline_text', default_value: '无' },
    {
      tag: 'select_static',
      name: 'unit',
      options: [
        { text: plain('住建局'), value: 'u1' },
        { text: plain('生态环境局'), value: 'u2' },
      ],
    },
    { tag: 'select_person', name: 'who' },
    { tag: 'multi_select_person', name: 'all' },
    { tag: 'date_picker', name: 'day' },
    { tag: 'picker_time', name: 'time' },
    { tag: 'picker_datetime', name: 'at' },
    { tag: 'checker', name: 'green', text: plain('绿色通道') },
    { ...button('提交', { a: 'log' }), name: 'go', form_action_type: 'submit' },
    { tag: 'button', name: 'reset', text: plain('清空'), form_action_type: 'reset' },
  ],
};

describe('a button', () => {
  test('sends who, what and where, with times in microseconds', async () => {
    const { s, id, wang, chat } = await setup(button('签收', { a: 'sign', id: 12 }));
    await s.sim.click(wang.openId, id, '签收');
    const { header, event } = s.received[0]?.body ?? {};
    expect(header?.create_time).toBe(`${START}000`);
    expect(event).toEqual({
      operator: { tenant_key: s.sim.tenantKey, open_id: wang.openId, union_id: wang.unionId },
      token: expect.stringMatching(/^c-[0-9a-f]{40}$/),
      action: { value: { a: 'sign', id: 12 }, tag: 'button', timezone: 'Asia/Shanghai' },
      host: 'im_message',
      context: { open_message_id: id, open_chat_id: chat.chatId },
    });
  });

  test('clicked twice gives two callbacks of different event ids', async () => {
    const { s, id, wang } = await setup(button('签收', {}));
    await Promise.all([s.sim.click(wang.openId, id, '签收'), s.sim.click(wang.openId, id, '签收')]);
    expect(new Set(s.received.map((r) => r.body.header.event_id)).size).toBe(2);
  });

  test('may be clicked by any member, and by nobody else', async () => {
    const { s, id, zhao } = await setup(button('签收', {}));
    const stranger = s.sim.addUser({ name: '路人' });
    expect(await s.sim.click(zhao.openId, id, '签收')).toEqual({});
    expect((await s.sim.click(stranger.openId, id, '签收')).error?.code).toBe(-1);
    expect(s.received).toHaveLength(1);
  });

  test('that is disabled sends nothing and tells why', async () => {
    const off = { ...button('签收', {}), disabled: true, disabled_tips: plain('已签收') };
    const { s, id, wang } = await setup(off);
    expect(await s.sim.click(wang.openId, id, '签收')).toEqual({ error: { code: -1, message: '已签收' } });
    expect(s.received).toHaveLength(0);
  });

  test('can be found by words, value, element id or path; the enabled one of two goes first', async () => {
    const { s, id, wang } = await setup(
      { ...button('签收', { n: 1 }), disabled: true },
      { ...button('签收', { n: 2 }), element_id: 'sign2' },
    );
    const picks = [
      '签收',
      { value: { n: 2 } },
      { elementId: 'sign2' },
      { path: 'body.elements.1' },
      { path: '/body/elements/1' },
    ];
    for (const pick of picks) await s.sim.click(wang.openId, id, pick);
    expect(s.received.map((r) => (r.body.event.action as { value: object }).value)).toEqual(
      picks.map(() => ({ n: 2 })),
    );
    await expect(s.sim.click(wang.openId, id, '办结')).rejects.toThrow('there is: 签收、签收');
  });

  test('with a link is opened here, and calls back only if told to', async () => {
    const link = { type: 'open_url', default_url: 'https://example.com/a' };
    const { s, id, wang } = await setup(
      { tag: 'button', text: plain('打开'), behaviors: [link] },
      { tag: 'button', text: plain('都要'), behaviors: [link, { type: 'callback', value: {} }] },
      { tag: 'button', text: plain('没用') },
    );
    expect(await s.sim.click(wang.openId, id, '打开')).toEqual({ url: 'https://example.com/a' });
    expect(s.received).toHaveLength(0);
    expect(await s.sim.click(wang.openId, id, '都要')).toEqual({ url: 'https://example.com/a' });
    expect(s.received).toHaveLength(1);
    expect((await s.sim.click(wang.openId, id, '没用')).error?.code).toBe(-1);
  });

  test('is dead on a recalled card and after 14 days', async () => {
    const { s, id, wang } = await setup(button('签收', {}));
    s.now += 14 * 86_400_000 + 1;
    expect((await s.sim.click(wang.openId, id, '签收')).error?.message).toBe('卡片已过期');
    s.now = START;
    await s.call('DELETE', `/open-apis/im/v1/messages/${id}`);
    expect((await s.sim.click(wang.openId, id, '签收')).error?.message).toBe('消息已撤回');
    expect(s.received).toHaveLength(0);
  });
});

describe('a form', () => {
  test('sends every kind of field in its own shape', async () => {
    const { s, id, wang, li } = await setup(FORM);
    await s.sim.click(wang.openId, id, '提交', {
      what: '堆放不下',
      unit: '生态环境局',
      who: li.openId,
      all: [wang.openId, li.openId],
      day: '2026-01-05',
      time: '17:30',
      at: '2026-01-05 17:30',
      green: true,
    });
    expect(actionOf(s)).toEqual({
      value: { a: 'log' },
      tag: 'button',
      timezone: 'Asia/Shanghai',
      name: 'go',
      form_value: {
        what: '堆放不下',
        more: '无',
        unit: 'u2',
        who: li.openId,
        all: [wang.openId, li.openId],
        day: '2026-01-05 +0800',
        time: '17:30 +0800',
        at: '2026-01-05 17:30 +0800',
        green: true,
      },
    });
  });

  test('leaves blank optional fields out, or empty, as strict says', async () => {
    const { s, id, wang } = await setup(FORM);
    await s.sim.click(wang.openId, id, '提交', { what: 'x' });
    expect(actionOf(s).form_value).toEqual({ what: 'x', more: '无', green: false });
    s.sim.strict.blankFormFields = 'empty';
    await s.sim.click(wang.openId, id, '提交', { what: 'x', more: '' });
    expect(actionOf(s).form_value).toMatchObject({ more: '', unit: '', who: '', all: [], day: '' });
  });

  test('is not sent while a required field is blank or too long', async () => {
    const { s, id, wang } = await setup(FORM);
    const blank = await s.sim.click(wang.openId, id, '提交', { what: '' });
    expect(blank.error).toEqual({ code: -1, message: '请填写“事项”' });
    const long = await s.sim.click(wang.openId, id, '提交', { what: '一二三四五六' });
    expect(long.error?.message).toBe('最多输入 5 个字');
    expect(await s.sim.click(wang.openId, id, '清空')).toEqual({ url: '' });
    expect(s.received).toHaveLength(0);
  });

  test.each([
    ['a field it has not', { what: 'x', where: 'y' }],
    ['an option it has not', { what: 'x', unit: '水利局' }],
    ['a person not in the chat', { what: 'x', who: 'ou_nobody' }],
    ['a date of another form', { what: 'x', day: '1月5日' }],
    ['two lines in a single line', { what: 'x\ny' }],
  ])('cannot be given %s', async (_what, values) => {
    const { s, id, wang } = await setup(FORM);
    await expect(s.sim.click(wang.openId, id, '提交', values)).rejects.toThrow(/^sim: /);
  });
});

describe('a field outside a form', () => {
  test('sends what was chosen at once', async () => {
    const callback = [{ type: 'callback', value: { a: 'unit' } }];
    const { s, id, wang } = await setup(
      { tag: 'select_static', options: [{ text: plain('住建局'), value: 'u1' }], behaviors: callback },
      { tag: 'input', name: 'reason', behaviors: callback },
      { tag: 'checker', name: 'tick', text: plain('完成'), behaviors: callback },
      { tag: 'date_picker', name: 'day', behaviors: callback },
      { tag: 'overflow', name: 'menu', options: [{ text: plain('历史'), value: 'history' }] },
    );
    await s.sim.click(wang.openId, id, '住建局');
    expect(actionOf(s)).toMatchObject({ tag: 'select_static', option: 'u1', value: { a: 'unit' } });
    await s.sim.click(wang.openId, id, { name: 'reason', choice: '等省厅' });
    expect(actionOf(s)).toMatchObject({ tag: 'input', input_value: '等省厅' });
    await s.sim.click(wang.openId, id, { text: '完成', choice: true });
    expect(actionOf(s)).toMatchObject({ tag: 'checker', checked: true });
    await s.sim.click(wang.openId, id, { name: 'day', choice: '2026-01-05' });
    expect(actionOf(s)).toMatchObject({ tag: 'date_picker', option: '2026-01-05 +0800' });
    await s.sim.click(wang.openId, id, '历史');
    expect(actionOf(s)).toMatchObject({ tag: 'overflow', option: 'history' });
  });
});

describe('the answer', () => {
  test.each([
    ['nothing', {}, {}],
    ['a toast', { toast: { type: 'info', content: '好' } }, { toast: { type: 'info', content: '好' } }],
    [
      'a toast in Chinese',
      { toast: { content: 'ok', i18n: { zh_cn: '好' } } },
      { toast: { type: 'info', content: '好' } },
    ],
  ])('may hold %s', async (_what, body, result) => {
    const { s, id, wang } = await setup(button('签收', {}));
    s.script = answer(body);
    expect(await s.sim.click(wang.openId, id, '签收')).toEqual(result);
  });

  test.each([
    ['is no JSON', '好', 200672],
    ['is a card without wrapping', JSON.stringify(card()), 200672],
    ['has a toast of no type', '{"toast":{"type":"warn","content":"x"}}', 200672],
    ['has a card as text', JSON.stringify({ card: { type: 'raw', data: '{}' } }), 200672],
    [
      'has a card that is invalid',
      JSON.stringify({ card: { type: 'raw', data: card({ tag: 'note' }) } }),
      200673,
    ],
    ['has a card of JSON 1.0', JSON.stringify({ card: { type: 'raw', data: { elements: [] } } }), 200673],
  ])('that %s shows an error and changes nothing', async (_what, body, code) => {
    const { s, id, wang } = await setup(button('签收', {}));
    s.script = () => ({ status: 200, body });
    expect((await s.sim.click(wang.openId, id, '签收')).error?.code).toBe(code);
    expect(s.sim.message(id)?.history).toEqual([]);
  });

  test('that never comes, or comes as an error, shows one too, and is not asked for again', async () => {
    const due: (() => void)[] = [];
    const s = createScripted({ setTimer: (fn) => due.push(fn) });
    const { wang, chat } = createGroup(s);
    const id = await sendCard(s, chat.chatId, card(button('签收', {})));
    const code = async () => (await s.sim.click(wang.openId, id, '签收')).error?.code;
    s.script = () => ({ status: 500, body: '' });
    expect(await code()).toBe(200671);
    s.script = () => Promise.reject(new Error('down'));
    expect(await code()).toBe(200342);
    s.script = () => new Promise(() => {});
    const late = code();
    for (const fire of due.splice(0)) fire();
    expect(await late).toBe(200341);
    const before = s.received.length;
    s.now += 86_400_000;
    await s.sim.runDue();
    expect(s.received).toHaveLength(before);
  });
});

describe('the token of a callback', () => {
  const update = (s: Scripted, token: unknown, content: unknown) =>
    s.call('POST', '/open-apis/interactive/v1/card/update', { token, card: content });
  const tokenOf = (s: Scripted) => s.received.at(-1)?.body.event.token;

  test('updates the card twice within 30 minutes', async () => {
    const { s, id, wang } = await setup(button('签收', {}));
    await s.sim.click(wang.openId, id, '签收');
    expect((await update(s, tokenOf(s), card(button('一', {})))).json).toMatchObject({ code: 0, msg: 'ok' });
    expect((await update(s, tokenOf(s), card(button('二', {})))).json.code).toBe(0);
    expect((await update(s, tokenOf(s), card(button('三', {})))).json.code).toBe(300040);
    expect(s.sim.message(id)?.text).toContain('二');
    await s.sim.click(wang.openId, id, '二');
    s.now += 30 * 60_000 + 1;
    expect((await update(s, tokenOf(s), card())).json.code).toBe(300030);
    expect((await update(s, 'x', card())).json.code).toBe(300020);
  });

  test('is not good before the callback is answered', async () => {
    const { s, id, wang } = await setup(button('签收', {}));
    let early: unknown;
    s.script = async (push) => {
      early = (await update(s, push.body.event.token, card())).json.code;
      return { status: 200, body: '{}' };
    };
    await s.sim.click(wang.openId, id, '签收');
    expect(early).toBe(11310);
  });

  test('a PATCH during the callback is applied, or refused as locked when strict says so', async () => {
    const { s, id, wang } = await setup(button('签收', {}));
    const results: string[] = [];
    s.script = async () => {
      const patched = await s.call('PATCH', `/open-apis/im/v1/messages/${id}`, {
        content: JSON.stringify(card(button('签收', {}))),
      });
      results.push(patched.json.msg);
      return { status: 200, body: '{}' };
    };
    await s.sim.click(wang.openId, id, '签收');
    s.sim.strict.patchDuringCallback = 'locked';
    await s.sim.click(wang.openId, id, '签收');
    expect(results).toEqual(['ok', expect.stringContaining('card action is lock')]);
  });
});
