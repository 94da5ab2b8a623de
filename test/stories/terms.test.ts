/** A word whose meaning is asked in the middle of a conversation, which goes on behind it. */
import { expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(() => sixProblems(20));

test('the meaning is told with the rules in force, and what was asked before is gone on from', async () => {
  expect(await talk('红色的有几个', '红灯是什么意思')).toMatch(/^红灯：逾期超过 3 个工作日/);
  expect(await talk('红色的有几个', '红灯是什么意思', '按单位分开')).toMatch(/^红色 · \d+ 个单位/);
});
