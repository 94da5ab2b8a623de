/** 作废: logged by mistake; the record stays. */
import { z } from 'zod';
import { decideVoid } from '../domain/decide/verify.ts';
import { neededText } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { tapStep } from './button.ts';
import { command, refused } from './saying.ts';
import { said, tap, verb } from './verb.ts';

export const voidIssue = verb({
  verb: 'void',
  may: ['reporter', 'office'],
  step: '作废',
  decide: decideVoid,
  done: () => '已作废，记录保留',
  history: (d) => `作废${textAt(d, 'reason')}`,
  says: [
    said('void', {
      group: '办理',
      words: ['作废', '误报', '废除'],
      usage: '作废 #编号 <理由>',
      summary: '误报作废，保留记录',
      example: ['作废 #12 与 #9 重复'],
      glued: true,
      read: (input) => {
        const reason = neededText(input, '请写明作废的理由，例如：作废 #12 与 #9 重复');
        return typeof reason === 'string' ? { reason } : reason;
      },
      run: ({ reason }, at) => (reason ? command({ verb: 'void', reason }) : refused('reason-needed', at)),
    }),
  ],
  // Words need a reason; of a recalled message the card knows it.
  tap: tap(z.strictObject({ recalled: z.literal(true) }), () => ({
    verb: 'void',
    reason: '登记的原消息已撤回',
  })),
  buttons: ({ status, sourceRecalledAt }) =>
    sourceRecalledAt !== undefined && status !== 'closed' && status !== 'void'
      ? [tapStep(95, '作废', { look: 'danger' }, { recalled: true })]
      : [],
});
