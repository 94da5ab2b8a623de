/** Rows of the command table: the clock of one problem (product.md §3–§4), beside the verbs. */

import { issueOf } from '../../language/facts.ts';
import { isBlank } from '../../language/phrase.ts';
import { command } from '../call.ts';

export const DEADLINES = [
  command('explain', {
    words: ['怎么算的', '怎么算', '时限怎么算', '为什么'],
    usage: '怎么算的 #编号',
    summary: '说明时限和灯色怎么得来',
    example: ['怎么算的 #12'],
    where: 'anywhere',
    needsIssue: true,
    afterMention: true,
    read: (input) =>
      // #20为什么退回: what is recorded tells it.
      input.word === '为什么' && (input.issueId === undefined || !isBlank(input.rest))
        ? null
        : { name: 'explain', ...issueOf(input) },
  }),
];
