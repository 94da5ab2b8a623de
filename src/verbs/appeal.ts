/** 申诉: against a yellow or red light, once per run of the clock. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideAppeal } from '../domain/decide/attention.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

export const appeal = verb({
  verb: 'appeal',
  may: WORKING_SIDE,
  step: '申诉',
  decide: decideAppeal,
  done: () => '已提交申诉，等综合办答复',
  history: (d) => `申诉${textAt(d, 'reason')}`,
  says: [
    said('appeal', {
      group: '办理',
      words: ['申诉', '异议'],
      usage: '申诉 #编号 <理由>',
      summary: '对灯色有异议，请综合办裁定',
      example: ['申诉 #12 连续暴雨无法施工'],
      glued: true,
      read: (input) => ({ reason: textOf(input.rest) }),
      run: ({ reason }, at) => (reason ? command({ verb: 'appeal', reason }) : askBy('appeal', at)),
    }),
  ],
  forms: [
    reasonForm('appeal', '申诉', { label: '申诉理由', hint: '例如：连续暴雨无法施工' }, (reason) =>
      command({ verb: 'appeal', reason }),
    ),
  ],
});
