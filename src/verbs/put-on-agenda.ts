/** 上会: before the next meeting. */
import { z } from 'zod';
import { WORKING_SIDE } from '../domain/access.ts';
import { decideAgenda } from '../domain/decide/attention.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

export const putOnAgenda = verb({
  verb: 'put-on-agenda',
  may: [...WORKING_SIDE, 'leader'],
  step: '上会',
  decide: (issue, _, context) => decideAgenda(issue, context),
  done: () => '已列入上会清单',
  history: () => '列入上会',
  says: [
    said('agenda', {
      group: '办理',
      words: ['上会', '提交上会', '列入议题'],
      usage: '上会 #编号',
      summary: '列入下次调度会',
      example: ['上会 #12'],
      bare: true,
      read: () => ({}),
      run: () => command({ verb: 'put-on-agenda' }),
    }),
  ],
  tap: tap(z.strictObject({}), () => ({ verb: 'put-on-agenda' })),
});
