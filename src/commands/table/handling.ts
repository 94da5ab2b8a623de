/** Rows of the command table: the life of one problem (product.md §3), beside the verbs. */
import { issueOf } from '../../language/facts.ts';
import { command } from '../call.ts';

export const HANDLING = [
  command('undo', {
    words: ['撤销', '撤回', '撤消'],
    usage: '撤销 #编号',
    summary: '两分钟内收回自己刚做的一步',
    example: ['撤销 #12'],
    where: 'anywhere',
    needsIssue: true,
    bare: true,
    read: (input) => ({ name: 'undo', ...issueOf(input) }),
  }),
];
