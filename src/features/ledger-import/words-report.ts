/** What is said of the rows of a ledger: why one is not written, what came of all of them, what taking back does. */
import type { Day } from '../../domain/time.ts';
import { clip } from '../../text/escape.ts';
import type { ConflictWhy } from './rules-compare.ts';

const short = (text: string) => clip(text, 30);

export const ROW = {
  noted: (name: string, text: string) => `${name}：${text}`,
  reason: '台账导入',
  made: '新建',
  takenUp: '恢复',
  batch: '台账任务',
  archive: '归档',
  revoke: '撤回导入',
  revoked: '撤回台账导入',
  byTemplate: (question: string) => `按模板：${question}`,
  notNeeded: '台账写明不涉及',
  unconcerned: '不涉及',
  linkLabel: (no: number, name: string) => `第${no}环节 ${name}`,
  linkDone: (day: Day) => `已完成（${day}，台账导入）`,
  linksTitle: (project: string) => `${short(project)} 的手续`,
  investmentTitle: (project: string, year: number) => `${short(project)} ${year}年投资`,
  holidayTitle: (from: Day, until: Day, working: boolean) =>
    `${from === until ? from : `${from} 至 ${until}`}${working ? ' 上班' : ' 放假'}`,
  investment: ({ year, month }: { year: number; month: number | null }, key: 'planned' | 'actual') =>
    `${year}年${month === null ? '' : `${month}月`}${key === 'planned' ? '计划投资' : '完成投资'}`,
  endedBy: (text: string) => `台账写“${short(text || '已销号')}”`,
  error: '写入时出错，请再导入一次；仍不行请找管理员看日志',

  noProject: '没有这个项目，或已改名',
  archived: (name: string) => `项目“${short(name)}”已归档`,
  notYours: (name: string) => `“${short(name)}”不是您的项目，由它的项目秘书或综合办导入`,
  twin: (at: string) => `和 ${at} 是同一件，只记一次`,
  unattached: '没有写项目，只有综合办能登记',
  projectUnknown: (name: string) => `项目“${short(name)}”没有对上，请先点“对名称”`,
  projectAlike: (name: string, like: string) =>
    `“${short(name)}”和已有的“${short(like)}”很像，请先点“对名称”：是同一个，还是新建`,
  projectLeftOut: (name: string) => `“${short(name)}”按您选的不导入`,
  mayNotMakeProject: (name: string) => `没有项目“${short(name)}”，新建由综合办或管理员办理`,
  nameTaken: (name: string) => `已有叫“${short(name)}”的项目`,
  nodeRefused: (name: string) => `节点“${short(name)}”没有改`,
  noLink: (at: string, name: string) => `${at}：环节模板里没有“${short(name)}”`,
  linkRuns: (at: string, no: number, id: number) => `${at}：第${no}环节正在计时（#${id}），请在那里报完成`,
  linksOffice: (name: string) => `“${short(name)}”的手续补录由综合办导入`,
  lessThanMonths: (year: number) => `${year}年累计完成比前几个月已报的合计还少，没有改`,
  adminOnly: '单位、人员、节假日由管理员导入',
  unitTaken: (name: string) => `已有叫“${short(name)}”的单位`,
  unitElsewhere: (name: string) => `“${short(name)}”是别的区域的单位，管不到这个项目`,
  unitUnknown: (name: string) => `单位“${short(name)}”没有对上`,
  noUnit: '单位没有对上',
  noPerson: (name: string) => `没有叫“${short(name)}”的人，或有同名的；请本人先给机器人发一句话`,
  gone: (id: number) => `#${id} 已作废`,
  madeBeside: (id: number) => `#${id} 是另一次导入刚写入的，没有重复写；要按这份更新，请再发一次`,
  changedMeanwhile: (id: number) => `#${id} 在预览之后有人改过，没有写入，请再发一次`,
  oursNewer: (id: number) => `#${id} 以系统里的为准，没有改`,
  notEnded: (id: number) => `#${id} 台账写已销号，这里还不能报办结，请在卡片上办理`,

  notYoursAnyMore: '现在不归您管，由它的项目秘书、综合办或管理员处理',
  goneOn: (id: number) => `#${id} 导入之后有人办过`,
  unitStays: (name: string) => `单位“${short(name)}”留着，不用了请用“机构改革”撤销`,
  projectStays: (name: string) => `项目“${short(name)}”里已有别的事项`,
  valuesStay: (count: number) => `有 ${count} 处导入之后又改过`,
} as const;

export const CONFLICTS: Record<ConflictWhy, (id: number, ours: string) => string> = {
  text: (id) =>
    `和 #${id} 是同一序号或文字相近，事项写法不同，不改；要改请在卡片上更正，若是另一件请换个序号`,
  progress: (id, ours) => `#${id} 系统里的进展更新：“${short(ours)}”，不改`,
  unit: (id) => `#${id} 责任单位在系统里改过，不改`,
  deadline: (id) => `#${id} 时限在系统里改过，不改`,
  over: (id) => `#${id} 系统里已销号，不改`,
  waits: (id) => `#${id} 正在等核验，不改`,
  reopened: (id) => `#${id} 系统里已重开，不改`,
};

export const REVOKE_WORDS = {
  none: '没有您导入过的、可以撤回的台账。',
  writing: '这次导入还在写入，写完再撤回。',
  already: '这次导入已经撤回过了。',
  started: '正在撤回，卡片会更新。',
  ask: { title: '撤回这次导入？', text: '之后没有人办过的会作废或恢复原样，有人办过的留着并告诉您。' },
} as const;

export const WAKE_WORDS = {
  button: (n: number) => `过期 ${n} 件开始提醒`,
  none: '没有要开始提醒的。',
  begun: (n: number) => `导入时已过期的 ${n} 件，开始照常提醒。`,
  ended: (woken: number, refused: number) =>
    `已开始提醒 ${woken} 件；另有 ${refused} 件现在不归您管，仍不提醒，由它的项目秘书或综合办发“开始提醒 #编号”。`,
} as const;
