/** 催办: a reminder by hand, once per problem, working day and person. */
import { z } from 'zod';
import { OFFICIALS } from '../domain/access.ts';
import { decideUrge } from '../domain/decide/attention.ts';
import { BUTTONS } from '../text/words.ts';
import { tapStep } from './button.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

export const urge = verb({
  verb: 'urge',
  may: OFFICIALS,
  step: '催办',
  remark: true,
  decide: (issue, _, context) => decideUrge(issue, context),
  done: () => '已催办，已提醒责任人',
  history: () => '催办',
  says: [
    said('urge', {
      group: '办理',
      words: ['催办', '催一下', '催', '督办', '催促'],
      usage: '催办 #编号',
      summary: '提醒经办人，每天一次',
      example: ['催办 #12'],
      bare: true,
      afterMention: true,
      read: () => ({}),
      run: () => command({ verb: 'urge' }),
    }),
  ],
  tap: tap(z.strictObject({}), () => ({ verb: 'urge' })),
  buttons: ({ status }) => (status === 'closed' || status === 'void' ? [] : [tapStep(90, BUTTONS.urge)]),
});
