/** One problem's whole story in the real demo, in a browser: typed, signed, done, confirmed, rated, asked about. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, LAPTOP, openDesk, PHONE, SKIPPED } from './desk.ts';

/** A Tuesday at 10:00 and running, wherever and whenever the test runs. */
const START = Date.parse('2026-11-24T10:00:00+08:00');
const began = Date.now();

/** Whatever needs the bot's answer may take as long as a busy machine takes. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

describe.skipIf(SKIPPED !== '')(`the demo in a browser${SKIPPED}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(() => START + Date.now() - began);
  }, 400_000);
  afterAll(async () => {
    await desk?.close();
  });

  test('a first visitor finds a zone full of life and the line to try', async () => {
    await desk.visit();
    await desk.page.locator('.message').first().waitFor();
    expect(new URL(desk.page.url()).pathname).toBe('/sim');
    expect(await desk.page.locator('.me b').innerText()).toBe('王建国');
    expect(await desk.page.locator('.chat-row b').allInnerTexts()).toEqual(
      expect.arrayContaining(['兴发项目专班', '美利信项目专班', '综合办调度群', '专班秘书']),
    );
    await desk.open('兴发项目专班');
    expect(await desk.page.locator('.sample').innerText()).toContain('报 ');
    expect(await desk.page.locator('.card').count()).toBeGreaterThan(3);
    await desk.shoot('1-first-laptop');
  });

  test('a line typed in the group becomes a card with unit and deadline', async () => {
    await desk.say('报 渣场淋滤液收集池满了 生态环境局 3个工作日');
    const card = desk.card('渣场淋滤液收集池满了');
    await card.waitFor();
    await soon(() => card.innerText()).toContain('待签收');
    expect(await card.innerText()).toContain('生态环境局');
    expect(await card.innerText()).toContain('11月27日');
    await desk.shoot('2-logged');
  });

  test('the unit signs on its private card, and the card in the group changes where it stands', async () => {
    await desk.become('孙倩');
    await desk.open('专班秘书');
    const card = desk.card('渣场淋滤液收集池满了');
    await card.waitFor();
    await desk.shoot('3-private');
    await card.getByRole('button', { name: '签收', exact: true }).click();
    await desk.toast('签收');
    await soon(() => card.innerText()).toContain('办理中');
    await desk.open('兴发项目专班');
    await soon(() => desk.card('渣场淋滤液收集池满了').innerText()).toContain('办理中');
    expect(await desk.page.locator('.card-header', { hasText: '渣场淋滤液收集池满了' }).count()).toBe(1);
    await desk.shoot('4-signed');
  });

  test('done through the form, confirmed by the enterprise, rated', async () => {
    const title = '渣场淋滤液收集池满了';
    await desk.card(title).getByRole('button', { name: '办结', exact: true }).click();
    await desk.open('专班秘书');
    const form = desk.form();
    await form.waitFor();
    await desk.shoot('5-form');
    await form.locator('textarea, input').first().fill('已抽排并加设应急池');
    await form.getByRole('button', { name: '确认', exact: true }).click();
    await soon(() => desk.card(title).innerText()).toContain('待核验');
    await desk.become('华明');
    await desk.open('兴发项目专班');
    await desk.shoot('6-to-verify');
    await desk.card(title).getByRole('button', { name: '属实', exact: true }).click();
    await soon(() => desk.card(title).innerText()).toContain('已销号');
    await desk.card(title).getByRole('button', { name: '满意', exact: true }).click();
    await desk.toast('谢');
    await soon(() => desk.card(title).innerText()).toContain('满意');
    await desk.shoot('7-closed');
  });

  test('the leader asks in plain words and gets figures and the list', async () => {
    await desk.become('唐志强');
    await desk.open('专班秘书');
    const before = await desk.page.locator('.message').count();
    await desk.say('红色的有几个？');
    const answer = desk.page.locator('.message').nth(before + 1);
    await answer.waitFor();
    await soon(() => answer.innerText()).toMatch(/红色?\D{0,12}\d/);
    expect(await answer.innerText()).toContain('#3');
    await desk.shoot('8-leader');
  });

  test('three projects have plans, one late for a reason that is told, and 看板 opens their page', async () => {
    const { page } = desk;
    await desk.become('宋丽');
    await desk.open('专班秘书');
    await desk.say('晴雨表');
    const all = desk.card('晴雨表 6 个项目');
    await all.waitFor();
    const text = await all.innerText();
    expect(text).toMatch(/滞后\s*楚能锂电池二期[\s\S]*因 14 施工图审查/);
    expect(text).toMatch(/正常\s*美利信压铸基地/);
    expect(text).toMatch(/正常\s*三峡光伏组件/);
    // Drawn, whatever fonts there are.
    expect(await all.locator('svg').count()).toBe(3);
    await desk.shoot('8a-weather');
    await desk.say('看板');
    const link = desk.card('看板 项目总图');
    await link.waitFor();
    const [address = ''] = /http\S+\/board\/[\w.-]+/.exec(await link.innerText()) ?? [];
    const tab = await page.context().newPage();
    await tab.goto(address);
    await tab.getByRole('button', { name: '在这里打开' }).click();
    await tab.getByRole('link', { name: '楚能锂电池二期' }).click();
    expect(await tab.locator('.sheet svg').isVisible()).toBe(true);
    await tab.close();
  });

  test('the next morning brings 晨报 to the group and to people', async () => {
    await desk.become('钱进');
    await desk.open('专班秘书');
    await desk.moveClock('到明早 08:31');
    expect(await desk.page.locator('.clock-now').innerText()).toContain('2026-11-25');
    const digest = desk.page.locator('.card-header', { hasText: '晨报' }).last();
    await digest.waitFor();
    await desk.shoot('9-morning-person');
    await desk.open('兴发项目专班');
    await desk.page.locator('.card-header', { hasText: /晨报/ }).last().waitFor();
    await desk.shoot('10-morning-group');
  }, 180_000);

  test('the same on a phone: typed, signed, done, confirmed; nothing wider than the screen', async () => {
    const { page } = desk;
    const title = '厂门口积水车辆进不来';
    await page.setViewportSize(PHONE);
    await desk.visit();
    await desk.shoot('11-phone-list');
    await desk.become('王建国');
    await desk.open('兴发项目专班');
    await desk.say(`报 ${title} 交通运输局 明天`);
    await desk.card(title).waitFor();
    await desk.shoot('12-phone-logged');
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('.message-list')?.scrollWidth ?? 0,
    ]);
    expect(Math.max(...widths)).toBeLessThanOrEqual(PHONE.width);
    await desk.become('韩雪');
    await desk.open('专班秘书');
    await desk.card(title).getByRole('button', { name: '签收', exact: true }).click();
    await soon(() => desk.card(title).innerText()).toContain('办理中');
    await desk.shoot('13-phone-signed');
    await desk.open('兴发项目专班');
    const [number = ''] = /#\d+/.exec(await desk.card(title).innerText()) ?? [];
    await desk.say(`办结 ${number} 已疏通排水口`);
    await soon(() => desk.card(title).innerText()).toContain('待核验');
    await desk.become('华明');
    await desk.open('兴发项目专班');
    await desk.card(title).getByRole('button', { name: '属实', exact: true }).click();
    await soon(() => desk.card(title).innerText()).toContain('已销号');
    await desk.shoot('14-phone-closed');
    await page.setViewportSize(LAPTOP);
  });

  test('the browser had nothing to complain about', () => {
    expect(desk.troubles).toEqual([]);
  });
});
