/** Words that once were read as something else than they say. */
export const MEANT: readonly (readonly [said: string, means: string])[] = [
  ['待转办还搁着几件', 'count | 待转办'],
  ['待签收还压着几件', 'count | 待签收'],
  ['我们局的退单有没有', 'count | 由住建局退回过'],
  ['住建局退回去的单子有几张', 'count | 由住建局退回过'],
  ['有没有哪个单位把单子退了又退的', 'steps by unit count | 有退回记录'],
  ['有没有被打回来重办的', 'count | 核验不属实过'],
  ['给我瞅瞅安琪的，全部的，没完的完了的都要', 'list | 安琪 · 全部'],
  ['今天要上会的，最拖的五件', 'slowest TOP 5 | 逾期最久'],
  ['我的项目拖得最久的一件', 'slowest | 我负责 · 逾期最久'],
  ['王建国的项目哪个拖得最久', 'slowest by project longest PERSON 王建国 | 逾期'],
  ['整个专班谁家活最多，是不是住建局', 'count by unit count PLACE OF 2 | 未销号'],
  ['线路那个先不说，征地的几件', 'count | 用地类 · 未销号'],
];
