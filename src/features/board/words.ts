/** 挂图, 看板 and 晴雨表 in words. */
import { LIGHT_NAMES } from '../../cards/words.ts';
import { reasonText, rowName, WEATHER_NAMES } from '../../cards/words-weather.ts';
import type { LightColor } from '../../domain/lights.ts';
import type { BoardNode, BoardRow, BoardView, Holdup } from '../../domain/plan/board.ts';
import type { LinkState } from '../../domain/plan/model.ts';
import { PRODUCTION_NODE, START_NODE } from '../../domain/plan/nodes.ts';
import { type Day, datePartsOf, formatDay } from '../../domain/time.ts';
import { clip, oneLine } from '../../text/escape.ts';
import type { ProjectRow } from './rules.ts';

/** The project's name; one that is archived says so. */
export function nameText({ name, archived }: Pick<BoardView, 'name' | 'archived'>): string {
  return archived ? `${oneLine(name)}（已归档）` : oneLine(name);
}

export const STATE_NAMES: Record<LinkState, string> = {
  waiting: '未到',
  ready: '可办',
  working: '在办',
  verifying: '待确认',
  done: '已完成',
  unconcerned: '不涉及',
};

export const BOARD = {
  title: (name: string) => `挂图 ${name}`,
  construction: '施工',
  nodes: { start: START_NODE, production: PRODUCTION_NODE },
  chart: { planned: '计划', critical: '计划（关键线路）', actual: '实际', today: '今天' },
  legend: { planned: '计划', critical: '计划（关键线路）', actual: '实际', late: '超出计划' },
  noLinks: (name: string) =>
    `“${name}”还没有环节和计划，画不出挂图。先发“导航图 ${name}”选用环节，再发“倒排 投产 2027-07-01”排出计划。`,
  noWeather: (name: string) =>
    `“${name}”还没有环节和计划，算不出晴雨。先发“导航图 ${name}”选用环节，再发“倒排 投产 2027-07-01”排出计划。`,
  noPlan: '还没有商定的计划，只画实际进度。',
  draft: (version: number) => `按计划第 ${version} 版（草案，未商定）`,
  agreed: (version: number) => `按商定的计划第 ${version} 版`,
  list: '文字版（旧版飞书看不到图时看这里）',
  cut: '…（全图请发“挂图 图片”）',
  lights: '未销号问题',
  noProblems: '没有未销号的问题',
  holdups: '卡住的',
  holdsLinks: (nos: readonly number[]) =>
    `卡第 ${nos.slice(0, 3).join('、')}${nos.length > 3 ? ' 等' : ''} 环节`,
  moreHoldups: (count: number) => `另有 ${count} 个问题卡住环节，发“挂图”看卡片`,
  nothingHolds: '没有问题卡住环节',
  printedAt: (at: string) => `绘制于 ${at}`,
  progress: (done: number, concerned: number) => `环节完成 ${done}/${concerned}`,
  projectNeeded: '请写明是哪个项目，例如：挂图 兴发。',
  pictureSoon: '正在画图，马上发到这里。',
  pictureFile: '挂图',
  pictureRefused:
    '图片没有发成：飞书不收，或应用没有“获取与上传图片或文件资源”（im:resource）权限。可发“挂图”看卡片里的图。',
  noPicture: '这里的服务器不能画图片（云函数部署），请看卡片里的图，或发“看板”打开网页。',
} as const;

export const BUTTONS = {
  picture: '图片',
  print: '打印',
  weather: '晴雨表',
  board: '看板',
  links: '环节',
} as const;

export const WEATHER_TABLE = {
  title: (name: string) => `晴雨表 ${name}`,
  all: (count: number) => `晴雨表 ${count} 个项目`,
  none: '没有您能看到的项目。',
  noPlan: '还没有计划，算不出晴雨。发“倒排 投产 日期”排一份。',
  unplanned: '未排计划',
  over: '全部环节都已完成或不涉及。',
  left: (count: number) => `另有 ${count} 个项目，发“晴雨表 项目名”查看`,
  cut: '…（其余请发“晴雨表 项目名”查看）',
  rules:
    '怎么定的：滞后＝应开未开、应完未完，或被红灯问题卡住；有风险＝被未销号问题卡住、前一环节晚了、机动时间被占用后只剩 3 个工作日以内，或 2 个工作日内应完成；正常＝其余。项目看关键线路上最差的一个。',
  appeal:
    '觉得不对？晴雨按规则自动算；有不可抗力，对卡住它的问题或该环节的事项发“申诉 #编号 理由”，由综合办裁定。',
} as const;

export const PAGES = {
  off: '没有开通网页看板（管理员设置 PUBLIC_URL 后可用），改发图片。',
  offAll: '没有开通网页看板：请管理员设置 PUBLIC_URL。可发“晴雨表”看所有项目。',
  toPrivate: '看板链接只发给您本人，已私聊发送。',
  title: (name: string) => `看板 ${name}`,
  link: (until: string) => `有效期到 ${until}。只供您本人使用；离开岗位、失去权限或发“看板 收回”立即失效。`,
  all: '项目总图',
  print: '打开后按 Ctrl+P（手机选“分享”→“打印”），纸张选 A3 横向。',
  revoked: (count: number) =>
    count === 0 ? '您没有还有效的看板链接。' : `已收回 ${count} 个看板链接，立即失效。`,
  notYours: '没有您能看到的项目，开不了看板。',
  noPrivate: '看板链接只私聊发给本人，您不在本单位的通讯录里，收不到私聊。请在群里发“挂图”查看。',
  open: '打开看板',
  note: '一个链接只在一个浏览器里有效：第一个按“在这里打开”的那个，别处再打开是“页面不存在”。手机和大屏都要看，就各发一次“看板”。在大屏上看：把下面的地址输入大屏的浏览器。请勿转发。',
  openHere: '打开看板',
  oneBrowser:
    '这个链接只在一个浏览器里有效。按下面的按钮，就定为现在这个浏览器，别处再也打不开。要在大屏或别的电脑上看，请不要在这里按，把地址拿到那里打开。',
  pressHere: '在这里打开',
  noCookie: '这个浏览器没有保存 Cookie',
  noCookieHint: '看板靠 Cookie 认出您的浏览器。请关掉无痕模式或允许本站 Cookie，再从飞书里打开这个链接。',
  gone: '页面不存在',
  goneHint: '链接可能已过期、已收回、不完整，或已在别的浏览器里打开过。请在飞书里重新发“看板”。',
  busy: '打开得太频繁，请一分钟后再试。',
  columns: { project: '项目', weather: '晴雨', links: '环节', problems: '问题', why: '为什么' },
  updated: (at: string) => `${at} 更新，每分钟自动刷新`,
  back: '返回项目总图',
  wallLook: '大屏显示',
  plainLook: '普通显示',
  empty: '没有您能看到的项目。',
  moreProblems: (count: number) => `另有 ${count} 件，在飞书里发“清单”查看`,
} as const;

type NodeFacts = Pick<BoardNode, 'plannedOn' | 'actualOn' | 'days' | 'workingDays'>;

/** 还有 52 天; 已过 3 天 … */
export function leftText(node: NodeFacts): string {
  if (node.actualOn !== null) return '已实现';
  if (node.plannedOn === null || node.days === null) return '未定';
  if (node.days === 0) return '就在今天';
  if (node.days < 0) return `已过 ${-node.days} 天`;
  return `还有 ${node.days} 天`;
}

/** 工作日 37 天; '' once it is no longer ahead. */
export function workingText(node: NodeFacts): string {
  const ahead = node.actualOn === null && node.days !== null && node.days > 0;
  return ahead && node.workingDays !== null ? `工作日 ${node.workingDays} 天` : '';
}

export function nodeDayText(node: BoardNode, today: Day): string {
  const day = node.actualOn ?? node.plannedOn;
  if (day === null) return '';
  return formatDay(day, { year: datePartsOf(today).year, weekday: false });
}

/** 预计 2027年8月3日; '' when as planned. */
export function expectedText(node: BoardNode, today: Day): string {
  if (node.expectedOn === null) return '';
  return `预计 ${formatDay(node.expectedOn, { year: datePartsOf(today).year, weekday: false })}`;
}

/** 开工 12月29日; at the line of a node. One that has happened says so. */
export function flagText(node: BoardNode, today: Day): string {
  const day = `${clip(oneLine(node.name), 12)} ${nodeDayText(node, today)}`;
  return node.actualOn === null ? day : `${day} ${leftText(node)}`;
}

/** 10月9日–10月30日, without the year where it is this one; '' when nothing is planned. */
export function spanText(row: Pick<BoardRow, 'planned'>, year: number): string {
  if (row.planned === null) return '';
  const day = (one: Day) => formatDay(one, { year, weekday: false });
  const { from, to } = row.planned;
  return from === to ? day(from) : `${day(from)}–${day(to)}`;
}

function holdupText({ issueId, title }: Holdup, most = 24): string {
  return `#${issueId} ${clip(oneLine(title), most)}`;
}

/** What stands at the right of a row. */
export function rowState(row: BoardRow): string {
  if (row.weather?.weather === 'rain') {
    const { reason } = row.weather;
    if (reason.kind === 'late-start' || reason.kind === 'late-finish') return `晚 ${reason.days} 个工作日`;
    return '被红灯卡住';
  }
  return row.state === null ? '' : STATE_NAMES[row.state];
}

/** 滞后：11 建设工程规划许可证，应完未完，晚 3 个工作日 */
export function weatherLine({ weather, rows }: Pick<BoardView, 'weather' | 'rows'>): string {
  if (weather === null) return BOARD.noPlan;
  const name = WEATHER_NAMES[weather.weather];
  if (weather.reason.kind === 'done') return `${name}：计划内的环节都已完成`;
  if (weather.weather === 'sun' || weather.row === null) return `${name}：关键线路都按时`;
  return `${name}：${rowName(weather.row)}，${reasonText(weather, rows)}`;
}

export function planLine({ plan }: Pick<BoardView, 'plan'>): string {
  if (plan === null) return BOARD.noPlan;
  return plan.state === 'draft' ? BOARD.draft(plan.version) : BOARD.agreed(plan.version);
}

/** Of what is open, in the order in which they are told. */
const LIGHTS = ['red', 'yellow', 'blue', 'green', 'none', 'paused'] as const;

/** How many problems are open. */
export function openCount(lights: BoardView['lights']): number {
  return LIGHTS.reduce((sum, color) => sum + (lights[color] ?? 0), 0);
}

/** 未销号问题 5 件：红 1、黄 2、正常 2 */
export function lightsText(lights: BoardView['lights']): string {
  const total = openCount(lights);
  if (total === 0) return BOARD.noProblems;
  const parts = LIGHTS.flatMap((color) =>
    (lights[color] ?? 0) > 0 ? [`${LIGHT_NAMES[color]} ${lights[color]}`] : [],
  );
  return `${BOARD.lights} ${total} 件：${parts.join('、')}`;
}

/** 卡住的：#12 …（红，逾期 4 个工作日）；#15 …; '' when nothing holds it back. */
export function holdupsText(holdups: readonly Holdup[], most = 3): string {
  if (holdups.length === 0) return '';
  const said = holdups.slice(0, most).map((one) => {
    const late = one.overdueDays > 0 ? `（逾期 ${one.overdueDays} 个工作日）` : '';
    return `${holdupText(one)}${late}`;
  });
  const more = holdups.length > most ? `，等 ${holdups.length} 件` : '';
  return `${BOARD.holdups}：${said.join('；')}${more}`;
}

/** 红; '' for what is done. */
export function lightName(color: LightColor): string {
  return color === 'done' ? '' : LIGHT_NAMES[color];
}

/** 住建局，11月20日到期，逾期 3 个工作日 */
export function problemFacts(
  { unit, due, overdueDays }: { unit: string | null; due: Day | null; overdueDays: number },
  year: number,
): string {
  return [
    unit === null ? '' : oneLine(unit),
    due === null ? '' : `${formatDay(due, { year, weekday: false })}到期`,
    overdueDays > 0 ? `逾期 ${overdueDays} 个工作日` : '',
  ]
    .filter(Boolean)
    .join('，');
}

/** One line each, the worst first: 卡第 12 环节：#12 …（红，逾期 4 个工作日）; of more than `most` the last line says how many. */
export function holdupLines(holdups: readonly Holdup[], most = 4): { said: string; bad: boolean }[] {
  const shown = holdups.length > most ? holdups.slice(0, most - 1) : holdups;
  const lines = shown.map((one) => {
    const late = one.overdueDays > 0 ? `逾期 ${one.overdueDays} 个工作日` : '';
    const facts = [lightName(one.color), late].filter(Boolean).join('，');
    const where = one.linkNos.length > 0 ? BOARD.holdsLinks(one.linkNos) : BOARD.holdups;
    return { said: `${where}：${holdupText(one, 44)}${facts && `（${facts}）`}`, bad: one.color === 'red' };
  });
  const left = holdups.length - shown.length;
  return left > 0 ? [...lines, { said: BOARD.moreHoldups(left), bad: false }] : lines;
}

export const MESSAGE_NAMES = { picture: '挂图图片' } as const;

/** 投产预计晚 23 个工作日，因 11 建设工程规划许可证; why a project stands where it does in the list of all. */
export function whyText(row: ProjectRow): string {
  if (row.late) {
    const cause = row.late.cause ? `，因 ${row.late.cause.no} ${clip(oneLine(row.late.cause.name), 16)}` : '';
    return `${BOARD.nodes[row.late.node]}预计晚 ${row.late.days} 个工作日${cause}`;
  }
  if (row.weather === null) return WEATHER_TABLE.unplanned;
  // Written this morning by an older version: the weather alone.
  if (row.worst && row.worst.weather.weather === row.weather && row.weather !== 'sun') {
    const { link, weather } = row.worst;
    const name = link ? `${link.no} ${clip(oneLine(link.name), 16)}` : BOARD.construction;
    return `${name}，${reasonText(weather, [])}`;
  }
  return { sun: '按时', cloud: '关键线路上有风险', rain: '关键线路上有环节晚了或被卡住' }[row.weather];
}

/** 红 1 · 黄 2 · 共 5, where there is no room for more; '' when there are none. */
export function shortLights(lights: ProjectRow['lights']): string {
  const total = openCount(lights);
  if (total === 0) return '';
  const bad = (['red', 'yellow'] as const).flatMap((color) =>
    lights[color] > 0 ? [`${LIGHT_NAMES[color]} ${lights[color]}`] : [],
  );
  return [...bad, `共 ${total} 件`].join(' · ');
}

/** 开工还有 34 天，投产还有 240 天; those not set are left out. */
export function nodesText(row: ProjectRow): string {
  return row.nodes
    .filter(({ plannedOn, actualOn }) => plannedOn !== null || actualOn !== null)
    .map((node) => `${oneLine(node.name)}${leftText(node)}`)
    .join('，');
}
