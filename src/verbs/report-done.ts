/** 办结: reported done with one line of result; somebody else verifies. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideReportDone } from '../domain/decide/work.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

export const reportDone = verb({
  verb: 'report-done',
  may: WORKING_SIDE,
  step: '办结',
  decide: decideReportDone,
  done: () => '已报办结，等核验',
  history: (d) => `报办结${textAt(d, 'result')}`,
  says: [
    said('report-done', {
      group: '办理',
      words: ['办结', '完成', '办结申请', '申请办结', '已办结', '已完成', '办完', '已办完'],
      usage: '办结 #编号 <结果>',
      summary: '报告办完，等待核验',
      example: ['办结 #12 堆场已扩建，今日启用'],
      glued: true,
      claim: () => 'result',
      read: (input) => ({ result: textOf(input.rest) }),
      run: ({ result }, at) =>
        result ? command({ verb: 'report-done', result, override: true }) : askBy('report-done', at),
    }),
  ],
  forms: [
    reasonForm(
      'report-done',
      BUTTONS.done,
      { label: '办理结果', hint: '一句话，例如：已协调出租临时仓库' },
      (result) => command({ verb: 'report-done', result, override: true }),
    ),
  ],
  buttons: ({ status }, { reason }) =>
    status === 'working' && reason !== 'co-unit'
      ? [formStep(30, BUTTONS.done, 'report-done', { look: 'strong' })]
      : [],
});
