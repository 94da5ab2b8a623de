/** 申诉: against a yellow or red light, once per run of the clock. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideAppeal } from '../domain/decide/attention.ts';
import { neededText } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { command, refused } from './saying.ts';
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
      read: (input) => {
        const reason = neededText(input, '请写明申诉的理由，例如：申诉 #12 连续暴雨无法施工');
        return typeof reason === 'string' ? { reason } : reason;
      },
      run: ({ reason }, at) => (reason ? command({ verb: 'appeal', reason }) : refused('reason-needed', at)),
    }),
  ],
});
