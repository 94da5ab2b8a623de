/** 恢复: the pause ends, the clock runs again. */
import { z } from 'zod';
import { decideResume } from '../domain/decide/clock.ts';
import { dayAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { tapStep } from './button.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

export const resume = verb({
  verb: 'resume',
  may: ['office', 'secretary', 'chaser'],
  step: '恢复',
  decide: (issue, _, context) => decideResume(issue, context),
  done: (_, issue, names) => `已恢复计时，时限${names.day(issue.deadline.day)}`,
  history: (d, ctx) => {
    const to = dayAt(d, ctx, 'deadline');
    return `恢复计时${to && `，时限${to}`}`;
  },
  says: [
    said('resume', {
      group: '时限',
      words: ['恢复', '恢复计时', '取消挂账', '结束挂账'],
      usage: '恢复 #编号',
      summary: '结束挂账，重新计时',
      example: ['恢复 #12'],
      bare: true,
      read: () => ({}),
      run: () => command({ verb: 'resume' }),
    }),
  ],
  tap: tap(z.strictObject({}), () => ({ verb: 'resume' })),
  buttons: ({ status }) => (status === 'paused' ? [tapStep(20, BUTTONS.resume, { look: 'strong' })] : []),
});
