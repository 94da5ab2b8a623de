/** The pages behind a board link: who gets in, for how long, and what strangers learn. */
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeMembers } from '../../src/db/chat.ts';
import { updateProject } from '../../src/db/project.ts';
import { readState } from '../../src/db/setting.ts';
import { createApp } from '../../src/http/app.ts';
import { markOutOfReach } from '../support/out-of-reach.ts';
import { planProject } from '../support/planned.ts';
import { openWorld, type World } from '../support/world.ts';

const BASE = 'https://zb.example.gov.cn';

describe('a board link', () => {
  let world: World;
  /** Requests go to an app that holds refusals back for as long as it takes to note that it did. */
  let held: number[];
  let app: ReturnType<typeof createApp>;

  beforeEach(async () => {
    world = await openWorld({ env: { PUBLIC_URL: BASE } });
    held = [];
    app = createApp(world.deps, {
      pause: async (ms) => {
        held.push(ms);
      },
    });
    await planProject(world.deps, '兴发');
    await planProject(world.deps, '美利信');
  });
  afterEach(() => world.close());

  const linkFor = async (key: string, words: string) => {
    const own = world.private(key);
    await own.says(key, words);
    const path = /https:\/\/zb\.example\.gov\.cn(\/board\/[\w.-]+)/.exec(
      JSON.stringify(own.lastBot.content),
    )?.[1];
    if (!path) throw new Error(`no link in: ${own.lastText}`);
    return path;
  };
  const open = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const queries = async (work: () => Promise<unknown>) => {
    const { read } = world.deps.db;
    let count = 0;
    world.deps.db.read = ((run) => {
      count++;
      return read(run);
    }) as typeof read;
    await work();
    world.deps.db.read = read;
    return count;
  };

  test('opens the project for whom it was made, and the page of all with what that person may see', async () => {
    const one = await open(await linkFor('wang', '看板 兴发'));
    expect(one.status).toBe(200);
    expect(one.text).toContain('建筑工程施工许可证');
    const all = await open(await linkFor('wang', '看板'));
    expect(all.text).toContain('美利信');
    expect(all.text).not.toContain('安琪');
  });

  test('carries neither name nor right: nothing of the person stands in address or page', async () => {
    const path = await linkFor('wang', '看板');
    const { text } = await open(path);
    expect(text).not.toContain('王建国');
    expect(text).not.toContain(world.openId('wang'));
    expect(path).toMatch(/^\/board\/[\w-]{22}\.[\w-]{22}$/);
  });

  test('of one project opens no other, and of all only those the person may see', async () => {
    const one = await linkFor('wang', '看板 兴发');
    const all = await linkFor('wang', '看板');
    const { data } = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const id = (name: string) => data.projects.find((project) => project.shortNames.includes(name))!.id;
    expect((await open(`${one}/${id('美利信')}`)).status).toBe(404);
    expect((await open(`${all}/${id('美利信')}`)).status).toBe(200);
    expect((await open(`${all}/${id('安琪')}`)).status).toBe(404);
    expect((await open(`${all}/999999`)).status).toBe(404);
    expect((await open(`${all}/1%20or%201=1`)).status).toBe(404);
  });

  test('ends when its hours are over', async () => {
    const path = await linkFor('wang', '看板');
    world.pass(12 * 3_600_000 - 1);
    expect((await open(path)).status).toBe(200);
    world.pass(1);
    expect((await open(path)).status).toBe(404);
  });

  test('ends at once by 看板 收回, and other people’s stay', async () => {
    const path = await linkFor('wang', '看板');
    const other = await linkFor('song', '看板');
    expect(await world.private('wang').ask('wang', '看板 收回')).toContain('1 个');
    expect((await open(path)).status).toBe(404);
    expect((await open(other)).status).toBe(200);
  });

  test('ends at once when the role is lost', async () => {
    const path = await linkFor('wang', '看板 兴发');
    const liu = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const project = liu.data.projects.find((one) => one.shortNames.includes('兴发'))!;
    await world.deps.db.transaction(async (tx) => {
      await updateProject(tx, project.id, { secretaryId: null });
      await removeMembers(tx, world.keys.chatId.xf!, [world.openId('wang')]);
    });
    expect((await open(path)).status).toBe(404);
  });

  test('ends at once when the person has left', async () => {
    const path = await linkFor('wang', '看板');
    await markOutOfReach(world.deps, world.openId('wang'));
    expect((await open(path)).status).toBe(404);
  });

  test('forged ones are refused without a query, whoever tries', async () => {
    const path = await linkFor('wang', '看板');
    await open(path);
    const id = path.slice('/board/'.length).split('.')[0]!;
    const foreign = createHmac('sha256', 'another deployment')
      .update(`board:${id}`)
      .digest('base64url')
      .slice(0, 22);
    const forged = [
      `${id}.${foreign}`,
      `${id}.${'A'.repeat(22)}`,
      id,
      `${'A'.repeat(22)}.${'A'.repeat(22)}`,
      '..%2f..%2fetc',
      'x'.repeat(5000),
    ];
    const asked = await queries(async () => {
      for (const token of forged) expect((await open(`/board/${token}`)).status).toBe(404);
    });
    expect(asked).toBe(0);
  });

  test('every refusal is the same page, held back alike', async () => {
    const revoked = await linkFor('wang', '看板');
    const expired = await linkFor('song', '看板');
    await world.private('wang').says('wang', '看板 收回');
    world.pass(13 * 3_600_000);
    const pages = [];
    for (const path of [revoked, expired, '/board/nothing', `/board/${'A'.repeat(22)}.${'B'.repeat(22)}`]) {
      const { status, text, headers } = await open(path);
      pages.push({
        status,
        text,
        headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')),
      });
    }
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    expect(held).toHaveLength(4);
    expect(held.every((ms) => ms >= 0 && ms <= 300)).toBe(true);
    expect(pages[0]?.text).not.toMatch(/过期了|被收回了|签名/);
  });

  test('a hundred loads in a second: the first sixty are shown, the rest are told to wait and ask no query', async () => {
    const path = await linkFor('wang', '看板');
    const first = await Promise.all(Array.from({ length: 60 }, () => open(path)));
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set([200]));
    const asked = await queries(async () => {
      const rest = await Promise.all(Array.from({ length: 40 }, () => open(path)));
      expect(new Set(rest.map(({ status }) => status))).toEqual(new Set([429]));
    });
    expect(asked).toBe(0);
    world.pass(60_000);
    expect((await open(path)).status).toBe(200);
  });

  test('somebody who floods takes nothing from others', async () => {
    const path = await linkFor('wang', '看板');
    const other = await linkFor('song', '看板');
    await Promise.all(Array.from({ length: 100 }, () => open(path)));
    expect((await open(other)).status).toBe(200);
  });

  test('is never cached, indexed, framed or told to others, and lets no script in', async () => {
    for (const path of [
      await linkFor('wang', '看板'),
      await linkFor('wang', '看板 兴发'),
      '/board/nothing',
    ]) {
      const { headers, text } = await open(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy');
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      );
      expect(text).not.toMatch(/<script|<img|<link|\sstyle=|\son\w+=|url\(|@import/i);
      const outside = [...text.matchAll(/(?:href|src|action)="(https?:[^"]*)"/g)].map(([, url = '']) => url);
      expect(outside.filter((url) => !url.startsWith(BASE))).toEqual([]);
    }
    expect((await open('/robots.txt')).text).toContain('Disallow: /');
  });

  test('names with markup stand there as they are', async () => {
    const { data } = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const project = data.projects.find((one) => one.shortNames.includes('兴发'))!;
    const name = `<script>alert(1)</script>"'&兴发`;
    await world.deps.db.transaction((tx) => updateProject(tx, project.id, { name }));
    for (const words of ['看板', '看板 兴发']) {
      const { text } = await open(await linkFor('wang', words));
      expect(text).not.toContain('<script');
      expect(text).toContain('&lt;script&gt;');
    }
  });

  test('what was typed into the address is never written into the log', async () => {
    await open('/board/geheimnis');
    expect(world.log.join('\n')).not.toContain('geheimnis');
  });

  test('the key of the signature is the deployment’s own, drawn once', async () => {
    await linkFor('wang', '看板');
    const key = await world.deps.db.read((tx) => readState(tx, 'board-key'));
    await linkFor('song', '看板');
    expect(String(key)).toMatch(/^[\w-]{43}$/);
    expect(await world.deps.db.read((tx) => readState(tx, 'board-key'))).toBe(key);
  });
});

describe('without PUBLIC_URL', () => {
  test('there is no page and no robots.txt', async () => {
    const world = await openWorld();
    expect((await world.app.request('/board/x')).status).toBe(404);
    expect(await (await world.app.request('/board/x')).json()).toEqual({ code: 404, msg: 'not found' });
    expect((await world.app.request('/robots.txt')).status).toBe(404);
    await world.close();
  });
});
