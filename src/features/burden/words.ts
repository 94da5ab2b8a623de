/** 减负账单 in words: the tool held to the rule it serves. */
import type { BurdenRole } from '../../domain/burden.ts';

export const BURDEN_NAME = '减负账单';

export const ROLE_WORDS: Record<BurdenRole, string> = {
  leader: '领导',
  office: '综合办',
  secretary: '项目秘书',
  unit: '单位人员',
  other: '其他人员',
};

export const PAPER_WORDS: Record<string, string> = {
  'meeting-pack-file': '调度包（Word）',
  'report-file': '日报、周报、月报、专报（Word）',
  bulletin: '月度统计和红黑榜草稿',
  'daily-summary': '群日小结',
};

/** Why something came at an hour in which nothing should come by itself. */
const QUIET_REASONS: Record<string, string> = {
  notice: '有人当时办理，轮到下一个人',
  'turn-call': '有人当时报办结，轮到企业确认',
  'bulletin-publish': '有人当时批准发布',
};
export function quietReason(kind: string): string {
  return QUIET_REASONS[kind] ?? '没有记下原因，请管理员查发送记录';
}

export const BURDEN_SECTIONS = {
  roles: '按角色',
  groups: '按群',
  quiet: '安静时段和休息日主动发出的',
  papers: '系统代出、单位不用另报的材料',
  none: '无。',
} as const;

/** Every figure's definition. */
export const BURDEN_METHOD =
  '口径：只计已送达的消息。“主动发出”是没有人问、系统自己发的私聊消息；有人发话、点按钮要来的算“应答”，分开计。人均按收到过主动消息的人数算。' +
  '“办了”指提醒发出当天起 2 个工作日内，收件人对其中任一问题有过操作（点按钮、发话都算）；没满 2 个工作日的不算进去。' +
  '问题卡片随办随更新，更新不另发消息，同一张重发的只计最后一次。按角色、按群合计，不列个人，不排名。';

export const NO_SUCH_MONTH = '请写成：减负账单、减负账单 上月、减负账单 2026年11月';

export function notKeptText(month: string, days: number): string {
  return `${month}的减负账单没有留存：发送记录只保留 ${days} 天，这个月结束后没有留下合计，现在算出来会偏少，所以不出。`;
}

export function futureText(month: string): string {
  return `${month}还没有到。`;
}
