/** The preview of a ledger in words: what was recognised as what, what waits for an answer. */
import type { NameKind } from '../../domain/ledger/import.ts';
import type { LedgerField, LedgerKind, Skipped, Unread } from '../../domain/ledger/model.ts';
import { type Day, datePartsOf, formatDay } from '../../domain/time.ts';
import { clip, oneLine } from '../../text/escape.ts';

/** As it fits a line of a card. */
export const short = (text: string, most = 30) => clip(oneLine(text), most);

export const KIND_NAMES: Record<LedgerKind, string> = {
  problems: '问题',
  projects: '项目',
  units: '单位',
  people: '人员',
  links: '手续',
  investment: '投资',
  tasks: '任务',
  holidays: '节假日',
};

type PlainField = Exclude<LedgerField, `link:${number}`>;

export const FIELD_NAMES: Record<PlainField, string> = {
  serial: '序号',
  project: '项目名称',
  item: '事项',
  itemMore: '事项（补充）',
  unit: '责任单位',
  coUnit: '配合单位',
  person: '责任人',
  leader: '责任领导',
  deadline: '完成时限',
  secondDeadline: '措施的时限',
  measure: '措施',
  progress: '进展',
  state: '是否销号',
  closedOn: '销号日期',
  closedTick: '打√为已销号',
  openTick: '打√为未销号',
  verifier: '核验人',
  source: '来源',
  category: '类别',
  raisedOn: '提出日期',
  batch: '批次',
  note: '备注',
  module: '所属模块',
  readOnly: '是否阅知',
  rhythm: '督办频次',
  area: '区域',
  level: '级别',
  industry: '产业',
  land: '用地方式',
  scale: '建设规模',
  enterprise: '企业',
  secretary: '项目秘书',
  bucket: '六个一批',
  park: '园区',
  startOn: '开工日期',
  productionOn: '投产日期',
  endOn: '竣工日期',
  buildSpan: '开工和竣工日期',
  investTotal: '总投资',
  investPlan: '计划投资',
  investActual: '完成投资',
  investRate: '投资完成率（不导入）',
  linkName: '手续名称',
  linkState: '手续状态',
  linkDoneOn: '手续办结日期',
  unitName: '单位名称',
  unitShort: '单位简称',
  personName: '姓名',
  duty: '职务',
  head: '单位负责人',
  coordinator: '联络员',
  holidayName: '节日',
  holidayDay: '日期',
  holidayUntil: '到哪天',
  holidayKind: '放假或上班',
  ignored: '不导入',
  unrecognised: '没认出',
};

export function fieldName(field: LedgerField): string {
  const link = /^link:(\d+)$/.exec(field)?.[1];
  if (link !== undefined) return link === '0' ? '手续' : `手续：第${link}环节`;
  return FIELD_NAMES[field as PlainField];
}

/** What somebody may say a column is; links by their number are told apart by the reader alone. */
export const CHOSEN_FIELDS: readonly PlainField[] = [
  'item',
  'itemMore',
  'project',
  'unit',
  'coUnit',
  'person',
  'leader',
  'deadline',
  'secondDeadline',
  'measure',
  'progress',
  'state',
  'closedOn',
  'raisedOn',
  'verifier',
  'source',
  'category',
  'batch',
  'note',
  'module',
  'serial',
  'enterprise',
  'secretary',
  'level',
  'park',
  'industry',
  'startOn',
  'productionOn',
  'investTotal',
  'investPlan',
  'investActual',
  'unitName',
  'unitShort',
  'personName',
  'head',
  'coordinator',
  'ignored',
];

export const SKIPPED_NAMES: Record<Skipped['why'], string> = {
  total: '合计行',
  hidden: '隐藏行',
  blank: '空行',
  signature: '填表人、审核人行',
  note: '注释行',
  title: '标题行',
  'repeated-header': '重复的表头',
  sample: '示例行',
};

export const TAKEN_NAMES: Record<NonNullable<Unread['takenAs']>, string> = {
  day: '按那一天',
  'no-deadline': '按没写时限',
  open: '按未销号',
  closed: '按已销号',
  note: '记入备注',
  'left-out': '没有导入',
  'first-row': '合并了几行：只算第一行的，其余按没写时限',
};

export const NAME_KINDS: Record<NameKind, string> = { project: '项目', unit: '单位', person: '人员' };

const plural = (parts: readonly string[]) => parts.filter((part) => part !== '').join('，');

/** 12月20日, with its year when it is not the present one. */
export const dayWords = (day: Day, today: Day) =>
  formatDay(day, { weekday: false, year: datePartsOf(today).year });

export const PREVIEW = {
  title: (file: string) => `请核对：导入 ${file}`,
  gone: '这次导入的预览已经过期，请把文件再发一次。',
  nothing: {
    empty: '没有要写入的：表里只有表头，没有认出要写的行。',
    same: '没有要写入的：和系统里的一样。',
    refused: '没有要写入的：和系统里的一样，或不能写（原因见下）。',
  },
  counts: (of: Readonly<Record<'new' | 'changed' | 'same' | 'conflict' | 'refused', number>>) =>
    plural([
      `新增 ${of.new} 行`,
      `更新 ${of.changed} 行`,
      `相同 ${of.same} 行`,
      of.conflict > 0 ? `系统更新不改 ${of.conflict} 行` : '',
      of.refused > 0 ? `不能写 ${of.refused} 行` : '',
    ]),
  kind: (name: string, parts: readonly string[]) => `${name}：${parts.join('，')}`,
  verdicts: { new: '新增', changed: '更新', same: '相同', conflict: '系统更新不改', refused: '不能写' },
  table: (sheet: string, no: number, kinds: string) =>
    `工作表“${sheet || '表1'}”${no > 1 ? `第 ${no} 张表` : ''}认作：${kinds}`,
  column: (letter: string, header: string, field: string, sure: boolean) =>
    `${letter} ${header || '（无表头）'} → ${field}${sure ? '' : '（请核对）'}`,
  past: (n: number, ring: boolean) =>
    ring ? `已过期 ${n} 件：导入后照常提醒` : `已过期 ${n} 件：按历史记下，先不提醒`,
  longTerm: (n: number) => `长期 ${n} 件：没有时限、不亮灯，每季度问一次`,
  undated: (n: number, days: number) => `没写时限 ${n} 件：按默认 ${days} 个工作日`,
  closedUndated: (n: number) => `${n} 件没有销号日期，只计入累计`,
  unraised: (n: number) => `没写提出日期 ${n} 件：只计入累计，不算今天、本周新增`,
  links: (n: number, day: string) => `手续打√没写日期 ${n} 处：记为 ${day}已完成（点“更多”可改）`,
  months: (columns: string, how: string) => `只写到月份的列 ${columns}：${how}（点“更多”可改）`,
  monthHow: { 'last-day': '按月末那天', 'first-day': '按 1 日', 'last-working-day': '按最后一个工作日' },
  split: (n: number, on: boolean) => (on ? `一格写了几件的已拆开` : `有 ${n} 格写了几件事，现在各算一件`),
  hidden: (n: number, on: boolean) => (on ? '隐藏的行也读' : `隐藏 ${n} 行没有读`),
  oldFormat: '.xls 里哪些行是隐藏的看不出来，百分数读成小数；要跳过隐藏行，请另存为 .xlsx 再发',
  unitOfSheet: (sheet: string, unit: string) =>
    `工作表“${sheet || '表1'}”没有责任单位列：按表名或小标题记，如“${unit}”`,
  projectOfSheet: (sheet: string, project: string) =>
    `工作表“${sheet || '表1'}”没有项目列：按标题、小标题或表名记，如“${project}”`,
  closedOfSheet: (sheet: string, heading: string) =>
    `工作表“${sheet || '表1'}”没写是否销号的行：“${heading}”里的按已销号`,
  stateless: (n: number) => `没有是否销号列 ${n} 件：按未销号`,
  daysInText: (n: number, at: string, day: string) => `没有时限列：${n} 件按事项里写的日子，如 ${at}“${day}”`,
  coloured: (filled: number, struck: number, at: string) =>
    `${plural([filled > 0 ? `涂了底色的 ${filled} 行` : '', struck > 0 ? `划了删除线的 ${struck} 行` : ''])}（如 ${at}）：颜色和删除线的意思读不出来，都按未销号；已销号的请加一列“是否销号”写“是”再发`,
  sideways: (sheets: string) => `横着排的工作表没有读：${sheets}（字段竖着排、一列一件）。请转成一行一件再发`,
  left: (sheets: string) => `没有读的工作表：${sheets}`,
  projectless: (n: number) => `没写项目 ${n} 行（点“更多”可选一个项目）`,
  making: (names: string, n: number) => `将新建项目 ${n} 个：${names}`,
  making2: (names: string, n: number) => `将新建单位 ${n} 个：${names}`,
  unknown: (n: number) => (n > 0 ? `名称没对上 ${n} 个，请点“对名称”` : '名称都对上了'),
  unknownLine: (kind: string, heard: string, count: number, what: string) =>
    `${kind}“${heard}”（${count} 处）：${what}`,
  unknownNow: {
    project: '没选的，它的行不写',
    unit: '没选的，事项进转办队列',
    person: '没选的，姓名记入备注',
  },
  mayBe: (name: string) => `可能是“${name}”，请点“对名称”确认`,
  strangers: (names: readonly string[], n: number) =>
    `人员 ${n} 个系统里没有：${names.join('、')}${n > names.length ? ' …' : ''}，姓名记入备注`,
  chosen: { new: '新建', none: '不对应', as: (name: string) => `就是 ${name}` },
  unread: (n: number) => `没看懂 ${n} 处`,
  yearTaken: (day: Day) => `没写年份，按${formatDay(day, { weekday: false })}，请核对`,
  dayTaken: (day: Day) => `不止一种意思，按${formatDay(day, { weekday: false })}，请核对`,
  unreadLine: (at: string, text: string, as: string) => `${at}：“${text}”${as}`,
  skipped: (n: number, parts: string) => `跳过 ${n} 行：${parts}`,
  numbers: (n: number) => `手续格里写数字或文号 ${n} 处：不算办结，没有改`,
  unplaced: (sheet: string, column: string, rows: number) =>
    `工作表“${sheet || '表1'}”只认作项目：“${column}”一列没有认出，整列 ${rows} 行没有录成问题，只记进项目的备注；是问题的，请点“改列”改为${FIELD_NAMES.item}`,
  strangeLinks: (names: string, n: number) => `环节模板里没有的手续 ${n} 处不导入：${names}`,
  unkept: (columns: string) => `没有对应字段、不导入的内容：${columns}`,
  phones: (n: number) => `电话号码 ${n} 处没有导入`,
  refused: (n: number) => `不能写 ${n} 行`,
  conflicts: (n: number) => `系统更新不改 ${n} 行`,
  kept: (n: number) => `更新的行里有 ${n} 行部分不改`,
  doneBeside: (n: number, at: string) =>
    `是否销号没填，而进展说已办完的 ${n} 件（如 ${at}）：按未销号；确已销号的请在“是否销号”填“是”再发`,
  first: '前几件',
  more: (n: number) => `另有 ${n} 处`,
  cut: '…（其余没有列出）',
  longTermAt: (text: string) => `“${text}”按长期事项`,
  buttons: {
    columns: '改列',
    names: '对名称',
    more: '更多',
    ring: '过期的也提醒',
    unring: '过期的先不提醒',
    split: '拆成几件',
    unsplit: '不拆',
    hidden: '隐藏的也读',
    unhidden: '不读隐藏的',
    back: '返回预览',
  },
  footnote: '点“确认”才写入。各群不会逐条发卡片，也不逐人通知，随下一次晨报告知。',
} as const;

export const FORMS = {
  columns: {
    title: '改列',
    about: '哪一列认错了？一次改一列，改完回到预览。',
    which: '哪一列',
    what: '是什么',
  },
  names: {
    title: '对名称',
    about: (left: number) =>
      left > 0
        ? `台账里的叫法对应系统里的哪一个？选好的下次自动认得。先答这些，另有 ${left} 个在下一页。`
        : '台账里的叫法对应系统里的哪一个？选好的下次自动认得。',
    label: (kind: string, heard: string, count: number) => `${kind}“${heard}”（${count} 处）`,
    make: (kind: string) => `新建这个${kind}`,
    none: { unit: '都不是，进转办队列', project: '都不是，不对应项目', person: '都不是，只记姓名' },
  },
  more: {
    title: '更多设置',
    about: '没有把握的几处由您定，改完回到预览。',
    month: '只写到月份的，按哪天',
    linkDay: '手续打√没写日期的，记哪天完成',
    project: '没写项目的行都属于',
    sheet: '读哪张工作表',
    all: '全部',
    items: '事项算什么',
    problems: '问题',
    tasks: '任务（批次）',
    ahead: '手续完成日期不能晚于今天。',
  },
  nothing: '没有要改的。',
} as const;

export const PROGRESS = {
  title: (file: string) => `正在导入 ${file}`,
  revoking: (file: string) => `正在撤回导入 ${file}`,
  checking: '正在核对各行…',
  done: (done: number, total: number) => `已写 ${done} / ${total} 行`,
  undone: (left: number) => `还有 ${left} 行`,
  note: '可以先忙别的，写完这张卡片会变成报告。',
} as const;

export const REPORT = {
  title: (file: string) => `导入完成：${file}`,
  partly: (file: string) => `导入完成，有没写入的：${file}`,
  cancelled: (file: string) => `没有导入 ${file}`,
  revoked: (file: string) => `已撤回导入：${file}`,
  counts: (of: { new: number; changed: number; same: number; conflict: number; failed: number }) =>
    plural([
      `写入 ${of.new} 行`,
      `更新 ${of.changed} 行`,
      `相同 ${of.same} 行`,
      of.conflict > 0 ? `系统更新不改 ${of.conflict} 行` : '',
      of.failed > 0 ? `没写入 ${of.failed} 行` : '',
    ]),
  numbers: (from: number, to: number, n: number) =>
    from === to ? `新增事项 #${from}` : `新增事项 ${n} 件：#${from}～#${to}`,
  failed: (n: number) => `没写入 ${n} 行`,
  partlyKept: (n: number) => `写入的行里有 ${n} 行部分没写`,
  line: (at: string, title: string, why: string) => `${at} ${title}：${why}`,
  again: '改好后把文件再发一次，已写入的不会重复。',
  revokedCounts: (revoked: number, kept: number) =>
    kept > 0 ? `作废或恢复 ${revoked} 行，留着 ${kept} 行` : `作废或恢复 ${revoked} 行`,
  kept: (n: number) => `留着 ${n} 行`,
} as const;
