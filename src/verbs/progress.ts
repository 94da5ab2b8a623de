/** 进展: a note on how far it is. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideProgress } from '../domain/decide/work.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { smallForm } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

export const progress = verb({
  verb: 'progress',
  may: [...WORKING_SIDE, 'co-unit', 'chaser'],
  step: '进展',
  decide: decideProgress,
  done: () => '进展已记录',
  history: (d) => `进展${textAt(d, 'note', 'text')}`,
  says: [
    said('progress', {
      group: '办理',
      words: ['进展', '更新进展', '汇报进展', '进度更新', '跟进'],
      usage: '进展 #编号 <进展情况>',
      summary: '记一笔进展',
      example: ['进展 #12 已完成现场踏勘，周四出方案'],
      glued: true,
      read: (input) => ({ note: textOf(input.rest) }),
      run: ({ note }, at) => (note ? command({ verb: 'progress', note }) : askBy('progress', at)),
    }),
  ],
  forms: [
    reasonForm('progress', '报进展', { label: '进展', hint: '办到哪一步了' }, (note) =>
      command({ verb: 'progress', note }),
    ),
  ],
  buttons: ({ status }) => (status === 'working' ? [smallForm(20, SMALL_BUTTONS.progress, 'progress')] : []),
});
