/** What is missing or wrong in words that were understood: reading of problems, numbers, lists, personal control. */

import type { HeardWords } from '../domain/deadline.ts';
import { clip, oneLine } from '../text/escape.ts';

export const ONE_NUMBER = '一次写一个编号，请分开发。';
export const FILTER_TOO_LONG = '条件太长了，请写项目、单位、颜色、时间这样的短词。';
export const MATTER_NEEDED = '还没写是什么事，请补充一句。';
export const SOLVED_NEEDED = '请写一下当场解决了什么，例如：当场 协调供电公司恢复了临时用电';
export const MUTE_UNTIL_NEEDED = '请写到什么时候，例如：静默 到 14:00、静默 2小时、静默 到 明天';
export const RHYTHM_NEEDED = '请写“快报 每天”或“快报 每周”。';
export const HANDOVER_NEEDED = '请写日期和代办人，例如：交接 10/8-10/15 给 @李四';
export const HANDOVER_BACKWARDS = '结束日期早于开始日期，请核对。';

/** A message to be logged that cannot be, or was already. */
export const NO_READ_SCOPE =
  '机器人还没有读取消息的权限，请把内容用“报 事项 单位 时限”发一遍；管理员开通权限后即可直接回复登记。';
export const MESSAGE_WITHOUT_TEXT = '这条消息里没有文字，请用“报 事项 单位 时限”写一句。';
export const FORWARD_UNREAD =
  '合并转发里没有读到文字，请打开转发、复制要登记的那句，用“报 事项 单位 时限”写一遍。';
export const MESSAGE_UNREAD = '没能读到原消息（可能已撤回），请用“报 事项 单位 时限”写一句。';
/** Beside a file of what is open, where some is struck off. */
export function fileOfOpenText(open: number, closed: number): string {
  return `台账另发 Excel。这份是未销号的 ${open} 件，已销号的 ${closed} 件没有在里面。`;
}
/** Beside a file of both. */
export function fileOfAllText(open: number, closed: number): string {
  return `台账另发 Excel，一共 ${open + closed} 件：未销号 ${open} 件，已销号 ${closed} 件。`;
}
export const FILE_OF_ALL = '连已销号的一起发';
export const FILE_OF_OPEN = '只发未销号的';
/** Behind a file that was asked for after rates or days. */
export const FILE_OF_PROBLEMS = '另发的 Excel 里是逐件的问题，不是刚才的比率或天数。';
/** Above figures of each, where a file was asked for. */
export const FILE_BESIDE = '分开的数在这里，逐件的台账另发 Excel。';

export const ALREADY_LOGGED = '这条消息已经登记过。';

/** @param words looked for in the text of problems */
export function nowhereText(words: string, inGroup: boolean): string {
  return `${inGroup ? '本群' : ''}能看到的问题里没有写着“${words}”的。如果不是要找这几个字，请换个说法再问。`;
}

export function numberUnknownText(issueId: number): string {
  return `没有 #${issueId} 这个编号。`;
}

/** A word that takes no note was followed by one. */
export function noNoteText(word: string, issueId: number | undefined): string {
  const number = issueId === undefined ? '#编号' : `#${issueId}`;
  return `“${word}”后面不带内容；要留话请发：进展 ${number} …`;
}

/** @param line from 1, when there are several */
export function tooLongText(count: number, most: number, line?: number): string {
  const which = line === undefined ? '内容有' : `第 ${line} 条有`;
  return `${which} ${count} 字，最多 ${most} 字，请删减或用附件。`;
}

export function tooManyLinesText(most: number, count: number): string {
  return `一次最多登记 ${most} 条，这里有 ${count} 条，请分几次发。`;
}

/** @param line from 1, when there are several */
export function lineWithoutMatterText(line?: number): string {
  const where = line === undefined ? '' : `第 ${line} 条`;
  return `${where}还没写是什么事，例如：报 磷石膏仓库堆放不下 生态环境局 3个工作日`;
}

/** What stands in the place of the deadline (完成时限：…) and is none. */
export function deadlineUnreadText(heard: string): string {
  return `没看懂时限“${heard.slice(0, 20)}”，请写日期或天数。`;
}

/** A deadline of a preview that could not be read. */
export function defaultIfConfirmedText(problem: string): string {
  return `${problem}确认则按默认时限登记。`;
}

/**
 * Words of time that left the default limit: 尽快, or what was not understood and stands in the title.
 * @param days working days of the limit taken
 */
/** A problem is logged, but not as what holds up a link. @param why and what can be said instead */
export function linkNotHeldText(heard: string, why: string): string {
  return `“${heard.slice(0, 20)}”没有记为卡住的环节：${why}`;
}

/** In a form the chosen link is another project's than the problem. A name is '' where it is not to be told. */
export function linkOfOtherText(ofLink: string, chosen: string): string {
  const named = (name: string) => (name === '' ? '另一个项目' : `“${clip(oneLine(name), 40)}”`);
  return `所选环节属于${named(ofLink)}，问题登记在${named(chosen)}，两个要一致。请改选环节或项目再点“确认”。`;
}

/** In a preview, before anything is logged. */
export function linkIfConfirmedText(heard: string): string {
  return `登记后记为卡住环节“${heard.slice(0, 20)}”`;
}

export function defaultTakenText(
  { means, phrase }: Pick<HeardWords, 'means' | 'phrase'>,
  days: number,
): string {
  const words = `“${phrase.slice(0, 20)}”`;
  return means === 'default-limit'
    ? `${words}按默认 ${days} 个工作日。`
    : `没认出${words}，按默认 ${days} 个工作日。`;
}

export function filterUnreadText(said: string): string {
  return `没看懂“${said}”。可以写项目、单位、红/黄/蓝/逾期/待签收、本周/本月。`;
}

/** A word about one problem was said without saying which. */
export const WHICH_ISSUE = '请写明编号，或直接回复那张问题卡片。';

/** Several units or projects bear the name that was said. */
export function severalNamedText(names: readonly string[]): string {
  return `有几个都叫这个名字：${names.slice(0, 6).join('、')}。请写全名。`;
}

/** Part of a name that several have. */
export function whichNamedText(heard: string, names: readonly string[]): string {
  if (names.every((name) => name.endsWith('产业')))
    return `没有项目登记为“${heard}”，登记过的有：${names.slice(0, 6).join('、')}。`;
  return `“${heard}”可能指：${names.slice(0, 6).join('、')}。请写得全一点。`;
}

/** A name was taken for what sounds like it. */
export function soundedText(names: readonly { heard: string; name: string }[]): string {
  const said = names.map(({ heard, name }) => `“${heard.slice(0, 12)}”按读音当作“${name.slice(0, 20)}”`);
  return `${said.join('，')}。`;
}

/** 等省里批的 */
export const WAITS_ABOVE_TOLD = '按挂账的算：等哪一级办理没有单记，看每一件写的原因。';

/** 新增的有几个, without a day. */
export const THIS_WEEK_TAKEN = '没有说从哪天起，按本周登记的算。';

/** No light of a past day is kept. */
export function litNowText(heard: string): string {
  return `灯色没有按“${heard.slice(0, 12)}”留底，这里是现在亮着的；问那段时间到期的，请说“${heard.slice(0, 12)}到期的”。`;
}

/** A part of a day was named, and the days are counted. */
export function wholeDayText(heard: readonly string[]): string {
  return `“${heard.map((one) => one.slice(0, 16)).join('”“')}”按全天算，不分早晚。`;
}

/** The same, where the answer could not say so. */
export function didYouMeanText(names: readonly { heard: string; name: string }[]): string {
  return `没有“${names.map(({ heard }) => heard.slice(0, 12)).join('、')}”，您是想问：`;
}

/** A question of which a part was not understood: no figure rather than one of something else. */
/** 分乡镇, where the deployment has but one area. */
export const NO_AREAS = '这里没有分设乡镇、园区，问题都登记在本级，分不出来。可以按单位或按项目看：';
export function questionUnreadText(unread: readonly string[]): string {
  const words = unread.map((word) => `“${word.slice(0, 12)}”`).join('、');
  return `${UNREAD}${words}${SAY_OTHERWISE}`;
}

const SAY_OTHERWISE = '，所以没有统计。请换个说法，或拆成两句问。';
/** The same, above what the nearest question is answered. */
export const withNearText = (text: string): string =>
  text.endsWith(SAY_OTHERWISE) ? text.replace(SAY_OTHERWISE, '，没有按原话统计。') : text;

/** Above the answer to the nearest question, which may be none of what was asked. */
export const ifAskedText = (said: string): string => `如果问的是“${said.slice(0, 40)}”：`;

const UNREAD = '没看懂';

/** Whether it is {@link questionUnreadText}. */
export function saysUnread(text: string): boolean {
  return text.startsWith(UNREAD);
}

/** A command behind a question. */
export const COMMAND_BELOW = '后面这一句是办理，点一下就发：';

/** Under what is told of the parts before it. */
export function partUnreadText(parts: readonly string[]): string {
  const said = parts.map((part) => `“${part.slice(0, 20)}”`).join('、');
  return `${said}没看懂，这部分没有回答。请换个说法单独问。`;
}

/** 开工以来, of a project whose 开工 nobody has recorded. */
export function noStartText(project: string, heard: string): string {
  return `${project}没有登记实际开工日期，“${heard}”不知道从哪天算起，所以没有统计。可以按今年的问：`;
}

/** 开工以来, and of no project: each has its own day. */
export function whoseStartText(heard: string): string {
  return `“${heard}”要看是哪个项目：各个项目开工的日子不一样，所以没有统计。请写上项目名，也可以按今年的问：`;
}

/** Asked for by a kind of item (批示, 议定) of which none was ever logged: 0 would tell something else. */
export function kindNotKeptText(kinds: readonly string[]): string {
  return `台账里没有登记为“${kinds.join('、')}”的事项（按一般问题登记的分不出来），所以没有统计。可以这样问：`;
}

/** Whose instruction it was is not kept. */
export function byWhomNotKeptText(kind: string, person: string): string {
  return `没有单独登记是谁${kind}的，不能按“${person.slice(0, 12)}”统计。可以这样问：`;
}

/** A form to log with belongs to who began it. */
export const FORM_OF_ANOTHER = '请由登记人本人填写。';

/** A form that keeps what was typed can be submitted once. */
export const FORM_USED = '这张表已经提交过了。';

/** 搜 with nothing to search for. */
export const SEARCH_WHAT = '请写要找的词，例如：搜 磷石膏';

/** A unit is meant where its head is named. */
export function asHeadText(person: string, unit: string, head: boolean): string {
  return head ? `${person}是${unit}负责人，按${unit}的算。` : `${person}在${unit}，按${unit}的算。`;
}

/** 韩雪是哪个单位的. */
export function worksAtText(
  person: string,
  { unit, head, firms }: { unit: string | undefined; head: boolean; firms: readonly string[] },
): string {
  if (unit === undefined) return `${person}是${firms.join('、')}的企业联系人。`;
  return `${person}是${unit}的${head ? '负责人' : '联络员'}。`;
}

/** 某人反映的, of a contact who logged nothing. */
export function loggedNothingText(person: string, projects: readonly string[]): string {
  return `${person}自己没有登记过问题，所以没有统计。${person}是${projects.join('、')}的企业联系人，可以按项目问：`;
}

/** Whose problems are those that were told up to them. */
export function asPrincipalText(person: string): string {
  return `${person}是主要领导，按已上报主要领导的算。`;
}

/** What waits to be handed on, or approved, is the whole office's. */
export function asOfficeText(person: string): string {
  return `${person}是综合办的，按等综合办转办、审批的全部算，没有单算${person}的。`;
}

/** One of the office: no problem is theirs. */
export function officeHoldsNoneText(person: string): string {
  return `${person}是综合办的，不签收也不办理问题，所以没有统计。可以问：待转办的有几件。`;
}

/** Somebody who leads no project, and to whom nothing is told up. */
export function notTheirsText(person: string): string {
  return `${person}名下没有登记分管或任秘书的项目，也不在上报的领导里。`;
}
