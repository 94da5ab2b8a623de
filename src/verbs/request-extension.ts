/** 延期: asked for before the deadline, approved by the office. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideRequestExtension } from '../domain/decide/clock.ts';
import { pickedDeadline } from '../domain/limit.ts';
import type { ReadInput } from '../language/definition.ts';
import { textOf } from '../language/facts.ts';
import { takeDeadline } from '../language/lexicon/deadline.ts';
import { isBlank, without } from '../language/phrase.ts';
import { dayAt, textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { askBy, command, INCOMPLETE, withDeadline } from './saying.ts';
import { said, verb } from './verb.ts';

function readExtend(input: ReadInput) {
  const { read, span } = takeDeadline(input.rest, input.context);
  if (!span && !input.separated && !isBlank(input.rest)) return null;
  return { deadline: read, reason: textOf(span ? without(input.rest, [span]) : input.rest) };
}

export const requestExtension = verb({
  verb: 'request-extension',
  may: WORKING_SIDE,
  step: '延期申请',
  decide: decideRequestExtension,
  done: ({ to }, _, names) => `已申请延期到${names.day(to.day)}，等综合办批准`,
  history: (d, ctx) => `申请延期到${dayAt(d, ctx, 'to', 'deadline', 'day')}${textAt(d, 'reason')}`,
  says: [
    said('extend', {
      group: '时限',
      words: ['延期', '申请延期', '延长', '展期'],
      usage: '延期 #编号 到 <日期> <理由>',
      summary: '到期前申请改期，综合办批',
      example: ['延期 #12 到 12月20日 等待环评批复'],
      glued: true,
      claim: () => 'fact',
      takesDeadline: true,
      read: readExtend,
      run: ({ deadline, reason }, at) =>
        withDeadline(deadline, 'extension', at, (to) =>
          reason ? command({ verb: 'request-extension', to, reason }) : askBy('extension', at),
        ),
    }),
  ],
  forms: [
    {
      form: 'extension',
      title: `申请${BUTTONS.extend}`,
      about: 'deadline',
      fields: [
        { ask: 'day', label: '新的完成时限' },
        { ask: 'reason', label: '延期理由' },
      ],
      submit: ({ day, reason = '' }, at) =>
        day === undefined
          ? INCOMPLETE
          : command({ verb: 'request-extension', to: pickedDeadline(day, at.now, at.directory), reason }),
    },
  ],
  // Asked for before the deadline only; what is late can be appealed against.
  buttons: ({ status, pending }, { late }) =>
    status === 'working' && pending === null && !late ? [formStep(60, BUTTONS.extend, 'extension')] : [],
});
