/** 重开: it came back (反弹), under the same number. */

import { VERIFIERS } from '../domain/access.ts';
import { decideReopen } from '../domain/decide/verify.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

export const reopen = verb({
  verb: 'reopen',
  may: [...VERIFIERS, 'reporter'],
  step: '重开',
  decide: decideReopen,
  done: () => '已重开，继续办理',
  history: (d) => `重开${textAt(d, 'reason')}`,
  says: [
    said('reopen', {
      group: '办理',
      words: ['重开', '反弹', '重新打开'],
      usage: '重开 #编号 <理由>',
      summary: '销号后又出现，原号重开',
      example: ['重开 #12 雨后再次渗漏'],
      glued: true,
      read: (input) => ({ reason: textOf(input.rest) }),
      run: ({ reason }, at) => (reason ? command({ verb: 'reopen', reason }) : askBy('reopen', at)),
    }),
  ],
  forms: [
    reasonForm('reopen', BUTTONS.reopen, { label: '反弹的情况', hint: '又出现了什么' }, (reason) =>
      command({ verb: 'reopen', reason }),
    ),
  ],
  buttons: ({ status }, { reason }) =>
    status === 'closed' && reason === 'look-back'
      ? [formStep(21, BUTTONS.reopen, 'reopen', { look: 'danger' })]
      : [],
});
