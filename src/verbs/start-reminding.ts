/** 开始提醒: what was imported overdue is reminded of from now on, like everything else. */
import { z } from 'zod';
import { change, type DecideContext } from '../domain/decide/change.ts';
import { type Decision, refuse } from '../domain/decision.ts';
import { type Issue, isAsleep } from '../domain/issue.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { route } from './route.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

declare module '../domain/issue.ts' {
  interface OwnCommands {
    'start-reminding': Record<never, never>;
  }
}
declare module '../domain/decision.ts' {
  interface OwnRefusals {
    'not-asleep': true;
  }
}

/** What it changes, every step of a person on a sleeping item changes, too: `awake` of decide.ts. */
function decideStartReminding(issue: Issue, _: object, context: DecideContext): Decision {
  if (!isAsleep(issue)) return refuse('not-asleep');
  return change(issue, {}, [{ verb: 'start-reminding', detail: {} }], [], context);
}

export const startReminding = verb({
  verb: 'start-reminding',
  may: route.may,
  step: '开始提醒',
  decide: decideStartReminding,
  done: () => '已开始提醒，按时限正常催办',
  history: () => '开始提醒',
  says: [
    said('start-reminding', {
      group: '办理',
      words: ['开始提醒', '启动提醒'],
      usage: '开始提醒 #编号',
      summary: '导入时已逾期的，从现在起照常提醒',
      example: ['开始提醒 #12'],
      bare: true,
      read: () => ({}),
      run: () => command({ verb: 'start-reminding' }),
    }),
  ],
  tap: tap(z.strictObject({}), () => ({ verb: 'start-reminding' })),
  buttons: (issue) =>
    isAsleep(issue) && issue.status !== 'closed' && issue.status !== 'void'
      ? [{ size: 'small', rank: 20, label: SMALL_BUTTONS.startReminding, by: { tap: {} } }]
      : [],
  fact: (issue) =>
    isAsleep(issue) && issue.status !== 'closed' && issue.status !== 'void'
      ? '**导入时已逾期，尚未开始提醒**'
      : '',
  refusals: {
    'not-asleep': '这一件本来就在正常提醒。',
  },
});
