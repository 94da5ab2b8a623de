/** The pages behind a board link: who gets in, for how long, and what strangers learn. */
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeMembers } from '../../src/db/chat.ts';
import { insertProject, updateProject } from '../../src/db/project.ts';
import { readState } from '../../src/db/setting.ts';
import { loadBoardLink } from '../../src/features/board/store.ts';
import { createApp } from '../../src/http/app.ts';
import { createPageLimit } from '../../src/http/page-limit.ts';
import { markOutOfReach } from '../support/out-of-reach.ts';
import { planProject } from '../support/planned.ts';
import { openWorld, type World } from '../support/world.ts';

const BASE = 'https://zb.example.gov.cn';

/** A browser of somebody: keeps cookies for their paths, and goes where it is sent. */
function browser(app: ReturnType<typeof createApp>) {
  const kept = new Map<string, string>();
  const ask = async (path: string, method = 'GET') => {
    const bare = path.replace(/[?].*/, '');
    const sent = [...kept].filter(([under]) => bare === under || bare.startsWith(`${under}/`));
    const cookie = sent.map(([, pair]) => pair).join('; ');
    const response = await app.request(path, { method, headers: cookie === '' ? {} : { cookie } });
    const [, pair, under] = /^([^;]+);.*?Path=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? [];
    if (pair && under) kept.set(under, pair);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const press = async (path: string) => {
    const answer = await ask(path, 'POST');
    if (answer.status !== 303) return answer;
    return ask(new URL(answer.headers.get('location') ?? '', `http://x${path}`).pathname);
  };
  return {
    kept,
    ask,
    press,
    async open(path: string) {
      const answer = await ask(path);
      return answer.text.includes('<form') ? press(path) : answer;
    },
  };
}

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
    own = browser(app);
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
  /** Opens a link as somebody does in one browser: presses the button where there is one. */
  const open = (path: string) => own.open(path);
  let own: ReturnType<typeof browser>;
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
    await open(path);
    world.pass(60_000);
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

  test('a project archived while a wall shows it leaves the page of all, and its own page says so', async () => {
    const [all, one] = [await linkFor('wang', '看板'), await linkFor('wang', '看板 兴发')];
    expect((await open(all)).text).toContain('兴发');
    expect((await open(one)).text).not.toContain('已归档');
    const { data } = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const project = data.projects.find((some) => some.shortNames.includes('兴发'))!;
    const archived = { at: world.deps.clock(), byId: project.secretaryId!, reason: '退出' };
    await world.deps.db.transaction((tx) => updateProject(tx, project.id, { archived }));
    expect((await open(all)).text).not.toContain('兴发');
    const page = await open(one);
    expect([page.status, page.text.includes('（已归档）')]).toEqual([200, true]);
  });

  test('a project without any group is on its secretary’s page like others', async () => {
    await world.deps.db.transaction(async (tx) => {
      const directory = await world.deps.directory.get(tx);
      const wang = directory.data.projects.find((some) => some.shortNames.includes('兴发'))!.secretaryId;
      const facts = { areaId: directory.topAreaId, name: '无群的*新*<b>项目</b>', secretaryId: wang };
      await insertProject(tx, facts, world.deps.clock());
    });
    const { text } = await open(await linkFor('wang', '看板'));
    expect(text).toContain('无群的*新*&lt;b&gt;项目&lt;/b&gt;');
    expect(text).toContain('未排计划');
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

describe('the one browser of a board link', () => {
  let world: World;
  let app: ReturnType<typeof createApp>;

  const pause = async () => {};
  beforeEach(async () => {
    world = await openWorld({ env: { PUBLIC_URL: BASE } });
    app = createApp(world.deps, { pause });
    await planProject(world.deps, '兴发');
  });
  afterEach(() => world.close());

  /** Another process on the same database, or this one started anew: it remembers nothing. */
  const another = () =>
    createApp({ ...world.deps, cache: {}, pageLimit: createPageLimit() } as typeof world.deps, { pause });
  const linkFor = async (key: string, words = '看板') => {
    const own = world.private(key);
    await own.says(key, words);
    return /zb\.example\.gov\.cn(\/board\/[\w.-]+)/.exec(JSON.stringify(own.lastBot.content))![1]!;
  };
  const stored = async (path: string) =>
    (await world.deps.db.read((tx) => loadBoardLink(tx, path.slice('/board/'.length).split('.')[0]!)))!;

  test('is the first in which the button is pressed: in any other it is the page of links that never were', async () => {
    const path = await linkFor('wang');
    expect((await browser(app).open(path)).text).toContain('兴发');
    const never = await browser(app).open('/board/nothing');
    for (const process of [app, another()])
      for (const method of ['GET', 'POST']) {
        const { status, text, headers } = await browser(process).ask(path, method);
        expect([status, text]).toEqual([404, never.text]);
        expect(headers.get('set-cookie')).toBeNull();
      }
    expect((await browser(app).ask(`${path}/1`)).text).toBe(never.text);
  });

  test('is asked by a page that tells nothing of anybody and lets no script in', async () => {
    const { status, text, headers } = await browser(app).ask(await linkFor('wang', '看板 兴发'));
    expect(status).toBe(200);
    expect(text).toContain('在这里打开');
    expect(text).not.toMatch(/兴发|王建国|<script|\son\w+=|http/);
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('is not a preview of the chat, a scanner or a browser that fetches ahead: they press no button', async () => {
    const path = await linkFor('wang');
    const visits: [string, Record<string, string>][] = [
      ['HEAD', { 'user-agent': 'LarkUrlPreview/1.0' }],
      ['GET', { 'user-agent': 'Mozilla/5.0 (compatible; FeishuBot)' }],
      ['GET', { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-dest': 'document' }],
      ['GET', { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' }],
    ];
    for (const [method, headers] of visits)
      expect((await app.request(path, { method, headers })).status).toBe(200);
    expect((await stored(path)).browser).toBeNull();
    expect((await browser(app).open(path)).text).toContain('兴发');
  });

  test('stays the same through a restart, in another process, in two tabs and when the button is pressed twice', async () => {
    const path = await linkFor('wang');
    const own = browser(app);
    await own.ask(path);
    await own.ask(path);
    const both = await Promise.all([own.ask(path, 'POST'), own.ask(path, 'POST')]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await own.open(path)).text).toContain('兴发');
    const later = browser(another());
    for (const [under, pair] of own.kept) later.kept.set(under, pair);
    expect((await later.ask(path)).text).toContain('兴发');
  });

  test('is one alone when two press at the same moment, each in a process of its own', async () => {
    const path = await linkFor('wang');
    const rivals = [browser(app), browser(another())];
    for (const rival of rivals) await rival.ask(path);
    const seen = await Promise.all(rivals.map((rival) => rival.press(path)));
    expect(seen.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('that lost its cookie is a foreign one, and 看板 makes a new link for it', async () => {
    const path = await linkFor('wang');
    const own = browser(app);
    await own.open(path);
    own.kept.clear();
    expect((await own.open(path)).status).toBe(404);
    expect((await own.open(await linkFor('wang'))).status).toBe(200);
  });

  test('that keeps no cookies is told so, and the link is still to be had', async () => {
    const path = await linkFor('wang');
    const { status, text } = await browser(app).ask(path, 'POST');
    expect([status, text.includes('Cookie')]).toEqual([200, true]);
    expect((await browser(app).open(path)).text).toContain('兴发');
  });

  test('is not taken by a secret somebody made up, however it is written', async () => {
    const path = await linkFor('wang');
    for (const cookie of [
      'page=',
      'page=x',
      `page=${'A'.repeat(21)}`,
      'page=%00',
      `page=${'A'.repeat(4000)}`,
    ])
      expect((await app.request(path, { method: 'POST', headers: { cookie } })).status).toBe(200);
    expect((await stored(path)).browser).toBeNull();
  });

  test('is kept as a hash: neither its secret nor the address stands in the database or the log', async () => {
    const path = await linkFor('wang');
    const own = browser(app);
    await own.open(path);
    const secret = [...own.kept.values()][0]!.split('=')[1]!;
    const link = await stored(path);
    expect(link.browser).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(link)).not.toContain(secret);
    expect(JSON.stringify(link)).not.toContain(path.slice('/board/'.length));
    expect(world.log.join('\n')).not.toContain(secret);
  });

  test('keeps a secret no script can read, sent to this link alone, no longer than the link is good', async () => {
    const path = await linkFor('wang');
    world.pass(3_600_000);
    const set = (await browser(app).ask(path)).headers.get('set-cookie');
    expect(set).toContain(`Path=${path}`);
    expect(set).toContain(`Max-Age=${11 * 3600}`);
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(set).toContain(word);
    expect(set).not.toContain('Domain');
  });

  test('where it has once been seen, a hundred foreign loads ask no query and take nothing from it', async () => {
    const path = await linkFor('wang');
    const own = browser(app);
    await own.open(path);
    const { read } = world.deps.db;
    let queries = 0;
    world.deps.db.read = ((run) => {
      queries++;
      return read(run);
    }) as typeof read;
    const stranger = browser(app);
    const loads = await Promise.all(Array.from({ length: 100 }, () => stranger.ask(path)));
    world.deps.db.read = read;
    expect(new Set(loads.map(({ status }) => status))).toEqual(new Set([404]));
    expect(queries).toBe(0);
    expect((await own.ask(path)).status).toBe(200);
  });

  test('is none for a link whose owner lost the role before the button was pressed', async () => {
    const path = await linkFor('wang');
    const own = browser(app);
    await own.ask(path);
    await markOutOfReach(world.deps, world.openId('wang'));
    expect((await own.press(path)).status).toBe(404);
    expect((await stored(path)).browser).toBeNull();
  });

  test('sees no more once the link is over or taken back', async () => {
    const [first, second] = [await linkFor('wang'), await linkFor('song')];
    const own = browser(app);
    await own.open(first);
    await own.open(second);
    await world.private('wang').says('wang', '看板 收回');
    expect((await own.ask(first)).status).toBe(404);
    expect((await own.ask(second)).status).toBe(200);
    world.pass(13 * 3_600_000);
    expect((await own.ask(second)).status).toBe(404);
  });
});

describe('behind a proxy', () => {
  test('that serves it below a path and without TLS, the cookie is for that path and is sent', async () => {
    const world = await openWorld({ env: { PUBLIC_URL: 'http://10.0.0.8/zhuanban/' } });
    await planProject(world.deps, '兴发');
    const app = createApp(world.deps);
    await world.private('wang').says('wang', '看板');
    const [, path = ''] =
      /10\.0\.0\.8\/zhuanban(\/board\/[\w.-]+)/.exec(JSON.stringify(world.private('wang').lastBot.content)) ??
      [];
    const set = (await app.request(path)).headers.get('set-cookie') ?? '';
    expect(set).toContain(`Path=/zhuanban${path};`);
    expect(set).not.toContain('Secure');
    const cookie = set.split(';')[0] ?? '';
    const pressed = await app.request(`${path}?wall`, { method: 'POST', headers: { cookie } });
    const to = new URL(pressed.headers.get('location') ?? '', `http://10.0.0.8/zhuanban${path}?wall`);
    expect(to.href).toBe(`http://10.0.0.8/zhuanban${path}?wall`);
    await world.close();
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
