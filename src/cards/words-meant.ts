/** What else the same words may have meant, or what the figure leaves out, told beside it. */

/** 哪类问题最多: of what is open; and who leads with what is struck off. */
export function withClosedFirstText(names: readonly string[], count: number, least: boolean): string {
  const each = names.length > 1 ? '，各' : '，';
  return `这里只算未销号的。连已销号的一起算，最${least ? '少' : '多'}的是${names.join('、')}${each} ${count} 件。`;
}
/** 电的问题占了几成 @param told the figure of all */
export const withClosedShareText = (told: string): string => `这里只算未销号的。连已销号的一起算：${told}`;
/** 退回来的几件 */
export const withClosedCountText = (count: number): string => `连已销号的一起算，是 ${count} 件。`;
/** 是不是都绿的, 全是我们的吗: yes or no, with both numbers. */
export function whetherAllText(some: number, all: number): string {
  if (all === 0) return '';
  return some === all ? `是，${all} 件都是。` : `不是：一共 ${all} 件，其中 ${some} 件是。`;
}
/** 跟去年同期比 @param day as a reader calls it */
export const notBegunText = (day: string): string =>
  `${day}以前这里还没有登记过问题，那时候没有数，比不出多少。`;
/** 十月份解决了多少, 国庆以来 @param day of the first one, as a reader calls it */
export const recordsBeginText = (day: string): string => `本系统自${day}起有登记，此前的没有数。`;
/** 逾期三天以上的 @param red so many are red exactly then */
export const moreThanText = (days: number, red: boolean, count: number): string =>
  `如果问的是超过 ${days} 个工作日的${red ? '（红色）' : ''}，是 ${count} 件。`;
/** 我们退回过的, of who sees what their unit has. */
export const GONE_ELSEWHERE = '退回以后不归本单位、您看不到的，没有算在内。';
/** Beside a figure that was asked of all, of who sees some of them. */
export const NOT_THE_WHOLE = '全区的您看不全，这里只算了您看得到的。';
/** 我们局排第几, of who sees some of them. */
export const PLACE_AS_SEEN = '只按您看得到的问题排，不是全区的名次。';
