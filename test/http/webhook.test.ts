/** The door as strangers find it: real app, real database, requests made by hand with the platform's own arithmetic. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_APP } from '../../src/demo/world.ts';
import { envelope, push, sign } from '../feishu/seal.ts';
import { openWorld, type World } from '../support/world.ts';

const KEY = DEMO_APP.encryptKeys[0]!;
const SECRET_WORDS = '磷石膏秘密堆放';

let world: World;
let before: Record<string, number>;
beforeAll(async () => {
  world = await openWorld();
  await world.group('xf').says('wang', '帮助');
});
afterAll(() => world.close());

beforeEach(async () => {
  before = await world.rowCounts();
  world.sim.clearLogs();
  world.log.length = 0;
});

const now = () => String(Math.floor(world.now / 1000));

function message(header: Record<string, unknown> = {}, text = `报 ${SECRET_WORDS} 兴发`) {
  const openId = world.openId('wang');
  return push(
    'im.message.receive_v1',
    {
      message: {
        chat_id: world.sim.p2pChat(openId),
        chat_type: 'p2p',
        content: JSON.stringify({ text }),
        create_time: String(world.now),
        message_id: `om_hand${Math.floor(Math.random() * 1e9)}`,
        message_type: 'text',
      },
      sender: { sender_id: { open_id: openId }, sender_type: 'user', tenant_key: world.sim.tenantKey },
    },
    {
      event_id: `hand-${Math.floor(Math.random() * 1e9)}`,
      token: DEMO_APP.verificationTokens[0]!,
      app_id: DEMO_APP.id,
      tenant_key: world.sim.tenantKey,
      create_time: String(world.now),
      ...header,
    },
  );
}

function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  path = '/webhook/event',
) {
  return world.app.request(path, { method: 'POST', headers, body });
}

const signed = (body: string, options: Parameters<typeof sign>[1] = {}) =>
  sign(body, { key: KEY, timestamp: now(), ...options });

describe('a forged push', () => {
  // Every case: refused, not a row written, nothing sent, nothing of it in the log.
  afterEach(async () => {
    expect(await world.rowCounts()).toEqual(before);
    await world.settle();
    expect(world.calls()).toEqual([]);
    const log = world.log.join('\n');
    for (const word of [SECRET_WORDS, KEY, DEMO_APP.secret, DEMO_APP.verificationTokens[0]!, 'tok-guess'])
      expect(log).not.toContain(word);
    expect(world.log.filter((line) => line.includes('"error"'))).toEqual([]);
  });

  const refused = async (response: Response | Promise<Response>, status = 401) => {
    const answer = await response;
    expect(answer.status).toBe(status);
    const text = await answer.text();
    // The rule that failed is not told: it would help whoever tries.
    expect(text).not.toMatch(/signature|decrypt|token|stale|app_id|challenge/i);
    return text;
  };

  test('sealed and signed with another key is refused', async () => {
    const body = envelope(message(), 'another-key');
    await refused(post(body, signed(body, { key: 'another-key' })));
  });

  test('signed with the right key over a body sealed with another is refused', async () => {
    const body = envelope(message(), 'another-key');
    await refused(post(body, signed(body)));
  });

  test('without a signature is refused', async () => {
    await refused(post(envelope(message(), KEY)));
  });

  test('with a signature over other bytes is refused', async () => {
    const body = envelope(message(), KEY);
    await refused(post(`${body} `, signed(body)));
  });

  test('with an empty or half a signature is refused', async () => {
    const body = envelope(message(), KEY);
    const good = signed(body);
    const short = good['x-lark-signature']!.slice(0, 32);
    await refused(post(body, { ...good, 'x-lark-signature': '' }));
    await refused(post(body, { ...good, 'x-lark-signature': short }));
  });

  test('signed hours ago, or hours ahead, is refused', async () => {
    const body = envelope(message(), KEY);
    for (const hours of [-2, 2]) {
      const timestamp = String(Math.floor(world.now / 1000) + hours * 3600);
      await refused(post(body, signed(body, { timestamp })));
    }
  });

  test('in the clear while a key is set is refused, signed or not', async () => {
    const body = JSON.stringify(message());
    await refused(post(body, signed(body)));
    await refused(post(body));
  });

  test('an event beside the encrypted part is not looked at', async () => {
    const body = JSON.stringify({ ...message(), encrypt: 'AAAA' });
    await refused(post(body, signed(body)));
  });

  test('with the wrong verification token is refused', async () => {
    const body = envelope(message({ token: 'tok-guess' }), KEY);
    await refused(post(body, signed(body)));
  });

  test('without a verification token is refused', async () => {
    const body = envelope(message({ token: undefined }), KEY);
    await refused(post(body, signed(body)));
  });

  test('for another app is refused', async () => {
    const body = envelope(message({ app_id: 'cli_somebodyelse0001' }), KEY);
    await refused(post(body, signed(body)));
  });

  test('over one megabyte is refused before it is read', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    await refused(post(body, { ...signed(body), 'content-length': String(body.length) }), 413);
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024)));
        controller.close();
      },
    });
    const request = new Request('http://bot/webhook/event', {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit);
    await refused(world.app.request(request), 413);
  });

  test('that is not JSON, not an object, or empty is refused', async () => {
    for (const body of ['', 'hello', '[]', 'null', '"text"', '{"encrypt":', '{"encrypt":7}', '{}'])
      await refused(post(body, signed(body)));
  });

  test('of bytes that are no UTF-8 is refused', async () => {
    await refused(post(new Uint8Array([0xff, 0xfe, 0x00, 0x80]), signed('x')));
  });

  test('that cannot be decrypted is refused', async () => {
    for (const encrypt of ['', 'AAAA', '!!!!', Buffer.alloc(48).toString('base64')]) {
      const body = JSON.stringify({ encrypt });
      await refused(post(body, signed(body)));
    }
  });

  test('sealed rightly around something that is no object is refused', async () => {
    for (const inner of ['[]', 'null', '7', '']) {
      const body = envelope(inner, KEY);
      await refused(post(body, signed(body)));
    }
  });

  test('dressed up as the URL check is refused, or echoed and nothing more', async () => {
    const plain = JSON.stringify({
      type: 'url_verification',
      challenge: 'c-1',
      token: DEMO_APP.verificationTokens[0]!,
    });
    await refused(post(plain));
    const wrongToken = envelope({ type: 'url_verification', challenge: 'c-1', token: 'tok-guess' }, KEY);
    await refused(post(wrongToken));
    const noToken = envelope({ type: 'url_verification', challenge: 'c-1' }, KEY);
    await refused(post(noToken));
    const noChallenge = envelope({ type: 'url_verification', token: DEMO_APP.verificationTokens[0]! }, KEY);
    await refused(post(noChallenge));
    const objectChallenge = envelope(
      { type: 'url_verification', challenge: { a: 1 }, token: DEMO_APP.verificationTokens[0]! },
      KEY,
    );
    await refused(post(objectChallenge));
    const otherKey = envelope(
      { type: 'url_verification', challenge: 'c-1', token: DEMO_APP.verificationTokens[0]! },
      'another-key',
    );
    await refused(post(otherKey));
  });

  test('an event smuggled into a URL check is not acted upon', async () => {
    const check = { type: 'url_verification', challenge: 'c-2', token: DEMO_APP.verificationTokens[0]! };
    const smuggled = envelope({ ...message(), ...check }, KEY);
    for (const headers of [{}, signed(smuggled)]) {
      const answer = await post(smuggled, headers);
      if (answer.status === 200) expect(await answer.json()).toEqual({ challenge: 'c-2' });
      else expect(answer.status).toBe(401);
    }
  });

  test('to an unknown path or with another method finds nothing', async () => {
    const body = envelope(message(), KEY);
    for (const path of ['/webhook', '/webhook/', '/webhook/other', '/webhook/event/x', '/']) {
      await refused(post(body, signed(body), path), 404);
    }
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const withBody = method === 'GET' ? {} : { body };
      const answer = await world.app.request('/webhook/event', {
        method,
        headers: signed(body),
        ...withBody,
      });
      expect(answer.status).toBe(404);
    }
  });
});

describe('a genuine push', () => {
  test('made by hand with the same arithmetic is taken, so the refusals above are for their reasons', async () => {
    const body = envelope(message(), KEY);
    const answer = await post(body, signed(body));
    expect(answer.status).toBe(200);
    const after = await world.rowCounts();
    expect(after.issue).toBe(before.issue! + 1);
    await world.settle();
  });

  test('arrives through either door', async () => {
    const body = envelope(message({}, '帮助'), KEY);
    expect((await post(body, signed(body), '/webhook/card')).status).toBe(200);
    expect((await world.rowCounts()).inbox).toBe(before.inbox! + 1);
    await world.settle();
  });

  test('of a kind nobody knows, or with a field missing, is acknowledged and leaves no trace', async () => {
    const good = message();
    for (const odd of [
      push('contact.user.created_v3', { object: {} }, good.header),
      { ...good, event: {} },
      { ...good, event: null },
      { ...good, header: { ...good.header, event_id: undefined } },
      { ...good, header: { ...good.header, event_type: '__proto__' } },
      { ...good, event: { ...(good.event as object), sender: {} } },
    ]) {
      const body = envelope(odd, KEY);
      expect((await post(body, signed(body))).status).toBe(200);
    }
    expect(await world.rowCounts()).toEqual(before);
  });

  test('the URL check of the console is answered, on both addresses, without a row written', async () => {
    expect(await world.sim.challenge('/webhook/event')).toBe(true);
    expect(await world.sim.challenge('/webhook/card')).toBe(true);
    expect(await world.rowCounts()).toEqual(before);
  });

  test('after a key was changed is taken with the old one as long as both are listed', async () => {
    const app = world.deps.config.app!;
    app.encryptKeys.unshift('the-new-key');
    try {
      for (const key of [KEY, 'the-new-key']) {
        const body = envelope(message({}, '帮助'), key);
        expect((await post(body, signed(body, { key }))).status).toBe(200);
      }
      const mixed = envelope(message({}, '帮助'), KEY);
      expect((await post(mixed, signed(mixed, { key: 'the-new-key' }))).status).toBe(401);
    } finally {
      app.encryptKeys.shift();
    }
    await world.settle();
  });
});
