/** 核验: whether it is really solved; by somebody other than the doer. */
import { z } from 'zod';
import { isOwnReport, VERIFIERS } from '../domain/access.ts';
import { decideVerify } from '../domain/decide/verify.ts';
import type { ReadInput } from '../language/definition.ts';
import { textOf } from '../language/facts.ts';
import { cut, isBlank, trimMarks } from '../language/phrase.ts';
import { textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep, tapStep } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

const REFUTED =
  /^(?:核验)?(?:不属实|不实|不符|不通过|未通过|没通过|没有?解决|未解决|没有?办好|没有?整改|未整改|不合格|不行|没完成|未完成|驳回|否)/;
const CONFIRMED =
  /^(?:核验)?(?:(?:情况|经核|已核实)?属实|通过|已解决|解决了|合格|确认|没问题|无误|办好了|是真的|可以销号|同意销号|销号)/;

function readVerify(input: ReadInput): { confirmed: boolean | null; reason: string } | null {
  const rest = trimMarks(input.rest);
  if (/属实$/.test(input.word)) return { confirmed: input.word === '属实', reason: textOf(rest) };
  const refuted = REFUTED.exec(rest.folded);
  const verdict = refuted ?? CONFIRMED.exec(rest.folded);
  if (!verdict && !input.separated && !isBlank(rest)) return null;
  return {
    confirmed: verdict ? !refuted : null,
    reason: textOf(verdict ? cut(rest, verdict[0].length) : rest),
  };
}

export const verify = verb({
  verb: 'verify',
  may: VERIFIERS,
  step: '核验',
  decide: decideVerify,
  done: ({ confirmed }) => (confirmed ? '已核验属实，销号' : '核验不属实，已退回继续办理'),
  history: (d) => `核验${d.confirmed === false ? '不属实' : '属实'}${textAt(d, 'reason', 'note')}`,
  says: [
    said('verify', {
      group: '办理',
      words: ['核验', '属实', '不属实', '核实', '验收'],
      usage: '核验 #编号 属实 | 不属实 <理由>',
      summary: '确认是否真正解决',
      example: ['核验 #12 属实', '核验 #12 不属实 现场仍有堆放'],
      glued: true,
      claim: ({ confirmed }) => (confirmed === false ? 'reason' : 'result'),
      read: readVerify,
      run: ({ confirmed, reason }, at) => {
        if (confirmed === null)
          return { answer: { kind: 'issue', issueId: at.issue.id, lead: '请点“属实”或“不属实”。' } };
        if (confirmed) return command({ verb: 'verify', confirmed, ...(reason && { note: reason }) });
        return reason ? command({ verb: 'verify', confirmed, reason }) : askBy('refute', at);
      },
    }),
  ],
  forms: [
    reasonForm('refute', BUTTONS.refuted, { label: '不属实的情况', hint: '哪里还没有解决' }, (reason) =>
      command({ verb: 'verify', confirmed: false, reason }),
    ),
  ],
  // Only 属实 is a tap; 不属实 needs its reason.
  tap: tap(z.strictObject({ confirmed: z.literal(true) }), ({ confirmed }) => ({
    verb: 'verify',
    confirmed,
  })),
  buttons: ({ status }) =>
    status === 'verifying'
      ? [
          tapStep(20, BUTTONS.confirmed, { look: 'strong' }, { confirmed: true }),
          formStep(21, BUTTONS.refuted, 'refute', { look: 'danger' }),
        ]
      : [],
  // Who reported it done is refused by the decision anyway; the private card need not offer it.
  offered: (issue, reader, directory) => !isOwnReport(issue, reader, directory),
});
