/** Whole questions in plain words for what was understood of a sentence, most telling first: for buttons, never run. */
import { todayOf } from '../domain/directory.ts';
import type { ReadContext } from './definition.ts';
import type { Period } from './lexicon/periods.ts';
import type { StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

const COLORS: Readonly<Record<string, string>> = { red: '红色', yellow: '黄色', blue: '蓝色', green: '正常' };
const STATUSES: Readonly<Record<string, string>> = {
  unrouted: '待转办',
  unsigned: '待签收',
  working: '办理中',
  paused: '挂账',
  verifying: '待核验',
  closed: '办结',
  void: '作废',
};
const MARKS: Readonly<Record<string, string>> = {
  bounced: '退回',
  reopened: '反弹',
  joint: '联合攻坚',
  unsatisfied: '企业不满意',
  appealed: '在申诉',
  exempt: '免责',
  'green-channel': '绿色通道',
  'on-the-spot': '当场解决',
  measured: '有固化措施',
  early: '提前办结',
};

/** undefined: nothing one would ask for by itself. */
function stateText(state: StateWord): string | undefined {
  switch (state.kind) {
    case 'color':
      return COLORS[state.color];
    case 'status':
      return STATUSES[state.status];
    case 'mark':
      return MARKS[state.mark];
    case 'closed':
      return '办结';
    case 'overdue':
      return '逾期';
    case 'in-time':
      return '没逾期';
    case 'lit':
      return '亮灯';
    case 'open':
      return '没办完';
    case 'agenda':
      return '上会';
    case 'extension':
      return state.extension === 'asked' ? '申请延期' : '延期';
    case 'long-term':
      return '长期';
    default:
      return undefined;
  }
}

/** Part of what was told rather than what is looked for: 讲他们, 三次. */
const UNSURE = /[他她你我们说讲次会般]/;

/** Names as they stand in the master data, joined. */
function placeText(scan: Scan, { directory }: ReadContext): string {
  const projects = scan.projectIds.map((id) => {
    const one = directory.project(id);
    return one?.shortNames[0] ?? one?.name ?? '';
  });
  const units = scan.unitIds.map((id) => directory.unit(id)?.name ?? '');
  const areas = scan.areaIds.map((id) => directory.data.areas.find((one) => one.id === id)?.name ?? '');
  const kinds = scan.categoryIds.map(
    (id) => directory.data.categories.find((one) => one.id === id)?.name ?? '',
  );
  const joined = (names: readonly string[]) => names.slice(0, 3).join('和');
  const place = [joined(areas), joined(projects), joined(units)].filter((one) => one !== '').join('');
  const [text = ''] = scan.texts;
  const about = text === '' || UNSURE.test(text) ? '' : `关于${text}的`;
  return `${place}${kinds.length > 0 ? `${joined(kinds)}类` : ''}${about}`;
}

const GROUPS: Readonly<Record<string, string>> = {
  unit: '各单位',
  project: '各项目',
  area: '各园区',
  category: '各类',
};

/** Some of them may be none that is understood: whoever offers one reads it first. */
export function sentencesOf(scan: Scan, context: ReadContext): string[] {
  const { tags } = scan;
  const place = placeText(scan, context);
  const states = [...new Set(scan.states.flatMap((one) => stateText(one) ?? []))];
  const when = (period: Period) => scan.heard.get(period) ?? '';
  const periods = scan.periods.map(when).filter((one) => one !== '');
  const [period = ''] = periods;
  const group = scan.by ? (GROUPS[scan.by.by] ?? '') : '';
  const made: string[] = [];
  const closed = states.includes('办结');
  if (scan.rate === 'closed') made.push(`${place}${period}办结率是多少`, `${place}${period}按时率是多少`);
  if (scan.rate === 'on-time') made.push(`${place}${period}按时率是多少`, `${place}${period}办结率是多少`);
  if (scan.rate === 'satisfied') made.push(`${place}${period}满意率是多少`, `${place}企业不满意的有几个`);
  if (scan.rate === 'share')
    for (const one of states) made.push(`${place}${one}的占多少`, `${place}${one}的有几个`);
  if (scan.duration) made.push(`${place}${period}平均几天办完`, `${place}哪个单位办得最快`);
  const standing = states.filter((one) => one !== '办结');
  if (scan.longest) made.push(`${place}${standing[0] ? `${standing[0]}的` : ''}拖得最久的是哪件`);
  for (const one of periods) {
    if (closed) made.push(`${place}${group}${one}办结了几个`);
    if (scan.basis === 'due') made.push(`${place}${group}${one}到期的有几个`);
    if (scan.basis === 'logged') made.push(`${place}${group}${one}新增了几个`);
  }
  for (const one of standing) made.push(`${place}${group}${one}的有几个`);
  for (const one of standing)
    if (group === '' && scan.unitIds.length === 0) made.push(`${place}哪个单位${one}的最多`);
  if (period !== '' && states.length === 0 && scan.basis === undefined) {
    const today = todayOf(context);
    const [{ past, from, until } = { past: false, from: today, until: today }] = scan.periods;
    const ahead = from >= today && until > today;
    const clocks = past ? ['新增了几个', '办结了几个'] : ['到期的有几个', ...(ahead ? [] : ['新增了几个'])];
    for (const end of clocks) made.push(`${place}${group}${period}${end}`);
  }
  if (closed && period === '') made.push(`${place}本月办结了几个`, `${place}${group}办结的有几个`);
  const [only] = scan.projectIds;
  if (only !== undefined)
    for (const node of scan.nodes) made.push(`${place}什么时候${node === 'start' ? '开工' : '投产'}`);
  if (only !== undefined && scan.projectIds.length === 1 && scan.unitIds.length === 0)
    made.push(`${place}怎么样了`);
  if (group !== '') made.push(`${place}${group}没办完的有几个`, `${place}${group}逾期的有几个`);
  if (place !== '') made.push(`${place}没办完的有几个`, `${place}逾期的有几个`);
  if (scan.basis === 'logged' && period === '') made.push(`${place}本周新增了几个`, `${place}本月新增了几个`);
  if (tags.has('noun') || tags.has('count') || tags.has('most'))
    made.push('没办完的有几个', '哪个单位没办完的最多');
  return [...new Set(made)];
}
