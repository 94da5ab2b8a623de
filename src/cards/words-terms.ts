/** What the words of the task force mean, with the numbers of the rules in force. */
import type { Rules } from '../domain/model.ts';
import type { Term } from '../domain/term.ts';
import { DURATION_NOTE, RATE_NOTES } from './words-figures.ts';

/** @param rules of the deployment, in a group those of its project */
export function termText(term: Term, rules: Rules): string {
  return { ...RATES, ...LIGHTS(rules), ...STEPS }[term];
}

const RATES = {
  'closed-rate': RATE_NOTES.closed,
  'on-time-rate': RATE_NOTES['on-time'],
  'satisfied-rate': RATE_NOTES.satisfied,
  'reopened-rate': RATE_NOTES.reopened,
  'days-taken': DURATION_NOTE,
};

const LIGHTS = ({ nearDueDays, yellowDays, deepRedDays, yellowRepeatDays }: Rules) => ({
  green: '正常：在办，离时限还早。',
  blue: `蓝灯：快到期，离时限 ${nearDueDays} 个工作日以内。`,
  yellow: `黄灯：过了时限，逾期不超过 ${yellowDays} 个工作日。`,
  red: `红灯：逾期超过 ${yellowDays} 个工作日；同一件 ${yellowRepeatDays} 天内第二次变黄，也是红灯。逾期超过 ${deepRedDays} 个工作日的，再报主要领导。`,
  overdue: '逾期：过了时限还没有报办结。逾期几天按工作日算，挂账停表的日子不算。',
  workdays:
    '时限按工作日算，从登记的下一个工作日起数，到最后一个工作日下班为止。周末和国务院公布的放假不算，调休上班的算。',
});

const STEPS = {
  routed: '转办：把问题派给责任单位。',
  signed: '签收：责任单位的人接下这件事，之后由他办。',
  verified: '核验：单位报办结以后，由项目秘书或企业看是不是真办好了；属实就销号，不属实退回去接着办。',
  closed: '销号：单位报办结、别人核验属实以后，这件事才算了结。办的人自己不能销。',
  'who-closes':
    '项目秘书和企业联系人可以核验销号；报办结的人自己不能销。具体到一件问题，卡片上写着等谁核验。',
  paused:
    '挂账：因为上级审批这样单位办不了的原因，由综合办批准停表；停表期间不计时、不亮灯，到预计日期恢复，接着算。',
  void: '作废：报错、报重的问题，记录保留，不计入登记、办结这些数。',
  reopened: '反弹：销号以后问题又出现、重新打开的。',
  joint: '协办（联合攻坚）：主办单位以外还有单位配合的；件数和时限都算在主办单位。',
  'long-term': '长期：没有时限、不亮灯的事项，单独列出，每季度问一次进展。',
  measure: '固化措施：问题解决以后定下来的做法、制度，防止再出现。',
  'on-the-spot': '当场解决：登记的时候就已经办好的，不用转办。',
  weather:
    '晴雨：按环节计划和没办完的问题推算一个项目的进度。晴是正常，多云是有风险，雨是滞后；点项目能看到原因。',
  link: '环节：一个项目从立项到竣工要办的各项手续。发“项目名 导航图”看办到哪一步。',
};
