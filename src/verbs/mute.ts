/** 不再提醒: no automatic reminder of it for this person; for everybody else all goes on. */
import { OFFICIALS } from '../domain/access.ts';
import { decideMute } from '../domain/decide/attention.ts';
import { command } from './saying.ts';
import { said, verb } from './verb.ts';

export const mute = verb({
  verb: 'mute',
  may: OFFICIALS,
  step: '不再提醒',
  decide: (issue, _, context) => decideMute(issue, context),
  done: (_, issue) => `不再自动提醒您，别人照常；恢复请发“恢复提醒 #${issue.id}”`,
  history: () => '设为不再提醒本人',
  says: [
    said('mute', {
      group: '个人',
      words: ['不再提醒', '别再提醒', '不要提醒', '不用提醒', '取消提醒'],
      usage: '不再提醒 #编号',
      summary: '这一件不再自动提醒我',
      example: ['不再提醒 #12'],
      bare: true,
      read: () => ({}),
      run: () => command({ verb: 'mute' }),
    }),
  ],
});
