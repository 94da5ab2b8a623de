/** 收到: the reminder was seen; the ladder waits until this lapses. */
import { z } from 'zod';
import { OFFICIALS } from '../domain/access.ts';
import { decideAcknowledge } from '../domain/decide/attention.ts';
import { BUTTONS } from '../text/words.ts';
import { tapStep } from './button.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

export const acknowledge = verb({
  verb: 'acknowledge',
  may: OFFICIALS,
  step: '签收提醒',
  remark: true,
  decide: (issue, _, context) => decideAcknowledge(issue, context),
  done: () => '提醒已收到',
  history: () => '签收提醒',
  says: [
    said('acknowledge', {
      group: '办理',
      words: ['收到', '知道了', '已阅', '已知悉', '知悉'],
      usage: '收到 #编号',
      summary: '告知已看到提醒，正在跟进',
      example: ['收到 #12'],
      everyday: true,
      read: () => ({}),
      run: () => command({ verb: 'acknowledge' }),
    }),
  ],
  tap: tap(z.strictObject({}), () => ({ verb: 'acknowledge' })),
  buttons: ({ status }, { reason }) => {
    const asked = reason?.startsWith('rung-') && reason !== 'rung-unrouted' && reason !== 'rung-empty';
    return status === 'working' && asked ? [tapStep(21, BUTTONS.sign, { look: 'strong' })] : [];
  },
});
