/** What stands behind 完成 and 开始: a day, that the papers are there, why the office goes past what is missing. Pure. */
import { readSaidDay } from '../../domain/plan/said-day.ts';
import type { Day } from '../../domain/time.ts';
import { PROGRESS } from './words.ts';

export interface Tail {
  day: Day | null;
  allThere: boolean;
  /** '' when it was said without a reason. */
  force?: string;
  note: string;
}

const THERE = /(?:材料|资料)(?:已|都|全部|已经)*(?:齐全?|齐备|交齐)了?/;
const FORCE = /(?:综合办)?(?:特批|强制|理由)[:：\s]*(.*)$/s;
const DATELIKE = /^[\d一二三四五六七八九十]+\s*[-./年月日号]/;

/** @returns problem: words for the speaker, when a day was said that cannot be read */
export function readTail(text: string, today: Day): Tail | { problem: string } {
  const forced = FORCE.exec(text);
  const plain = (forced ? text.slice(0, forced.index) : text).trim();
  const allThere = THERE.test(plain);
  const rest = plain
    .replace(THERE, ' ')
    .replace(/[\s,，。;；、]+/g, ' ')
    .trim();
  const words = rest === '' ? [] : rest.split(' ');
  const found = { allThere, ...(forced && { force: (forced[1] ?? '').trim() }) };
  for (const count of [3, 2, 1]) {
    const said = words.slice(0, count).join('');
    const day = words.length >= count ? readSaidDay(said, today) : undefined;
    if (day === 'impossible') return { problem: PROGRESS.impossible(said) };
    if (day !== undefined) return { ...found, day, note: words.slice(count).join(' ') };
  }
  const [first = ''] = words;
  if (DATELIKE.test(first)) return { problem: PROGRESS.unreadDay(first) };
  return { ...found, day: null, note: rest };
}
