/** 作废: logged by mistake; the record stays. */
import { z } from 'zod';
import { decideVoid } from '../domain/decide/verify.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { tapStep } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
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
      read: (input) => ({ reason: textOf(input.rest) }),
      run: ({ reason }, at) => (reason ? command({ verb: 'void', reason }) : askBy('void', at)),
    }),
  ],
  forms: [
    reasonForm('void', '作废', { label: '作废理由', hint: '例如：与 #9 重复登记' }, (reason) =>
      command({ verb: 'void', reason }),
    ),
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
