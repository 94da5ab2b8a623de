/** The office's word on an appeal (申诉): exempt takes the light away. */
import { z } from 'zod';
import { decideAppealed } from '../domain/decide/attention.ts';
import type { NoticeReason } from '../domain/decision.ts';
import type { Issue } from '../domain/issue.ts';
import { textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep, tapStep } from './button.ts';
import { reasonForm } from './form.ts';
import { command } from './saying.ts';
import { tap, verb } from './verb.ts';

/** Whether 同意 means the appeal: it waits, and no request does, or the card was sent because of it. */
export function isAppealFirst({ appeal, pending }: Issue, reason?: NoticeReason): boolean {
  return appeal !== null && appeal.decision === null && (reason === 'appealed' || pending === null);
}

export const decideAppeal = verb({
  verb: 'decide-appeal',
  may: ['office'],
  step: '申诉审批',
  decide: decideAppealed,
  done: ({ exempt }) => (exempt ? '已同意免责' : '申诉未予支持'),
  history: (d) => `${d.exempt === false ? '申诉未予支持' : '申诉成立，免责'}${textAt(d, 'note')}`,
  // In words it shares 同意 with decide-request.
  says: [],
  forms: [
    reasonForm('refuse-appeal', BUTTONS.refuse, { label: '不同意的理由', hint: '申诉人会看到' }, (note) =>
      command({ verb: 'decide-appeal', exempt: false, note }),
    ),
  ],
  tap: tap(z.strictObject({ exempt: z.boolean() }), ({ exempt }) => ({ verb: 'decide-appeal', exempt })),
  buttons: (issue, { reason }) =>
    isAppealFirst(issue, reason)
      ? [
          tapStep(10, BUTTONS.approve, { look: 'strong' }, { exempt: true }),
          formStep(11, BUTTONS.refuse, 'refuse-appeal', { look: 'danger' }),
        ]
      : [],
});
