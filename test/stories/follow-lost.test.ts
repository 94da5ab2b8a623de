/**
 * Whatever is said next: each slot of the answer before is in the title of the new one, is replaced by one of its kind,
 * or is named as left out. Nothing of how the words are read is known here.
 */
import { describe, expect, test } from 'vitest';
import { fiveLater } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fiveLater);

type Kind = 'unit' | 'kind' | 'time' | 'state';
type Slots = Partial<Record<Kind, RegExp>>;
const UNIT = /住建局|各单位|哪个单位/;
const KIND = /用水|水利|类/;
const MONTH = /本月|这个月|11月/;
const FIRST: readonly (readonly [string, Slots])[] = [
  ['住建局本月新增的有几件', { unit: UNIT, time: MONTH }],
  ['用水类逾期的有几件', { kind: KIND, state: /逾期/ }],
  ['本月办结率多少', { time: MONTH, state: /办结率/ }],
  ['住建局红的还有几件', { unit: UNIT, state: /红/ }],
];
/** What is said, and which kinds it replaces or frees. */
const NEXT: readonly (readonly [string, readonly Kind[]])[] = [
  ['列一下', ['state']],
  ['按单位看一下', ['unit']],
  ['哪个最急', ['state', 'time']],
  ['满意率多少', ['state']],
  ['供电公司的呢', ['unit']],
  ['今天新增了几件', ['time', 'state']],
  ['平均几天办完的', ['state', 'time']],
  ['催了几次', ['state']],
  ['催得最多的是哪个单位', ['state', 'unit']],
];

/** Asked back, for something in it is not understood. */
const UNHEARD: readonly (readonly [string, Slots])[] = [
  ['住建局本月新增的呱呱叫的有几件', { unit: UNIT, time: MONTH }],
  ['用水类逾期的叽里咕噜有几件', { kind: KIND, state: /逾期/ }],
  ['住建局红的多不多呱呱叫', { unit: UNIT, state: /红/ }],
];

/** Slots of before that its title has not, nor another of their kind, nor the words that say what is left out. */
function lostIn(told: string, slots: Slots, free: readonly Kind[]): string[] {
  // What is asked back or refused counts nothing; the one there was is told by its number.
  if (/没看懂|没有听懂|这样问|写明|哪一|不知道接着/.test(told) || told.startsWith('#')) return [];
  const head = told.split('\n').slice(0, 3).join('\n');
  const lost = Object.entries(slots).filter(
    ([kind, shown]) => !free.includes(kind as Kind) && !shown.test(head),
  );
  return lost.map(([kind]) => `${kind}: ${head}`);
}

describe('nothing that was spoken of is lost unsaid', () => {
  test.each(
    FIRST.flatMap(([first, slots]) => NEXT.map(([next, free]) => [first, next, slots, free] as const)),
  )('%s / %s', async (first, next, slots, free) => {
    expect(lostIn(await talk(first, next), slots, free)).toEqual([]);
  });

  test.each(
    UNHEARD.flatMap(([first, slots]) => NEXT.map(([next, free]) => [first, next, slots, free] as const)),
  )('nor of what was not answered: %s / %s', async (first, next, slots, free) => {
    expect(await talk(first)).toMatch(/没看懂|没有听懂/);
    expect(lostIn(await talk(first, next), slots, free)).toEqual([]);
  });

  test.each([
    ['住建局红的多不多呱呱叫', '跟供电公司比一比呱呱呢', '把用水类的列出来', /红/],
    ['住建局本月新增的有几件', '呱呱怎么样', '今天到期的有哪些', /住建局/],
    ['用水类一共报了几件，办结了几件', '没办完的都在哪些单位', '', /用水/],
  ])('nor after %s / %s / %s', async (first, next, third, shown) => {
    const told = await talk(...[first, next, third].filter((one) => one !== ''));
    expect(told.split('\n').slice(0, 3).join('\n')).toMatch(shown);
  });
});
