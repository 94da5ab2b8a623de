/** The two commands a text that is none comes closest to. */

import type { CommandInGroup } from './definition.ts';
import { fold, type Phrase } from './phrase.ts';

/** Wishes that have no command yet or never will; what serves them best today. */
const WISHES: readonly [RegExp, string, string][] = [
  [/报表|导出|台账/, '导出', '清单'],
  [/日报|周报|月报|统计|红黑榜|排名|办结率|满意率/, '清单', '项目'],
  [/导航图|倒排|挂图|倒计时|环节|进度|工期|甘特/, '项目', '清单'],
  [/批示|交办|让.{1,12}(?:拿|办|解决|处理|落实)/, '报', '转办'],
  [/会议|纪要|议定|走访/, '报', '上会'],
  [/导入|批量/, '报', '清单'],
  [/静默|免打扰|别提醒|不再提醒/, '我的', '帮助'],
  [/多久|什么时候|哪天|截止/, '怎么算的', '查'],
  [/已经?(?:完成|办结|办好|解决|搞定)|弄好了|弄完|做完|办完了/, '办结', '进展'],
  [/谁负责|谁在办|到哪/, '查', '历史'],
];

/**
 * Two canonical words, always two and never the same.
 * @param first words the text began with but could not be read as; they come first
 * @param aboutIssue the text carries a number or replies to a card
 */
export function nearestCommands(
  phrase: Phrase,
  commands: readonly CommandInGroup[],
  options: { first?: readonly CommandInGroup[]; aboutIssue?: boolean } = {},
): string[] {
  const text = phrase.folded.slice(0, 60);
  const picked = (options.first ?? []).map((spec) => spec.words[0]);
  for (const [pattern, ...words] of WISHES) if (pattern.test(text)) picked.push(...words);
  const scored = commands
    .map((spec, order) => ({
      word: spec.words[0],
      order,
      score: Math.max(...spec.words.map((word) => likeness(text, fold(word)))),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order);
  picked.push(...scored.map(({ word }) => word));
  picked.push(...(options.aboutIssue ? ['进展', '办结'] : ['报', '帮助', '清单']));
  return [...new Set(picked)].slice(0, 2);
}

/** Words of the table one slip away from how the text begins: 鉴收 for 签收. At most one. */
export function slippedCommand(phrase: Phrase, commands: readonly CommandInGroup[]): string[] {
  const head = phrase.folded.trim().slice(0, 4);
  for (const spec of commands) {
    for (const word of spec.words.map(fold)) {
      const said = head.slice(0, word.length);
      const apart = /^(?:$|[\s#:,.\d])/.test(phrase.folded.trim().slice(word.length));
      if (
        word.length >= 2 &&
        word.length <= 4 &&
        apart &&
        said.length === word.length &&
        missing(word, said) <= 1 &&
        distance(said, word) === 1
      )
        return [spec.words[0]];
    }
  }
  return [];
}

/** 0–1: the word inside the text, or its beginning one slip away from the word. */
function likeness(text: string, word: string): number {
  const bare = text.replace(/^[\s\p{P}]+/u, '');
  if (word.length > 1 && text.includes(word)) return 0.6 + Math.min(word.length, 6) / 20;
  if (word.length === 1) return bare.startsWith(word) ? 0.5 : 0;
  let best = 0;
  for (const length of [word.length - 1, word.length, word.length + 1]) {
    const head = bare.slice(0, length);
    if (head.length === 0 || missing(word, head) > word.length / 2) continue;
    const slips = distance(head, word);
    const alike = 1 - slips / word.length;
    // 鉴收 may be 签收; 报 alone is no 误报.
    if (alike > 0.5 || (alike === 0.5 && length === word.length)) best = Math.max(best, alike);
  }
  return best * 0.85;
}

/** How many signs of the word the head lacks: each is at least one slip. */
function missing(word: string, head: string): number {
  let count = 0;
  for (const sign of word) if (!head.includes(sign)) count += sign.length;
  return count;
}

/** Edit distance of two short words, neighbouring letters swapped counted as one. */
export function distance(a: string, b: string): number {
  // A cell outside the table costs more than any path.
  const cell = (row: readonly number[], j: number) => row[j] ?? Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, cell(beforeLast, j - 2) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return cell(last, b.length);
}
