/** Words for what is recorded of a project, several of which may be asked for at once: 牵头单位是哪个 包保领导又是谁, 各项目的牵头单位. */
import type { ProjectTold } from '../../domain/projects-asked.ts';

/** What a word says; `mine`: of the asker's own projects. */
type FactWord = ProjectTold | 'mine' | 'fill' | 'which' | 'each';

const WORDS: Record<FactWord, string> = {
  'lead-unit':
    '牵头单位 牵头局 牵头部门 哪个局牵头 哪个单位牵头 哪家单位牵头 哪家牵头 谁牵头 哪个部门牵头 哪家局牵头 牵头的 牵头 主管单位 主管部门 牵头责任单位',
  leader:
    '包保领导 包联领导 分管领导 挂点领导 联系领导 挂联领导 包挂领导 哪个领导包 哪位领导包 哪个领导在包 哪个领导包保 哪个领导分管 哪个领导管 哪位领导管 哪位领导分管 领导是谁包 领导谁包 是谁包 谁包 谁包保 谁包联 谁分管 谁挂点 谁在包 领导 组长 带队领导 哪个领导 哪位领导',
  secretary: '项目秘书 专班秘书 秘书 谁当秘书 哪个秘书',
  contact: '企业联系人 企业对接人 企业方联系人 联系人 对接人 企业那边找谁 企业找谁 厂里找谁 企业代表',
  enterprise: '业主单位 业主 建设单位 投资方 投资主体 哪家企业 企业名称 企业名字',
  industry: '什么产业 哪个产业 啥产业 什么行业 哪个行业 所属产业 所属行业 产业 行业',
  park: '哪个园区 什么园区 所在园区 园区',
  start:
    '开工日期 开工时间 开工日子 开工的日子 开工的日期 开工的时间 计划开工 几时开工 啥时候开工 什么时候开工 哪天开工 开工',
  production:
    '投产日期 投产时间 投产日子 投产的日子 投产的日期 投产的时间 计划投产 几时投产 啥时候投产 什么时候投产 哪天投产 投产',
  mine: '我包的 我包着的 我管的 我管着的 我分管的 我负责的 我联系的 我包保的 我包联的 我挂点的 我挂联的 我服务的 我带的 我跟的 我牵头的 我的项目 我名下 我名下的 我手上 我手上的 我手里 我手里的 归我管的 归我包的 我当秘书的 我分管 我包 我管',
  each: '各项目 各个项目 每个项目 所有项目 全部项目 项目对应起来 跟项目对应 和项目对应 与项目对应 项目对应 按项目 一个项目一个项目 挨个项目 逐个项目 这些项目 几个项目 哪个项目 哪些项目 哪几个项目',
  fill: '的 是 都 和 跟 与 及 、 又 又是 还有 以及 各 分别 各自 起来 说一遍 过一遍 报一遍 念一遍 讲一遍 捋一遍 列个单子 列个表 列张表 列一下 列出来 拉个单子 拉个表 做个表 弄个表 排一下 摆一下 报一下 说一下 说说 看看 看一下 查一下 给我 帮我 我看看 我要 要 一下 清单 名单 表 来着 吗 呢 啊 呀 吧 了 有 在 由 归 叫 叫什么 名字 计划 原定 定的 的日子 日子 日期 时间 对应 一个个 一个一个 项目 企业 哪天 几号 么时候 啥时候 什么时候 现在 目前 到底 究竟 一共 总共 情况 这 那 哪个是 另外 单位',
  which:
    '哪些 哪几个 哪个 哪几家 哪家 谁 哪位 什么 啥 几个 多少个 多少 有哪些 是哪几个 是哪些 有几个 哪个局 哪个单位',
};

const ALL = (Object.entries(WORDS) as [FactWord, string][])
  .flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const))
  .toSorted(([a], [b]) => b.length - a.length);

/** The longest word that begins there. */
export function factWordAt(folded: string, at: number): { word: string; tag: FactWord } | undefined {
  const found = ALL.find(([word]) => folded.startsWith(word, at));
  return found && { word: found[0], tag: found[1] };
}
