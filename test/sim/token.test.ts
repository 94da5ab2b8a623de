import { expect, test } from 'vitest';
import { APP_ID, APP_SECRET, createScripted, START } from './bot.ts';

const PATH = '/open-apis/auth/v3/tenant_access_token/internal';
const INFO = '/open-apis/bot/v3/info';

test('the answer is flat and lasts two hours', async () => {
  const s = createScripted();
  const answer = await s.call('POST', PATH, { app_id: APP_ID, app_secret: APP_SECRET }, null);
  expect(answer.json).toEqual({
    code: 0,
    msg: 'ok',
    tenant_access_token: expect.stringMatching(/^t-/),
    expire: 7200,
  });
});

test('the same token is handed out while 30 minutes are left, then a new one beside it', async () => {
  const s = createScripted();
  const first = await s.token();
  s.now = START + 5_400_000;
  expect(await s.token()).toBe(first);
  s.now = START + 5_400_001;
  const second = await s.token();
  expect(second).not.toBe(first);
  expect((await s.call('GET', INFO, undefined, first)).json.code).toBe(0);
  s.now = START + 7_200_000;
  const late = await s.call('GET', INFO, undefined, first);
  expect([late.status, late.json.code]).toEqual([400, 99991663]);
  expect((await s.call('GET', INFO, undefined, second)).json.code).toBe(0);
});

test.each([
  ['a malformed app id', { app_id: 'nonsense', app_secret: 'x' }, 10003],
  ['no secret', { app_id: APP_ID }, 10003],
  ['an unknown app', { app_id: 'cli_0000000000000000', app_secret: 'x' }, 10014],
  ['a wrong secret', { app_id: APP_ID, app_secret: 'x' }, 10015],
])('%s is refused under HTTP 200', async (_what, body, code) => {
  const s = createScripted();
  const answer = await s.call('POST', PATH, body, null);
  expect([answer.status, answer.json.code]).toEqual([200, code]);
  expect(answer.json).not.toHaveProperty('tenant_access_token');
});

test.each([
  ['no token', null, 99991661],
  ['a token of no known kind', 'abc', 99991671],
  ['an invented token', 't-invented', 99991663],
])('a call with %s is refused', async (_what, token, code) => {
  const s = createScripted();
  const answer = await s.call('GET', INFO, undefined, token);
  expect([answer.status, answer.json.code]).toEqual([400, code]);
  expect(answer.json.error).toMatchObject({ log_id: answer.headers.get('x-tt-logid') });
});

test('the status of a token error is a matter of strict', async () => {
  const s = createScripted();
  s.sim.strict.tokenErrorStatus = 200;
  const answer = await s.call('GET', INFO, undefined, 't-invented');
  expect([answer.status, answer.json.code]).toEqual([200, 99991663]);
});

test('expireTokens makes every token invalid', async () => {
  const s = createScripted();
  const token = await s.token();
  s.sim.expireTokens();
  expect((await s.call('GET', INFO, undefined, token)).json.code).toBe(99991663);
});

test('a missing scope is named, with the link to apply for it', async () => {
  const s = createScripted({ scopes: [] });
  const answer = await s.call('GET', '/open-apis/im/v1/chats');
  expect([answer.status, answer.json.code]).toEqual([400, 99991672]);
  expect(answer.json.msg).toContain('im:chat:readonly');
  expect(answer.json.error).toMatchObject({
    permission_violations: expect.arrayContaining([{ type: 'action_scope_required', subject: 'im:chat' }]),
  });
});

test('the log never holds the secret or a token', async () => {
  const s = createScripted();
  const token = await s.token();
  await s.call('GET', INFO);
  const log = JSON.stringify(s.sim.calls());
  expect(log).not.toContain(APP_SECRET);
  expect(log).not.toContain(token);
});

test('an unknown path is 404', async () => {
  const s = createScripted();
  const response = await s.sim.fetch(new Request('http://127.0.0.1/open-apis/nothing/v1'));
  expect(response.status).toBe(404);
  expect(s.sim.calls()).toMatchObject([{ status: 404, path: '/open-apis/nothing/v1' }]);
});
