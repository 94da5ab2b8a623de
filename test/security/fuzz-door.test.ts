/** The door under noise: bytes of all kinds, genuine pushes bent, genuine signatures over nonsense. */

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FORMS } from '../../src/cards/actions.ts';
import { DEMO_APP } from '../../src/demo/world.ts';
import { envelope, push, sign } from '../feishu/seal.ts';
import { REGISTRY } from '../support/table.ts';
import { openWorld, type World } from '../support/world.ts';
import { forgeClick } from './forge.ts';

const KEY = DEMO_APP.encryptKeys[0]!;

let world: World;
let before: Record<string, number>;
let count = 0;
beforeAll(async () => {
  world = await openWorld();
  await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
});
afterAll(() => world.close());
beforeEach(async () => {
  before = await world.rowCounts();
});

const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  (await world.app.request('/webhook/event', { method: 'POST', headers, body })).status;
const signed = (body: string) => sign(body, { key: KEY, timestamp: String(Math.floor(world.now / 1000)) });

function message(text: string, more: Record<string, unknown> = {}) {
  const openId = world.openId('lin');
  const event = {
    message: {
      chat_id: world.sim.p2pChat(openId),
      chat_type: 'p2p',
      content: JSON.stringify({ text }),
      create_time: String(world.now),
      message_id: `om_fuzz${++count}`,
      message_type: 'text',
      ...more,
    },
    sender: { sender_id: { open_id: openId }, sender_type: 'user', tenant_key: world.sim.tenantKey },
  };
  const [token] = DEMO_APP.verificationTokens;
  const app_id = DEMO_APP.id;
  const header = {
    event_id: `fuzz-${++count}`,
    token,
    app_id,
    tenant_key: world.sim.tenantKey,
    create_time: String(world.now),
  };
  return push('im.message.receive_v1', event, header);
}

const faults = () => world.log.filter((line) => JSON.parse(line).level === 'error');

test('bytes without a genuine signature are refused, and leave nothing', async () => {
  const good = envelope(message('帮助'), KEY);
  const headers = signed(good);
  const bent = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }).map((bytes) => ({ body: new Uint8Array(bytes), headers })),
    // One byte of the body, one character of the signature, time or nonce.
    fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const bytes = new TextEncoder().encode(good);
      bytes[at] = bytes[at]! ^ by;
      return { body: bytes, headers };
    }),
    fc.nat(good.length - 1).map((end) => ({ body: new TextEncoder().encode(good.slice(0, end)), headers })),
    fc
      .tuple(fc.constantFrom(...Object.keys(headers)), fc.string({ maxLength: 80 }))
      .filter(
        ([name, value]) =>
          headers[name] !== value && !/[^\x20-\x7e]/.test(value) && headers[name] !== value.trim(),
      )
      .map(([name, value]) => ({
        body: new TextEncoder().encode(good),
        headers: { ...headers, [name]: value },
      })),
    fc.json().map((body) => ({ body: new TextEncoder().encode(body), headers: {} })),
  );
  await fc.assert(
    fc.asyncProperty(bent, async ({ body, headers }) => {
      expect([400, 401, 413]).toContain(await post(body, headers));
    }),
    { numRuns: 400 },
  );
  expect(await world.rowCounts()).toEqual(before);
  expect(faults()).toEqual([]);
});

test('a genuine signature over any payload is answered, never with a fault', async () => {
  const leaf = fc.oneof(
    fc.constantFrom(null, '', 0, -1, true, '\u0000', '\ud800', [], {}, 'x'.repeat(5000)),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const paths = [
    'event.message.content',
    'event.message.chat_id',
    'event.message.chat_type',
    'event.message.mentions',
    'event.message.message_type',
    'event.message.parent_id',
    'event.message.create_time',
    'event.sender',
    'event.sender.sender_id',
    'event.sender.tenant_key',
    'header.event_id',
    'header.create_time',
    'header.event_type',
    'header.tenant_key',
    'event',
  ];
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), leaf, async (path, value) => {
      const payload = structuredClone(message('帮助')) as unknown as Record<string, unknown>;
      const names = path.split('.');
      const last = names.pop()!;
      const parent = names.reduce((node, name) => node[name] as Record<string, unknown>, payload);
      parent[last] = value;
      const body = envelope(payload, KEY);
      const status = await post(body, signed(body));
      statuses.add(status);
      expect([200, 401]).toContain(status);
    }),
    { numRuns: 150 },
  );
  expect(statuses).toContain(200);
  expect(faults()).toEqual([]);
});

test('whatever an administrator says, nothing breaks', async () => {
  const odd = fc.constantFrom(
    '\u0000',
    '\u202e',
    '\u200b',
    '\ud800',
    '🀄',
    '#99999999999999999999',
    '#2147483647',
    '9'.repeat(400),
    "'",
    '%',
    '\\',
    '<at id=all></at>',
    '\n',
    ' ',
    '@_all',
  );
  const head = fc.constantFrom(
    '报 ',
    '查 #1',
    '设置 默认时限 ',
    '设置 安静开始 ',
    '单位 新增 ',
    '分类 ',
    '分类 用地 时限 ',
    '区域 新增 ',
    '角色 综合办 ',
    '人员 ',
    '节假日 ',
    '节假日 导入 ',
    '项目 新建 ',
    '项目 兴发 开工 ',
    '项目 兴发 简称 ',
    '搜 ',
    '清单 ',
    '延期 #1 到 ',
    '转办 #1 ',
    '同步 #1 到 ',
    '失败消息 重发 ',
    '历史 ',
    '帮助 ',
    '改时限 #1 ',
    '',
  );
  const said = fc
    .tuple(head, fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 6 }))
    .map(([word, rest]) => word + rest.join(''));
  await fc.assert(
    fc.asyncProperty(said, async (text) => {
      const body = envelope(message(text), KEY);
      expect(await post(body, signed(body))).toBe(200);
    }),
    { numRuns: 60 },
  );
  await world.settle();
  expect(faults()).toEqual([]);
}, 120_000);

test('whatever is clicked and filled in, nothing breaks', async () => {
  const id = fc.constantFrom(1, 2, 99, 2_147_483_647);
  const field = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      '1',
      '2147483647',
      '2147483648',
      '9999999999',
      '2026-12-30',
      '0001-01-01',
      '9999-12-31',
      'ou_x',
      '\u0000',
      'x'.repeat(7000),
    ),
  );
  const form = fc.dictionary(
    fc.constantFrom(
      'text',
      'unitId',
      'projectId',
      'personOpenId',
      'personName',
      'day',
      'newProject',
      'enterprise',
      'reason',
    ),
    field,
    { maxKeys: 5 },
  );
  const action = fc.oneof(
    fc.record({
      do: fc.constant('submit'),
      form: fc.constantFrom(...FORMS),
      issueId: id,
      seen: fc.constant(1),
    }),
    fc.record({ do: fc.constant('open-form'), form: fc.constantFrom(...FORMS), issueId: id }),
    fc.record({
      do: fc.constantFrom('open-form', 'submit'),
      form: fc.constantFrom(...REGISTRY.forms.keys()),
      bulletinId: id,
    }),
    fc.record({ do: fc.constantFrom(...REGISTRY.actions.keys()), bulletinId: id }),
    fc.record({ do: fc.constant('bind'), projectId: id }),
    fc.record({
      do: fc.constant('page'),
      title: fc.constant('清单'),
      page: fc.constantFrom(1, 100_000),
      filter: fc.record(
        { projectIds: fc.array(id), search: fc.string({ unit: 'binary', maxLength: 100 }), similarTo: id },
        { requiredKeys: [] },
      ),
    }),
    fc.record({
      do: fc.constant('answer'),
      command: fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
    }),
    fc.record({ do: fc.constantFrom('confirm-draft', 'cancel-draft'), draftId: fc.constantFrom('x', '1') }),
  );
  const who = fc.constantFrom('wang', 'sun', 'hua', 'lin', 'song');
  await fc.assert(
    fc.asyncProperty(who, action, form, async (key, value, formValue) => {
      await forgeClick(world, key, world.group('xf'), value as Record<string, unknown>, { formValue });
    }),
    { numRuns: 120 },
  );
  expect(faults()).toEqual([]);
}, 120_000);
