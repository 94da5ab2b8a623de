/** What is said with a problem that was found by a description in somebody's own words. */
import type { Fact } from '../domain/reading.ts';

const MOST_WORDS = 4;

function quoted(words: readonly string[]): string {
  return words
    .slice(0, MOST_WORDS)
    .map((word) => `“${word}”`)
    .join('、');
}

/**
 * @param words of the description that stand in it
 * @param missing words that do not
 * @param fact what was asked of it, in words
 * @param unanswered clauses that ask what has no answer of its own
 * @param order what an order in it can be given as
 */
export function foundText(
  words: readonly string[],
  more: { missing?: readonly string[]; fact?: string; unanswered?: readonly string[]; order?: string } = {},
): string {
  const by = words.length > 0 ? `${quoted(words)}` : '';
  const lacks = more.missing?.length ? `，里面没有写着${quoted(more.missing)}` : '';
  const fact = more.fact === undefined ? '' : `${more.fact}。`;
  return `按您的话${by}找到这一件${lacks}。${fact}${unansweredText(more.unanswered)}${more.order ?? ''}`;
}

const LONGEST_CLAUSE = 20;
function unansweredText(clauses: readonly string[] = []): string {
  return clauses.length === 0
    ? ''
    : `${quoted(clauses.map((one) => one.slice(0, LONGEST_CLAUSE)))}没有单独的答案。`;
}

/** A unit that was asked about, beside one problem. @property lead who is responsible */
export interface UnitBeside {
  name: string;
  role: 'leads' | 'helps' | 'none';
  lead?: string;
}

const othersText = ({ name, role, lead }: UnitBeside): string =>
  `${role === 'helps' ? `${name}是协办` : `不归${name}`}，${lead === undefined ? '还没定责任单位' : `责任单位${lead}`}`;

/** @param loosely 有没有关系 is asked */
export function unitIsText(unit: UnitBeside, loosely: boolean): string {
  const [yes, no] = loosely ? ['有关系', '没有关系'] : ['是', '不是'];
  if (unit.role === 'leads') return `${yes}，由${unit.name}牵头。`;
  return `${loosely && unit.role === 'helps' ? yes : no}，${othersText(unit)}。`;
}

/** @param last what the unit did last */
export function unitDidText(unit: UnitBeside, state: string, last: string | undefined): string {
  const did = last === undefined ? `${unit.name}没有办理记录` : `${unit.name}最近：${last}`;
  return `${state}，${did}${unit.role === 'leads' ? '' : `；${othersText(unit)}`}。`;
}

/** @param contacts of its unit */
export function whomText(contacts: string, secretary: string | undefined): string {
  const people = [contacts.replace(/。$/, ''), secretary === undefined ? '' : `项目秘书 ${secretary}`];
  return people.filter((one) => one !== '').join('；');
}

/** @param each number, title and how it stands */
export function foundSeveralText(each: readonly string[]): string {
  return ['您说的可能是其中一件，点编号看详情：', ...each].join('\n');
}

/** Whose view nothing was found in, and who can tell what stands elsewhere. */
export interface LookedIn {
  inGroup: boolean;
  /** The asker may see everything. */
  whole: boolean;
}

function nowhereText(words: readonly string[], { inGroup }: LookedIn, project = ''): string {
  return `${inGroup ? '在本群' : '在您'}看得到的问题里没有找到${project}写着${quoted(words)}的那一件。`;
}

/** @param words of a problem that is meant, which none holds together @param near that hold some of them */
export function nowhereOneText(
  words: readonly string[],
  looked: LookedIn,
  near: readonly { id: number; title: string }[] = [],
): string {
  const others = looked.inGroup
    ? '要查别的项目，请与我私聊。'
    : looked.whole
      ? '请换几个字再说。'
      : '要查别的项目，请联系项目秘书或综合办。';
  const like = near.map(({ id, title }) => `#${id} ${title}`).join('；');
  return `${nowhereText(words, looked)}${like === '' ? others : `有几个字相同的：${like}。${others}`}也可以点下面的按钮：`;
}

/** @param project that was named, which none of them is of @param each number, title and how it stands */
export function nearText(
  words: readonly string[],
  looked: LookedIn & { project: string },
  each: readonly string[],
): string {
  return [`${nowhereText(words, looked, looked.project)}相近的有，点编号看详情：`, ...each].join('\n');
}

/**
 * Several were described at once.
 * @param apart whether they are one and the same was asked
 * @param first which of them comes first, where that was asked
 */
export function foundTogetherText(
  each: readonly string[],
  { apart, first, unanswered }: { apart: boolean; first?: string | undefined; unanswered: readonly string[] },
): string {
  const lead = `${apart ? '不是同一件。' : ''}${first ?? ''}${unansweredText(unanswered)}`;
  return [
    `${lead}按您的话找到这${each.length === 2 ? '两' : ` ${each.length} `}件，点编号看详情：`,
    ...each,
  ].join('\n');
}

const CLOCKS: Partial<Record<Fact, string>> = {
  logged: '登记',
  signed: '签收',
  closed: '销号',
  deadline: '到期',
};

/** @param ids those that come first, or last, by what was asked; several at the same time; none: it befell none of them */
export function whichFirstText(fact: Fact, ids: readonly number[], last: boolean): string {
  const what = CLOCKS[fact] ?? '';
  if (ids.length === 0) return `都还没有${what}。`;
  const numbers = ids.map((id) => `#${id}`).join('、');
  return ids.length > 1 ? `${numbers} 同时${what}。` : `${last ? '后' : '先'}${what}的是 ${numbers}。`;
}

/** @param stands project, unit and state */
export function foundLine(issueId: number, title: string, stands: readonly string[]): string {
  return `#${issueId} ${title}（${stands.filter((one) => one !== '').join(' · ')}）`;
}

/** 把供水压力不足那个转给水利局. @param to unit, or somebody */
export function handOnText(issueId: number, title: string, to: string): string {
  return `说的是 #${issueId} ${title}，要转给${to}吗？点一下就发转办：`;
}

/** 路灯那个催一下 */
export function urgeOneText(issueId: number, title: string): string {
  return `说的是 #${issueId} ${title}，要催办吗？点一下就发催办：`;
}

/** An order that the asker may not give, and why. */
export function orderRefusedText(issueId: number, title: string, why: string): string {
  return `说的是 #${issueId} ${title}：${why}`;
}

/** 不归我们，转给交通局吧, of a unit. @param to whom it was to be handed on to */
export function sendBackText(issueId: number, title: string, to: string): string {
  return `说的是 #${issueId} ${title}。转给${to}要由综合办或项目秘书来转；您可以退回，理由里写明应转${to}：`;
}

/** 转给赵磊办, whose it is anyway. */
export function inHandText(person: string): string {
  return `现在就由${person}在办，不用再转。`;
}

/** 让他们给个说法, of a problem that is over. */
export const TOLD_ON_CLOSED = '这一件已经销号，不用再催。要看办理结果，点编号：';

/** …现在是啥颜色，催一下他们 */
export function urgeItText(id: number): string {
  return `要催，点下面的“催办”，或者发“催办 #${id}”。`;
}

/** @param day by which an answer is wanted */
export function dayNotCarriedText(day: string): string {
  return `“${day}”写不进催办。`;
}
