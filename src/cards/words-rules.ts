/** The rules of lights and ladder in words: levels, posts, what changed, what makes no sense. */
import type { Post, Rules, Rung } from '../domain/model.ts';
import type { RuleChange, RuleNumber, RuleProblem } from '../domain/rules.ts';

export const RUNG_LEVELS: Record<Rung, string> = {
  unrouted: '未转办',
  'unsigned-1': '未签收',
  'unsigned-2': '仍未签收',
  blue: '蓝灯',
  yellow: '黄灯',
  red: '红灯',
  'deep-red': '长期红灯',
};

export const POST_NAMES: Record<Post, string> = {
  assignee: '签收人',
  coordinator: '联络员',
  head: '单位负责人',
  secretary: '项目秘书',
  office: '综合办',
  leader: '分管领导',
  principal: '主要领导',
};

export const RULE_NAMES: Record<RuleNumber | 'unsignedDays', string> = {
  nearDueDays: '蓝灯提前（工作日）',
  yellowDays: '黄灯天数（工作日）',
  deepRedDays: '报主要领导（逾期工作日）',
  yellowRepeatDays: '几天内第二次黄灯变红（0 为不用）',
  acknowledgeLapseDays: '收到后几天无进展再报（工作日）',
  maxPauses: '挂账次数',
  bounceLimit: '退回次数上限',
  lookBackDays: '回头看（工作日）',
  unsignedDays: '未签收提醒（工作日）',
};

/** From when a level holds. */
export function levelWhen(rung: Rung, rules: Rules, unroutedClock: string): string {
  const { nearDueDays, yellowDays, deepRedDays, yellowRepeatDays, unsignedDays } = rules;
  switch (rung) {
    case 'unrouted':
      return `当天 ${unroutedClock} 还没转办`;
    case 'unsigned-1':
      return `转办满 ${unsignedDays[0]} 个工作日`;
    case 'unsigned-2':
      return `转办满 ${unsignedDays[1]} 个工作日`;
    case 'blue':
      return nearDueDays === 0 ? '到期当天' : `到期前 ${nearDueDays} 个工作日`;
    case 'yellow':
      return yellowDays === 0 ? '不设，过时限即红灯' : `过时限，到逾期 ${yellowDays} 个工作日`;
    case 'red': {
      const late = yellowDays === 0 ? '过时限' : `逾期超过 ${yellowDays} 个工作日`;
      return yellowRepeatDays === 0 ? late : `${late}，或 ${yellowRepeatDays} 天内第二次黄灯`;
    }
    case 'deep-red':
      return `逾期超过 ${deepRedDays} 个工作日`;
  }
}

export function postsText(posts: readonly Post[]): string {
  return posts.map((post) => POST_NAMES[post]).join('、');
}

/** Who hears a level; the lights above blue also tell everybody below. */
export function levelWho(rung: Rung, rules: Rules): string {
  const own = postsText(rules.hears[rung]);
  return rung === 'yellow' || rung === 'red' || rung === 'deep-red' ? `以上各级，加${own}` : own;
}

export function ruleChangeText(change: RuleChange): string {
  if (change.field === 'hears') {
    return `${RUNG_LEVELS[change.rung]}报给：${postsText(change.from)} → ${postsText(change.to)}`;
  }
  const shown = (value: number | readonly number[]) => (typeof value === 'number' ? value : value.join('、'));
  return `${RULE_NAMES[change.field]}：${shown(change.from)} → ${shown(change.to)}`;
}

/** Why the rules cannot be taken. `project`: the one whose own rules no longer fit. */
export function ruleProblemText(problem: RuleProblem, project?: string): string {
  const where = project ? `项目“${project}”另有规则，这样改会不通：` : '';
  return `${where}${problemText(problem)}`;
}

function problemText(problem: RuleProblem): string {
  switch (problem.code) {
    case 'out-of-range':
      return `“${RULE_NAMES[problem.field]}”请写 ${problem.least} 到 ${problem.most} 之间的整数。`;
    case 'deep-red-not-after-red':
      return '报主要领导的天数要大于黄灯天数：先亮红灯，再报主要领导。';
    case 'unsigned-not-later':
      return '未签收的第二次提醒要晚于第一次。';
    case 'unrouted-knows-no-unit':
      return '未转办时还没有责任单位，请选综合办、项目秘书或领导。';
    case 'nobody':
      return `“${RUNG_LEVELS[problem.rung]}”没有人知道，请至少选一个岗位。`;
  }
}
