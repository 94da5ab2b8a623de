/** What is compared, and how it went: sides by one measure, no months before anything was logged, what is late beside what falls due. */
import { expect, test } from 'vitest';
import { fiveLater } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fiveLater);

test.each([
  [
    'people by the same measure, in no order',
    '王建国管的跟刘敏管的比哪边超期多',
    /王建国任秘书的项目：3 件[\s\S]*刘敏任秘书的项目：0 件/,
  ],
  ['days of both, of which none can be told', '资规局和供电公司比谁办得快', /没有已销号的问题，算不出用时/],
  [
    'several measures, each of both',
    '兴发和楚能比一下，谁问题多，谁办得快，谁超得多',
    /现在未销号：3 件[\s\S]*现在逾期：2 件/,
  ],
  ['no week before the first that was logged', '问题是越来越多还是越来越少', /11月12日[\s\S]*登记 5 件/],
  [
    'what is late beside what falls due until a day',
    '到月底为止要到期的有几件',
    /另有时限已过、还没办完的 3 件，没有算在内/,
  ],
  ['what is late among what is owed by a day', '月底前要办完的有几件', /时限已过、还没办完的也算在内/],
  [
    'a pace with what falls due, and no forecast',
    '月底前清得完不',
    /不作预测[\s\S]*时限在11月30日及以前的 3 件（含已逾期的）/,
  ],
  ['a place of which nothing is kept', '资规局排名掉了没', /过去的名次没有留底/],
])('%s: %s', async (_, said, told) => {
  expect(await talk(said)).toMatch(told);
});

test('what is said next is of both that were compared', async () => {
  expect(await talk('资规局和供电公司比谁手上积的多', '超期的呢')).toMatch(/^资规局、供电公司 · 逾期/);
});
