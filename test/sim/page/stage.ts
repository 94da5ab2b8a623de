import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createSim, type Sim } from '../../../src/sim/sim.ts';
import { type GalleryPeople, issueCard } from './cards.ts';

const APP_ID = 'cli_a1b2c3d4e5f60001';
const APP_SECRET = 'stage-secret';
/** 2026-11-23 08:31, a Monday, in Shanghai. */
const MONDAY = 1_795_393_860_000;
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgaPj/HwAD/gJ/2CyTZgAAAABJRU5ErkJggg==';

interface CardEvent {
  header: { event_type: string };
  event: {
    action: { value?: { act?: string }; form_value?: Record<string, unknown>; option?: string; tag: string };
    context: { open_message_id: string };
  };
}

export interface Stage {
  url: string;
  sim: Sim;
  people: GalleryPeople;
  chatId: string;
  /** Callbacks the bot received, oldest first. */
  actions: CardEvent['event']['action'][];
  post: (chatId: string, card: object) => Promise<string>;
  patch: (messageId: string, card: object) => Promise<void>;
  /** Holds the answers to card callbacks back until the returned function is called. */
  hold: () => () => void;
  /** What the bot does whenever the clock is moved. */
  whenMoved: (work: () => Promise<unknown>) => void;
  close: () => Promise<void>;
}

/** The simulator with a small bot behind it and a real HTTP server in front, for the page to be tried in a browser. */
export async function openStage(): Promise<Stage> {
  let now = MONDAY;
  let gate = Promise.resolve();
  let atClock: (() => Promise<unknown>) | undefined;
  const actions: Stage['actions'] = [];
  const sim = createSim({
    appId: APP_ID,
    appSecret: APP_SECRET,
    verificationToken: 'stage-token',
    clock: () => now,
    moveClock: async (to) => {
      now = to;
      await atClock?.();
    },
    botName: '专班秘书',
    seed: 7,
    deliver: async (_path, request) => {
      const body = JSON.parse(request.body) as CardEvent;
      if (body.header?.event_type !== 'card.action.trigger') return { status: 200, body: '{}' };
      actions.push(body.event.action);
      await gate;
      return answer(body.event.action.value?.act);
    },
  });
  sim.strict.rateLimits = false;

  const secretary = sim.addUser({ name: '张敏', note: '项目秘书' });
  const unit = sim.addUser({ name: '李建国', note: '生态环境局 联络员' });
  const enterprise = sim.addUser({
    name: '周伟',
    note: '企业联系人',
    tenantKey: 'tenant_xingfa',
    tenantName: '兴发集团',
  });
  const leader = sim.addUser({ name: '陈县长', note: '分管领导' });
  const office = sim.addUser({ name: '王芳', note: '综合办' });
  sim.addUser({ name: '赵强', note: '住建局 联络员' });
  const members = [secretary, unit, enterprise, office].map((user) => user.openId);
  const chat = sim.addChat({ name: '兴发磷化工项目专班群', members, external: true, bot: true });
  sim.addChat({ name: '综合办内部群', members: [office.openId, leader.openId, secretary.openId], bot: true });

  const server = createAdaptorServer({ fetch: sim.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const call = async (
    method: string,
    path: string,
    body: object | FormData,
  ): Promise<Record<string, unknown>> => {
    const form = body instanceof FormData;
    // Asked for every time: the tests move the clock past a token's life.
    const token = await fetchToken(url);
    const response = await fetch(`${url}/open-apis${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(form ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      },
      body: form ? body : JSON.stringify(body),
    });
    const result = (await response.json()) as { code: number; msg: string; data?: Record<string, unknown> };
    if (result.code !== 0) throw new Error(`${method} ${path}: ${result.code} ${result.msg}`);
    return result.data ?? {};
  };
  const picture = new FormData();
  picture.set('image_type', 'message');
  picture.set('image', new File([Buffer.from(DOT, 'base64')], 'dot.png', { type: 'image/png' }));
  const { image_key: imageKey } = (await call('POST', '/im/v1/images', picture)) as { image_key: string };

  const people = {
    secretary: secretary.openId,
    unit: unit.openId,
    enterprise: enterprise.openId,
    leader: leader.openId,
    imageKey,
  };
  const answer = (act: string | undefined) => {
    if (act === 'fail') return { status: 500, body: '' };
    const toast = {
      type: act === 'back' ? 'warning' : 'success',
      content: act === 'sign' ? '已签收,请在 11月26日前办结' : `收到 ${act ?? ''}`,
    };
    const updated =
      act === 'sign' ? { card: { type: 'raw', data: issueCard(people, '办理中', 'green') } } : {};
    return { status: 200, body: JSON.stringify({ toast, ...updated }) };
  };
  return {
    url,
    sim,
    people,
    chatId: chat.chatId,
    actions,
    post: async (chatId, content) => {
      const body = { receive_id: chatId, msg_type: 'interactive', content: JSON.stringify(content) };
      return (await call('POST', '/im/v1/messages?receive_id_type=chat_id', body)).message_id as string;
    },
    patch: async (messageId, content) => {
      await call('PATCH', `/im/v1/messages/${messageId}`, { content: JSON.stringify(content) });
    },
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
    whenMoved: (work) => {
      atClock = work;
    },
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function fetchToken(url: string): Promise<string> {
  const response = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app_id: APP_ID, app_secret: APP_SECRET }),
  });
  return ((await response.json()) as { tenant_access_token: string }).tenant_access_token;
}
