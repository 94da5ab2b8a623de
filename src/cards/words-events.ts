/** Answers that count steps (催办了几回), and how many of some are also something else (交办的那几条签收了几条). */
import type { GroupBy, Step } from '../domain/issue-filter.ts';

/** 本月催办 7 次: last part of the title. */
export function stepTitle(by: string, span: string, step: string, times: number): string {
  return `${by}${span}${step} ${times} 次`;
}
export function stepText(span: string, step: string, times: number, issues: number): string {
  return times === 0 ? `${span}没有${step}过。` : `${span}${step} ${times} 次，涉及 ${issues} 件。`;
}
export function stepRowText(times: number, issues: number): string {
  return `${times} 次，涉及 ${issues} 件`;
}
export function mostTimesText(names: readonly string[], times: number): string {
  return names.length > 1
    ? `${names.join('、')}一样多，各 ${times} 次。`
    : `${names.join('')}最多，${times} 次。`;
}
/** What is counted, so that nobody reads another number into it. */
export function stepNote(step: Step, by: GroupBy | undefined): string {
  const unit = by !== 'unit' ? '' : step === 'bounced' ? '单位按退回的单位算。' : '单位按现在的责任单位算。';
  const given = step === 'routed' ? '登记时派给单位的也算，按人查的除外。' : '';
  const what = step === 'rerouted' ? '改派 = 从一个责任单位改到另一个；退回后重新转办的不算。' : given;
  return `按办理记录一步算一次，撤销了的不算。${what}${unit}`;
}

/** 其中之后签收过 3 件，占 75%。 */
export function partText(
  whole: string,
  count: number,
  part: string,
  some: number,
  share: number | null,
): string {
  const percent = share === null ? '' : `，占 ${share}%`;
  return `${whole} ${count} 件，其中${part} ${some} 件${percent}。`;
}
export function countedText(count: number): string {
  return `其中计入按时率的 ${count} 件。`;
}
export const COUNTED_NOTE = '挂过账的、申诉免责的、长期的，以及台账没写销号日期或时限的，不计入按时率。';
export function ratedText(count: number): string {
  return `其中企业评价过的 ${count} 件。`;
}
