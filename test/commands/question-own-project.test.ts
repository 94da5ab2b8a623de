/** In the group of one project it need not be named, and is meant by 这个项目; the oracle is the sentence with its name. */
import { describe, expect, test } from 'vitest';
import type { ReadContext } from '../../src/language/definition.ts';
import { withOwnProject } from '../../src/language/own-project.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { demoDirectory, toLeader } from './demo-place.ts';
import { readingLine } from './reading-line.ts';

const own = demoDirectory.liveProjects.find(({ shortNames }) => shortNames.includes('楚能'))!;
const inGroup: ReadContext = {
  ...toLeader,
  chat: { kind: 'group', projectIds: [own.id], defaultProjectId: own.id },
};
const firm = { ...toLeader.actor, grants: [], contactOf: [own.id] };

const MEANT = ['这个项目', '我们项目', '我们这个项目', '咱们项目', '咱们这个项目', '本项目', '我们专班'];
const OF_THE_PROJECT = [
  '什么时候能投产',
  '开工还差几天',
  '来得及按计划开工吗',
  '计划哪天投产',
  '的环评批复拿到了吗',
  '施工许可证什么时候能拿到',
  '现在卡在哪个环节',
  '还有几个环节没办',
  '的秘书是谁',
  '企业那边联系人是谁',
  '现在是晴还是多云',
];
const OF_ITS_PROBLEMS = [
  '有几个红灯',
  '上有哪些逾期的问题',
  '现在怎么样了',
  '的材料发我一份',
  '本月新增几件',
];
const bare = (said: string) => said.replace(/^[的上]/, '');

describe('in the group of one project', () => {
  test.each([...OF_THE_PROJECT, ...OF_ITS_PROBLEMS])(
    '%s: whatever the project is called, it is the same question',
    (asked) => {
      const named = readingLine(`楚能${bare(asked)}`, inGroup);
      expect(named).not.toBe('back');
      for (const meant of MEANT) expect(readingLine(meant + asked, inGroup), meant).toBe(named);
    },
  );

  test.each(OF_THE_PROJECT)('%s: with no project named it is asked of that one', (asked) => {
    expect(readingLine(bare(asked), inGroup)).toBe(readingLine(`楚能${bare(asked)}`, inGroup));
  });

  test.each([
    '哪些项目能按时投产',
    '各项目什么时候开工',
    '还没过施工图审查的项目有哪些',
    '能评办完的项目有几个',
  ])('%s: is of projects, none of which is put in', (asked) => {
    expect(readingLine(asked, inGroup)).toMatch(/^projects /);
  });

  test.each(['谁签的', '哪几件', '几号到期', '它手里一共几件没办的', '为什么'])(
    '%s: leans on what was shown, and is no question about the project',
    (asked) => {
      expect(readingLine(asked, inGroup)).toBe('back');
    },
  );

  test('我们厂 of another firm is not the project of the group', () => {
    const other = { ...inGroup, actor: { ...toLeader.actor, grants: [], contactOf: [own.id + 1] } };
    expect(readingLine('我们厂什么时候能投产', other)).not.toContain('楚能');
  });

  test.each(['这个厂房的问题有几个', '这件事应该项目方办还是住建局办', '这项目前谁在办'])(
    '%s: no word is cut in two',
    (asked) => {
      expect(withOwnProject(readPhrase(asked), inGroup).folded).toBe(asked);
    },
  );

  test('我们公司 of a unit is the unit, 我的项目 are those one keeps', () => {
    const ofUnit = {
      ...inGroup,
      actor: { ...toLeader.actor, person: { ...toLeader.actor.person, unitId: 4 } },
    };
    expect(readingLine('我们公司有几件红的', ofUnit)).toContain('供电公司');
    expect(readingLine('我的项目现在黄灯的有几件', inGroup)).toContain('我负责');
  });
});

describe.each([
  ['its group', inGroup],
  ['private', toLeader],
] as const)('the people of the firm, in %s', (_, place) => {
  const ofFirm: ReadContext = { ...place, actor: firm };
  test.each([
    ['我们报的那几件办得怎么样了', '企业登记'],
    ['我们企业反映的问题都办完了吗', '企业登记'],
    ['我们今年一共报了多少', '企业登记 · 今年登记'],
    ['我报的那几件办到哪了', '我登记'],
  ])('%s: %s', (asked, told) => {
    expect(readingLine(asked, ofFirm)).toContain(told);
  });

  test.each(['我们有几件是王建国报的', '我们有几个问题报给领导了', '我们有几件水利局提了延期'])(
    '%s: what others did is no logging of the firm',
    (asked) => {
      expect(readingLine(asked, ofFirm)).not.toContain('企业登记');
    },
  );

  test.each(['我们厂什么时候能投产', '我们公司卡在哪个环节', '我们项目的秘书是谁'])(
    '%s: of their project',
    (asked) => {
      expect(readingLine(asked, ofFirm)).toBe(
        readingLine(asked.replace(/我们(?:厂|公司|项目)/, '楚能'), ofFirm),
      );
    },
  );
});
