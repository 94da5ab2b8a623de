/** A report and the 减负账单 on a phone, as an official sees them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';
import { CHROMIUM, PHONE, SKIPPED } from './desk.ts';

describe.skipIf(SKIPPED !== '')(`reports in a browser${SKIPPED}`, () => {
  let world: World;
  let context: BrowserContext;
  let page: Page;
  let close: () => void;
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));

  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-24 10:00' });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 11月24日');
    await group.says('sun', '进展 #1 已联系临时仓库，明天清运');
    await group.says('wang', '报 围挡被风吹倒 住建局 3个工作日');
    await group.says('zhao', '办结 #2 已重新加固');
    await group.says('wang', '核验 #2 属实');
    await group.says('wang', '报 门口积水 水利局 12月2日');
    await world.advanceTo('2026-11-25 10:00');
    for (const words of ['周报', '减负账单']) await world.private('song').ask('song', words);
    const server = serve({ fetch: (request) => world.sim.fetch(request), port: 0, hostname: '127.0.0.1' });
    await new Promise<void>((resolve) => server.once('listening', resolve));
    const address = server.address();
    close = () => server.close();
    context = await chromium.launchPersistentContext(folder, {
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
      viewport: PHONE,
      locale: 'zh-CN',
    });
    page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/sim`);
    await page.locator('.me').click();
    await page.locator('.person-row', { hasText: '宋丽' }).first().click();
    await page.locator('.me b', { hasText: '宋丽' }).waitFor();
    await page
      .locator('.chat-row', { has: page.locator('b', { hasText: '专班秘书' }) })
      .first()
      .click();
  }, 400_000);
  afterAll(async () => {
    await context?.close();
    close?.();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.for([
    ['项目周报', '新增问题清单'],
    ['减负账单', '按角色'],
  ] as const)('%s: the card fits a phone and says how it counts', async ([title, part]) => {
    const titled = page.locator('.card-header', { hasText: title });
    const card = page.locator('.card', { has: titled }).last();
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toContain('口径：');
    expect(text).toContain(part);
    expect((await card.boundingBox())?.width ?? 0).toBeLessThanOrEqual(PHONE.width);
    if (process.env.SHOTS) await card.screenshot({ path: `${process.env.SHOTS}/${title}.png` });
  });
});
