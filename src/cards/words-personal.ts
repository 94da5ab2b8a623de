/** What is said about 静默, 不再提醒, 快报 and 交接. */
import { HANDOVER_AHEAD_MAX, HANDOVER_DAYS_MAX, type HandoverDays } from '../domain/handover.ts';
import type { DigestRhythm } from '../domain/model.ts';
import { MUTE_DAYS_MAX, type MuteProblem } from '../domain/mute.ts';
import { clockOf, datePartsOf, dayOf, daysBetween, formatDay, type Instant } from '../domain/time.ts';

/** 今天 14:00, 明天 08:00, 11月27日(周五) 08:00 */
export function momentText(at: Instant, now: Instant, timeZone: string): string {
  const [day, today] = [dayOf(at, timeZone), dayOf(now, timeZone)];
  const near = ['今天', '明天'][daysBetween(today, day)];
  return `${near ?? formatDay(day, { year: datePartsOf(today).year })} ${clockOf(at, timeZone)}`;
}

/** @param until null: none; readable */
export function muteStateText(until: string | null): string {
  return until === null
    ? '现在没有静默。可发：静默 到 14:00、静默 2小时、静默 到 明天。'
    : `静默中，到 ${until} 为止。提前结束请发：静默 取消。`;
}

/** @param handsOver what must be said about the 晨报, empty when nothing */
export function mutedText(until: string, digest: 'waits' | 'left-out' | 'untouched'): string {
  const morning = {
    waits: '今天的晨报届时补上。',
    'left-out': '其间的晨报不发，下一个工作日早上照常。',
    untouched: '',
  }[digest];
  return `已静默，到 ${until} 为止：自动提醒届时再发（仍有效才发）。${morning}别人转给您、催您的和您自己问的照常发。提前结束请发：静默 取消。`;
}

export function unmutedText(was: boolean): string {
  return was ? '已结束静默，提醒照常。' : '现在没有静默。';
}

export function muteProblemText(problem: MuteProblem): string {
  return problem === 'past'
    ? '这个时间已经过去了，请写以后的时间。'
    : `静默最长 ${MUTE_DAYS_MAX} 天；离开更久请用“交接”，例如：交接 10/8-10/15 给 @李四。`;
}

/** On somebody's own card of an issue. */
export function mutedLine(issueId: number): string {
  return `您已设不再提醒；要恢复请发“恢复提醒 #${issueId}”`;
}

const RHYTHMS: Record<DigestRhythm, string> = {
  daily: '每个工作日早上',
  weekly: '每周第一个工作日早上',
};

export function rhythmText(rhythm: DigestRhythm, changed: boolean): string {
  const other = rhythm === 'daily' ? '快报 每周' : '快报 每天';
  return `${changed ? '已改为' : '现在是'}${RHYTHMS[rhythm]}一份。${rhythm === 'weekly' ? '红灯升级仍随时单独报您。' : ''}要改请发：${other}。`;
}

export function rhythmNotYoursText(): string {
  return '频次由领导和综合办选择；您的晨报没有事项时不发。';
}

/** 10月8日(周四)到 10月15日(周四), or the one day. */
export function spanText(days: HandoverDays, year: number): string {
  const from = formatDay(days.fromDay, { year });
  return days.fromDay === days.untilDay ? from : `${from}到 ${formatDay(days.untilDay, { year })}`;
}

/**
 * @param who `person` is absent when it is the speaker's own
 * @param relays days on which somebody else acts, because the deputy is away, too
 */
export function handoverMadeText(
  who: { person?: string | undefined; deputy: string },
  days: HandoverDays & { begun: boolean },
  relays: readonly { deputy: string; days: HandoverDays }[],
  year: number,
): string {
  const whose = who.person ? `${who.person}的` : '您的';
  const count = daysBetween(days.fromDay, days.untilDay) + 1;
  const when = days.begun ? '即时生效' : '到时自动生效';
  return [
    `已交接：${spanText(days, year)}（共 ${count} 天）${whose}事项由${who.deputy}代办，${when}，到期自动收回。`,
    ...relays.map((one) => `其中 ${spanText(one.days, year)} ${who.deputy}也交接了，由${one.deputy}代办。`),
    `签收、办理、核验、审批和提醒都到代办人；本人报的办结代办人不能核验。提前收回请发：交接 取消${who.person ? ` @${who.person}` : ''}。`,
  ].join('\n');
}

/** To the person, on the morning it begins; or when somebody else made it for them. */
export function handoverTellText(
  deputy: string,
  days: HandoverDays,
  by: { begun: boolean; madeBy?: string | undefined },
  year: number,
): string {
  const head = by.madeBy ? `${by.madeBy}为您设置了交接` : by.begun ? '交接已生效' : '交接已设置';
  return `${head}：${spanText(days, year)}您的事项由${deputy}代办，到期自动收回，届时有汇报。您仍可办理；提前收回请发：交接 取消。`;
}

/** To the deputy, when it was made ahead of its first day. */
export function handoverAskedText(person: string, days: HandoverDays, year: number): string {
  return `${person}请您代办：${spanText(days, year)}。届时会把在办事项发给您；不便代办请发：交接 取消。`;
}

export function handoverCancelledText(
  person: string,
  deputy: string,
  days: HandoverDays,
  year: number,
): string {
  return `交接已取消：${person}给${deputy}，${spanText(days, year)}。`;
}

/** Instead of what is open, when it was over before the morning: a day off. */
export function handoverOverText(person: string, deputy: string, days: HandoverDays, year: number): string {
  return `${person}给${deputy}的交接（${spanText(days, year)}）已经结束。`;
}

/** To both, when the bot was down for all of its days. */
export function handoverDroppedText(
  person: string,
  deputy: string,
  days: HandoverDays,
  year: number,
): string {
  return `${person}给${deputy}的交接（${spanText(days, year)}）因系统停机没有生效，现已过期，期间没有代办事项。`;
}

const HANDOVER_STATES = { planned: '未开始', active: '进行中', ended: '已结束', cancelled: '已取消' };

/** 张三给李四 10月8日(周四)到 10月15日(周四),进行中 */
export function handoverLine(
  who: { person: string; deputy: string },
  days: HandoverDays & { state: keyof typeof HANDOVER_STATES },
  year: number,
): string {
  return `${who.person}给${who.deputy} ${spanText(days, year)}，${HANDOVER_STATES[days.state]}`;
}

export function handoversText(own: readonly string[], standing: readonly string[]): string {
  const lines = [...own.map((line) => `您的交接：${line}`), ...standing.map((line) => `您代办：${line}`)];
  return lines.length > 0
    ? [...lines, '取消请发：交接 取消。'].join('\n')
    : '现在没有交接。出差休假可发：交接 10/8-10/15 给 @李四。';
}

/** @param other readable, of the handover in the way */
export function handoverProblemText(
  code: 'self' | 'past' | 'too-long' | 'too-far' | 'overlap' | 'cycle',
  facts: { days: number | undefined; other: string | undefined },
): string {
  switch (code) {
    case 'self':
      return '不能交接给本人，请换一位。';
    case 'past':
      return '日期已经过去了；最早从今天开始。';
    case 'too-long':
      return `共 ${facts.days} 天，太长了；一次最多 ${HANDOVER_DAYS_MAX} 天。`;
    case 'too-far':
      return `开始日期在 ${HANDOVER_AHEAD_MAX} 天以后（也可能今年的这一天已过），请核对日期。`;
    case 'overlap':
      return `与已有的交接重叠：${facts.other}。请先发“交接 取消”，或换日期。`;
    case 'cycle':
      return `会绕回本人：${facts.other}。请换一位代办人或日期。`;
  }
}

export const HANDOVER_OUTSIDER = '代办人须是本单位租户内的人员，外单位人员不能代办。';
export const HANDOVER_NOT_FOR_OUTSIDER = '外单位人员在群里办理，不用交接；需要换人请联系项目秘书。';

export function deputyUnreachableText(deputy: string): string {
  return `机器人联系不上${deputy}（可能已离职或停用），请换一位。`;
}

export function whichHandoverText(lines: readonly string[]): string {
  return ['有几个交接，请写开始日期，例如：交接 取消 10/8', ...lines].join('\n');
}

export const NO_HANDOVER = '没有可取消的交接。';
/** Its card is asked for by somebody it is not about, or it is no longer kept. */
export const HANDOVER_GONE = '这个交接已经不在了。';

/** Above 我的 of somebody who is away. */
export function awayText(deputy: string, reachable: boolean): string {
  return reachable
    ? `交接期间提醒都发给${deputy}，您仍可办理。提前收回请发：交接 取消。`
    : '交接期间代办人联系不上，请另外安排，或发：交接 取消。';
}
