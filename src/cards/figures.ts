/** Counts in one line, before any list: 红 3 · 黄 5 · 蓝 2 · 共 18. */
import type { LightColor } from '../domain/lights.ts';
import { colored } from './kit.ts';

/** Numbers by light; `total` is of everything counted, also what has no colour. */
export interface Counts extends Partial<Record<LightColor, number>> {
  total: number;
}

const SHOWN = [
  ['red', '红', 'red'],
  ['yellow', '黄', 'orange'],
  ['blue', '蓝', 'blue'],
  ['green', '正常', 'green'],
  ['paused', '挂账', 'grey'],
  ['done', '已结', 'grey'],
] as const;

/** Markdown; lights nobody has are left out, the total never is. */
export function figuresLine(counts: Counts): string {
  const parts = SHOWN.flatMap(([light, name, color]) => {
    const count = counts[light] ?? 0;
    return count > 0 ? [colored(color, `${name} **${count}**`)] : [];
  });
  return [...parts, `共 **${counts.total}**`].join(' · ');
}

/** The most pressing light anything has: the colour of a list's head. */
export function worstLight(counts: Counts): 'red' | 'yellow' | 'blue' | 'green' {
  if ((counts.red ?? 0) > 0) return 'red';
  if ((counts.yellow ?? 0) > 0) return 'yellow';
  return (counts.blue ?? 0) > 0 ? 'blue' : 'green';
}
