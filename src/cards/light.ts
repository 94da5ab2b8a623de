/** The light of an issue as the card says it: colour and, in words, why. */
import type { Issue } from '../domain/issue.ts';
import type { LightColor } from '../domain/lights.ts';
import { remainingText, workingDaysFrom } from './moments.ts';
import type { ViewContext } from './view.ts';

export interface LightView {
  color: LightColor;
  /** 逾期 2 个工作日, 今天到期 …; empty when there is nothing to explain. */
  reason: string;
}

export function viewLight(issue: Issue, ctx: ViewContext): LightView {
  if (issue.status === 'closed' || issue.status === 'void') return { color: 'done', reason: '' };
  if (issue.status === 'paused') return { color: 'paused', reason: '停表' };
  const reason = remainingText(issue, ctx);
  if (ctx.now <= issue.deadline.at) {
    const left = workingDaysFrom(ctx.now, issue.deadline.at, ctx);
    return { color: left <= issue.rules.nearDueDays ? 'blue' : 'green', reason };
  }
  const late = workingDaysFrom(issue.deadline.at, ctx.now, ctx);
  return { color: late > issue.rules.yellowDays ? 'red' : 'yellow', reason };
}
