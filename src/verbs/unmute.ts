/** 恢复提醒: takes 不再提醒 back. */
import { OFFICIALS } from '../domain/access.ts';
import { decideUnmute } from '../domain/decide/attention.ts';
import { command } from './saying.ts';
import { said, verb } from './verb.ts';

export const unmute = verb({
  verb: 'unmute',
  may: OFFICIALS,
  step: '恢复提醒',
  decide: (issue, _, context) => decideUnmute(issue, context),
  done: () => '已恢复对您的提醒',
  history: () => '恢复提醒本人',
  says: [
    said('unmute', {
      group: '个人',
      words: ['恢复提醒', '继续提醒', '重新提醒'],
      usage: '恢复提醒 #编号',
      summary: '这一件照常提醒我',
      example: ['恢复提醒 #12'],
      bare: true,
      read: () => ({}),
      run: () => command({ verb: 'unmute' }),
    }),
  ],
});
