/** Fixed Chinese words every card uses. Longer texts stand in the words-*.ts files beside this one. */

import type { Issue, IssueVerb, ItemKind, Status } from '../domain/issue.ts';
import type { LightColor } from '../domain/lights.ts';
import type { Role } from '../domain/model.ts';
import { clip, oneLine } from '../text/escape.ts';
import type { HeaderColor, TagColor } from './element.ts';

export const ITEM_KIND_NAMES: Record<ItemKind, string> = {
  problem: '问题',
  link: '环节',
  deferral: '容缺',
  decision: '议定',
  instruction: '批示',
  task: '任务',
};

export const STATUS_NAMES: Record<Status, string> = {
  unrouted: '待转办',
  unsigned: '待签收',
  working: '办理中',
  paused: '已挂账',
  verifying: '待核验',
  closed: '已销号',
  void: '已作废',
};

/** Where a kind has its own words for how far it is. */
const OWN_STATUS_NAMES: Partial<Record<ItemKind, Partial<Record<Status, string>>>> = {
  link: { unsigned: '应开始', working: '在办', verifying: '待确认', closed: '已完成' },
};

/** How far it is, in the words of its kind. */
export function statusName({ kind, status }: Pick<Issue, 'kind' | 'status'>): string {
  return OWN_STATUS_NAMES[kind]?.[status] ?? STATUS_NAMES[status];
}

/** Where the buttons of a kind bear its own words. */
export const OWN_STEPS: Partial<Record<ItemKind, Partial<Record<IssueVerb, string>>>> = {
  link: { sign: '开始', 'report-done': '完成' },
};

export const LIGHT_NAMES: Record<LightColor, string> = {
  red: '红',
  yellow: '黄',
  blue: '蓝',
  green: '正常',
  paused: '挂账',
  done: '已结',
  none: '长期',
};

/** As titles of lists say it. */
export const COLOR_NAMES: Record<LightColor, string> = {
  red: '红色',
  yellow: '黄色',
  blue: '蓝色',
  green: '正常',
  paused: '挂账',
  done: '已结',
  none: '长期',
};

/** Parts of titles of lists, as far as they are no names. */
export const TITLE_WORDS = {
  here: '本群',
  /** Of what the reader may not see nothing is counted. */
  seen: '您看得到的',
  me: '我',
  roles: { helping: '协办', any: '（含协办）' },
  assigned: '负责',
  logged: '登记',
  closed: '办结',
  due: '到期',
  sources: { enterprise: '企业登记', staff: '工作人员登记' },
  joint: (names: string) => `${names}一起办`,
  unitsLeast: (count: number) => `${count} 个以上单位一起办`,
  overdue: '逾期',
  open: '未销号',
  all: '全部',
  agenda: '上会',
  longTerm: '长期',
  asleep: '导入时已逾期、尚未开始提醒',
  extension: { any: '延过期或延期待批', asked: '延期待批', granted: '延过期' },
  sort: {
    overdue: '逾期最久',
    longest: '登记最久',
    newest: '最新登记',
    closed: '最近销号',
    struck: '最先销号',
    paused: '挂账最久',
    waits: '等得最久',
    step: '最近的在前',
    times: '次数多的在前',
    deadline: '时限先后',
  },
  /** 登记满 11 天（11月7日及以前）: the number as people say it, and the day that counts. */
  since: (what: string, days: number, unit: string, until: string) => `${what}满 ${days} ${unit}（${until}）`,
  paused: '挂账',
  quiet: '没有动静',
  marks: {
    bounced: '退回过',
    reopened: '反弹过',
    joint: '联合攻坚',
    unhelped: '协办单位没办完',
    unsatisfied: '企业不满意',
    satisfied: '企业满意或基本满意',
    wholly: '企业满意（不含基本满意）',
    fairly: '企业基本满意',
    rated: '企业评价过',
    unrated: '企业还没评价',
    appealed: '申诉待裁定',
    exempt: '申诉免责',
    'green-channel': '绿色通道',
    'on-the-spot': '当场解决',
    measured: '有固化措施',
    late: '逾期（含后来办结的）',
    early: '比时限提前办结',
  },
  /** 10月31日24时未销号: how it stood when the day was over. */
  asOf: (day: string, state: string) => `${day}24时${state}`,
  search: (words: string) => `搜“${words}”`,
  similar: (issueId: number) => `与 #${issueId} 相似`,
  andMore: (count: number) => `等 ${count} 个`,
  groups: {
    unit: (count: number) => `${count} 个单位`,
    project: (count: number) => `${count} 个项目`,
    area: (count: number) => `${count} 个区域`,
    category: (count: number) => `${count} 个类别`,
    secretary: (count: number) => `${count} 位项目秘书`,
    leader: (count: number) => `${count} 位分管领导`,
    park: (count: number) => `${count} 个园区`,
    industry: (count: number) => `${count} 个产业`,
    status: (count: number) => `${count} 种状态`,
    color: (count: number) => `${count} 种灯色`,
    source: (count: number) => `${count} 种来源`,
    reporter: (count: number) => `${count} 位登记人`,
    assignee: (count: number) => `${count} 位经办人`,
  },
  category: (names: string) => `${names}类`,
  numbers: (ids: readonly number[]) =>
    `${(ids.length > 5 ? ids.slice(0, 3) : ids).map((id) => `#${id}`).join('、')}${ids.length > 5 ? ' 等' : ''}`,
  except: (names: string) => `不算${names}`,
  exceptWords: (words: readonly string[]) =>
    `不算写着${words.map((one) => `“${one.slice(0, 20)}”`).join('、')}的`,
  openBut: (names: string) => `未销号（不算${names}）`,
  leads: '分管的项目',
  keeps: '任秘书的项目',
  waiting: { signing: '待签收', verifying: '待核验' },
  waitedSince: { signing: '转办', verifying: '报办结' },
  toldUp: { leader: '已上报分管领导', principal: '已上报主要领导' },
  steps: {
    routed: '转办',
    signed: '签收',
    bounced: '退回',
    progress: '报进展',
    'reported-done': '报办结',
    urged: '催办',
    extended: '批准延期',
    reopened: '重开',
    'told-up': '上报领导',
    'told-principal': '上报主要领导',
    'asked-extension': '申请延期',
    'refused-extension': '不同意延期',
    rerouted: '改派',
    paused: '批准挂账',
    refuted: '核验不属实',
    'struck-off': '销号',
    voided: '作废',
    resumed: '恢复计时',
    appealed: '申诉',
    exempted: '裁定免责',
    verified: '核验',
    rated: '企业评价',
    moved: '签收、报进展或报办结',
    'turned-yellow': '亮黄灯',
    'turned-red': '亮红灯',
    advanced: '签收、报进展、报办结或核验销号',
    worked: '报进展、报办结、退回或申请延期、挂账',
    handled: '登记、办理或催办',
  },
  recorded: (step: string) => `有${step}记录`,
  by: (units: string) => `由${units}`,
  byLeaders: '领导',
  passed: (count: number) => `先后派给过 ${count} 个以上单位`,
  after: (step: string, taken: boolean) => (taken ? `之后${step}过` : `之后没有${step}`),
  without: (step: string, span: string) => (span === '' ? `从没${step}` : `${span}没有${step}`),
  struck: '销过号',
  struckAndBack: '销过号、之后反弹过',
  turnedTo: { yellow: '转黄、现在还逾期', red: '转红、现在还红' },
  turnsTo: { yellow: '将转黄', red: '将转红' },
  outcomes: { 'in-time': '按时办结', late: '超期办结' },
  given: (routed: string) => `${routed}（含登记时派的）`,
  givenTo: (units: string) => `转给${units}`,
  times: (step: string, times: number) => (times > 1 ? `${step} ${times} 次以上` : `${step}过`),
  park: (name: string) => `园区“${name}”`,
  industry: (name: string) => `产业“${name}”`,
} as const;

/** Full for what runs, hollow for what stands still or is over; no emoji, which some phones draw as boxes. */
export const LIGHT_DOTS: Record<LightColor, string> = {
  red: '●',
  yellow: '●',
  blue: '●',
  green: '●',
  paused: '○',
  done: '○',
  none: '○',
};

/** Colour of the card's head: what runs is coloured, what stands still or is over is grey. */
export const HEADER_COLORS: Record<LightColor, Exclude<HeaderColor, 'default'>> = {
  red: 'red',
  yellow: 'orange',
  blue: 'blue',
  green: 'green',
  paused: 'grey',
  done: 'grey',
  none: 'grey',
};

export const TAG_COLORS: Record<LightColor, TagColor> = {
  red: 'red',
  yellow: 'orange',
  blue: 'blue',
  green: 'green',
  paused: 'neutral',
  done: 'neutral',
  none: 'neutral',
};

export const ROLE_NAMES: Record<Role, string> = {
  office: '综合办',
  leader: '分管领导',
  principal: '主要领导',
  administrator: '管理员',
};

export const DEMO_MARK = '演示数据';

/** 补发: a message of a missed window that is still true. */
export const LATE_MARK = '补发';

/** Beside an issue of which its reader wants no automatic reminder. */
export const MUTED_MARK = '不再提醒';

/** Where the whole of a shortened text stands. */
export function fullTextAt(issueId: number): string {
  return `…（全文见 查 #${issueId}）`;
}

/** A preview whose draft is no longer kept. */
export const DRAFT_GONE = '这份确认单已经失效，请把内容重新发送一遍。';

/** Said once to somebody who sends faster than anybody can read. */
export function tooFastText(perMinute: number): string {
  return `您发得太快了（一分钟最多 ${perMinute} 条），这一条和接下来的没有处理，请过一分钟再发。`;
}

/** Something broke; the code finds it in the log. */
export function errorText(code: string): string {
  return `出错了，这一步没有办成，请再试一次。仍不行，请把错误码 ${code} 告诉管理员。`;
}

/** A message addressed to the bot that is no command. `nearest`: up to two command words. */
export function unknownText(heard: string, nearest: readonly string[]): string {
  const quoted = heard.trim() === '' ? '' : `“${[...heard.trim()].slice(0, 40).join('')}”`;
  const ask = nearest.length > 0 ? `您是不是想说：${nearest.slice(0, 2).join(' 或 ')}？` : '';
  return `没有听懂${quoted}。${ask}发“帮助”可看全部说法。`;
}

/** A command word with something missing or wrong. */
export function misuseText(problem: string, usage: string | undefined): string {
  return usage ? `${problem}\n用法：${usage}` : problem;
}

/** A list with nothing in it. @param looked words looked for as they are written, where there are any */
export function nothingFoundText(title: string, overdue = false, looked?: string): string {
  if (looked !== undefined)
    return `${title}：没有符合这些条件、又写着“${looked}”的。这是按字面找的，换个词或按类别再问。`;
  return overdue ? `${title}：没有逾期的问题。` : `${title}：没有符合条件的问题。`;
}

/** 24 件（另有作废 1 件）: how many there are, as 统计 counts them, of a list in which void ones stand as well. */
export function countApartText(total: number, voided: number): string {
  return voided > 0 ? `${total - voided} 件（另有作废 ${voided} 件）` : `${total} 件`;
}

/** 住建局 #3 逾期 8 个工作日, before the list of what is overdue longest. */
export function longestOverdueText(unit: string, issueId: number, why: string): string {
  return `${unit} #${issueId} ${why}`;
}

/** 住建局 逾期 3 件，合计 12 个工作日 @param alike how many others have as many, so that only the days put it first */
export function overdueSumText(count: number, days: number): string {
  return `逾期 ${count} 件，合计 ${days} 个工作日`;
}

/** What units are responsible for, and what they help others with. */
export const ROLE_HEADS = { lead: '主办', helping: '协办' } as const;

/** Beside a problem of another unit: whether the co-unit has done its part. */
export const HELPING_MARKS = { open: '协办，未办完', done: '协办，已办完' } as const;

/** Who or where is missing, at the head of a group of a list. */
export const GROUP_UNKNOWN = {
  unit: '单位未定',
  project: '未关联项目',
  area: '本级',
  category: '未分类',
  secretary: '没有项目秘书',
  leader: '没有分管领导',
  park: '没有园区',
  industry: '没有产业',
  status: '',
  color: '',
  source: '',
  reporter: '登记人不详',
  assignee: '还没有经办人',
} as const;

export function moreHelpingText(count: number): string {
  return `另有协办 ${count} 件`;
}

export function moreGroupsText(count: number): string {
  return `另有 ${count} 个未列出`;
}

/** Below a list whose further pages no button can reach: its filter is too large for one. */
export function noFurtherPageText(left: number): string {
  return `后面还有 ${left} 件，条件太多不能翻页，请缩小范围。`;
}

/** After the names of who is asked: 请核验 #47：已经打通. */
export function turnCallText(what: 'verify' | 'rate', issue: Pick<Issue, 'id' | 'title' | 'result'>): string {
  const said = what === 'verify' ? (issue.result ?? issue.title) : issue.title;
  return `${what === 'verify' ? '请核验' : '请评价'} #${issue.id}：${clip(oneLine(said), 60)}`;
}
