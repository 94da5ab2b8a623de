/** 挂账 (停表): the clock stands still while a higher level or the weather is waited for; the office approves. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideRequestPause } from '../domain/decide/clock.ts';
import { actsFor } from '../domain/issue-people.ts';
import type { ReadInput } from '../language/definition.ts';
import { textOf } from '../language/facts.ts';
import { takeDeadline } from '../language/lexicon/deadline.ts';
import { isBlank, openIdsOf, without } from '../language/phrase.ts';
import { dayAt, textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { askBy, command, INCOMPLETE, type Saying, unknownName, withDeadline } from './saying.ts';
import { said, verb } from './verb.ts';

const CHASER = /盯办人?\s{0,3}(?:是|为|:)?\s{0,3}(?:(\uE000+)|(\p{Script=Han}{2,4}))?(?=$|[\s,。;、\uE000])/u;

function readPause(input: ReadInput) {
  const [chaserOpenId = null] = openIdsOf(input.rest);
  const label = CHASER.exec(input.rest.folded);
  const mentions = input.rest.mentions.map((m) => m.span);
  const labels: [number, number][] = label ? [[label.index, label.index + label[0].length]] : [];
  const bare = without(input.rest, [...mentions, ...labels]);
  const { read, span } = takeDeadline(bare, input.context);
  if (!span && !input.separated && !isBlank(input.rest)) return null;
  return {
    deadline: read,
    reason: textOf(span ? without(bare, [span]) : bare),
    chaserOpenId,
    chaserName: chaserOpenId === null ? (label?.[2] ?? null) : null,
  };
}

/** Whoever asks chases it; what a deputy asks for stays with the one who is away. */
function ownChaser({ issue, actor, directory }: Saying): number {
  return actsFor(issue, actor, directory)[0] ?? actor.person.id;
}

export const requestPause = verb({
  verb: 'request-pause',
  may: WORKING_SIDE,
  step: '挂账申请',
  decide: decideRequestPause,
  names: ({ chaserId }) => chaserId,
  done: ({ expected }, _, names) => `已申请挂账到${names.day(expected)}，等综合办批准`,
  history: (d, ctx) => `申请挂账到${dayAt(d, ctx, 'expected', 'to')}${textAt(d, 'reason')}`,
  says: [
    said('pause', {
      group: '时限',
      words: ['挂账', '申请挂账', '停表', '暂停'],
      usage: '挂账 #编号 到 <日期> <理由> [@盯办人]',
      summary: '等上级或天气，停表，综合办批',
      example: ['挂账 #12 到 12月20日 等待国网批复 @王五'],
      glued: true,
      claim: () => 'fact',
      takesDeadline: true,
      rightsFirst: true,
      read: readPause,
      run: (call, at) =>
        withDeadline(call.deadline, 'pause', at, async ({ day: expected }) => {
          const { reason, chaserOpenId: openId, chaserName: name } = call;
          if (!reason) return askBy('pause', at);
          const chaser = await at.person({ openId, name });
          if (typeof chaser === 'string') return unknownName('person-unknown', name ?? '');
          const chaserId = chaser?.id ?? ownChaser(at);
          return command({ verb: 'request-pause', expected, reason, chaserId });
        }),
    }),
  ],
  forms: [
    {
      form: 'pause',
      title: `申请${BUTTONS.pause}`,
      about: 'deadline',
      fields: [
        { ask: 'day', label: '预计恢复日期' },
        { ask: 'reason', label: '挂账理由', hint: '等哪一级、等什么' },
        { ask: 'person', label: '盯办人', required: true },
      ],
      submit: async (values, at) => {
        const { day: expected, reason = '' } = values;
        const chaser = await at.picked(values);
        if (typeof chaser === 'string') return unknownName('person-unknown', values.personName ?? '');
        if (expected === undefined || !chaser) return INCOMPLETE;
        return command({ verb: 'request-pause', expected, reason, chaserId: chaser.id });
      },
    },
  ],
  buttons: ({ status, pending }) =>
    status === 'working' && pending === null ? [formStep(61, BUTTONS.pause, 'pause')] : [],
});
