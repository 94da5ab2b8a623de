/** What is asked of one problem that was shown, in other words, and what it asks. */
export const ASKED_OF_ONE: readonly (readonly [asked: string, words: string])[] = [
  ['deadline', '距离截止日还差几天 还能办几天 截止日是几号 最迟到什么时候 最晚到几号 离最后期限还差几天'],
  ['paused', '挂账时长是多少 已暂停时长多少天 挂账天数是多少'],
  ['overdue', '逾期天数是多少 超期天数多少'],
  ['urged', '催办次数是多少 催没催过 催过没'],
  ['who', '我联系谁比较好 想问进度找谁 责任单位和联系人是谁 堵在谁手里'],
  ['contact', '联系人是谁 企业联系人是谁 责任单位和企业联系人是谁'],
  ['bounced', '是哪里不合格才退的 哪里不符合退的'],
  ['why', '被什么卡住了 被啥拖住的'],
  ['links', '堵在哪个环节'],
  ['progress', '推进得如何'],
];

/** Which of several has waited or is late the longest. */
export const FURTHEST: readonly (readonly [most: string | undefined, words: string])[] = [
  [
    'verifying',
    '等核验时间最长的是哪个 拖得最久没核验的是哪件 最久没人核验的是哪条 等核验等得最长的是哪一个 待核验时间最长的那件是什么',
  ],
  ['unsigned', '其中没签的时间最长的是哪件 等签收最久的是哪个'],
  ['unrouted', '里面等转办最久的是哪一个'],
  ['waits', '哪个等的时间最长 这里面等了最长时间的是哪个问题 这些当中哪个等得最久'],
  [
    'late',
    '最多的一件超了多少天 逾期天数最多的是多少 超期天数最多的那件是哪个问题 最长的超了几天 最严重的那件逾期多少个工作日',
  ],
  [undefined, '拖得最久的是哪件 逾期最多的是哪个 哪个单位逾期最久 最多的是哪个 最严重的那件 逾期最久的项目'],
];
