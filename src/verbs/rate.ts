/** 满意度: the enterprise's word on the result. */
import { z } from 'zod';
import { decideRate } from '../domain/decide/verify.ts';
import type { Satisfaction } from '../domain/issue.ts';
import type { ReadInput } from '../language/definition.ts';
import { misuse } from '../language/definition.ts';
import { textOf } from '../language/facts.ts';
import { cut, trimMarks } from '../language/phrase.ts';
import { textAt } from '../text/history-detail.ts';
import { BUTTONS, SATISFACTION_NAMES } from '../text/words.ts';
import { formStep, tapStep } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

const SCORES: readonly [RegExp, Satisfaction][] = [
  [/^(?:不满意|不太满意|很不满意|差评)/, 'unsatisfied'],
  [/^(?:基本满意|比较满意|还算满意|一般满意|一般)/, 'fairly'],
  [/^(?:非常满意|很满意|十分满意|满意|好评)/, 'satisfied'],
];

function readRate(input: ReadInput) {
  const rest = trimMarks(input.rest);
  const word = /满意$/.test(input.word) ? SCORES.find(([score]) => score.test(input.word)) : undefined;
  const after = word ?? SCORES.find(([score]) => score.test(rest.folded));
  if (!after) return misuse(input, '请写“满意”“基本满意”或“不满意”。');
  const length = word ? 0 : (after[0].exec(rest.folded)?.[0].length ?? 0);
  return { score: after[1], reason: textOf(cut(rest, length)) };
}

export const rate = verb({
  verb: 'rate',
  may: ['enterprise'],
  step: '评价',
  decide: decideRate,
  done: ({ score }) => `已评价${SATISFACTION_NAMES[score]}，谢谢`,
  history: (d) => {
    const { score } = d;
    const known = score === 'satisfied' || score === 'fairly' || score === 'unsatisfied';
    return `评价${known ? SATISFACTION_NAMES[score] : ''}${textAt(d, 'reason')}`;
  },
  says: [
    said('rate', {
      group: '办理',
      words: ['满意度', '满意', '基本满意', '不满意', '评价'],
      usage: '满意度 #编号 满意 | 基本满意 | 不满意 <原因>',
      summary: '企业对办理结果的评价',
      example: ['满意 #12', '不满意 #12 只解决了一半'],
      everyday: true,
      claim: ({ score }) => (score === 'unsatisfied' ? 'reason' : 'consent'),
      read: readRate,
      run: ({ score, reason }, at) =>
        score === 'unsatisfied' && !reason
          ? askBy('unsatisfied', at)
          : command({ verb: 'rate', score, ...(reason && { reason }) }),
    }),
  ],
  forms: [
    reasonForm(
      'unsatisfied',
      BUTTONS.unsatisfied,
      { label: '不满意的原因', hint: '您的意见会转给综合办' },
      (reason) => command({ verb: 'rate', score: 'unsatisfied', reason }),
    ),
  ],
  // 不满意 needs its reason and goes by form.
  tap: tap(z.strictObject({ score: z.enum(['satisfied', 'fairly']) }), ({ score }) => ({
    verb: 'rate',
    score,
  })),
  buttons: ({ status }, { reason, askRating }) =>
    status === 'closed' && reason !== 'look-back' && askRating
      ? [
          // None stands out: the answer is theirs.
          tapStep(20, BUTTONS.satisfied, {}, { score: 'satisfied' }),
          tapStep(21, BUTTONS.fairly, {}, { score: 'fairly' }),
          formStep(22, BUTTONS.unsatisfied, 'unsatisfied'),
        ]
      : [],
});
