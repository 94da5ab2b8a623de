/** What rows of the outbox are called, when one of them could not be sent. */
export const QUEUE_NAMES = {
  answer: '回答',
  notice: '提醒',
  reminders: '几条提醒',
  personDigest: '晨报',
  groupDigest: '群晨报',
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
