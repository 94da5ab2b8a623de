/** Rows of the command table: looking things up. Nothing here changes data. */

import { SEARCH_WHAT } from '../../cards/words-reading.ts';
import { issueOf, neededText } from '../../language/facts.ts';
import { fold, isBlank, trimMarks } from '../../language/phrase.ts';
import { command } from '../call.ts';
import { isMine, readList } from '../filter.ts';
import { asksStatus } from '../prefix.ts';
import { readQuestion } from '../question.ts';

export const QUERIES = [
  command('show', {
    words: ['查', '查看', '看看', '看', '查询', '详情', '打开'],
    usage: '#编号 或 查 #编号',
    summary: '打开这件事的实时卡片',
    example: ['#12', '查 #12'],
    where: 'anywhere',
    needsIssue: true,
    afterMention: true,
    // 查 红色的 is a question, 查 磷石膏 a search: both are tried when no number is there.
    read: (input) =>
      input.numbered || isBlank(input.rest) || asksStatus(input.rest)
        ? { name: 'show', ...issueOf(input) }
        : null,
  }),
  command('mine', {
    words: ['我的', '我的待办', '我的问题', '我的事项', '我的任务', '待办'],
    usage: '我的',
    summary: '等我签收、办理、核验的',
    example: ['我的'],
    where: 'anywhere',
    everyday: true,
    read: ({ rest }) => (isMine(rest) ? { name: 'mine' } : null),
  }),
  command('list', {
    words: ['清单', '列表', '问题清单', '看清单', '查清单', '清单列表'],
    usage: '清单 [项目|单位|人] [红|黄|蓝|逾期|待签收…] [本周|本月]',
    summary: '列出问题，条件次序随意',
    example: ['清单', '清单 住建局 红', '清单 兴发 待核验 本周'],
    where: 'anywhere',
    read: readList,
  }),
  command('ask', {
    words: ['问', '请问'],
    usage: '直接用大白话问',
    summary: '问数量、进展、谁最慢',
    example: ['红色的有几个', '兴发怎么样了', '自然资源局有哪些逾期', '本周到期的', '谁拖得最久'],
    where: 'anywhere',
    everyday: true,
    read: ({ rest, context }) => readQuestion(rest, context),
  }),
  command('search', {
    words: ['搜', '搜索', '查找', '搜一下', '找', '查', '查询'],
    usage: '搜 <关键词>',
    summary: '在事项和经过里找',
    example: ['搜 磷石膏'],
    where: 'anywhere',
    glued: true,
    read: (input) => {
      const short = input.word === '找' || input.word.startsWith('查');
      if (short && (!input.separated || isBlank(input.rest))) return null;
      if (short && readQuestion(input.rest, input.context)) return null;
      const words = neededText(input, SEARCH_WHAT);
      return typeof words === 'string' ? { name: 'search', words: trimMarks(input.rest).text } : words;
    },
  }),
  command('history', {
    words: ['历史', '经过', '办理经过', '流转记录', '历史记录'],
    usage: '历史 #编号',
    summary: '谁在何时做了什么',
    example: ['历史 #12'],
    where: 'anywhere',
    needsIssue: true,
    afterMention: true,
    read: (input) => ({ name: 'history', ...issueOf(input) }),
  }),
  command('similar', {
    words: ['相似', '类似', '同类', '相似问题', '类似问题'],
    usage: '相似 #编号',
    summary: '以前类似的问题和做法',
    example: ['相似 #12'],
    where: 'anywhere',
    needsIssue: true,
    afterMention: true,
    read: (input) => ({ name: 'similar', ...issueOf(input) }),
  }),
  command('help', {
    words: ['帮助', 'help', '说明', '使用说明', '怎么用', '命令', '指令', '菜单', '你会什么', '你能做什么'],
    usage: '帮助 [命令]',
    summary: '全部说法，或某一个的用法',
    example: ['帮助', '帮助 报'],
    where: 'anywhere',
    everyday: true,
    read: ({ rest, separated, knows }) => {
      const topic = trimMarks(rest).text;
      return topic === '' || (separated && topic.length <= 12) || knows(fold(topic))
        ? { name: 'help', topic }
        : null;
    },
  }),
];
