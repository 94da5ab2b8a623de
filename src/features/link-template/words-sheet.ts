/** The Excel file of a template in words: sheets, columns, and what is wrong in a cell. */

export const SHEETS = { links: '环节', materials: '材料', help: '填写说明' } as const;

/** Titles of columns; what they hold is read by them, in whatever order they stand. */
export const COLUMNS = {
  no: '编号',
  stage: '阶段',
  name: '环节名称',
  synonyms: '别名',
  question: '涉及判断',
  concerned: '默认涉及',
  authorities: '单位关键词',
  unit: '指定单位',
  contact: '联络人',
  task: '办什么',
  promised: '承诺时限',
  statutory: '法定时限',
  law: '法定依据',
  minimum: '法定为最短',
  dependencies: '紧前',
  fee: '费用',
  output: '办成什么',
  place: '到哪办',
  source: '来源',
  grade: '等级',
  confirmed: '已确认',
  code: '代码（勿改）',
} as const;
export type ColumnKey = keyof typeof COLUMNS;

export const MATERIAL_COLUMNS = {
  no: '环节编号',
  link: '环节（不用改）',
  name: '材料',
  deferrable: '可容缺',
  producedBy: '由第几环节产生',
} as const;

/** Above the titles; by it the file is known again. */
export function noteOf(template: string, day: string): string {
  return `环节模板“${template}” ${day} 导出。改好后发给机器人，回复那条文件消息说：环节模板 导入`;
}

/** The template a file was exported from, by its note. */
export function templateOfNote(note: string): string | undefined {
  return /^环节模板“(.+)” \d{4}-\d{2}-\d{2} 导出/.exec(note)?.[1];
}

export const HELP_COLUMNS = { column: '列', meaning: '怎么填' } as const;

export const HELP: readonly (readonly [string, string])[] = [
  [COLUMNS.no, '人们叫它的号，不能重复。新增环节另起一行，代码留空；删除环节就删掉整行。'],
  [COLUMNS.stage, '立项、规划、施工、竣工之一。'],
  [COLUMNS.synonyms, '旧名、简称，用顿号隔开；按这些都能找到这个环节。'],
  [COLUMNS.question, '什么情况下涉及；每个项目都涉及的留空。'],
  [COLUMNS.concerned, '没有人说明时算涉及（是）还是不涉及（否）。'],
  [COLUMNS.authorities, '用来在单位名单里找责任单位的词，最合适的写前面，用顿号隔开。'],
  [COLUMNS.unit, '写了就用这个单位，不再按关键词找；要和单位名单里的名称一致。'],
  [COLUMNS.contact, '找谁办；留空就是单位的联络员。'],
  [COLUMNS.promised, '写明单位：5个工作日、20日、即办。倒排工期用它。'],
  [COLUMNS.statutory, '写法同承诺；没有的留空。依据写在下一列。'],
  [COLUMNS.minimum, '法定时限是不能再短的（例如公告期）写“是”，压缩工期不会低于它；是最长的写“否”。'],
  [COLUMNS.dependencies, '先要办完的环节编号，用顿号隔开；只是建议先办的在号后写“建议”，例如：5、10建议。'],
  [COLUMNS.grade, 'A 法规原文，B 公开清单，C 通常做法（没有确认前显示“待确认”）。'],
  [COLUMNS.confirmed, '是、否。'],
  ['材料表', '一行一项材料；“可容缺”填是或否；由别的环节产生的写那个环节的编号，办完自动算齐。'],
];

export const CELL = {
  number: '编号要写 1 到 999 的整数',
  duplicateNumber: (no: number) => `编号 ${no} 重复`,
  stage: (heard: string, stages: string) => `没有阶段“${heard}”，请写：${stages}`,
  name: (most: number) => `名称请写 2 到 ${most} 个字`,
  yesNo: '请写“是”或“否”',
  unit: (heard: string) => `单位名单里没有“${heard}”`,
  person: (heard: string) => `没有叫“${heard}”的人，或有同名的`,
  duration: (heard: string) => `没看懂“${heard}”，请写明工作日还是日，例如 5个工作日、20日、即办`,
  zero: '时限不能是 0，当天办结的写“即办”',
  promisedNeeded: '承诺时限没有写',
  predecessor: (heard: string) => `没有这个紧前环节：“${heard}”`,
  cycle: (nos: string) => `这几个环节会互相等：${nos}`,
  grade: '等级请写 A、B 或 C',
  tooLong: (most: number) => `不超过 ${most} 个字`,
  code: (heard: string) => `代码“${heard}”不是导出时的，请改回；新增的环节请把代码留空`,
  duplicateCode: '这一行的代码和上面的相同；新增的环节请把代码留空',
  needed: (title: string) => `少了${title}：它是开工、投产的节点或与施工相接，不能删除`,
  tooManyLinks: (most: number) => `环节不超过 ${most} 个`,
  materialLink: (heard: string) => `没有编号为“${heard}”的环节`,
  materialName: '没有写材料名称',
  materialTwice: (name: string) => `同一环节的材料“${name}”写了两次`,
  producer: (heard: string) => `没有编号为“${heard}”的环节，或就是它自己`,
} as const;

export const OWN_SOURCE = '管理员填写';
