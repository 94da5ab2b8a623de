import { describe, expect, test } from 'vitest';
import { presetInstant } from '../../src/sim/page-api/clock.ts';
import { button, card, createGroup, createScripted, type Scripted, START, sendCard } from './bot.ts';

async function call(
  s: Scripted,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await s.sim.fetch(
    new Request(`http://127.0.0.1:3000/sim${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return {
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as Record<string, unknown>,
  };
}

describe('the page API', () => {
  test('shows who and what there is', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const { json } = await call(s, 'GET', '/api/state');
    expect(json).toMatchObject({ now: START, timeZone: 'Asia/Shanghai', bot: { name: '专班秘书' } });
    expect(json.users).toContainEqual(expect.objectContaining({ openId: wang.openId, note: '项目秘书' }));
    expect(json.chats).toMatchObject([{ chatId: chat.chatId, type: 'group', owner: wang.openId }]);
  });

  test('lets one speak, click and see, and only where one is', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const said = await call(s, 'POST', '/api/say', {
      as: wang.openId,
      chatId: chat.chatId,
      text: '帮助',
      atBot: true,
    });
    expect(said.json).toMatchObject({ text: '@专班秘书 帮助' });
    const id = await sendCard(s, chat.chatId, card(button('签收', { n: 1 })));
    s.script = () => ({ status: 200, body: '{"toast":{"type":"success","content":"好"}}' });
    const clicked = await call(s, 'POST', '/api/click', {
      as: wang.openId,
      messageId: id,
      elementPath: 'body.elements.0',
    });
    expect(clicked.json).toEqual({ toast: { type: 'success', content: '好' } });
    const seen = await call(s, 'GET', `/api/chats/${chat.chatId}/messages?as=${wang.openId}`);
    expect(seen.json).toHaveLength(2);
    expect((await call(s, 'GET', `/api/chats/${chat.chatId}/messages?as=ou_x`)).json).toEqual([]);
    const stranger = s.sim.addUser({ name: '路人' });
    const refused = await call(s, 'POST', '/api/say', {
      as: stranger.openId,
      chatId: chat.chatId,
      text: 'x',
    });
    expect(refused.status).toBe(400);
  });

  test('takes an upload and gives its bytes back', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const form = new FormData();
    form.set('as', wang.openId);
    form.set('chatId', chat.chatId);
    form.set('file', new Blob(['照片'], { type: 'image/png' }), '现场.png');
    const request = new Request('http://127.0.0.1:3000/sim/api/upload', { method: 'POST', body: form });
    const message = (await (await s.sim.fetch(request)).json()) as {
      msgType: string;
      content: { image_key: string };
    };
    expect(message.msgType).toBe('image');
    const url = `http://127.0.0.1:3000/sim/api/files/${message.content.image_key}`;
    const file = await s.sim.fetch(new Request(url));
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['image/png', '照片']);
  });

  test('makes groups, moves the bot and opens the private chat', async () => {
    const s = createScripted();
    const { wang, li } = createGroup(s);
    const { json } = await call(s, 'POST', '/api/chats', { name: '新群', members: [wang.openId, li.openId] });
    await call(s, 'POST', `/api/chats/${json.chatId}/bot`, { as: wang.openId, in: true });
    const { json: p2p } = await call(s, 'POST', '/api/p2p', { as: wang.openId });
    expect(p2p.chatId).toBe(s.sim.p2pChat(wang.openId));
    expect(s.received.map((r) => r.body.header.event_type)).toEqual([
      'im.chat.member.bot.added_v1',
      'im.chat.access_event.bot_p2p_chat_entered_v1',
    ]);
  });

  test('injects and ends faults, and shows the log', async () => {
    const s = createScripted();
    await call(s, 'POST', '/api/fault', { kind: 'http429', resetSeconds: 3 });
    expect((await s.call('GET', '/open-apis/bot/v3/info')).status).toBe(429);
    await call(s, 'DELETE', '/api/faults');
    expect((await s.call('GET', '/open-apis/bot/v3/info')).status).toBe(200);
    expect((await call(s, 'POST', '/api/fault', { kind: 'fire' })).status).toBe(400);
    const { json } = await call(s, 'GET', '/api/log');
    expect((json.calls as { status: number }[]).map((c) => c.status)).toContain(429);
  });

  test('streams every change', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    const stop = new AbortController();
    const request = new Request('http://127.0.0.1:3000/sim/api/events', { signal: stop.signal });
    const reader = (await s.sim.fetch(request)).body?.pipeThrough(new TextDecoderStream()).getReader();
    await s.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
    let seen = '';
    while (!seen.includes('event: push')) seen += (await reader?.read())?.value ?? '';
    expect(seen).toContain(`event: message\ndata: {"kind":"message","chatId":"${chat.chatId}"`);
    stop.abort();
  });

  test('answers this machine and its own page only', async () => {
    const s = createScripted();
    const foreign = await call(s, 'POST', '/api/say', {}, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    const elsewhere = await s.sim.fetch(new Request('http://10.0.0.5/sim/api/state'));
    expect(elsewhere.status).toBe(403);
    expect((await call(s, 'GET', '/api/nothing')).status).toBe(404);
  });
});

describe('the clock', () => {
  test('is moved by its owner, forward only; without one it is 409', async () => {
    const alone = createScripted();
    expect((await call(alone, 'POST', '/api/clock', { advanceMs: 1 })).status).toBe(409);
    const s: Scripted = createScripted({
      moveClock: async (to) => {
        s.now = to;
      },
    });
    expect((await call(s, 'POST', '/api/clock', { preset: '+1h' })).json).toEqual({ now: START + 3_600_000 });
    expect((await call(s, 'POST', '/api/clock', { to: START })).status).toBe(400);
    expect((await call(s, 'POST', '/api/clock', { preset: 'someday' })).status).toBe(400);
  });

  const at = (text: string) => Date.parse(`${text}+08:00`);
  test.each([
    ['next0831', '2026-01-01T08:00', '2026-01-01T08:31'],
    ['next0831', '2026-01-01T08:31', '2026-01-02T08:31'],
    ['next0831', '2026-01-01T23:59', '2026-01-02T08:31'],
    ['fri1500', '2026-01-01T10:00', '2026-01-02T15:00'],
    ['fri1500', '2026-01-02T14:59', '2026-01-02T15:00'],
    ['fri1500', '2026-01-02T15:00', '2026-01-09T15:00'],
    ['fri1500', '2026-01-03T00:30', '2026-01-09T15:00'],
  ])('%s from %s leads to %s', (preset, from, to) => {
    expect(presetInstant(preset, at(`${from}:00`))).toBe(at(`${to}:00`));
  });
});

describe('the assets', () => {
  const get = (s: Scripted, path: string) => s.sim.fetch(new Request(`http://127.0.0.1:3000/sim${path}`));

  test('are the files of page/, TypeScript as JavaScript, under a policy of their own', async () => {
    const s = createScripted();
    const script = await get(s, '/assets/dom.ts');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await script.text()).not.toMatch(/^export (type|interface)/m);
  });

  test.each([
    '/assets/../sim.ts',
    '/assets/%2e%2e/sim.ts',
    '/assets/nothing.ts',
    '/vendor/evil.js',
    '/assets/..%2Fsim.ts',
  ])('never lie outside it: %s', async (path) => {
    expect((await get(createScripted(), path)).status).toBe(404);
  });

  test('bring the libraries along: a module under its own type, its bare name replaced by its address', async () => {
    const s = createScripted();
    const library = await get(s, '/vendor/markdown-it.mjs');
    expect(library.status).toBe(200);
    expect(library.headers.get('content-type')).toContain('text/javascript');
    const source = await (await get(s, '/assets/markdown/parser.ts')).text();
    expect(source).toContain("from '/sim/vendor/markdown-it.mjs'");
    expect(source).not.toContain("'markdown-it'");
  });
});

describe('names every object carries, and broken escapes', () => {
  test.each([
    ['/vendor/__proto__', 404],
    ['/vendor/constructor', 404],
    ['/vendor/%5f%5fproto__', 404],
    ['/api/files/__proto__', 404],
    ['/api/files/constructor', 404],
    ['/api/chats/__proto__/messages', 400],
    ['/api/chats/constructor/messages?as=ou_x', 400],
    ['/assets/__proto__', 404],
    ['/assets/%ff', 400],
    ['/assets/%E0%A4%A', 400],
    ['/vendor/%', 400],
    ['/api/files/%ff', 400],
  ])('%s is %i, under the security headers', async (path, status) => {
    const { status: got, headers, json } = await call(createScripted(), 'GET', path);
    expect(got).toBe(status);
    expect(json.error).toMatch(/./);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['/api/say', { as: '__proto__', chatId: 'constructor', text: '在' }],
    ['/api/say', { as: 'ou_x', chatId: '__proto__', text: '在' }],
    ['/api/click', { as: '__proto__', messageId: 'constructor', text: '签收' }],
    ['/api/recall', { as: '__proto__', messageId: '__proto__' }],
    ['/api/p2p', { as: 'constructor' }],
    ['/api/chats/__proto__/bot', { as: '__proto__', in: true }],
  ])('POST %s with %j is 400', async (path, body) => {
    expect((await call(createScripted(), 'POST', path, body)).status).toBe(400);
  });
});
