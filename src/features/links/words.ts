/** Links (环节) in words. */
import type { LinkDefinition, LinkState } from '../../domain/plan/model.ts';

export { linkNo, linkTitle } from '../../text/link.ts';

export const LINK_STATES: Record<LinkState, string> = {
  waiting: '未到',
  ready: '可办',
  working: '在办',
  verifying: '待确认',
  done: '已完成',
  unconcerned: '不涉及',
};

export const LINKS = {
  map: '导航图',
  /** Labels of the card of one link, in their order. */
  labels: {
    task: '办什么',
    materials: '材料',
    place: '到哪办',
    who: '找谁办',
    time: '时限',
    state: '进度',
    weather: '晴雨',
    fee: '费用',
    order: '前后环节',
    parts: '分项',
    blocks: '卡点',
  },
  ownCounter: (unit: string) => `${unit}窗口`,
  noPlace: '由责任单位告知',
  noUnit: '未定，请综合办指定',
  howToNameUnit: (no: string) => `综合办、项目秘书可发：进度 ${no} 单位 住建局`,
  noContact: '联络员未设',
  unconfirmed: '待确认',
  unconfirmedNote: '标“待确认”的内容按通行做法填写，还没有经管理员核实，办理前请先问责任单位。',
  none: '无',
  noMaterials: '没有列出',
  byLink: (no: string) => `由${no}产生`,
  deferrable: '可容缺',
  notTaken: (template: string) =>
    `还没有为本项目定环节，这是模板“${template}”的内容；第一次报“开始”或“完成”时自动采用。`,
  noProject: (template: string) => `这是模板“${template}”的内容，没有指明项目。看某个项目的请写项目名。`,
  noSuch: (heard: string) => `没有找到环节“${heard}”。发“导航图”看全部环节，或写编号，例如：第7环节。`,
  oneAtATime: (nos: readonly string[]) => `一次写一个环节，请分开发：${nos.slice(0, 8).join('、')}。`,
  several: (heard: string) => `“${heard}”可能是下面几个环节，请选一个：`,
  archived: (name: string) => `“${name}”已归档，环节不再变动。`,
  others: '其他环节',
  byTemplate: (question: string) => `按模板默认：${question}`,
  cut: '…（其余请发“第N环节”查看）',
} as const;

/** 第6环节 节能审查：发改局，联络人 曹阳. */
export function whoseText(title: string, unit: string, who: string | undefined): string {
  return `${title}：${unit}${who === undefined ? '' : `，联络人 ${who}`}`;
}

export const BUTTON_WORDS = {
  start: '开始',
  finish: '完成',
  materials: '材料',
  parts: '分项',
  defer: '容缺',
  problem: '报问题',
  map: '导航图',
  tick: '已齐',
  untick: '取消',
  allThere: '材料已齐，报完成',
  force: '综合办特批完成',
  confirmUnconcerned: '不涉及',
} as const;

export const PROGRESS = {
  usage:
    '请写明环节和进度，例如：进度 施工许可 完成，进度 第18环节 开始 12月3日，进度 第6环节 不涉及 能耗在标准以下',
  taken: (template: string) => `已按模板“${template}”定下本项目的环节。`,
  started: (title: string, id: number, due: string, phrase: string) =>
    `已开始：${title}（#${id}），时限 ${due}（${phrase}）。`,
  begunBefore: (title: string, day: string) => `${title}在 ${day} 已经开始。`,
  startChanged: (title: string, day: string) => `${title}的开始日改为 ${day}。`,
  finished: (title: string, id: number, day: string) =>
    `已报完成：${title}（#${id}），完成日 ${day}，等对方确认后算数。`,
  reportedBefore: (title: string, id: number, by: string, day: string) =>
    `${title}已由${by}报完成（#${id}，完成日 ${day}），正等确认，不用再报。`,
  doneBefore: (title: string, day: string) => `${title}在 ${day} 已经完成。`,
  reopenFirst: (id: number) => `要重新办请发：重开 #${id} 理由。`,
  future: (day: string) => `${day} 还没有到，完成和开始只能写今天或以前的日期。`,
  impossible: (heard: string) => `没有“${heard}”这一天，请重写日期，例如：12月3日。`,
  unreadDay: (heard: string) => `没看懂日期“${heard}”，请写成 12月3日 或 2026-12-03。`,
  beforeStart: (title: string, start: string, finish: string) =>
    `${title}记的是 ${start} 开始，比 ${finish} 晚。请核对日期；开始日记错的，先改：进度 ${title.split(' ')[0]} 开始 ${finish}`,
  startAfterFinish: (title: string, finish: string, start: string) =>
    `${title}报的是 ${finish} 完成，开始日不能是 ${start}。`,
  unconcernedNow: (title: string) => `${title}已标为不涉及。要办请先发：进度 ${title.split(' ')[0]} 恢复`,
  noUnit: (title: string) =>
    `${title}还没有责任单位，请综合办或项目秘书先指定，例如：进度 ${title.split(' ')[0]} 单位 住建局`,
  forceReason: '请写明特批的理由。',
  forceHint: '例如：证已领到，系统延迟出件',
  voidReason: (reason: string) => `不涉及：${reason}`,
  forced: (reason: string) => `综合办特批：${reason}`,
  result: (title: string, day: string) => `${title}完成（${day}）`,
  markedUnconcerned: (title: string) => `${title}已标为不涉及，视同完成。`,
  itemVoided: (id: number) => `在办的 #${id} 已作废。`,
  recomputed: '它在关键链上，工期会重新推算。',
  reasonNeeded: (no: string) => `请写明为什么不涉及，例如：进度 ${no} 不涉及 能耗在标准以下`,
  doneNotUnconcerned: (title: string) => `${title}已经完成，不能再标为不涉及。`,
  unconcernedBefore: (title: string, reason: string) => `${title}已经标为不涉及（${reason}）。`,
  restored: (title: string) => `${title}恢复为涉及。`,
  revived: (id: number) => `原来在办的 #${id} 接着办。`,
  notUnconcerned: (title: string) => `${title}没有标为不涉及，不用恢复。`,
  unitSet: (title: string, unit: string) => `${title}的责任单位：${unit}。`,
  unitUnknown: '请写明一家单位，例如：进度 第11环节 单位 自然资源局',
} as const;

export const HISTORY_WORDS = {
  usage: '请写编号和日期，例如：进度 补录 1 2 3 4 2026-05-01；也可一行一个：立项 完成 2026-05-01',
  title: '请确认补录',
  line: (title: string, day: string) => `${title} ${day} 完成`,
  lead: (project: string, n: number) => `“${project}”补录 ${n} 个已经完成的环节：`,
  note: '补录的直接记为已完成，不再要对方确认，由综合办对日期负责。',
  unread: (line: string) => `这一行没看懂，没有补录：${line}`,
  skipped: (title: string, state: string) => `${title}${state}，不补录`,
  nothing: '没有可以补录的环节。',
  done: (n: number) => `已补录 ${n} 个环节。`,
  changed: (titles: string) => `期间已有变动，没有补录：${titles}`,
} as const;

export const MATERIAL_WORDS = {
  title: (title: string) => `${title} 材料`,
  usage: '请写环节和材料编号，例如：材料 第11环节 1 3，取消的写：材料 第11环节 取消 3',
  noSuch: (n: number, count: number) => `没有第 ${n} 项材料，这个环节只有 ${count} 项。`,
  noneListed: (title: string) => `${title}没有列出材料。`,
  byLink: (name: string, no: string) => `“${name}”由${no}产生，那一环节完成就自动算齐，不用在这里改。`,
  byPromise: (name: string, id: number) => `“${name}”的容缺承诺 #${id} 已销号。要改请发：重开 #${id} 理由。`,
  ticked: (names: string) => `已记为齐：${names}。`,
  unticked: (names: string) => `已改为未齐：${names}。`,
  asBefore: '本来就是这样，没有改动。',
  progress: (there: number, all: number) => `已齐 ${there}/${all}`,
} as const;

export const DEFER_WORDS = {
  usage: '请写环节、材料和补齐时限，例如：容缺 第11环节 审图合格书 12月20日 @张三',
  title: (material: string, no: string) => `容缺：${material}（${no}）`,
  noMaterial: (title: string) => `请写明${title}的哪一项材料：`,
  several: (title: string) => `${title}有几项材料对得上，请写全或写编号：`,
  noDay: '请写明什么时候补齐，例如：12月20日、10个工作日。',
  badDay: (phrase: string) => `没看懂补齐时限“${phrase}”，请写成一个以后的日期，例如：12月20日。`,
  there: (material: string) => `“${material}”已经齐了，不用容缺。`,
  notDeferrable: (material: string) =>
    `“${material}”不能容缺，须办结前交齐。确有特殊情况，由综合办写明理由：在后面加“理由 …”。`,
  standing: (material: string, id: number) =>
    `“${material}”已有容缺承诺 #${id}，改时限请发：延期 #${id} 到 12月20日 理由。`,
  made: (material: string, id: number, day: string, who: string) =>
    `已容缺：${material}（#${id}），${who} ${day}前补齐；办好发“办结 #${id} 已补”，核验后算齐。`,
  who: '请写明由谁补齐（@某人，或写单位名）。',
  outsider: (name: string, unit: string) => `${name}（企业，${unit}督促）`,
  forced: (reason: string) => `（特批：${reason}）`,
} as const;

export const PART_WORDS = {
  usage: '请写总数、完成数或第几项，例如：分项 第14环节 13，分项 第14环节 3 完成，分项 第14环节 第5项 完成',
  title: (title: string) => `${title} 分项`,
  progress: (done: number, total: number) => `共 ${total} 项，完成 ${done} 项`,
  which: (parts: string) => `已完成：第 ${parts} 项`,
  unnamed: (count: number) => `另有 ${count} 项完成，没有写是哪几项`,
  part: (part: number, done: boolean) => (done ? `☑ 第${part}项` : `第${part}项`),
  tap: '点一项记为完成，再点一次取消。',
  byWords: (no: string) => `项数较多，请发：分项 ${no} 第5项 完成`,
  noSuch: (part: number, total: number) => `没有第 ${part} 项，一共 ${total} 项。`,
  set: (title: string, total: number) => `${title}分 ${total} 项，逐项完成。`,
  done: (title: string, done: number, total: number) => `${title}分项已完成 ${done}/${total}。`,
  tooMany: (done: number, total: number) => `完成数 ${done} 多于总数 ${total}，请核对。`,
  noTotal: (no: string) => `还没有分项总数，请先发：分项 ${no} 13`,
  fewer: (total: number, done: number) => `已完成 ${done} 项，总数不能改成 ${total}。`,
  all: (title: string) => `${title}的分项全部完成，整个环节完成了吗？`,
} as const;

export const BLOCK_WORDS = {
  usage: '请写环节和问题编号，例如：卡 第11环节 #12，卡 第13、14环节 #12；不再卡的写：不卡 第11环节 #12',
  which: (id: number, title: string) => `#${id} ${title.slice(0, 30)} 卡住哪个环节？请选一个：`,
  other: (id: number) => `别的环节请发：卡 第7环节 #${id}`,
  blocked: (id: number, title: string) => `已记下：#${id} 卡住${title}。`,
  blockedBefore: (id: number, title: string) => `#${id} 卡住${title}，已经记过了。`,
  freed: (id: number, title: string) => `#${id} 不再卡${title}。`,
  notBlocked: (id: number, title: string) => `#${id} 没有卡${title}，没有改动。`,
  otherProject: (id: number) => `#${id} 不是这个项目的问题。`,
  noProblem: (id: number) => `#${id} 不是问题，不能记为卡点。`,
  over: (id: number) => `#${id} 已经了结，不再是卡点。`,
  linkOver: (titles: string) => `${titles}已经完成或不涉及，没有什么可卡的。`,
  logged: (id: number, nos: readonly string[]) => `已登记 #${id}，记为${nos.join('、')}的卡点。`,
  form: '报问题',
  ask: '什么事卡住了（可写责任单位和时限）',
  hint: '例如：图审意见迟迟不出 住建局 3个工作日',
} as const;

/** Pieces of the cards' lines; what goes in stands ready for markdown. */
export const PIECES = {
  output: (output: string) => `，办成得：${output}`,
  planned: (from: string, to: string) => `，计划 ${from}—${to}`,
  plannedShort: (from: string, to: string) => `计划 ${from}—${to}`,
  begun: (day: string) => `，${day}开始`,
  due: (day: string) => `，时限 ${day}`,
  reported: (who: string, day: string) => `${who}报完成（${day}），等对方确认`,
  order: (before: string, after: string) => `紧前 ${before}；紧后 ${after}`,
  noStatutory: '法定 没有规定',
  statutory: (text: string) => `法定 ${text}`,
  promised: (text: string) => `承诺 ${text}`,
  used: (text: string) => `已用 ${text}`,
  soft: '（建议）',
  askFinish: (no: string) => `${no}报完成？`,
  finishToday: (no: string) => `记为今天完成，等对方确认后算数。不是今天的请发：进度 ${no} 完成 12月3日`,
  workingUntil: (day: string) => `${day}前`,
  workingLate: (why: string) => `在办，${why}`,
  legend: '● 已完成　◑ 待确认　◐ 在办　◎ 可办　○ 未到　－ 不涉及',
  promisedLegend: '右边是承诺的办理时限；发“第N环节”看材料和找谁办',
  doneOf: (done: number, all: number) => `已完成 **${done}**/${all} 个涉及的环节`,
  onNow: (link: string, by: readonly string[]) => (by.length === 0 ? link : `${link}（${by.join('，')}）`),
  held: (links: readonly string[]) => `被问题卡住：${links.join('、')}`,
  on: (links: readonly string[]) => `在办：${links.join('、')}`,
  ready: (links: readonly string[], all: number) =>
    `可以办的：${links.join('、')}${all > links.length ? `等 ${all} 个` : ''}`,
  waiting: (numbers: readonly number[]) => `还没到的：第 ${numbers.join('、')} 环节`,
  more: (count: number) => `另有 ${count} 件`,
  undo: (minutes: number, id: number) => `报错了可在 ${minutes} 分钟内发：撤销 #${id}`,
} as const;

/** Whether what the card says must be confirmed by the administrator first. */
export function isUnconfirmed({ grade, confirmedOn }: LinkDefinition): boolean {
  return grade === 'C' && confirmedOn === null;
}
