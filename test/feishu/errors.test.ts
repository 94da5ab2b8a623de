import { describe, expect, test } from 'vitest';
import type { FailureKind } from '../../src/feishu/codes.ts';
import { classifyFailure, explainAnswer, FeishuError, isRepeatable } from '../../src/feishu/errors.ts';

const SEND = { httpStatus: 400, method: 'POST', path: '/open-apis/im/v1/messages' };
const kindOf = (code: number, over: object = {}) =>
  classifyFailure(explainAnswer({ ...SEND, code, ...over })).kind;

/** Every code of the fact sheet's §4.3, §4.4, §4.5, §4.7, §4.8, §5 and §7, written down a second time. */
const expected: Record<Exclude<FailureKind, 'uncertain'>, number[]> = {
  retry: [11310, 200810, 230020, 230049, 11232, 11233, 11247, 2200, 1500, 99991400, 99991661, 99991663],
  'chat-gone': [230002, 232009, 232006, 232011],
  'person-unreachable': [230013, 230029, 230038, 230053],
  'card-refused': [230025, 230054, 230099],
  'card-too-old': [230031],
  'message-gone': [230011, 230050, 230110, 230111, 99992354],
  configuration: [
    230006, 232025, 232034, 10003, 10014, 10015, 99991401, 99991403, 99991662, 99991664, 99991665, 99991668,
    99991671, 99991672, 99991673, 99991677, 99991679,
  ],
  'give-up': [
    230001, 230012, 230015, 230017, 230018, 230019, 230022, 230023, 230024, 230027, 230028, 230033, 230034,
    230035, 230036, 230046, 230047, 230052, 230055, 230071, 230072, 230075, 230098, 232010, 232033, 99992351,
    99992361, 99992402, 41050, 40004, 234001, 234006, 234010, 234011, 234037, 234039, 234043,
  ],
};

for (const [kind, codes] of Object.entries(expected)) {
  describe(`${kind}`, () => {
    for (const code of codes) {
      test(`code ${code}`, () => {
        expect(kindOf(code)).toBe(kind);
        const { reason } = classifyFailure(explainAnswer({ ...SEND, code }));
        expect(reason).not.toBe('unlisted-code');
      });
    }
  });
}

describe('addressed to a person', () => {
  for (const code of [230034, 230035, 99992351, 99992361]) {
    test(`code ${code} means that this person cannot be reached`, () => {
      expect(kindOf(code, { toPerson: true })).toBe('person-unreachable');
    });
  }
});

describe('the code counts, not the HTTP status', () => {
  test('99991400 is a rate limit at 429 and at 400, and tells how long', () => {
    for (const httpStatus of [429, 400]) {
      const failure = classifyFailure(
        explainAnswer({ ...SEND, httpStatus, code: 99991400, retryAfterMs: 3000 }),
      );
      expect(failure).toEqual({ kind: 'retry', reason: 'rate-limited', afterMs: 3000 });
    }
  });
  test('a refusal at HTTP 200 is a refusal', () => {
    expect(kindOf(230002, { httpStatus: 200 })).toBe('chat-gone');
  });
  test('only without a listed code does the status decide', () => {
    expect(kindOf(777777)).toBe('give-up');
    expect(kindOf(777777, { httpStatus: 429 })).toBe('retry');
    expect(kindOf(777777, { httpStatus: 502 })).toBe('uncertain');
    expect(kindOf(0, { httpStatus: 404 })).toBe('give-up');
  });
  test('an internal error at 5xx may have sent the message', () => {
    expect(kindOf(2200, { httpStatus: 500 })).toBe('uncertain');
    expect(kindOf(2200, { httpStatus: 500, method: 'GET' })).toBe('retry');
  });
});

test('a daily limit without a reset time waits an hour', () => {
  expect(classifyFailure(explainAnswer({ ...SEND, code: 11247 }))).toMatchObject({
    kind: 'retry',
    afterMs: 3_600_000,
  });
});

test('repeating harms nobody but with messages, reactions and urgents', () => {
  const im = '/open-apis/im/v1';
  for (const [method, path] of [
    ['GET', `${im}/messages/om_1`],
    ['DELETE', `${im}/messages/om_1`],
    ['PATCH', `${im}/messages/om_1`],
    ['POST', `${im}/files`],
    ['POST', '/open-apis/contact/v3/users/basic_batch'],
  ] as const) {
    expect([path, isRepeatable(method, path)]).toEqual([path, true]);
  }
  for (const [method, path] of [
    ['POST', `${im}/messages`],
    ['POST', `${im}/messages/om_1/reply`],
    ['POST', `${im}/messages/om_1/reactions`],
    ['PATCH', `${im}/messages/om_1/urgent_app`],
  ] as const) {
    expect([path, isRepeatable(method, path)]).toEqual([path, false]);
  }
});

test('an error of our own program is given up, not repeated', () => {
  for (const error of [new TypeError('x is undefined'), 'text', undefined]) {
    expect(classifyFailure(error)).toEqual({ kind: 'give-up', reason: 'unexpected' });
  }
});

test('a FeishuError says where, why and which code', () => {
  const error = explainAnswer({ ...SEND, code: 230002, logId: 'log-9' });
  expect(error).toBeInstanceOf(FeishuError);
  expect(error).toMatchObject({
    code: 230002,
    httpStatus: 400,
    method: 'POST',
    path: SEND.path,
    logId: 'log-9',
  });
  expect(error.message).toBe('POST /open-apis/im/v1/messages: bot-not-in-chat, code 230002, HTTP 400');
});
