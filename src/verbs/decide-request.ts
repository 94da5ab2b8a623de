/** 同意 / 不同意: the office's or leader's word on 延期 and 挂账. In words also on an appeal that waits. */
import { z } from 'zod';
import { decideRequest as decide } from '../domain/decide/clock.ts';
import type { Issue } from '../domain/issue.ts';
import { textOf } from '../language/facts.ts';
import { dayAt, textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep, tapStep } from './button.ts';
import { isAppealFirst } from './decide-appeal.ts';
import { askBy, command, INCOMPLETE, type Meant } from './saying.ts';
import { said, tap, verb } from './verb.ts';

/** The word on whichever waits: an appeal first, when no request does. */
function decided(issue: Issue, approve: boolean, words: string): Meant {
  const note = words !== '' && { note: words };
  return isAppealFirst(issue)
    ? command({ verb: 'decide-appeal', exempt: approve, ...note })
    : command({ verb: 'decide-request', approve, ...note });
}

export const decideRequest = verb({
  verb: 'decide-request',
  may: ['office', 'leader'],
  step: '审批',
  decide,
  done: ({ approve }, { status, deadline, changedAt }, names) => {
    if (!approve) return '已答复不同意';
    return status === 'paused'
      ? '已同意挂账，计时暂停'
      : `已同意，新时限${names.day(deadline.day)}${deadline.at < changedAt ? '（已过）' : ''}`;
  },
  history: (d, ctx) => {
    const what = d.request === 'extension' ? '延期' : d.request === 'pause' ? '挂账' : '申请';
    const day = dayAt(d, ctx, 'to', 'expected', 'deadline');
    return `${d.approve === false ? '不同意' : '同意'}${what}${d.approve !== false && day ? `到${day}` : ''}${textAt(d, 'note')}`;
  },
  says: [
    said('approve', {
      group: '办理',
      words: ['同意', '不同意', '批准', '不批准', '驳回'],
      usage: '同意 #编号 | 不同意 #编号 <理由>',
      summary: '批复延期、挂账或申诉',
      example: ['同意 #12', '不同意 #12 请先完成设计'],
      everyday: true,
      claim: ({ approve }: { approve: boolean }) => (approve ? 'consent' : 'reason'),
      read: (input) => ({ approve: !/^(?:不|驳)/.test(input.word), note: textOf(input.rest) }),
      run: ({ approve, note }, at) => {
        const waits = isAppealFirst(at.issue) || at.issue.pending !== null;
        return !approve && note === '' && waits ? askBy('refuse', at) : decided(at.issue, approve, note);
      },
    }),
  ],
  forms: [
    {
      form: 'refuse',
      title: BUTTONS.refuse,
      fields: [{ ask: 'reason', label: '不同意的理由', hint: '申请人会看到' }],
      submit: ({ reason = '' }, { issue }) =>
        reason.trim() === '' ? INCOMPLETE : decided(issue, false, reason),
    },
  ],
  // 不同意 by tap stands on cards of older versions.
  tap: tap(z.strictObject({ approve: z.boolean() }), ({ approve }) => ({ verb: 'decide-request', approve })),
  buttons: (issue, { reason }) =>
    issue.pending === null || isAppealFirst(issue, reason)
      ? []
      : [
          tapStep(10, BUTTONS.approve, { look: 'strong' }, { approve: true }),
          formStep(11, BUTTONS.refuse, 'refuse', { look: 'danger' }),
        ],
});
