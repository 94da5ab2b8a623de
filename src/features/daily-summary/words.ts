/** 日小结 in words: its name and what its switch answers. */

const SUMMARY = {
  on: '已打开日小结：每个工作日 17:00 发到本群，当天没有动静不发。',
  off: '已关闭日小结。',
  'is-on': '本群的日小结开着；关闭请发：日小结 关。',
  'is-off': '本群的日小结没有打开；打开请发：日小结 开。',
  'not-here': '请在要收日小结的项目群里说“日小结 开”。',
} as const;

export function summaryText(state: keyof typeof SUMMARY): string {
  return SUMMARY[state];
}

export const SWITCH_USAGE = '请写“开”或“关”，例如：日小结 开';
export const SUMMARY_NAME = '日小结';
