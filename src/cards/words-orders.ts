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

/** 都催一下, where what was asked before is struck off or there was none of it. */
export const URGE_NONE = '刚才问到的里面，没有可以催办的：催办只对还没办完的。';

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
