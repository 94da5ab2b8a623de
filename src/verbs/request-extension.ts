/** 延期: asked for before the deadline, approved by the office. */

import { rolesOn, WORKING_SIDE } from '../domain/access.ts';
import { decideRequestExtension } from '../domain/decide/clock.ts';
import { pickedDeadline } from '../domain/limit.ts';
import { isLongTerm, longTermDeadline } from '../domain/long-term.ts';
import type { ReadInput } from '../language/definition.ts';
import { textOf } from '../language/facts.ts';
import { takeDeadline } from '../language/lexicon/deadline.ts';
import { isBlank, without } from '../language/phrase.ts';
import { dayAt, textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { askBy, command, INCOMPLETE, type Meant, refused, type Saying, withDeadline } from './saying.ts';
import { said, verb } from './verb.ts';

function readExtend(input: ReadInput) {
  const { read, span } = takeDeadline(input.rest, input.context);
  if (!span && !input.separated && !isBlank(input.rest)) return null;
  return { deadline: read, reason: textOf(span ? without(input.rest, [span]) : input.rest) };
}

/** The office says so itself; everybody else of the working side asks it, as for 延期. */
function toLongTerm(reason: string, at: Saying): Meant {
  const { issue, actor, directory, now } = at;
  if (isLongTerm(issue)) return refused('already-done', at);
  const to = longTermDeadline('长期', now, directory);
  if (rolesOn(actor, issue, directory).has('office')) {
    return command({ verb: 'correct', deadline: to, ...(reason !== '' && { note: reason }) });
  }
  return reason === '' ? askBy('long-term', at) : command({ verb: 'request-extension', to, reason });
}

export const requestExtension = verb({
  verb: 'request-extension',
  may: WORKING_SIDE,
  step: '延期申请',
  decide: decideRequestExtension,
  done: ({ to }, _, names) =>
    isLongTerm({ deadline: to })
      ? '已申请转为长期事项，等综合办批准'
      : `已申请延期到${names.day(to.day)}，等综合办批准`,
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
    said('long-term', {
      group: '时限',
      words: ['长期', '转长期', '转为长期', '列为长期', '设为长期'],
      usage: '长期 #编号 <理由>',
      summary: '转为长期事项，不设时限、不亮灯；综合办直接定，其他人申请',
      example: ['长期 #12 秸秆禁烧须常年巡查'],
      claim: () => 'fact',
      read: ({ rest }) => ({ reason: textOf(rest) }),
      run: ({ reason }, at) => toLongTerm(reason, at),
    }),
  ],
  forms: [
    {
      form: 'long-term',
      title: '转为长期事项',
      fields: [{ ask: 'reason', label: '为什么不设时限', hint: '综合办会看到' }],
      submit: ({ reason = '' }, at) => (reason.trim() === '' ? INCOMPLETE : toLongTerm(reason, at)),
    },
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
