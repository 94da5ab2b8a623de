/** A report and the 减负账单 on a phone, as an official sees them. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk, PHONE, SKIPPED } from './desk.ts';

/** A Thursday at 15:00 and running, whenever the test runs. */
const START = Date.parse('2026-11-26T15:00:00+08:00');
const began = Date.now();

describe.skipIf(SKIPPED !== '')(`reports in a browser${SKIPPED}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(() => START + Date.now() - began);
    await desk.page.setViewportSize(PHONE);
    await desk.visit();
    await desk.become('宋丽');
    await desk.open('专班秘书');
  }, 400_000);
  afterAll(() => desk?.close());

  test.for([
    ['周报', '项目周报', '新增问题清单'],
    ['专报 兴发 本月', '专报', '推进落实问题清单'],
    ['减负账单', '减负账单', '按角色'],
  ] as const)('%s: the card fits a phone and says how it counts', async ([words, title, part]) => {
    await desk.say(words);
    const card = desk.card(title);
    await card.waitFor({ timeout: 120_000 });
    const text = await card.innerText();
    expect(text).toContain('口径：');
    expect(text).toContain(part);
    const box = await card.boundingBox();
    expect(box?.width ?? 0).toBeLessThanOrEqual(PHONE.width);
    if (process.env.SHOTS) await card.screenshot({ path: `${process.env.SHOTS}/${title}.png` });
    expect(desk.troubles).toEqual([]);
  });

  test('the Word file of a report comes after its card', async () => {
    await desk.page.locator('text=项目周报').first().waitFor();
    const { files } = desk.demo.sim.snapshot() as { files: Record<string, { name: string; data: string }> };
    const word = Object.values(files).filter(
      ({ name }) => name.startsWith('周报') || name.startsWith('专报'),
    );
    expect(word.map(({ name }) => name.split(' ')[0]).sort()).toEqual(['专报', '周报']);
    if (process.env.SHOTS)
      for (const { name, data } of word)
        writeFileSync(`${process.env.SHOTS}/${name.split(' ')[0]}.docx`, Buffer.from(data, 'base64'));
  });
});
