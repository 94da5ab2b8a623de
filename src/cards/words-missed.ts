/** What is said about messages that nobody took up in an outage. */
export const MISSED = {
  over: '这条里写的日期已经过了，没有登记。请改一个日期重新说一遍。',
  handled: '这条已经处理过了',
  taken: '已照办，结果见群里的回复',
  left: '已略过，没有执行',
  notYours: '请由说这句话的人，或综合办来确认',
} as const;

export function missedTitle(waiting: number): string {
  return waiting > 0 ? `停机期间有 ${waiting} 条没有处理` : '停机期间的消息都已处理';
}

export const MISSED_LEAD = '当时没有收到，现在不会自动执行。还要办的，请说话人本人或综合办逐条点“确认”。';

export function othersText(count: number): string {
  return `另有 ${count} 条查询或没听懂的话，需要的请再说一遍。`;
}

/** In place of a name nobody told us, and of words where there was only a file. */
export const UNKNOWN_SPEAKER = '（未知）';
export const ONLY_A_FILE = '（附件）';
