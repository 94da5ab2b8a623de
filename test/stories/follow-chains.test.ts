/** Third and fourth turns: each keeps every slot of before that it does not replace; told of nothing wider than a model of slots. */
import { describe, expect, test } from 'vitest';
import { fiveLater } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fiveLater);

interface Slots {
  unit?: string;
  kind?: string;
  state: string;
}
type Turn = readonly [said: string, slots: (was: Slots) => Slots];

const keeps = (was: Slots): Slots => was;
const FIRST: readonly (readonly [string, Slots])[] = [
  ['用水类逾期的有几件', { kind: '用水类', state: '逾期' }],
  ['用水类待签收的有哪些', { kind: '用水类', state: '待签收' }],
  ['住建局红的还有几件', { unit: '住建局', state: '红色' }],
];
const TURNS: readonly Turn[] = [
  ['给我看看清单', keeps],
  ['具体说说是哪几件', keeps],
  ['现在还剩几件', keeps],
  ['供电公司的为什么没办下来', (was) => ({ ...was, unit: '供电公司' })],
  ['水利局的卡在哪', (was) => ({ ...was, unit: '水利局' })],
  ['再看看住建局的', (was) => ({ ...was, unit: '住建局' })],
  ['全区一共有几件', ({ state }) => ({ state })],
  ['哪个单位最多', ({ unit: _, ...was }) => was],
];

describe('every slot that is not replaced stays', () => {
  test.each(
    FIRST.flatMap(([first, slots], i) =>
      TURNS.map((turn, j) => {
        const turns = [turn, TURNS[(j + 3 + i) % TURNS.length] ?? turn];
        const last = turns.reduce((was, [, next]) => next(was), slots);
        return [[first, ...turns.map(([said]) => said)], last] as const;
      }),
    ),
  )('%j', async (said, { unit, kind, state }) => {
    const [title = ''] = (await talk(...said)).split('\n');
    for (const one of [unit, kind, state]) expect(title).toContain(one ?? '');
  });
});
