/** Templates of links in words. */
import type {
  DependencyKind,
  LinkDefinition,
  LinkDuration,
  SourceGrade,
  StatutoryDuration,
} from '../../domain/plan/model.ts';
import type { Fact } from './rules-diff.ts';

export const FACT_NAMES: Record<Fact, string> = {
  no: '编号',
  stage: '阶段',
  name: '名称',
  synonyms: '别名',
  trigger: '是否涉及的判断',
  concerned: '默认',
  authorities: '单位关键词',
  unit: '单位',
  contact: '联络人',
  task: '办什么',
  statutory: '法定',
  promised: '承诺',
  dependencies: '紧前',
  materials: '材料',
  fee: '费用',
  output: '办成什么',
  place: '地点',
  source: '来源',
  grade: '等级',
  confirmed: '确认',
};

export const DEPENDENCY_KINDS: Record<DependencyKind, string> = {
  'legal-sequence': '法定先后',
  'document-reuse': '材料复用',
  'startup-gate': '开工门槛',
  'recommended-flow': '建议先后',
};

export const GRADES: Record<SourceGrade, string> = {
  A: 'A 法规原文',
  B: 'B 公开清单',
  C: 'C 通常做法',
};

export const NONE = '无';
export const DEFERRABLE = '可容缺';
export const YES = '是';
export const NO = '否';

export function durationText({ n, unit }: LinkDuration): string {
  if (unit === 'same-day') return '即办';
  return unit === 'days' ? `${n}日` : `${n}个工作日`;
}

export function statutoryText(statutory: StatutoryDuration | null): string {
  if (statutory === null) return NONE;
  const text = statutory.minimum ? `不少于${durationText(statutory)}` : durationText(statutory);
  return statutory.law === '' ? text : `${text}（${statutory.law}）`;
}

/** 第11环节 建设工程规划许可证 */
export function titleOf({ no, name }: Pick<LinkDefinition, 'no' | 'name'>): string {
  return `第${no}环节 ${name}`;
}

export const TEMPLATE = {
  title: '环节模板',
  chosen: '选用中',
  cut: '…（其余请发“环节模板 导出”看 Excel）',
  usage:
    '请写：环节模板 新建 <名称>、选用 <名称>、导出、导入（回复 Excel 文件）、确认全部、已复核；改一个环节请发：环节 11 承诺 5个工作日',
  nameNeeded: '请写模板名称，例如：环节模板 新建 物流项目',
  nameTooLong: '模板名称请不超过 30 个字。',
  nameTaken: (name: string) => `已经有模板“${name}”，请换一个名称。`,
  tooMany: (most: number) => `模板最多 ${most} 个。`,
  made: (name: string, from: string) =>
    `已新建模板“${name}”，内容同“${from}”，还没有选用。要改它，请先发：环节模板 选用 ${name}`,
  unknown: (name: string, names: string) => `没有模板“${name}”。现有：${names}。`,
  whichToChoose: (names: string) => `请写选用哪个模板。现有：${names}。`,
  chosenAlready: (name: string) => `“${name}”本来就在选用中。`,
  nothingOpen: '没有待确认的环节。',
  reviewedAlready: (day: string) => `今天（${day}）已经记为复核过。`,
  privateOnly: '环节模板请私聊我办理，限管理员。',
} as const;

export const LIST = {
  counts: (links: number, open: readonly number[]) =>
    open.length === 0
      ? `${links} 个环节，都已确认`
      : `${links} 个环节，待确认 ${open.length} 个：第 ${open.join('、')} 环节`,
  reviewed: (day: string, due: boolean) =>
    due ? `上次复核 ${day}，已满三个月，请对照法规核对` : `上次复核 ${day}`,
  shipped: '内容为程序自带，没有改过',
  changed: (when: string) => `最近改动 ${when}`,
  unmatched: (count: number) => `有 ${count} 个环节在单位名单里找不到责任单位：`,
  unmatchedLink: (title: string, authorities: readonly string[]) => `${title}（${authorities.join('、')}）`,
  more: (count: number) => `另有 ${count} 个`,
  howToMatch: '请发“环节 12 单位 供电公司”指定，或给单位加简称：单位 供电公司 简称 供电局',
  taken: (count: number) => `已有 ${count} 个项目采用了环节，各有自己的一份，改模板不影响它们。`,
  how: '改一个环节：环节 11 承诺 5个工作日。整张表改：环节模板 导出，改好后回复文件说“环节模板 导入”。核对过法规：环节模板 已复核',
  export: '导出 Excel',
  exportCommand: '环节模板 导出',
  confirmAll: '确认全部',
  confirmAllCommand: '环节模板 确认全部',
  choose: (name: string) => `选用 ${name}`,
  chooseCommand: (name: string) => `环节模板 选用 ${name}`,
} as const;

export const LINK = {
  unknown: (heard: string, template: string) =>
    `模板“${template}”里没有环节“${heard}”。请写编号或名称，例如：环节 11 承诺 5个工作日`,
  several: (heard: string, titles: string) => `“${heard}”可能是：${titles}。请写编号。`,
  asBefore: (title: string) => `${title}本来就是这样，没有改动。`,
  duration: (heard: string) => `没看懂时限“${heard}”，请写明工作日还是日，例如：5个工作日、20日、即办。`,
  zero: '时限不能是 0。当天办结的请写“即办”。',
  lawNeeded: '请写明法定时限的依据，例如：环节 11 法定 20个工作日 《行政许可法》第四十二条',
  unit: (heard: string) =>
    `没有叫“${heard}”的单位。发“单位”看全部单位；改回按关键词匹配的写：环节 11 单位 自动`,
  units: (heard: string) => `叫“${heard}”的单位不止一个，请写全称。`,
  onePerson: '联络人请写一个人。',
  homeOnly: '联络人要是本单位飞书里的人员。',
  person: (heard: string, found: number) =>
    found === 0
      ? `没有叫“${heard}”的人。请本人先给机器人发一句话，或用 @ 指明。`
      : `叫“${heard}”的有 ${found} 人，请用 @ 指明。`,
  named: (most: number) => `名称请写 2 到 ${most} 个字。`,
  nameTaken: (title: string) => `这个名称已经是${title}的，请换一个。`,
  materialNeeded: '请写材料名称，例如：环节 11 材料 增加 日照分析报告（可容缺的在后面写“可容缺”）',
  materialThere: (name: string) => `已经有材料“${name}”。`,
  materialUnknown: (heard: string, names: string) => `没有材料“${heard}”。现有：${names || '没有'}。`,
  predecessor: (heard: string) =>
    `没看懂紧前“${heard}”，请写编号，例如：环节 11 紧前 5、10；只是建议先办的写“10建议”；没有的写“无”。`,
  cycle: (nos: string) => `这样几个环节会互相等：${nos}。请改紧前。`,
  tooLong: (most: number) => `内容请不超过 ${most} 个字。`,
  question: '本项目是否涉及？',
  confirmedAlready: (title: string) => `${title}没有待确认的内容。`,
  usage:
    '请写环节和要改的内容，例如：环节 11 承诺 5个工作日、环节 11 单位 自然资源局、环节 11 材料 增加 日照分析报告',
} as const;

export const PREVIEW = {
  title: (what: string) => `请确认：${what}`,
  acts: {
    choose: (name: string) => `选用环节模板“${name}”`,
    'confirm-all': (name: string) => `“${name}”的待确认环节`,
    reviewed: (name: string) => `“${name}”已复核`,
  },
  openLink: (title: string, promised: string, statutory: string) =>
    `${title}：承诺 ${promised}；法定 ${statutory}`,
  one: (title: string, fact: string, before: string, after: string) =>
    `${title}\n${fact}\n原：${before}\n改为：${after}`,
  choose: (before: string, after: string) => `选用的模板\n原：${before}\n改为：${after}`,
  confirmAll: (count: number) => `把 ${count} 个待确认的环节记为已确认，内容不变：`,
  reviewed: (before: string, after: string) => `最近一次复核\n原：${before}\n改为：${after}`,
  /** What it reaches. */
  scope: (template: string, taken: number) =>
    taken === 0
      ? `改的是模板“${template}”，以后采用它的项目按新内容。`
      : `改的是模板“${template}”，以后采用它的项目按新内容；已经采用环节的 ${taken} 个项目保留各自原来的，不变。`,
  chooseScope: (taken: number) =>
    taken === 0
      ? '以后新采用环节的项目用它。'
      : `以后新采用环节的项目用它；已经采用环节的 ${taken} 个项目不变。`,
  gone: '模板或环节在这之后变了，没有改动。请重新发一次。',
  changed: '已改。',
  chosenNow: (name: string) => `已选用模板“${name}”。`,
  back: (name: string) => `要换回请发：环节模板 选用 ${name}`,
  confirmedAll: (count: number) => `已确认 ${count} 个环节。`,
  reviewedNow: (day: string) => `已记下：${day} 复核过。满三个月体检会再提醒。`,
} as const;

export const EXPORT = {
  name: '环节模板文件',
  refused: '这里发不出文件：应用没有上传文件的权限（im:resource）。请开通并发布后再发“环节模板 导出”。',
  gone: '这个模板已经没有了。',
  fileName: (template: string, day: string) => `环节模板 ${template} ${day}.xlsx`,
} as const;

export const IMPORT = {
  job: '读取环节模板文件',
  replyToFile: '请把改好的 Excel 发给我，再回复那条文件消息说：环节模板 导入',
  noTemplate: (name: string) => `没有模板“${name}”。发“环节模板”看有哪些。`,
  noFile: '回复的消息里没有文件。请回复改好的 Excel 文件，再说：环节模板 导入',
  unreadable: '没能读到这个文件：可能已撤回，或飞书暂时取不到。请把文件再发一次。',
  noScope: '读不了文件：应用没有读取消息的权限（im:message 或 im:message:readonly）。请开通并发布后再试。',
  problems: {
    'too-large': '文件太大（不超过 10 MB，展开后不超过 60 MB）。',
    'too-many-rows': '表格的行太多，没有导入。',
    'too-many-columns': '表格的列太多，没有导入。',
    encrypted: '文件有密码，请去掉密码再发。',
    et: '这是 WPS 表格（.et）文件，请在 WPS 里另存为 xlsx 再发。',
    'not-a-spreadsheet': '这不是能读的 Excel 文件，请用“环节模板 导出”得到的文件修改。',
  },
  noSheet: '文件里没有“环节”工作表。请用“环节模板 导出”得到的文件修改。',
  noColumn: (title: string) => `“环节”工作表缺“${title}”这一列。`,
  empty: '“环节”工作表里没有环节。',
  refused: (count: number) => `有 ${count} 处要改，没有导入。改好后再发一次：`,
  more: (count: number) => `另有 ${count} 处`,
  same: (name: string) => `和模板“${name}”完全一样，没有要改的。`,
  title: (name: string) => `请确认：导入环节模板“${name}”`,
  counts: (changed: number, added: number, removed: number) =>
    `修改 ${changed} 个环节，新增 ${added} 个，删除 ${removed} 个。`,
  otherFile: (file: string, target: string) => `注意：文件是从“${file}”导出的，将写入“${target}”。`,
  added: '新增',
  removed: '删除',
  done: (name: string) => `已写入模板“${name}”。`,
  stale: (name: string) => `模板“${name}”在预览之后又改过，没有写入。请重新导出、修改、导入。`,
  cut: '…（其余没有列出，确认后可用“环节模板 导出”核对）',
} as const;
