import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictureOf } from '../../src/files/gantt-png.ts';
import { readImageSize } from '../../src/sim/api/image-size.ts';

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1680 1188"><text x="10" y="100" font-size="60">${text}</text></svg>`;

describe('a sheet as a picture', () => {
  test('is a PNG in the proportions of A3, within what the platform takes', async () => {
    const { png, missing } = await pictureOf(svg('开工还有 34 天'));
    expect(readImageSize(png)).toEqual({ format: 'png', width: 3360, height: 2376 });
    expect(png.length).toBeLessThan(10 * 1024 * 1024);
    expect(missing).toBe(0);
  });

  test('draws names without any font of the machine: another text is another picture', async () => {
    const [one, other, blank] = await Promise.all(['喆堃', '犇垚', ''].map((text) => pictureOf(svg(text))));
    expect(one?.png).not.toEqual(other?.png);
    expect(one?.png).not.toEqual(blank?.png);
  });

  test('what the font has not is drawn as a box and counted', async () => {
    const strange = await pictureOf(svg('𠮷野家🌧'));
    const boxes = await pictureOf(svg('□野家□'));
    expect(strange.missing).toBe(2);
    expect(strange.png).toEqual(boxes.png);
  });

  test('the font holds every character of GB 2312 and of today’s names', () => {
    const known = new Set(
      readFileSync(new URL('../../src/files/font/characters.txt', import.meta.url), 'utf8'),
    );
    const decoder = new TextDecoder('gbk');
    const absent: string[] = [];
    for (let high = 0xb0; high <= 0xf7; high++)
      for (let low = 0xa1; low <= 0xfe; low++) {
        const char = decoder.decode(new Uint8Array([high, low]));
        if (/^\p{Script=Han}$/u.test(char) && !known.has(char)) absent.push(char);
      }
    expect(absent).toEqual([]);
    for (const char of '喆堃犇垚珺璟玥昇𬭚，：；？！（）《》“”…—％') expect(known).toContain(char);
  });
});
