/** 退回: not this unit's business, with the reason. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideBounce } from '../domain/decide/routing.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

export const bounce = verb({
  verb: 'bounce',
  may: WORKING_SIDE,
  step: '退回',
  decide: decideBounce,
  done: (_, issue) => (issue.frozen ? '已退回，暂停流转，由综合办定责任单位' : '已退回，等重新转办'),
  history: (d) => `退回${textAt(d, 'reason')}${d.frozen === true ? '（暂停流转）' : ''}`,
  says: [
    said('bounce', {
      group: '办理',
      words: ['退回', '退单', '退件', '退办'],
      usage: '退回 #编号 <理由>',
      summary: '不归本单位，说明理由退回',
      example: ['退回 #12 该地块属高新区管辖'],
      glued: true,
      read: (input) => ({ reason: textOf(input.rest) }),
      run: ({ reason }, at) => (reason ? command({ verb: 'bounce', reason }) : askBy('bounce', at)),
    }),
  ],
  forms: [
    reasonForm(
      'bounce',
      BUTTONS.bounce,
      { label: '退回理由', hint: '为什么不属于本单位，应由谁办' },
      (reason) => command({ verb: 'bounce', reason }),
    ),
  ],
  buttons: ({ status }) =>
    status === 'unsigned' ? [formStep(40, BUTTONS.bounce, 'bounce', { look: 'danger' })] : [],
});
