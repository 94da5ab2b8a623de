import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FeishuError } from '../../src/feishu/errors.ts';
import { createPlatform, ok, type Reply, refuse, SECRET, TOKEN_CALL } from './platform.ts';

const SEND = 'POST /open-apis/im/v1/messages';
const REPLY = 'POST /open-apis/im/v1/messages/om_1/reply';
const WORDS = '三号路停电机密 13800001111';
const echo = { msg: `invalid content: ${WORDS} token t-token-1 secret ${SECRET}` };

const consoles = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
afterEach(() => vi.restoreAllMocks());

function captureOutput(): unknown[] {
  const output: unknown[] = [];
  for (const method of consoles)
    vi.spyOn(console, method).mockImplementation((...args) => void output.push(...args));
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => output.push(String(chunk)) > 0);
  }
  return output;
}

const lost = () =>
  Object.assign(new TypeError(`fetch failed for Bearer t-token-1 ${WORDS}`), {
    cause: { code: 'EPIPE', body: WORDS },
  });

describe('neither secret, token nor words leave through a log or an error', () => {
  const cases: Record<string, Record<string, Reply[]>> = {
    'when all is well': {
      [SEND]: [ok({ message_id: 'om_1', chat_id: 'oc_1' })],
      [REPLY]: [ok({ message_id: 'om_2' })],
    },
    'when the platform refuses and quotes them': {
      [SEND]: [refuse(230001, 400, echo)],
      [REPLY]: [refuse(230028, 200, echo)],
    },
    'when a card is refused': { [SEND]: [refuse(230099, 400, echo)], [REPLY]: [refuse(99991672, 400, echo)] },
    'when the connection breaks': { [SEND]: [lost()], [REPLY]: [lost()] },
    'when a gateway quotes them': {
      [SEND]: [new Response(echo.msg, { status: 502 })],
      [REPLY]: [new Response(echo.msg)],
    },
    'when the token is refused': {
      [SEND]: [refuse(99991663, 400, echo)],
      [REPLY]: [refuse(99991661, 200, echo)],
    },
    'when the secret is refused': { [TOKEN_CALL]: [refuse(10014, 200, echo)] },
    'when the token endpoint breaks': { [TOKEN_CALL]: [lost()] },
    'when the token answer makes no sense': {
      [TOKEN_CALL]: [Response.json({ code: 0, app_secret: SECRET, tenant_access_token: '' })],
    },
  };
  for (const [name, routes] of Object.entries(cases)) {
    test(name, async () => {
      const output = captureOutput();
      const { client, records } = createPlatform(routes);
      const content = { text: WORDS };
      const results = await Promise.allSettled([
        client.sendMessage({ to: { chatId: 'oc_1' }, type: 'text', content, uuid: 'u-1' }),
        client.replyMessage({ messageId: 'om_1', type: 'text', content, uuid: 'u-2' }),
      ]);
      vi.restoreAllMocks();
      const errors = results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []));
      expect(errors.every((error) => error instanceof FeishuError)).toBe(true);
      expect(records.length).toBeGreaterThan(0);
      const seen = inspect([output, records, errors, errors.map((e) => [e.stack, e.cause])], {
        depth: 20,
        showHidden: true,
      });
      for (const forbidden of [SECRET, 't-token-', '机密', '13800001111', 'Bearer'])
        expect(seen).not.toContain(forbidden);
      expect(output).toEqual([]);
    });
  }
});

test('every exchange is recorded with what helps and nothing else', async () => {
  const { client, records } = createPlatform({ [SEND]: [refuse(230002)] });
  await client.sendMessage({ to: { openId: 'ou_1' }, type: 'text', content: {}, uuid: 'u' }).catch(() => {});
  const path = '/open-apis/auth/v3/tenant_access_token/internal';
  expect(records).toEqual([
    { method: 'POST', path, httpStatus: 200, code: 0, outcome: 'ok', durationMs: 0 },
    {
      method: 'POST',
      path: '/open-apis/im/v1/messages',
      httpStatus: 400,
      code: 230002,
      outcome: 'bot-not-in-chat',
      durationMs: 0,
      logId: 'log-1',
    },
  ]);
});
