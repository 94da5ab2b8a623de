/** The light of an issue in words: colour and why. */
import type { Issue } from '../domain/issue.ts';
import { type Light, type LightReason, lightOf } from '../domain/lights.ts';
import { dayOf } from '../domain/time.ts';
import type { ViewContext } from '../text/view.ts';
import type { HeaderTag } from './element.ts';
import { headerTag } from './kit.ts';
import { LIGHT_NAMES, TAG_COLORS } from './words.ts';

export interface LightView extends Light {
  /** 逾期 2 个工作日, 今天到期 …; empty when there is nothing to say. */
  why: string;
}

function whyText(reason: LightReason, issue: Issue, ctx: ViewContext): string {
  switch (reason.code) {
    case 'closed':
    case 'void':
      return '';
    case 'long-term':
      return '不设时限';
    case 'verifying':
      return '等待核验';
    case 'exempt':
      return '申诉免责';
    case 'paused':
      return `在上级 ${reason.days} 个工作日`;
    case 'pending':
      return reason.request === 'extension' ? '延期待批' : '挂账待批';
    case 'in-time':
    case 'near-due': {
      if (reason.dueInDays > 0) return `还剩 ${reason.dueInDays} 个工作日`;
      const today = dayOf(ctx.now, ctx.directory.settings.timeZone);
      return issue.deadline.day === today ? '今天到期' : '假日到期';
    }
    case 'overdue':
      return reason.overdueDays === 0 ? '今天逾期' : `逾期 ${reason.overdueDays} 个工作日`;
    case 'repeated':
      return `再次逾期 ${reason.overdueDays} 个工作日`;
  }
}

/** Colour and reason at `ctx.now`, for every card that shows a light. */
export function viewLight(issue: Issue, ctx: ViewContext): LightView {
  const light = lightOf(issue, ctx.directory, ctx.now);
  return { ...light, why: whyText(light.reason, issue, ctx) };
}

/** 红 逾期 2 个工作日, for the head of a card; nothing where the status already says it all. */
export function lightTag(light: LightView): HeaderTag[] {
  if (light.reason.code === 'verifying' || light.color === 'done') return [];
  return [headerTag(`${LIGHT_NAMES[light.color]} ${light.why}`.trim(), TAG_COLORS[light.color])];
}
