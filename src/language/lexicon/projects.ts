/** Words of projects: the two nodes, the links and the papers, whose they are. */
import { each, list, of } from './compose.ts';
import type { FreeWord, WordGroup } from './query-word.ts';

const LINKS = of('几个环节 哪些环节 哪个环节 几多环节 多少环节 哪一环 哪几个环节 哪一个环节');

export const PROJECT_WORDS: readonly WordGroup[] = [
  [
    { tag: 'node', node: 'start' },
    '开工 动工 开建 开工建设 破土 开得了工 开的了工 开得成工 能开工 开得工 动得了工 能动工',
  ],
  [
    { tag: 'node', node: 'start', reached: true },
    '已开工 已经开工 开了工 开工了 已动工 已经动工 动了工 动工了 开了工了 都开了工 都开工了 开工过',
  ],
  [
    { tag: 'node', node: 'start', reached: false },
    '没开工 还没开工 未开工 尚未开工 没动工 还没动工 未动工 没有开工 还没有开工 冇开工 没开得了工 待开工',
  ],
  [{ tag: 'node', node: 'production' }, '投产 投运 量产 投得了产 投入生产 投产达效 能投产'],
  [{ tag: 'node', node: 'production', reached: true }, '已投产 已经投产 投了产 投产了 都投产了'],
  [
    { tag: 'node', node: 'production', reached: false },
    '没投产 还没投产 未投产 尚未投产 没有投产 还没有投产 冇投产 待投产',
  ],
  // 唐志强分管的
  [
    { tag: 'of-projects' },
    '分管 分管的项目 分管项目 包保 包保的项目 挂点 挂点的项目 联系的 联系的项目 挂帅的 牵头的项目 包的 包的项目 管的 管的项目 负责的项目 跟的 跟的项目 盯的 盯的项目 在跟的 在管的 当秘书的 当秘书的项目 任秘书的 手上的项目 手里的项目 手上项目 名下的项目 服务的项目 服务的',
  ],
  [{ tag: 'projects' }, '项目 项目里 项目里面 项目里头 项目里边 项目当中 项目中间 项目中'],
  [
    { tag: 'links' },
    list(
      each(of('前期 报建 建设 哪些 什么 啥 么子'), of('手续 手续上 证照 审批 流程')),
      of('导航图 关键线路 关键线路上 关键路径 关键环节 关键路线 关键链'),
      LINKS,
    ),
  ],
  [
    { tag: 'kind', kind: 'link' },
    list(of('环节 环节类 环节类问题 环节类的问题 环节上的问题 环节的问题 环节事项'), LINKS),
  ],
  [{ tag: 'kind', kind: 'deferral' }, '容缺 容缺材料 容缺承诺'],
  [{ tag: 'kind', kind: 'task' }, '批次任务'],
];

/** Papers a project waits for; which of its links it is, the project's own template tells. */
export const LINK_NAME =
  '(?:(?:建筑工程|建设工程)?施工许可证?|(?:建设工程|建设用地|用地)?规划许可证?|不动产权?证|土地证|产权证|环评批复|能评批复|能评|节能审查|消防验收|消防设计审查|消防审查|竣工验收|水保方案|水土保持方案|洪评|图审|施工图审查|项目备案|备案证|立项批复|可研批复|初设批复|安评批复|安全设施设计审查|土地摘牌|招拍挂|供地手续|排污许可证?|取水许可证?|人防手续)';

const HEAD =
  '(?:一把手|当家(?:的|人)?|头头|头儿|老大|管事(?:的|人)?|主事(?:的|人)?|主要负责人|主要领导|负责人|局长|大队长|经理|牵头人|联络员|联络人|对接人|经办人|联系人)';
const CALLED =
  '(?:的名字)?(?:是)?(?:谁|哪个|哪位|哪一个|么人|啥人|什么人|叫什么名字|叫什么|叫啥名字|叫啥|叫么子|姓甚名谁|姓什么叫什么|姓什么|姓啥|姓甚|贵姓)';

export const PROJECT_FREE: readonly FreeWord[] = [
  // 应急局一把手姓甚名谁
  [
    new RegExp(
      `(?:的|那边的?|那儿的?|他们的?)?${HEAD}${CALLED}(?:来着)?|(?:是)?(?:谁|哪个|哪位)(?:在)?(?:当家|管事|主事|当头|当一把手|任一把手|当局长)`,
      'y',
    ),
    { tag: 'whose' },
  ],
  // 资金的有几个，哪几家提的
  [
    /(?:都?是)?哪几?家(?:企业)?(?:提|反映|报)(?:出来|上来)?的(?=[\s\p{P}]*$)/uy,
    { tag: 'by', by: 'project', asks: true },
  ],
  [
    new RegExp(
      `${LINK_NAME}(?!类|(?:方面|这块|这一块|那块|相关|有关)的?(?:卡点|堵点|问题|事项|诉求|困难|事)|的?(?:卡点|堵点|问题|事项|诉求|事(?!项)))`,
      'y',
    ),
    { tag: 'link-name' },
  ],
];
