import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chartCard,
  columnsCard,
  controlsCard,
  formCard,
  issueCard,
  markdownCard,
  tableCard,
  textCard,
} from './page/cards.ts';
import { paleText } from './page/contrast.ts';
import { openStage, type Stage } from './page/stage.ts';

const CHROMIUM = '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
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

/** Whatever the page does may take as long as a busy machine takes. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

describe.skipIf(missing)(`the page in a browser${missing ? ` (skipped: no ${CHROMIUM})` : ''}`, () => {
  let stage: Stage;
  let context: BrowserContext;
  let page: Page;
  let profile: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    profile = mkdtempSync(join(tmpdir(), 'page-'));
    context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: FLAGS,
      viewport: { width: 1366, height: 800 },
      locale: 'zh-CN',
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(`${stage.url}/sim`);
    await page.locator('.guide').waitFor();
  });

  afterAll(async () => {
    await context?.close();
    await stage?.close();
    if (profile) rmSync(profile, { recursive: true, force: true });
  });

  const show = async (card: object): Promise<Locator> => {
    const messageId = await stage.post(stage.chatId, card);
    const shown = page.locator(`[data-message="${messageId}"] .card`);
    await shown.waitFor();
    return shown;
  };
  const toast = (text: string) => page.locator('.toast', { hasText: text }).first().waitFor();
  const become = async (openId: string) => {
    await page.locator('.me').click();
    await page.locator(`[data-person="${openId}"]`).click();
  };

  test('a newcomer sees who they are, the chats they are in, and what to say first', async () => {
    expect(await page.locator('.me b').innerText()).toBe('张敏');
    expect(await page.locator('.chat-row b').allInnerTexts()).toEqual([
      '兴发磷化工项目专班群',
      '综合办内部群',
      '专班秘书',
    ]);
    expect(await page.locator('.sample').innerText()).toContain('报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    expect(await page.locator('.clock-now').innerText()).toBe('2026-11-23 周一 08:31');
  });

  test('Enter sends with @机器人, Shift+Enter and an open input method do not', async () => {
    const field = page.locator('.write');
    await page.locator('.sample').click();
    expect(await field.inputValue()).toContain('磷石膏');
    await field.press('Shift+Enter');
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await page.locator('.message').count()).toBe(0);
    await field.press('Enter');
    const bubble = page.locator('.message.mine .bubble').first();
    await bubble.waitFor();
    expect(await bubble.innerText()).toMatch(/^@专班秘书 报 磷石膏/);
    expect(await field.inputValue()).toBe('');
  });

  test('markdown: the dialect is drawn, escaped text stays text and nothing runs', async () => {
    const card = await show(markdownCard(stage.people));
    expect(await card.locator('.at').allInnerTexts()).toEqual(['@李建国', '@所有人']);
    expect(await card.locator('.at.mine').innerText()).toBe('@所有人');
    expect(await card.innerText()).toContain('**不粗** <at id=all></at> <script>alert(1)</script>');
    expect(await card.locator('script, img').count()).toBe(0);
    const targets = await card
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(targets).toEqual(['https://open.feishu.cn', 'https://open.feishu.cn']);
    expect(await card.locator('time').innerText()).toBe('2026年11月23日');
    expect(await card.locator('ul ul li').innerText()).toBe('二级');
    expect(await card.locator('.number-tag').innerText()).toBe('7');
    expect(await card.locator('tbody tr').count()).toBe(5);
    await card.getByLabel('下一页').click();
    expect(await card.locator('tbody tr').count()).toBe(2);
  });

  test('text, fields, people and pictures', async () => {
    const card = await show(textCard(stage.people));
    expect(await card.innerText()).toContain('**不解析** <b>原样</b>');
    expect(await card.locator('.field.short').count()).toBe(2);
    expect(await card.locator('.person').allInnerTexts()).toEqual(expect.arrayContaining(['陈\n陈县长']));
    const picture = card.locator('img.picture');
    await soon(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  });

  test('columns stand side by side and fold when the card is narrow', async () => {
    const card = await show(columnsCard());
    const stretch = card.locator('[data-flex=stretch] > .column');
    const tops = () =>
      stretch.evaluateAll((boxes) => boxes.map((box) => Math.round(box.getBoundingClientRect().top)));
    const wide = await tops();
    expect(wide[0]).toBe(wide[1]);
    await card.evaluate((box) => {
      box.style.width = '320px';
    });
    const narrow = await tops();
    expect(narrow[0]).toBeLessThan(narrow[1] ?? 0);
  });

  test('a table shows typed cells and turns its pages', async () => {
    const card = await show(tableCard(stage.people));
    expect(await card.locator('tbody tr').first().innerText()).toMatch(
      /#1\s+用电不足\s+逾期\s+¥12,345\.60\s+李\s+李建国\s+2026-11-24/,
    );
    await card.getByLabel('下一页').click();
    expect(await card.locator('tbody tr').first().innerText()).toContain('#4');
    expect(await card.locator('.pages').innerText()).toContain('2 / 3');
  });

  test('a chart without its library is a table of its figures', async () => {
    await page.route('**/sim/vendor/vchart.js', (route) => route.abort());
    const card = await show(chartCard());
    await card.locator('.chart.plain').waitFor();
    expect(await card.innerText()).toMatch(/各单位未办结[\s\S]*供电公司\s+8/);
  });

  test('a form keeps what is typed while other messages come, then sends it once', async () => {
    const card = await show(formCard());
    const before = stage.actions.length;
    await card.getByRole('button', { name: '确认' }).click();
    await toast('有必填项未填写');
    expect(stage.actions.length).toBe(before);
    await card.getByLabel('事项').fill('供电容量不足 <b>');
    await stage.sim.say(stage.people.enterprise, stage.chatId, '补充一句');
    await page.locator('.bubble', { hasText: '补充一句' }).waitFor();
    expect(await card.getByLabel('事项').inputValue()).toBe('供电容量不足 <b>');
    await card.getByLabel('责任单位').selectOption('sthj');
    await card.locator('summary', { hasText: '协办单位' }).click();
    await card.getByText('自然资源局').click();
    expect(await card.locator('select').nth(1).locator('option').allInnerTexts()).toContain('周伟');
    await card.getByLabel('走绿色通道').check();
    await card.getByRole('button', { name: '确认' }).click();
    await toast('收到 submit');
    expect(stage.actions.at(-1)?.form_value).toMatchObject({
      what: '供电容量不足 <b>',
      detail: '已有内容',
      unit: 'sthj',
      co: ['zrzy'],
      due: '2026-11-26 +0800',
      green: true,
    });
    await card.getByRole('button', { name: '重填' }).click();
    expect(await card.getByLabel('事项').inputValue()).toBe('');
    expect(await card.getByLabel('详情').inputValue()).toBe('已有内容');
  });

  test('controls outside a form send what was chosen, typed or ticked', async () => {
    const card = await show(controlsCard(stage.people));
    await card.getByLabel('改单位').selectOption('gd');
    await toast('收到 unit');
    expect(stage.actions.at(-1)).toMatchObject({ tag: 'select_static', option: 'gd' });
    await card.getByPlaceholder('一句话结果').fill('已扩容');
    await card.getByPlaceholder('一句话结果').press('Enter');
    await toast('收到 quick');
    expect(stage.actions.at(-1)).toMatchObject({ tag: 'input', input_value: '已扩容' });
    await card.getByText('材料一:土地证').click();
    await toast('收到 tick');
    expect(stage.actions.at(-1)).toMatchObject({ tag: 'checker', checked: true });
    await card.getByText('整块可点').click();
    await toast('收到 container');
    await card.getByLabel('更多操作').click();
    await card.getByRole('button', { name: '历史' }).click();
    await soon(() => stage.actions.at(-1)).toMatchObject({ tag: 'overflow', option: 'history' });
    await card.locator('summary', { hasText: '办理经过' }).click();
    expect(await card.innerText()).toContain('11月21日 转办');
  });

  test('a button waits visibly, shows the toast, and the card is redrawn where it stands', async () => {
    const card = await show(issueCard(stage.people));
    await become(stage.people.unit);
    const before = stage.actions.length;
    const release = stage.hold();
    const sign = card.getByRole('button', { name: '签收' });
    await sign.click();
    await soon(() => sign.getAttribute('aria-busy')).toBe('true');
    await sign.click({ force: true });
    release();
    await toast('已签收,请在 11月26日前办结');
    await soon(() => card.locator('.card-header').getAttribute('data-template')).toBe('green');
    expect(stage.actions.length).toBe(before + 1);
  });

  test('a confirmation can be refused; a disabled button cannot be pressed', async () => {
    const card = await show(issueCard(stage.people));
    const before = stage.actions.length;
    await card.getByRole('button', { name: '退回' }).click();
    expect(await page.locator('dialog').innerText()).toContain('退回后由综合办重新转办');
    await page.getByRole('button', { name: '取消' }).click();
    expect(stage.actions.length).toBe(before);
    await card.getByRole('button', { name: '退回' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await toast('收到 back');
    expect(await card.getByRole('button', { name: '催办' }).isDisabled()).toBe(true);
  });

  test('a platform error is shown with its code', async () => {
    const failing = {
      tag: 'button',
      text: { tag: 'plain_text', content: '会失败' },
      behaviors: [{ type: 'callback', value: { act: 'fail' } }],
    };
    const card = await show({ schema: '2.0', body: { elements: [failing] } });
    await card.getByRole('button', { name: '会失败' }).click();
    await toast('200671');
  });

  test('another card sent over this one replaces it without moving what is read', async () => {
    const messageId = await stage.post(stage.chatId, issueCard(stage.people));
    const card = page.locator(`[data-message="${messageId}"] .card`);
    await card.waitFor();
    await page.locator('.message-list').evaluate((list) => {
      list.scrollTop = 0;
    });
    await stage.patch(messageId, issueCard(stage.people, '已销号', 'grey'));
    await soon(() => card.innerText()).toContain('已销号');
    expect(await page.locator('.message-list').evaluate((list) => list.scrollTop)).toBe(0);
  });

  test('the private chat opens from its door; a recalled message leaves a notice; a reply quotes', async () => {
    await page.locator('[data-chat=private]').click();
    await soon(() => page.locator('.talk-title h1').innerText()).toBe('专班秘书');
    await page.locator('.write').fill('我的');
    await page.locator('.send').click();
    const mine = page.locator('.message.mine').last();
    await mine.waitFor();
    await mine.hover();
    await mine.getByLabel('回复这条消息').click();
    await page.locator('.write').fill('补充');
    await page.locator('.send').click();
    await page.locator('.quote', { hasText: '回复 李建国:我的' }).waitFor();
    const last = page.locator('.message.mine').last();
    await last.hover();
    await last.getByLabel('撤回这条消息').click();
    await page.locator('.notice', { hasText: '李建国 撤回了一条消息' }).waitFor();
  });

  test('a call by name lights the person up, and reading puts the light out', async () => {
    await stage.sim.say(stage.people.unit, stage.chatId, '@张敏 请看');
    await page.locator('.me .dot').waitFor();
    await become(stage.people.secretary);
    await page.locator(`[data-chat="${stage.chatId}"]`).click();
    await soon(() => page.locator(`[data-chat="${stage.chatId}"] .badge`).count()).toBe(0);
    expect(await page.locator('.at.mine').last().innerText()).toBe('@张敏');
  });

  test('the clock moves and the log tells what went over the wire', async () => {
    await page.getByRole('button', { name: '+1 小时' }).click();
    await soon(() => page.locator('.clock-now').innerText()).toBe('2026-11-23 周一 09:31');
    await page.getByRole('button', { name: '到明早 08:31' }).click();
    await soon(() => page.locator('.clock-now').innerText()).toBe('2026-11-24 周二 08:31');
    await page.getByLabel('自定义时间').fill('2026-11-25T14:05');
    await page.getByRole('button', { name: '拨到' }).click();
    await soon(() => page.locator('.clock-now').innerText()).toBe('2026-11-25 周三 14:05');
    const log = await page.locator('.log').innerText();
    expect(log).toContain('更新卡片');
    expect(log).toContain('点了卡片');
  });

  test('a fault switch makes the platform refuse, and off makes it work again', async () => {
    await page.getByRole('button', { name: '500' }).click();
    await soon(() =>
      stage.post(stage.chatId, issueCard(stage.people)).then(
        () => 'sent',
        () => 'refused',
      ),
    ).toBe('refused');
    await page.locator('.log-row.bad', { hasText: '500' }).first().waitFor();
    await page.getByRole('button', { name: '500' }).click();
    await soon(() =>
      stage.post(stage.chatId, issueCard(stage.people)).then(
        () => 'sent',
        () => 'refused',
      ),
    ).toBe('sent');
  });

  test('the keyboard comes to the writing box at once, from the top of the page and from the head of a chat', async () => {
    await page.reload();
    await page.locator(`[data-chat="${stage.chatId}"]`).click();
    expect(await page.locator('.message').count()).toBeGreaterThan(5);
    const write = page.locator('.write');
    const skip = page.locator('.skip:focus');
    for (const before of ['body', '.panel-button']) {
      if (before === 'body') await page.reload();
      else await page.locator(before).focus();
      await page.locator('.message').first().waitFor();
      await page.keyboard.press('Tab');
      expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await soon(() => write.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await page.locator('.skip').first().boundingBox()).toMatchObject({ y: -60 });
    }
  });

  test('all text stands out from its ground, on buttons and where nothing can be pressed, too', async () => {
    const lists = [markdownCard, textCard, controlsCard, tableCard, issueCard].map((draw) =>
      draw(stage.people),
    );
    for (const one of [...lists, formCard(), columnsCard()]) await show(one);
    await stage.sim.say(stage.people.unit, stage.chatId, '@张敏 请看');
    await page.locator('.at.mine', { hasText: '张敏' }).last().waitFor();
    expect(await page.locator('.send').isDisabled()).toBe(true);
    // A notice that fades in is pale for a moment.
    await page.locator('.toast').first().waitFor({ state: 'detached' });
    expect(await paleText(page, 4.5)).toEqual([]);
    await page.locator('.write').fill('可以发送');
    await page.locator('.me').click();
    expect(await paleText(page, 4.5)).toEqual([]);
    await page.locator('.me').click();
    await page.locator('.write').fill('');
    await page.locator('.add-chat').click();
    expect(await paleText(page, 4.5)).toEqual([]);
    await page.getByRole('button', { name: '取消' }).click();
  });

  test('after the clock moved the page says which chats got something, and for how many others', async () => {
    stage.whenMoved(async () => {
      await stage.post(stage.chatId, issueCard(stage.people));
      await stage.post(stage.chatId, issueCard(stage.people));
      const chat = stage.sim
        .chats()
        .find((one) => one.type === 'p2p' && one.members[0] === stage.people.unit);
      await stage.post(chat?.chatId ?? '', issueCard(stage.people));
    });
    await page.getByRole('button', { name: '+1 小时' }).click();
    await toast('新消息：兴发磷化工项目专班群 2 条；其他人另有 1 条，点「切换」去看');
    stage.whenMoved(async () => {});
    await page.getByRole('button', { name: '+1 小时' }).click();
    await toast('您这里没有新消息');
  });

  test('on a phone the console makes way for the chats, and those which got something are marked', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    const row = page.locator(`[data-chat="${stage.chatId}"]`);
    await row.click();
    await page.locator('.message').first().waitFor();
    await page.locator('.panel-button').click();
    stage.whenMoved(() => stage.post(stage.chatId, issueCard(stage.people)));
    await page.getByRole('button', { name: '到明早 08:31' }).click();
    await toast('新消息：兴发磷化工项目专班群 1 条');
    stage.whenMoved(async () => {});
    expect(await page.locator('.panel').isVisible()).toBe(false);
    expect(await row.locator('.badge').innerText()).toBe('1');
    await row.click();
    await page.getByRole('button', { name: '返回会话列表' }).click();
    expect(await row.locator('.badge').count()).toBe(0);
  });

  test('on a phone one thing shows at a time and nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await page.locator(`[data-chat="${stage.chatId}"]`).click();
    await page.locator('.message').first().waitFor();
    expect(await page.locator('.side').isVisible()).toBe(false);
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('.message-list')?.scrollWidth ?? 0,
    ]);
    expect(Math.max(...widths)).toBeLessThanOrEqual(390);
    const button = page.locator('.card-button', { hasText: '签收' }).last();
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    await page.locator('.panel-button').click();
    expect(await page.locator('.clock-now').isVisible()).toBe(true);
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByRole('button', { name: '返回会话列表' }).click();
    expect(await page.locator('.side').isVisible()).toBe(true);
  });

  test('nothing on the page has thrown', () => {
    expect(troubles).toEqual([]);
  });
});
