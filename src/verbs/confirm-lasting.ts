/** 没有反弹: the answer to 回头看 that the problem has stayed solved. On record, and nothing else changes. */
import { z } from 'zod';
import { VERIFIERS } from '../domain/access.ts';
import type { DecideContext } from '../domain/decide/change.ts';
import { alreadyDone, annotate, wrongStatus } from '../domain/decide/change.ts';
import { type Decision, refuse } from '../domain/decision.ts';
import type { Issue } from '../domain/issue.ts';
import type { Instant } from '../domain/time.ts';
import { isBlank } from '../language/phrase.ts';
import { BUTTONS } from '../text/words.ts';
import { tapStep } from './button.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

declare module '../domain/issue.ts' {
  interface OwnCommands {
    'confirm-lasting': Record<never, never>;
  }
  interface Issue {
    /** Said after the last strike-off that it has not come back. */
    lasting?: { byId: number; at: Instant } | undefined;
  }
}
declare module '../domain/decision.ts' {
  interface OwnRefusals {
    'look-back-later': true;
  }
}

/** Whether the last strike-off was looked back at, and found to have lasted. */
export function isLasting({ lasting, closedAt }: Issue): boolean {
  return lasting !== undefined && closedAt !== null && lasting.at >= closedAt;
}

/** Once for every strike-off, after it was asked for. */
function decideConfirmLasting(issue: Issue, _: object, { actor, now, ...context }: DecideContext): Decision {
  if (issue.status !== 'closed') return wrongStatus(issue);
  if (isLasting(issue)) return alreadyDone(issue.lasting?.byId ?? null);
  if (issue.lookBackOn !== null) return refuse('look-back-later');
  const lasting = { byId: actor.person.id, at: now };
  const event = { verb: 'confirm-lasting', detail: {} } as const;
  return annotate(issue, { lasting }, event, [], { actor, now, ...context });
}

export const confirmLasting = verb({
  verb: 'confirm-lasting',
  may: VERIFIERS,
  step: '回头看',
  remark: true,
  decide: decideConfirmLasting,
  done: () => '回头看：没有反弹，已记下',
  history: () => '回头看：没有反弹',
  says: [
    said('confirm-lasting', {
      group: '办理',
      words: ['没有反弹', '没反弹', '未反弹'],
      usage: '没有反弹 #编号',
      summary: '回头看时确认没有再出现',
      example: ['没有反弹 #12'],
      read: ({ rest }) => (isBlank(rest) ? {} : null),
      run: () => command({ verb: 'confirm-lasting' }),
    }),
  ],
  tap: tap(z.strictObject({}), () => ({ verb: 'confirm-lasting' })),
  buttons: (issue, { reason }) =>
    issue.status === 'closed' && reason === 'look-back' && !isLasting(issue)
      ? [tapStep(20, BUTTONS.lasting, { look: 'strong' })]
      : [],
  refusals: {
    'look-back-later': '销号不久，还没到回头看的时候；有反弹可以随时“重开”。',
  },
});
