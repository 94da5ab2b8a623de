/** Words that mean nothing of their own right before or behind a name. */
import type { FreeWord, WordGroup } from './query-word.ts';

export const BESIDE_NAME_WORDS: readonly WordGroup[] = [
  [
    { tag: 'after-name' },
    '那几家 这几家 那几家企业 这几家企业 那个局 这个局 那局 他那个局 那个单位 那个公司 他们那个局 他们那个单位 他们局那边 局里那边 局里头 这一级 那一级 这级 那级 那里去 那儿去 那边去 那儿去了 那里去了 那边去了 那儿了 那里了 跟前 面前 案头 桌上 本人 同志 他 他们 她 它 他那里 他那儿 他那边 他这里 他们那 他们那里 他们那边 他们局 他们局里 他们单位 他们家 他们公司 人家 这个人 那个人 这个同志 那个同志 局里 局里面 单位里 公司里 一家 那家 这家 他一个人 自己 他家 他家里 她家 他们家里',
  ],
  [{ tag: 'after-unit' }, '单位 部门 管的 主管的 承办的'],
  // 兴发那个厂
  [
    { tag: 'after-project' },
    '企业 这个项目 单位 项目 专班 公司 那个项目 这项目 那项目 这个企业 那个企业 厂 厂子 厂里 工厂 那个厂 那个厂子 那个工厂 这个厂 那家厂 那家企业 这家企业 那家公司 这家公司 那个公司 这个公司 那个基地 这个基地 厂那边 厂那个项目 那个专班 项目里 项目里面 项目里头 项目上 项目上面 项目当中 项目中 项目那边 项目这边 项目那里 项目这块 项目那块 项目方面 项目部 项目组 企业里 企业那边 企业这边 公司里面 公司那边 公司这边 公司上 厂区 厂区里 基地里 基地那边 工程 工程上 专班里 专班里面 专班上 专班那边',
  ],
  // 归资规局管的
  [{ tag: 'before-unit' }, '属于 归 归口 该归'],
  // 住建局和环保局两家
  [
    { tag: 'as-many', count: 2 },
    '两个局 两个单位 两家单位 两个项目 两家企业 两类 两样 两块 两项 两方面 这两类 这两样 这两块 这两方面 两类问题 两个 两家 两边 两头 俩 这两家 这两个 这两个单位 这两个局 这两家单位 这两个项目 这两家企业 这两个园区 这两边',
  ],
  [
    { tag: 'as-many', count: 3 },
    '三个局 三个单位 三家单位 三个项目 三家企业 三类 三样 三块 三项 三方面 这三类 这三样 这三块 这三方面 三类问题 三个 三家 这三家 这三个 这三个单位 这三个局 这三家单位 这三个项目 这三家企业',
  ],
  [{ tag: 'as-many', count: 4 }, '四类 四样 四家 四个 这四家 这四个 这四个单位 这四个局 这四个项目'],
];

/** How a unit, a project or a kind of matter is called by the way: 供电那块, 环保口, 消防上, 住建他们局里. */
const AFTER_NAME =
  /[这那]一?类(?:的)?(?:问题|事情?)?(?![型别])|的责任(?!人|单位|心|书|制)|[那这]?一?(?:块儿?|摊子?|头(?!上)|方面|边儿?)(?!地|手|疼|痛)|口子?(?:上|里面|里头|里)?(?![岸径头罩粮])|条?线上|(?:这|那)条线|系统(?:里|上)?(?![故升])|上头?(?![报会周月个一半季旬次午任级网线门海访])|局里头?|队里|他们(?:局里?|家|那边?|那里|单位|公司|项目|那儿)?|[这那]一?家(?!企业|公司|单位)|家(?![企具电属庭])/y;

/** Length of such words at `at`; they mean nothing where no name stands right before. */
export function afterNameAt(folded: string, at: number): number {
  AFTER_NAME.lastIndex = at;
  return AFTER_NAME.exec(folded)?.[0].length ?? 0;
}

/** 周正这块: behind somebody, too. */
export const BESIDE_FREE: readonly FreeWord[] = [
  [/(?:这|那)一?(?:块|摊|头)(?![地手疼痛])/y, { tag: 'after-name' }],
  // At the end: the number of all of them.
  [/(?:合计|共计|总计|小计)(?=[\s,，。?？]*$)/y, { tag: 'count' }],
];
