import type { DeadlineExplanation, DeadlineReading, DeadlineRemark } from '../domain/deadline.ts';
import { type DayStyle, formatDay } from '../domain/time.ts';

/** A deadline as shown: '11月25日(周三)', with ' 17:00' only when an hour was given. */
export function deadlineText(deadline: { day: string; hour?: string }, style: DayStyle = {}): string {
  return deadline.hour
    ? `${formatDay(deadline.day, style)} ${deadline.hour}`
    : formatDay(deadline.day, style);
}

/** Said where such words were taken for the deadline. */
export const LONG_TERM_TAKEN = '按长期事项记，不设时限、不亮灯，每季度问一次';

const EXAMPLES = '如“3个工作日”“下周五前”“12月20日前”';

/**
 * Asks back about a deadline that was not understood, offering what it could mean. `style.year` is the current year,
 * left out of dates.
 */
export function deadlineProblemText(
  reading: Extract<DeadlineReading, { kind: 'unclear' }>,
  style: DayStyle = {},
): string {
  const words = `“${reading.phrase.trim()}”`;
  const choices = reading.candidates.map((candidate) => deadlineText(candidate, style));
  const ask = choices.length > 0 ? `是指${choices.join('还是')}吗？` : `请重新写一个时限，${EXAMPLES}。`;
  switch (reading.problem) {
    case 'past':
      return `${words}已经过了，${ask}`;
    case 'impossible':
      return `没有${words}这个日期或时间，${ask}`;
    case 'ambiguous':
      return choices.length > 1
        ? `${words}有几种理解：${choices.join('、')}，请选定一个。`
        : `${words}不够明确，${ask}`;
    case 'vague':
      return `${words}不是具体时限，${ask}`;
    case 'fraction':
    case 'zero':
      return `${words}请按整天写，${EXAMPLES}。`;
    case 'weekday-mismatch':
      return `${words}的日期和星期对不上，${ask}`;
    case 'too-far':
      return `${words}超出五年，请核对年份。`;
  }
}

const ROLLED = { 'next-week': '本周的已过，按下周', 'next-month': '本月的已过，按下月' };

function remarkText(remark: DeadlineRemark, style: DayStyle): string {
  switch (remark.kind) {
    case 'non-working-day': {
      const why = remark.reason === 'weekend' ? '周末' : (remark.name ?? '休息日');
      return `${formatDay(remark.day, style)}是${why}，不是工作日（前一工作日为${formatDay(remark.previous, style)}）`;
    }
    case 'provisional-year':
      return provisionalYearText(remark.year);
    case 'rolled':
      return `${remark.to === 'next-year' ? `今年的已过，按${remark.day.slice(0, 4)}年` : ROLLED[remark.to]}：${formatDay(remark.day, style)}`;
    case 'before-holiday':
      return `${remark.holiday}假期${formatDay(remark.begins, style)}开始，按节前最后一个工作日${formatDay(remark.day, style)}`;
    case 'after-holiday':
      return `按${remark.holiday}假期后第${remark.count}个工作日${formatDay(remark.day, style)}`;
    case 'longer-of-two':
      return `按较长的${remark.count}个工作日`;
    case 'last-working-day':
      return `按该周最后一个工作日${formatDay(remark.day, style)}`;
    case 'before-period':
      return `“之前”按${formatDay(remark.day, style)}为止`;
    case 'hour-assumed':
      return `未说上午下午，按${remark.hour}`;
  }
}

/** What must be said about a year whose State Council notice is not in the data (product.md §4). */
export function provisionalYearText(year: number): string {
  return `${year}年放假安排尚未公布，暂按周末和法定节日计`;
}

/** The remarks of an understood deadline in one line; empty when there is nothing to say. */
export function deadlineRemarksText(remarks: readonly DeadlineRemark[], style: DayStyle = {}): string {
  return remarks.map((remark) => remarkText(remark, style)).join('；');
}

function ruleText(explanation: DeadlineExplanation, style: DayStyle): string {
  const { rule, firstCounted, holiday } = explanation;
  const said = `${formatDay(rule.start, style)}提出`;
  switch (rule.kind) {
    case 'working-days':
      return `${said}，${rule.count}个工作日${firstCounted ? `，从${formatDay(firstCounted, style)}起算` : ''}`;
    case 'calendar-days': {
      const months = rule.months > 0 ? `${rule.months}个月` : '';
      const days = rule.days > 0 ? `${rule.days}天` : '';
      return `${said}，${months}${months && days ? '零' : ''}${days}，按自然日计`;
    }
    case 'minutes':
      return `${said}，${rule.minutes % 60 === 0 ? `${rule.minutes / 60}小时` : `${rule.minutes}分钟`}，不分昼夜连续计`;
    case 'day':
      return `${said}，指定日期`;
    case 'last-working-day':
      return `${said}，取${formatDay(rule.from, style)}至${formatDay(rule.until, style)}的最后一个工作日`;
    case 'nth-working-day':
      return `${said}，取${formatDay(rule.from, style)}至${formatDay(rule.until, style)}的第${rule.count}个工作日`;
    case 'long-term':
      return `${said}，长期坚持，不设时限，不亮灯`;
    case 'after-holiday':
      return `${said}，${rule.holiday}假期${holiday ? `${formatDay(holiday.begins, style)}开始` : '日期未定'}，取节后第${rule.count}个工作日`;
    case 'before-holiday':
      return `${said}，${rule.holiday}假期${holiday ? `${formatDay(holiday.begins, style)}开始` : '日期未定'}，取节前最后一个工作日`;
  }
}

/** How a deadline was counted (怎么算的 #12): one fact per line, the result last. */
export function deadlineExplanationText(explanation: DeadlineExplanation, style: DayStyle = {}): string {
  const short = { ...style, weekday: false };
  const skipped = explanation.skipped.map((run) => {
    const name = run.reason === 'weekend' ? '周末' : (run.name ?? '休息日');
    const days =
      run.days === 1
        ? formatDay(run.from, short)
        : `${formatDay(run.from, short)}至${formatDay(run.until, short)}`;
    return `${days}（${name}，${run.days}天）`;
  });
  const makeUps = explanation.makeUps.map(
    ({ day, name }) => `${formatDay(day, style)}${name ? `（${name}调休）` : ''}`,
  );
  if (explanation.rule.kind === 'long-term') return ruleText(explanation, style);
  const counted = explanation.rule.kind === 'working-days';
  return [
    ruleText(explanation, style),
    ...(skipped.length > 0 ? [`不计：${skipped.join('、')}`] : []),
    ...(makeUps.length > 0 ? [`调休上班，计入：${makeUps.join('、')}`] : []),
    ...(counted || explanation.workingDays <= 0 ? [] : [`其间${explanation.workingDays}个工作日`]),
    ...explanation.provisionalYears.map(provisionalYearText),
    `截止：${deadlineText({ day: explanation.result, ...(explanation.hour ? { hour: explanation.hour } : {}) }, style)}${explanation.hour ? '' : '下班前'}`,
  ].join('\n');
}
