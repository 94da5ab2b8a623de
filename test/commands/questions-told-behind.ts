/** Orders behind the words that say which problems are meant, and those words; undefined: no such order. */
export const TOLD_BEHIND: readonly (readonly [said: string, of: string | undefined])[] = [
  ['供电公司逾期的让钱进今天下班前报个结果', '供电公司逾期的'],
  ['水务局那里逾期的让他今天下班前报结果', '水务局那里逾期的'],
  ['住建局红的有的话叫赵磊赶紧办', '住建局红的'],
  ['红灯的叫他们明天给个说法', '红灯的'],
  ['没签收的让他们先回个话', '没签收的'],
  ['住建局没办完的有几件，让他们抓紧', '住建局没办完的有几件'],
  ['让他明天之前给我个说法', undefined],
  ['红的让我看看', undefined],
];

/** What the answer before may have found none of. */
export const IF_ANY_SAID: readonly (readonly [said: string, is: boolean])[] = [
  ['有的话转给唐志强盯到', true],
  ['要是有的话就催一下', true],
  ['有就让他们抓紧', true],
  ['有的让人头疼', false],
  ['有没有红的', false],
];
