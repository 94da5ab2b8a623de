/** 签收: the unit takes it on. */
import { z } from 'zod';
import { WORKING_SIDE } from '../domain/access.ts';
import { decideSign } from '../domain/decide/routing.ts';
import { BUTTONS } from '../text/words.ts';
import { tapStep } from './button.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

export const sign = verb({
  verb: 'sign',
  may: WORKING_SIDE,
  step: '签收',
  decide: (issue, _, context) => decideSign(issue, context),
  done: (_, issue, names) => `已签收，时限${names.day(issue.deadline.day)}`,
  history: () => '签收',
  says: [
    said('sign', {
      group: '办理',
      words: ['签收', '已签收', '接单', '认领'],
      usage: '签收 #编号',
      summary: '单位接下这件事',
      example: ['签收 #12'],
      bare: true,
      read: () => ({}),
      run: () => command({ verb: 'sign' }),
    }),
  ],
  tap: tap(z.strictObject({}), () => ({ verb: 'sign' })),
  buttons: ({ status }) => (status === 'unsigned' ? [tapStep(20, BUTTONS.sign, { look: 'strong' })] : []),
});
