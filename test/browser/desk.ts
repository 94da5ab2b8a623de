/** The real demo on a loopback port and a browser in front of it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { type Demo, openDemo } from '../../src/demo/open.ts';
import { route, waitingPage } from '../../src/demo/start.ts';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Why the suite is skipped, for its name; '' when it runs. */
export const SKIPPED = existsSync(CHROMIUM)
  ? ''
  : ` (skipped: no ${CHROMIUM}; install chromium or set CHROMIUM)`;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const LAPTOP = { width: 1366, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Everything of the demo as somebody at a browser sees it. */
export class Desk {
  readonly demo: Demo;
  readonly url: string;
  readonly page: Page;
  /** Whatever the browser complained about. */
  readonly troubles: string[] = [];
  readonly #close: () => Promise<void>;

  constructor(demo: Demo, url: string, page: Page, close: () => Promise<void>) {
    this.demo = demo;
    this.url = url;
    this.page = page;
    this.#close = close;
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') this.troubles.push(line.text());
    });
  }

  /** Opens the page anew; ready when the list of chats is there. */
  async visit(): Promise<void> {
    await this.page.goto(`${this.url}/`);
    await this.page.locator('.side').waitFor();
  }

  /** Becomes somebody else, by name. */
  async become(name: string): Promise<void> {
    const { page } = this;
    const side = page.locator('.side');
    if (!(await side.isVisible())) await page.getByRole('button', { name: '返回会话列表' }).click();
    await page.locator('.me').click();
    await page.locator('.person-row', { hasText: name }).first().click();
    await page.locator('.me b', { hasText: name }).waitFor();
  }

  /** Opens a chat by its name; `专班秘书` is the private chat. */
  async open(chat: string): Promise<void> {
    const { page } = this;
    if (!(await page.locator('.side').isVisible()))
      await page.getByRole('button', { name: '返回会话列表' }).click();
    await page
      .locator('.chat-row', { has: page.locator('b', { hasText: chat }) })
      .first()
      .click();
    await page.locator('.talk-title h1', { hasText: chat }).waitFor();
  }

  async say(text: string): Promise<void> {
    await this.page.locator('.write').fill(text);
    await this.page.locator('.send').click();
  }

  /** The newest card in the open chat whose title holds the words and which is no form. */
  card(words: string): Locator {
    const titled = this.page.locator('.card-header', { hasText: words });
    return this.page.locator('.card', { has: titled, hasNot: this.page.locator('.card-form') }).last();
  }

  /** The newest form in the open chat. */
  form(): Locator {
    return this.page.locator('.card', { has: this.page.locator('.card-form') }).last();
  }

  async toast(words: string): Promise<void> {
    await this.page.locator('.toast', { hasText: words }).first().waitFor();
  }

  /** Moves the clock by one of the panel's buttons. */
  async moveClock(button: string): Promise<void> {
    const { page } = this;
    const clock = page.getByRole('button', { name: button });
    if (!(await clock.isVisible())) await page.locator('.panel-button').click();
    const before = await page.locator('.clock-now').innerText();
    await clock.click();
    await page.locator('.clock-now').filter({ hasNotText: before }).waitFor();
    await page.locator('.clock-buttons button:not([disabled])').first().waitFor();
  }

  /** Waits until toasts are gone and nothing flashes, so that pictures are alike. */
  async quiet(): Promise<void> {
    const { page } = this;
    await page.locator('.toast').first().waitFor({ state: 'detached' });
    await page.locator('.flash').first().waitFor({ state: 'detached' });
    await page.mouse.move(0, 0);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }

  /** For looking at; not compared with anything. */
  async shoot(name: string, folder = process.env.SHOTS): Promise<void> {
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/**
 * Opens the demo as `npm start` does, in a folder of its own that is thrown away at the end.
 * @param real the machine's clock as the demo reads it, so that a run on a Sunday sees what one on a Monday sees
 */
export async function openDesk(real: () => number): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanban-desk-'));
  let opened: Demo | undefined;
  const server = serve({
    fetch: async (request) => (opened ? route(opened, request) : waitingPage(request)),
    port: 0,
    hostname: '127.0.0.1',
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const demo = await openDemo(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'warn', PUBLIC_URL: url }), { real });
  opened = demo;
  const context: BrowserContext = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: CHROMIUM,
    args: FLAGS,
    viewport: LAPTOP,
    locale: 'zh-CN',
  });
  return new Desk(demo, url, await context.newPage(), async () => {
    await context.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  });
}
