/** Rows of the command table: the clock of one problem (product.md §3–§4). */

import { command } from '../call.ts';
import { issueOf, readCorrectDeadline, readExtend, readPause } from '../read/issue.ts';

export const DEADLINES = [
  command('extend', {
    words: ['延期', '申请延期', '延长', '展期'],
    usage: '延期 #编号 到 <日期> <理由>',
    summary: '到期前申请改期,综合办批',
    example: ['延期 #12 到 12月20日 等待环评批复'],
    where: 'anywhere',
    needsIssue: true,
    glued: true,
    takesDeadline: true,
    read: readExtend,
  }),
  command('pause', {
    words: ['挂账', '申请挂账', '停表', '暂停'],
    usage: '挂账 #编号 到 <日期> <理由> [@盯办人]',
    summary: '等上级或天气,停表,综合办批',
    example: ['挂账 #12 到 12月20日 等待国网批复 @王五'],
    where: 'anywhere',
    needsIssue: true,
    glued: true,
    takesDeadline: true,
    read: readPause,
  }),
  command('resume', {
    words: ['恢复', '恢复计时', '取消挂账', '结束挂账'],
    usage: '恢复 #编号',
    summary: '结束挂账,重新计时',
    example: ['恢复 #12'],
    where: 'anywhere',
    needsIssue: true,
    bare: true,
    read: (input) => ({ name: 'resume', ...issueOf(input) }),
  }),
  command('correct-deadline', {
    words: ['改时限', '更改时限', '修改时限', '改期限'],
    usage: '改时限 #编号 <日期或天数>',
    summary: '更正刚登记的时限',
    example: ['改时限 #12 5个工作日'],
    where: 'anywhere',
    needsIssue: true,
    glued: true,
    takesDeadline: true,
    read: readCorrectDeadline,
  }),
  command('explain', {
    words: ['怎么算的', '怎么算', '时限怎么算', '为什么'],
    usage: '怎么算的 #编号',
    summary: '说明时限和灯色怎么得来',
    example: ['怎么算的 #12'],
    where: 'anywhere',
    needsIssue: true,
    afterMention: true,
    read: (input) =>
      input.word === '为什么' && input.issueId === undefined ? null : { name: 'explain', ...issueOf(input) },
  }),
];
