import type { Page } from 'playwright-core';

/** Text on the screen that stands out less than `least` : 1 from its ground, each with what was measured. */
export const paleText = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((limit) => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('no canvas');
    const read = (color: string): number[] => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data];
    };
    const over = (top: number[], share: number, below: number[]) =>
      below.map((value, at) => (top[at] ?? 0) * share + value * (1 - share));
    const light = (color: number[]) => {
      const [r = 0, g = 0, b = 0] = color.map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const field = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const box = element.getBoundingClientRect();
      if ((!own && !field) || box.width === 0 || !element.checkVisibility({ opacityProperty: true }))
        continue;
      const line: HTMLElement[] = [];
      for (let at: HTMLElement | null = element; at; at = at.parentElement) line.unshift(at);
      let ground = [255, 255, 255];
      let share = 1;
      let painted = false;
      for (const one of line) {
        const style = getComputedStyle(one);
        const color = read(style.backgroundColor);
        share *= Number(style.opacity);
        ground = over(color, ((color[3] ?? 0) / 255) * share, ground);
        painted = style.backgroundImage !== 'none' || (painted && (color[3] ?? 0) === 0);
      }
      // What lies on a gradient cannot be measured.
      if (painted) continue;
      const words = field
        ? getComputedStyle(element, element.value ? null : '::placeholder')
        : getComputedStyle(element);
      const ink = read(words.color);
      if (ink[3] === 0) continue;
      const shown = over(ink, ((ink[3] ?? 0) / 255) * share, ground);
      const [high, low] = [light(shown), light(ground)].sort((a, b) => b - a) as [number, number];
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < limit)
        found.push(
          `${ratio.toFixed(2)} ${element.tagName}.${element.className} ${element.innerText.slice(0, 20)}`,
        );
    }
    return found;
  }, least);
