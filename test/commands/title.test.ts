import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../src/domain/directory.ts';
import { TITLE_LIMIT } from '../../src/domain/issue.ts';
import { titleOf } from '../../src/domain/title.ts';
import { wordsOf } from '../../src/language/edges.ts';
import { actor, callOf, DATA, inGroup, PROJECTS, say, UNITS } from './place.ts';

const line = (text: string, more = {}) => callOf('log', say(text, more)).lines[0]!;

describe('the title is what was typed, without the facts and their particles', () => {
  test.each<[string, string]>([
    ['报 测绘成果移交 自然资源局 12月18日', '测绘成果移交'],
    ['报 施工图审查转交 住建局 明天', '施工图审查转交'],
    ['报 联系不上施工单位 住建局 3个工作日', '联系不上施工单位'],
    ['报 环评材料未提交 生态环境局 明天', '环评材料未提交'],
    ['报 用地尚未申请 自然资源局 明天', '用地尚未申请'],
    ['报 资料一直没有给 自然资源局 明天', '资料一直没有给'],
    ['报 资料一直没有给自然资源局 明天', '资料一直没有给自然资源局'],
    ['报 联系不上住建局 3天内', '联系不上住建局'],
    ['报 图纸已移交住建局 3天内', '图纸已移交住建局'],
    ['报 一直没有请住建局验收 3天内', '一直没有请住建局验收'],
    ['报 安全隐患仍然存在 3天内 住建局', '安全隐患仍然存在'],
    ['报 用电受限 3天内 供电公司', '用电受限'],
    ['报 停机原因由于 3天内 供电公司', '停机原因由于'],
    ['报厂区围墙裂缝住建局3个工作日', '厂区围墙裂缝'],
    ['报厂区围墙裂缝由住建局负责3个工作日', '厂区围墙裂缝'],
    ['报围墙倒了请住建局3天内处理', '围墙倒了'],
    ['报 影响生产须3天内解决 供电公司', '影响生产'],
    ['报 道路未通 请 住建局', '道路未通'],
    ['报 道路未通 住建局 3个工作日 谢谢！', '道路未通'],
    ['报 道路未通 谢谢', '道路未通 谢谢'],
    ['报-道路未通 住建局', '道路未通'],
    ['报厂区围墙裂缝住建局3天', '厂区围墙裂缝'],
    ['报 路灯不亮，归口住建局 3天', '路灯不亮'],
    ['报 供电公司3天没来电 住建局', '供电公司3天没来电'],
    ['报 道路未通/住建局/3天内', '道路未通'],
    ['报 道路未通 - 住建局 - 3天内', '道路未通'],
    ['报 (3)号楼漏水 住建局 3个工作日', '(3)号楼漏水'],
    ['报 （3）号楼漏水 住建局 3个工作日', '（3）号楼漏水'],
    ['报 -5℃冷库停机 供电公司 3个工作日', '-5℃冷库停机'],
    ['报 供电公司 -5℃冷库停机', '-5℃冷库停机'],
    ['报 +0.00标高有误 住建局', '+0.00标高有误'],
    ['报 =号漏印 住建局 3天内', '=号漏印'],
    ['报 __init__脚本报错 供电公司', '__init__脚本报错'],
    ['报 系统是C++ 供电公司', '系统是C++'],
    ['报 .NET服务停了 供电公司', '.NET服务停了'],
    ['报 1、2号楼漏水 住建局', '1、2号楼漏水'],
    ['报 标语“安全第一” 住建局', '标语“安全第一”'],
    ['报 “道路未通” 住建局', '道路未通'],
    ['报个问题：3号楼漏水 住建局', '3号楼漏水'],
    ['上报一个情况，3号楼漏水 住建局', '3号楼漏水'],
    ['报 道路未通 牵头:住建局 配合:供电公司 12月20日', '道路未通'],
    ['报 道路未通，住建局牵头，供电公司配合，12月20日前完成', '道路未通'],
    ['报 由住建局牵头、供电公司和水务局配合，12月20日前打通道路', '打通道路'],
    ['报 供电公司配合不力，线路没有迁 住建局', '供电公司配合不力，线路没有迁'],
    ['报 住建局负责的路没修好 供电公司', '住建局负责的路没修好'],
    [
      '报 环评公示 https://sthj.example.gov.cn/art/t20261130_123.html?id=5 环保局',
      '环评公示 https://sthj.example.gov.cn/art/t20261130_123.html?id=5',
    ],
    ['报 公示见 https://a.example.cn/a;b!c 环保局', '公示见 https://a.example.cn/a;b!c'],
  ])('%j: %j', (text, title) => {
    expect(line(text).title).toBe(title);
  });

  test('a link holds no facts', () => {
    const read = line('报 公示有误 https://a.example.cn/x?x=3天内 环保局');
    expect(line('报 公示有误 https://a.example.cn/12-20/3d 环保局').deadline).toEqual({
      ok: false,
      missing: true,
    });
    expect(read.unitId).toBe(UNITS.environment);
  });

  test('a long title is cut between words, a link not at all', () => {
    const words = '施工'.repeat(60);
    expect(titleOf(words)).toBe(`${'施工'.repeat(39)}…`);
    const link = `见附件${'长'.repeat(50)} https://a.example.cn/${'x'.repeat(80)}`;
    expect(titleOf(link)).not.toContain('http');
    expect([...titleOf(link)].length).toBeLessThanOrEqual(TITLE_LIMIT);
  });
});

const WORD = fc.constantFrom(
  ...'道路 未通 新兴发展大道 围墙 裂缝 移交 转交 尚未 申请 提交 没有 给 联系不上 施工单位 人民政府 光伏板 -5℃ (3)号楼 积水 停电 必须 存在 家属院 的 在 请'.split(
    ' ',
  ),
);
const FACT = fc.constantFrom(
  ...'住建局 供电公司 自然资源局 生态环境局 兴发集团 美利信 3个工作日 明天 12月20日前 @张三'.split(' '),
);
const sentence = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: WORD }, FACT), fc.constantFrom('', '', ' ', '，')), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) => parts.map(([word, gap]) => word + (word.startsWith('@') ? ' ' : gap)).join(''));

describe('whatever is written', () => {
  test('no word of it is cut: every word of the title stands in it as typed, in order', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const match = say(`报 ${text}`);
        if (match.kind !== 'call' || match.call.name !== 'log') return;
        for (const { title, text: typed } of match.call.lines) {
          const words = wordsOf(typed);
          let at = 0;
          for (const word of wordsOf(title.replace(/…$/, ''))) {
            at = words.indexOf(word, at) + 1;
            expect(at, `${word} of “${title}” in “${typed}”`).toBeGreaterThan(0);
          }
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  test("in a group the problem is one of the group's projects", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const match = say(`报 ${text}`, { context: inGroup });
        if (match.kind !== 'call' || match.call.name !== 'log') return;
        for (const read of match.call.lines) {
          expect(inGroup.chat.projectIds).toContain(read.projectId);
          for (const id of read.projectCandidates) expect(inGroup.chat.projectIds).toContain(id);
        }
      }),
      { seed: 12, numRuns: 400 },
    );
  });
});

const PIECE = fc.constantFrom(
  ...'兴 发 新 光 伏 民 政 大 道 水 电 厂 城 建 宜 化 石 港 二期 集团 公司 项目 供电'.split(' '),
);
const NAME = fc.array(PIECE, { minLength: 2, maxLength: 4 }).map((pieces) => pieces.join(''));

describe('whatever projects and enterprises are called', () => {
  test("official or contact, the problem stays with the group's projects, and none is offered in doubt but those", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(NAME, NAME), { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), WORD, fc.constantFrom('', ' ', '，', '新', '大道', '家属院')), {
          maxLength: 6,
        }),
        fc.boolean(),
        (called, parts, home) => {
          const projects = called.map(([name, enterprise], i) => ({
            ...DATA.projects[0]!,
            id: 100 + i,
            name,
            shortNames: [name.slice(0, 2)],
            enterprise,
          }));
          const context = {
            ...inGroup,
            directory: createDirectory({ ...DATA, projects }),
            chat: { kind: 'group' as const, projectIds: [100], defaultProjectId: 100 },
            actor: { ...actor, person: { ...actor.person, home }, contactOf: home ? [] : [100] },
          };
          const text = parts.map(
            ([i, word, glue]) => `${word}${called[i % called.length]!.join(glue)}${glue}`,
          );
          const match = say(`报 ${text.join('')}停电`, { context });
          if (match.kind !== 'call' || match.call.name !== 'log') return;
          for (const read of match.call.lines) {
            expect(read.projectId).toBe(100);
            expect(read.projectCandidates).toEqual([]);
            expect(read.projectsElsewhere ?? []).not.toContain(100);
          }
        },
      ),
      { seed: 13, numRuns: 400 },
    );
  });
});

describe('a name in the text moves nothing out of its group', () => {
  const here = (text: string) => line(text, { context: inGroup });
  test.each([
    '报 新兴发展大道路灯不亮 住建局 3个工作日',
    '报 隔壁美利信排水影响我厂 住建局 3个工作日',
    '报 美利信 道路未通 住建局',
  ])('%s', (text) => {
    expect(here(text).projectId).toBe(PROJECTS.xingfa);
  });

  test('another project that is named is kept to be said, and stays in the title', () => {
    const read = here('报 美利信 道路未通 住建局');
    expect([read.projectsElsewhere, read.title]).toEqual([[PROJECTS.meilixin], '美利信 道路未通']);
    expect(here('报 道路未通 住建局').projectsElsewhere).toBeUndefined();
  });
});
