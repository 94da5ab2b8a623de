/** 固化: how it was solved, kept for similar problems. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideMeasure } from '../domain/decide/verify.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

export const writeMeasure = verb({
  verb: 'write-measure',
  may: WORKING_SIDE,
  step: '固化措施',
  decide: decideMeasure,
  done: () => '固化措施已记录',
  history: (d) => `固化措施${textAt(d, 'text')}`,
  says: [
    said('measure', {
      group: '办理',
      words: ['固化', '固化措施', '固化做法'],
      usage: '固化 #编号 <可复用的做法>',
      summary: '把做法留给以后类似的问题',
      example: ['固化 #12 雨季前先做临时截排水'],
      read: (input) => ({ text: textOf(input.rest) }),
      run: ({ text }, at) => (text ? command({ verb: 'write-measure', text }) : askBy('measure', at)),
    }),
  ],
  forms: [
    reasonForm('measure', '固化措施', { label: '可复用的做法', hint: '例如：雨季前先做临时截排水' }, (text) =>
      command({ verb: 'write-measure', text }),
    ),
  ],
});
