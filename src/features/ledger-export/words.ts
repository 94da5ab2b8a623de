/** What is said of 导出, and what stands in the file beside what people wrote. */
export const EXPORT = {
  name: '导出的台账',
  sheet: '台账',
  standard: '标准',
  footer: '第 &P 页，共 &N 页',
  refused: '这里发不出文件：应用没有上传文件的权限（im:resource）。请开通并发布后再发“导出”。',
  empty: (title: string) => `没有可导出的：${title}，共 0 件。`,
  tooMany: (total: number, limit: number) =>
    `共 ${total} 件，一个文件最多 ${limit} 件。请加上条件分几次导出，如“导出 今年登记 全部”“导出 住建局”。`,
  /** The line under the title: what was counted, and when. */
  counted: (title: string, total: number, at: string) => `导出：${title}，共 ${total} 件；${at} 的数据`,
  noLayout: (name: string, known: readonly string[]) =>
    `没有叫“${name}”的版式。${known.length > 0 ? `有：${known.join('、')}。` : '还没有存过版式。'}`,
  noImported: '还没有导入过台账，没有可存的版式；导入一次就有了。',
  saved: (name: string) => `版式已存为“${name}”。用它导出：导出 为 ${name}`,
  deleted: (name: string) => `版式“${name}”已删除。`,
  taken: '“标准”是系统自带的版式，请换一个名称。',
  badName: '版式名称请写 1 到 20 个字，不含空格。',
  layouts: (names: readonly string[], imported: boolean) =>
    [
      `可用的版式：标准${names.length > 0 ? `、${names.join('、')}` : ''}。`,
      imported ? '不写版式时，用最近一次导入的台账的版式。' : '还没有导入过台账，导出用标准版式。',
      '用法：导出 为 <版式>；导出 版式 存为 <名称>；导出 版式 删除 <名称>',
    ].join('\n'),
  privateOrOffice: '版式请综合办或项目秘书来存。',
  ledgerOf: (who: string, what: string) => `${who}${what}台账`,
  fileName: (who: string, what: string, day: string) => `${who}_${what}台账_${day}.xlsx`,
  problems: '问题',
  tasks: '任务',
  items: '事项',
  all: '全部单位',
} as const;

/** Headers of the standard layout; each is one the import knows (domain/ledger/dictionary.ts). */
export const STANDARD = {
  serial: '序号',
  project: '项目名称',
  item: '存在问题',
  category: '问题类别',
  unit: '责任单位',
  coUnit: '配合单位',
  person: '责任人',
  raisedOn: '提出时间',
  deadline: '完成时限',
  measure: '整改措施',
  progress: '进展情况',
  state: '是否销号',
  closedOn: '销号时间',
  verifier: '核验人',
  source: '问题来源',
  light: '亮灯情况',
  number: '系统编号',
  note: '备注',
} as const;

/** What a cell says. */
export const CELLS = {
  tick: '√',
  yes: '是',
  no: '否',
  closed: '已销号',
  open: '办理中',
  longTerm: '长期坚持',
  joined: '、',
} as const;

/** Names before the parts of an imported item's text and note, as domain/import-item.ts and the import write them. */
/** Lines of a project’s note that are named by their field, as 导入 writes them. */
export const PROJECT_PARTS = {
  note: '备注',
  scale: '建设规模',
  area: '区域',
  level: '级别',
  land: '用地方式',
  bucket: '六个一批',
  coUnit: '配合单位',
  person: '责任人',
} as const;

export const PARTS = {
  measure: '措施',
  source: '来源',
  verifier: '核验人',
  note: '备注',
  module: '所属',
  leader: '责任领导',
  person: '责任人',
  unit: '责任单位',
  project: '项目',
} as const;
