/** The pages in a browser: on a laptop, a phone, a wall and paper. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertProject } from '../../src/db/project.ts';
import { createApp } from '../../src/http/app.ts';
import { planProject } from '../support/planned.ts';
import { openWorld, type World } from '../support/world.ts';
import { CHROMIUM, SKIPPED } from './desk.ts';

const SIZES = {
  laptop: { width: 1366, height: 800 },
  phone: { width: 390, height: 844 },
  wall: { width: 3840, height: 2160 },
};
/** Millimetres of one pixel of a 4K wall of 75 inches; from five metres a character wants 15. */
const WALL_MM = 0.43;
const LONG =
  '湖北宜昌高新区生物医药产业园<b>磷石膏</b>*综合*利用及[新能源](http://x)材料一体化项目一期工程二标段三分部';

describe.skipIf(SKIPPED !== '')(`boards in a browser${SKIPPED}`, () => {
  let world: World;
  let context: BrowserContext;
  let page: Page;
  let url = '';
  let close: () => void;
  let folder: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    world = await openWorld({ at: '2026-12-30 09:00', env: { PUBLIC_URL: 'https://zb.example.gov.cn' } });
    await planProject(world.deps, '兴发', { lateFrom: 12 });
    await planProject(world.deps, '美利信');
    for (const said of ['进场道路断头 交通运输局 3个工作日', '临时用水没有接通 住建局 5个工作日'])
      await world.group('xf').says('wang', `报 ${said}`);
    const { deps } = world;
    await deps.db.transaction(async (tx) => {
      const directory = await deps.directory.get(tx);
      for (let n = 1; n <= 54; n++)
        await insertProject(
          tx,
          {
            areaId: directory.topAreaId,
            name: n % 9 === 4 ? LONG.slice(0, 57) + n : `第${n}号新能源材料一体化项目`,
            weather: (['sun', 'cloud', null] as const)[n % 3]!,
            startOn: '2027-03-01',
          },
          deps.clock(),
        );
    });
    const server = serve({ fetch: createApp(deps).fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise<void>((resolve) => server.once('listening', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    close = () => server.close();
    folder = mkdtempSync(join(tmpdir(), 'board-'));
    context = await chromium.launchPersistentContext(folder, {
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
      locale: 'zh-CN',
    });
    page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) troubles.push(request.url());
    });
  }, 200_000);

  afterAll(async () => {
    await context?.close();
    close?.();
    await world?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const visit = async (key: string, words: string, size: keyof typeof SIZES) => {
    const own = world.private(key);
    await own.says(key, words);
    const path = /zb\.example\.gov\.cn(\/board\/[\w.-]+)/.exec(JSON.stringify(own.lastBot.content))?.[1];
    await page.setViewportSize(SIZES[size]);
    await page.goto(`${url}${path}`);
    await page.getByRole('button', { name: '在这里打开' }).click();
    await page.locator('header').waitFor({ state: 'attached' });
    // The head of a page stands before its rows.
    await page.waitForLoadState();
    return `${url}${path}`;
  };
  const shoot = async (name: string) => {
    if (!process.env.SHOTS) return;
    mkdirSync(process.env.SHOTS, { recursive: true });
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  };
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const fontSize = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));

  test.for(Object.keys(SIZES) as (keyof typeof SIZES)[])('both pages fit the width of a %s', async (size) => {
    await visit('song', '看板', size);
    expect(await page.locator('.rows li').count()).toBe(60);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await shoot(`all-${size}`);
    await visit('wang', '看板 兴发', size);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await shoot(`one-${size}`);
    if (size === 'laptop' && process.env.SHOTS) {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 1512, height: 1047 });
      await shoot('one-paper');
      await page.emulateMedia({ media: null });
    }
  });

  test('the worst project stands first, with its reason in words', async () => {
    await visit('song', '看板', 'laptop');
    const first = await page.locator('.rows li').first().innerText();
    expect(first).toContain('兴发');
    expect(first).toContain('滞后');
    expect(first).toContain('环节完成');
  });

  test('a phone shows the links one by one with their bars, a laptop the whole sheet', async () => {
    await visit('wang', '看板 兴发', 'phone');
    expect(await page.locator('.sheet').isVisible()).toBe(false);
    expect(await page.locator('.links li:not(.stage)').count()).toBe(23);
    expect(await page.locator('.links svg.bar').first().isVisible()).toBe(true);
    await page.setViewportSize(SIZES.laptop);
    expect(await page.locator('.sheet svg').isVisible()).toBe(true);
    expect(await page.locator('.links').isVisible()).toBe(false);
  });

  test('letters on a 4K wall are read from five metres, on a phone no smaller than 13 pixels', async () => {
    await visit('song', '看板', 'wall');
    for (const selector of ['.name', '.rows li > span', 'h1'])
      expect((await fontSize(selector)) * WALL_MM).toBeGreaterThan(15);
    await visit('song', '看板', 'phone');
    expect(await fontSize('.rows li span')).toBeGreaterThanOrEqual(13);
  });

  test('on a 4K wall 60 projects stand on one screen, none below its edge', async () => {
    await visit('song', '看板', 'wall');
    const edges = await page
      .locator('.rows li')
      .evaluateAll((rows) =>
        rows.map((row) => row.getBoundingClientRect()).map(({ bottom, right }) => [bottom, right]),
      );
    expect(edges).toHaveLength(60);
    expect(Math.max(...edges.map(([bottom]) => bottom!))).toBeLessThanOrEqual(SIZES.wall.height);
    expect(Math.max(...edges.map(([, right]) => right!))).toBeLessThanOrEqual(SIZES.wall.width);
  });

  test('a link belongs to the browser in which its button was pressed, tabs and all; another finds no page', async () => {
    const address = await visit('wang', '看板 兴发', 'phone');
    expect(page.url()).toBe(address);
    await page.reload();
    expect(await page.locator('h1').first().innerText()).toContain('兴发');
    const tab = await context.newPage();
    await tab.goto(address);
    expect(await tab.locator('h1').first().innerText()).toContain('兴发');
    await tab.close();
    const foreign = await context.browser()!.newContext();
    const other = await foreign.newPage();
    await other.goto(address);
    expect(await other.locator('h1').innerText()).toBe('页面不存在');
    await foreign.close();
  });

  test('the page with the button is one screen of a phone, the button no smaller than a thumb', async () => {
    const own = world.private('song');
    await own.says('song', '看板');
    const path = /zb\.example\.gov\.cn(\/board\/[\w.-]+)/.exec(JSON.stringify(own.lastBot.content))?.[1];
    await page.setViewportSize(SIZES.phone);
    await page.goto(`${url}${path}`);
    await shoot('door-phone');
    const box = await page.getByRole('button').boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
    expect(box!.y + box!.height).toBeLessThanOrEqual(SIZES.phone.height);
  });

  test('on a wall whose system enlarges everything threefold the look for walls is one press away', async () => {
    const address = await visit('song', '看板', 'laptop');
    const scaled = { width: 1280, height: 720 };
    await page.setViewportSize(scaled);
    expect(await page.locator('.to-wall a').getAttribute('href')).toMatch(/\?wall$/);
    await page.goto(`${address}?wall`);
    await shoot('all-scaled-wall');
    const edges = await page
      .locator('.rows li')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
    expect(edges).toHaveLength(60);
    expect(Math.max(...edges)).toBeLessThanOrEqual(scaled.height);
    // Pixels of the screen, three to each of the page.
    expect((await fontSize('.rows li > span')) * 3 * WALL_MM).toBeGreaterThan(15);
    expect(await page.locator('.name a').first().getAttribute('href')).toMatch(/\?wall$/);
  });

  test('open problems stand on the page with unit and day: beside the sheet on a wall, below it elsewhere', async () => {
    await visit('wang', '看板 兴发', 'laptop');
    const box = (selector: string) => page.locator(selector).boundingBox();
    const said = await page.locator('.problems').innerText();
    expect(said).toMatch(/未销号问题 2 件[\s\S]*#\d+ 进场道路断头\s*交通运输局，2027年1月5日到期/);
    expect(said).not.toContain('另有');
    expect((await box('.problems'))!.y).toBeGreaterThan((await box('.sheet'))!.y + 300);
    await page.setViewportSize(SIZES.wall);
    await shoot('one-wall-problems');
    const [sheet, list] = [await box('.sheet'), await box('.problems')];
    expect(list!.x).toBeGreaterThanOrEqual(sheet!.x + sheet!.width);
    expect(list!.y + list!.height).toBeLessThanOrEqual(SIZES.wall.height);
    expect((await fontSize('.problems li')) * WALL_MM).toBeGreaterThan(15);
  });

  test('a project without links tells its name, its nodes and what to do, on a laptop and on paper too', async () => {
    await visit('song', '看板 安琪', 'laptop');
    await shoot('bare-laptop');
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.locator('main').innerText()).toContain('还没有环节和计划');
    }
    await page.emulateMedia({ media: null });
    expect(await page.locator('.node').first().innerText()).toContain('开工');
  });

  test('loads itself anew each minute', async () => {
    await visit('song', '看板', 'laptop');
    expect(await page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe('60');
  });

  test('prints on A3 in landscape: a project on one sheet', async () => {
    const sheets = async (name: string) => {
      const bytes = await page.pdf({ preferCSSPageSize: true });
      if (process.env.SHOTS) writeFileSync(`${process.env.SHOTS}/${name}.pdf`, bytes);
      const text = bytes.toString('latin1');
      const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
      return {
        pages: text.match(/\/Type \/Page\b/g)?.length,
        width: Math.round(Number(box?.[1])),
        height: Math.round(Number(box?.[2])),
      };
    };
    await visit('wang', '看板 兴发', 'laptop');
    const one = await sheets('one');
    expect(one.pages).toBe(1);
    // 420 × 297 mm in points, as near as a browser rounds it.
    expect(Math.abs(one.width - 1191)).toBeLessThanOrEqual(2);
    expect(Math.abs(one.height - 842)).toBeLessThanOrEqual(2);
    await visit('song', '看板', 'laptop');
    expect((await sheets('all')).pages).toBeLessThanOrEqual(2);
  });

  test('a link that is over shows the plain page', async () => {
    await page.goto(`${url}/board/nothing`);
    expect(await page.locator('h1').innerText()).toBe('页面不存在');
  });

  test('nothing was blocked, asked of others or written to the console as a fault', () => {
    expect(troubles.filter((line) => !/404|favicon/.test(line))).toEqual([]);
  });
});
