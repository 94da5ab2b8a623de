/** Orders said in plain words: what waits for 确认, and what became of it. */

/** @param count named on the card, all of which one 确认 urges */
export function urgeAllTitle(count: number): string {
  return `请确认：催办 ${count} 件`;
}

/** 逾期 4 件。要催哪一件？ */
export function urgeAllText(view: {
  heading: string;
  total: number;
  issues: readonly unknown[];
  held: readonly unknown[];
}): string {
  const { heading, total, issues, held } = view;
  const named = issues.length + held.length;
  const more = total > named ? `，这里是最急的 ${named} 件` : '';
  return `${heading} ${total} 件${more}。要催哪一件？点它后面的“催办”；下面 ${issues.length} 件都要催，点“确认”。`;
}

/** None of them may be urged, each for its reason. */
export function urgeNoneText(heading: string, why: readonly string[]): string {
  return `${heading}，没有可以催办的：${why.join('；')}`;
}

/** 已催办 3 件，1 件没有催 */
export function urgedText(done: number, failed: number): string {
  const left = failed > 0 ? `，${failed} 件没有催` : '';
  return done === 0
    ? `一件也没有催${failed > 0 ? `：${failed} 件都不能催` : ''}`
    : `已催办 ${done} 件${left}`;
}

/** 转给宋丽跟一下. */
export const noReceiverText = (name: string): string =>
  `${name}不在责任单位，转办不能转给${name}，能做的是催办。`;

/** 都催一下, where what was asked before is struck off or there was none of it. */
export const URGE_NONE = '刚才问到的里面，没有可以催办的：催办只对还没办完的。';

/** 企业不满意的催一下, which are struck off. */
export const noneOpenText = (title: string, total: number): string =>
  total === 0
    ? `“${title}”0 件，没有要催办、转办的。`
    : `“${title}”${total} 件都已经了结，不能再催办、转办；没解决的可以重开。点编号看详情：`;

/** 图审那件催一下, of whoever is to act on it. */
export const OWN_TURN = '现在正等您自己办，催办只会发给您。有话要回，请发“进展 #编号 …”。';

/** Of several what is said of one: 今天您已经催办过这一件. */
export function whyOfSeveral(why: string): string {
  return why.replace('催办过这一件', '催办过').replace(/。$/, '');
}

/** 最近登记 23 件中的前 10 件: the first of a list that does not begin with what is due first. */
export function firstOfText(heading: string, total: number): string {
  return `${heading} ${total} 件中的前`;
}

/** The only one may not be urged, and why. */
export function urgeRefusedText(title: string, why: string): string {
  return `${title} 1 件：${why}`;
}

/** 有的话催一下, of nothing. */
export const NONE_TO_URGE = '上一问没有符合条件、还没办完的问题，没有要催、要转的。';

/** 让钱进今天回个话: words are not passed on, 催办 is. */
export const TELL_AS_URGE = '“批示”还没有做，能做的是催办。';

/** Of which problems an order is meant is not known. */
export const NO_ORDERS_HERE =
  '“批示”还没有做，能做的是催办、转办。说的是哪一件？请写编号，或者先看清单，再说“都催一下”；新问题请发“报 …”登记。';

/** Those meant are not theirs, or there are none. @param of what was meant, where it was said @param unit '' for anybody's */
export function ofOthersText(unit: string, of = ''): string {
  return `${of === '' ? '这' : `“${of}”`}里面没有${unit === '' ? '' : `${unit}主办、`}还没办完的。`;
}

/** @param to whom 催办 reaches @param whom who was named, and is not among them @param unit whose it is, where it is not theirs */
export function urgedIsText(to: readonly string[], { unit, whom }: { unit?: string; whom?: string }): string {
  const theirs = unit === undefined ? '' : `这件由${unit}主办，`;
  const reached = to.length > 0 ? `催办发给${to.join('、')}` : '';
  const not = whom === undefined || to.includes(whom) ? '' : `，不单独发给${whom}`;
  return `（${theirs}${reached}${not}）：`;
}

/** 延期 or 挂账 of what is over. */
export const OVER_ALREADY = '这一件已经销号，不能再延期、挂账。要看办理结果，点编号：';

/** 挂一下账 */
export function pauseText(issueId: number, title: string): string {
  return `说的是 #${issueId} ${title}。挂账要写明到哪天和理由，由综合办批准，例如：挂账 #${issueId} 到 12月31日 等省里批复。`;
}

/** 这件别催了 */
export const QUIET = '好的，没有催。到期提醒由系统按规则发，不能单独关；要停表，请走挂账。';

/** 退回去, of none or of several. */
export const WHICH_TO = {
  extend: '要延期的是哪一件？延期一件一件申请，请写编号，例如：延期 #12 到 12月20日 等环评批复。',
  pause: '要挂账的是哪一件？挂账一件一件申请，请写编号，例如：挂账 #12 到 12月20日 等国网批复。',
  return: '要退回的是哪一件？请写编号，或者点开那一件：',
  raise: '说的是哪一件？上报由系统按逾期天数自动进行；请领导研究用“上会 #编号”：',
  route: '要转给负责人的是哪一件？点开那一件再转：',
  until: '延到哪天？延期要写明日期和理由，由综合办批准：',
} as const;
