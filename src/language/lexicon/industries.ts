/** Branches of industry as people name them: those projects have, and those nobody has entered. */
import type { Directory } from '../../domain/directory.ts';
import { fold } from '../phrase.ts';

const BEHIND =
  '(?:产业(?!园)链?|行业|领域|板块|赛道|这个(?:行业|产业|领域|板块|赛道)|这一?行(?!动|政|业)|类(?![别型似])|(?:这一?块|那一?块|这类|方面)的?(?=项目|企业|公司))';
/** 锂电池产业, 新能源这块项目: a branch of industry, whatever project has the word in its name. */
export const INDUSTRY = new RegExp(`^${BEHIND}`);
/** What is a branch of industry even where only 这块 stands behind it: 新能源这块有几个红的. */
const BRANCHES =
  '(?:新能源|锂电池?|光伏|储能|氢能|风电|磷化工|精细化工|化工|石化|煤化工|有机硅|新材料|材料|装备制造|机械制造|机械|智能制造|电子信息|电子|半导体|芯片|集成电路|生物医药|医药|中药|医疗器械|生物|食品饮料|食品|酿造|白酒|酵母|农产品加工|农业|纺织|服装|建材|水泥|陶瓷|冶金|钢铁|有色|汽车零部件|汽车|造船|航空|数字经济|软件|物流|文旅|旅游|造纸|循环经济|绿色矿业)';
/** 光伏这块 may be a project that is called so. */
/** 搞锂电的, 从事化工行业的项目: those who are in it. */
const IN_BRANCH = `(?:搞|做|从事|干)(?:的是)?(?<doing>${BRANCHES})(?:${BEHIND})?(?=的?(?:项目|企业|公司|厂|[这那]|都|还|现|目前|有|逾|超|红))`;
const BRANCH = new RegExp(
  `${IN_BRANCH}|(${BRANCHES})(?:${BEHIND}|(?<!光伏|有机硅|酵母)(?:这|那)一?块(?!地))`,
  'y',
);

/** A branch that is named as one at `at`, whether or not a project has it. */
export function branchAt(folded: string, at: number): { length: number; word: string } | undefined {
  BRANCH.lastIndex = at;
  const match = BRANCH.exec(folded);
  return match ? { length: match[0].length, word: match.groups?.doing ?? match[2] ?? '' } : undefined;
}

/** 锂电池 and 锂电 are one. */
export function isSameBranch(one: string, other: string): boolean {
  return one === other || one.replace(/电池$/, '电') === other.replace(/电池$/, '电');
}

/** The branches projects have, those that share most with what was heard first. */
export function branchesNear(heard: string, { data }: Directory): string[] {
  const all = [...new Set(data.projects.flatMap(({ industries }) => industries))];
  const shares = (one: string) => [...fold(one)].filter((character) => heard.includes(character)).length;
  return all.toSorted((a, b) => shares(b) - shares(a)).map((one) => `${one}产业`);
}
