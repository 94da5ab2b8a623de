/** 进展: a note on how far it is. */

import { allowsRoles, WORKING_SIDE } from '../domain/access.ts';
import { decideProgress } from '../domain/decide/work.ts';
import { textOf } from '../language/facts.ts';
import { textAt } from '../text/history-detail.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { smallForm } from './button.ts';
import { reasonForm } from './form.ts';
import { askBy, command } from './saying.ts';
import { said, verb } from './verb.ts';

const REPORTING = [...WORKING_SIDE, 'co-unit', 'chaser'] as const;

export const progress = verb({
  verb: 'progress',
  may: REPORTING,
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
      claim: () => 'note',
      read: (input) => ({ note: textOf(input.rest) }),
      // Who does not work on it asks by the same words how it stands.
      run: ({ note }, at) => {
        if (note) return command({ verb: 'progress', note });
        const works = allowsRoles(at.actor, REPORTING, at.issue, at.directory) === true;
        return works ? askBy('progress', at) : { answer: { kind: 'issue', issueId: at.issue.id } };
      },
    }),
  ],
  forms: [
    reasonForm('progress', '报进展', { label: '进展', hint: '办到哪一步了' }, (note) =>
      command({ verb: 'progress', note }),
    ),
  ],
  buttons: ({ status }) => (status === 'working' ? [smallForm(20, SMALL_BUTTONS.progress, 'progress')] : []),
});
