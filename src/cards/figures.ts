/** Counts in one line, before any list: 红 3 · 黄 5 · 蓝 2 · 共 10. */
import type { LightColor } from '../domain/lights.ts';
import { colored } from './kit.ts';

/** Numbers by light; `total` is of everything counted, also what has no colour. */
export interface Counts extends Partial<Record<LightColor, number>> {
  total: number;
  /** Instead of `done`, where it is told apart. */
  closed?: number;
  void?: number;
}

const SHOWN = [
  ['red', '红', 'red'],
  ['yellow', '黄', 'orange'],
  ['blue', '蓝', 'blue'],
  ['green', '正常', 'green'],
  ['none', '长期', 'grey'],
  ['paused', '挂账', 'grey'],
  ['done', '已结', 'grey'],
  ['closed', '已销号', 'grey'],
  ['void', '已作废', 'grey'],
] as const;

function figures(counts: Counts): string[] {
  return SHOWN.flatMap(([light, name, color]) => {
    const count = counts[light] ?? 0;
    return count > 0 ? [colored(color, `${name} **${count}**`)] : [];
  });
}

/** Markdown; lights nobody has are left out, and the total where it only says the one figure again. */
export function figuresLine(counts: Counts): string {
  const parts = figures(counts);
  const one = SHOWN.some(([light]) => counts[light] === counts.total);
  return counts.total > 0 && one ? parts.join(' · ') : [...parts, `共 **${counts.total}**`].join(' · ');
}

/** Markdown, below a title that holds the total; '' when all are of one light and the title names it (`named`). */
export function partsLine(counts: Counts, named: boolean): string {
  const parts = figures(counts);
  return named && parts.length === 1 ? '' : parts.join(' · ');
}

/** The most pressing light anything has: the colour of a list's head. */
export function worstLight(counts: Counts): 'red' | 'yellow' | 'blue' | 'green' {
  if ((counts.red ?? 0) > 0) return 'red';
  if ((counts.yellow ?? 0) > 0) return 'yellow';
  return (counts.blue ?? 0) > 0 ? 'blue' : 'green';
}
