/** What rows of the outbox are called, when one of them could not be sent. */
import { clockOf, dayOf, type Instant } from '../domain/time.ts';

export const QUEUE_NAMES = {
  answer: '回答',
  notice: '提醒',
  reminders: '几条提醒',
  personDigest: '晨报',
  groupDigest: '群晨报',
  turnCall: '群内提醒',
  healthReport: '健康自报',
  auditReport: '自检报告',
  recountReport: '重算时限的报告',
  recountOwn: '时限变动的通知',
  learnChat: '读取群信息',
  learnName: '查询姓名',
  checkOutside: '体检',
  readQuoted: '读取原消息',
  catchUp: '补读群消息',
  adoptRules: '套用新规则',
  other: '消息',
} as const;

/**
 * Several answers that come late, as one message.
 * @param late.at when it was asked
 * @param seen.inGroup who asked is named
 */
export function lateAnswersText(
  late: readonly { name: string; at: Instant; text: string }[],
  seen: { now: Instant; timeZone: string; inGroup: boolean },
): string {
  const { now, timeZone, inGroup } = seen;
  const lines = late.map(({ name, at, text }) => {
    const day = dayOf(at, timeZone);
    const date = day === dayOf(now, timeZone) ? '' : `${day.slice(5)} `;
    return `【${date}${clockOf(at, timeZone)}${inGroup && name ? ` ${name}` : ''}】${text}`;
  });
  return [`这 ${late.length} 条回复晚了，一并发出：`, ...lines].join('\n');
}
