/** The same question in many frames: words in any order, apart or glued, with what people say by the way. Seeded. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { readingLine } from './reading-line.ts';

const NAMES = [
  '住建局',
  '资规局',
  '兴发',
  '楚能',
  '用地类',
  '高新区',
  '化工产业',
  '兴发用地类',
  '住建局施工类',
];
const STANDING = [
  '红灯',
  '逾期',
  '超期',
  '待签收',
  '没签收',
  '待核验',
  '没办完',
  '未销号',
  '快到期',
  '待转办',
];
// 退回 is by a unit or of its problems, as the words stand: question-steps.test.ts.
const DATED = ['新增', '解决', '反弹', '催办过'];
const TIMES = ['本月', '上周', '今年', '10月份', '上个月'];

interface Said {
  name: string;
  time: string;
  state: string;
}

/** All of them ask for the number of the same problems. */
const FRAMES: readonly ((said: Said) => string)[] = [
  ({ name, time, state }) => `${name} ${time} ${state}`,
  ({ name, time, state }) => `${time} ${name} ${state}`,
  ({ name, time, state }) => `${name} ${state} ${time}`,
  ({ name, time, state }) => `${state}的 ${name} ${time}`,
  ({ name, time, state }) => `${name} ${time} ${state} 件数`,
  ({ name, time, state }) => `${name} ${time} ${state} 合计`,
  ({ name, time, state }) => `${name}${time}${state}几个`,
  ({ name, time, state }) => `${name}${time}一共${state}多少`,
  ({ name, time, state }) => `${time}${state}的${name}有几个`,
  ({ name, time, state }) => `${name}有没有${time}${state}的`,
  ({ name, time, state }) => `${name}${time}有多少${state}的问题`,
  ({ name, time, state }) => `统计一下${name}${time}${state}`,
  ({ name, time, state }) => `麻烦说说${name}${time}${state}的有几个`,
  ({ name, time, state }) => `${name}那边${time}${state}的有几个呐`,
  ({ name, time, state }) => `${name}这块${time}${state}的有几个`,
  ({ name, time, state }) => `我写材料用，${name}${time}${state}的有几个`,
  ({ name, time, state }) => `帮我看看${name}${time}到底${state}几个`,
  ({ name, time, state }) => `${name}的话${time}${state}的有几个`,
  ({ name, time, state }) => `${name}手上目前${time}${state}的还有几个`,
  ({ name, time, state }) => `请问${name}${time}${state}的共计多少件`,
];

const said = fc.oneof(
  fc.record({ name: fc.constantFrom(...NAMES), state: fc.constantFrom(...STANDING), time: fc.constant('') }),
  fc.record({
    name: fc.constantFrom(...NAMES),
    state: fc.constantFrom(...DATED),
    time: fc.constantFrom(...TIMES),
  }),
);

test('a name, a state and a time mean the same in every frame', () => {
  const plain = ({ name, time, state }: Said) => readingLine(`${name}${time}${state}的有几个`, toLeader);
  fc.assert(
    fc.property(said, fc.constantFrom(...FRAMES), (one, frame) => {
      const want = plain(one);
      expect(want).toMatch(/^count \| /);
      expect(readingLine(frame(one).replace(/ +/g, ' ').trim(), toLeader)).toBe(want);
    }),
    { numRuns: 600, seed: 20261118 },
  );
});
