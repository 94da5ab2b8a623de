/** 约谈: the office or a leader calls in the head of the unit over a red problem. Counted, and shown on its card. */

import type { DecideContext } from '../domain/decide/change.ts';
import { annotate, requireText, wrongStatus } from '../domain/decide/change.ts';
import { type Decision, refuse } from '../domain/decision.ts';
import type { Issue } from '../domain/issue.ts';
import { lightOf } from '../domain/lights.ts';
import { officePeople, postPeople } from '../domain/recipients.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { textOf } from '../language/facts.ts';
import { clip, escapeMarkdown } from '../text/escape.ts';
import { textAt } from '../text/history-detail.ts';
import { shortInstant } from '../text/moments.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

declare module '../domain/issue.ts' {
  interface OwnCommands {
    summon: { reason: string };
  }
  interface Issue {
    /** 约谈 so far, oldest first. */
    summons?: { byId: number; at: Instant; reason: string }[] | undefined;
  }
}
declare module '../domain/decision.ts' {
  interface OwnReasons {
    summoned: true;
  }
  interface OwnRefusals {
    'not-red': true;
    'summoned-today': true;
  }
}

/** Once a day: two who press at the same time mean one talk. */
function decideSummon(issue: Issue, { reason: words }: { reason: string }, context: DecideContext): Decision {
  const { actor, directory, now } = context;
  if (issue.status === 'closed' || issue.status === 'void') return wrongStatus(issue);
  if (lightOf(issue, directory, now).color !== 'red') return refuse('not-red');
  const { timeZone } = directory.clock;
  const last = issue.summons?.at(-1);
  if (last && dayOf(last.at, timeZone) === dayOf(now, timeZone)) return refuse('summoned-today');
  const reason = requireText(words, 'reason-needed');
  if (!reason.ok) return reason;
  const { text } = reason;
  const summons = [...(issue.summons ?? []), { byId: actor.person.id, at: now, reason: text }];
  const heads = postPeople('head', issue, directory);
  const told =
    heads.length > 0
      ? ({ personIds: heads, reason: 'summoned', note: text } as const)
      : ({ personIds: officePeople(issue, directory), reason: 'rung-empty', note: '单位负责人' } as const);
  const detail = { reason: text, count: summons.length };
  return annotate(issue, { summons }, { verb: 'summon', detail }, [told], context);
}

export const summon = verb({
  verb: 'summon',
  may: ['office', 'leader'],
  step: '约谈',
  decide: decideSummon,
  done: (_, { summons = [] }) => `已约谈，这是第 ${summons.length} 次`,
  history: (d) => `约谈单位负责人${textAt(d, 'reason')}`,
  says: [
    said('summon', {
      group: '办理',
      words: ['约谈', '约谈负责人', '提醒谈话'],
      usage: '约谈 #编号 <理由>',
      summary: '红灯件约谈责任单位负责人',
      example: ['约谈 #12 逾期多日未见实质进展'],
      glued: true,
      read: (input) => ({ reason: textOf(input.rest) }),
      run: ({ reason }, at) => (reason ? command({ verb: 'summon', reason }) : askBy('summon', at)),
    }),
  ],
  forms: [
    reasonForm(
      'summon',
      '约谈单位负责人',
      { label: '约谈理由', hint: '为什么约谈，要求什么时候拿出办法' },
      (reason) => command({ verb: 'summon', reason }),
    ),
  ],
  fact: ({ summons }, ctx) => {
    const last = summons?.at(-1);
    if (!summons || !last) return '';
    const reason = escapeMarkdown(clip(last.reason, 160));
    return `**约谈 ${summons.length} 次**<br>${shortInstant(last.at, ctx)}：${reason}`;
  },
  notices: {
    summoned: {
      headline: '约谈：红灯件，请您说明情况并拿出办法',
      todo: true,
      holds: ({ status }) => status !== 'closed' && status !== 'void',
    },
  },
  refusals: {
    'not-red': '红灯的问题才能约谈，其他的可以先“催办”。',
    'summoned-today': '今天已经约谈过这一件，不用重复。',
  },
});
