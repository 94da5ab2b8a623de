/** The word 倒计时. */
import { featureCommand } from '../../commands/feature-command.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    countdown: object;
  }
}

export const COMMANDS = [
  featureCommand('countdown', {
    group: '查询',
    words: ['倒计时', '还有多少天', '还有几天', '还剩多少天', '还剩几天', '开工倒计时', '投产倒计时'],
    usage: '倒计时',
    summary: '离开工、投产还有几天、几个工作日',
    example: ['倒计时', '还有多少天'],
    where: 'anywhere',
    shows: true,
    contact: true,
    read: ({ rest }) =>
      /^[\s\p{P}]*(?:开工|投产)?[了呢吗啊\s\p{P}]*$/u.test(rest.folded) ? { name: 'countdown' } : null,
    run: () => ({ kind: 'countdown' }),
  }),
];
