/** Rows of the command table: writing problems down. */
import { isBlank } from '../../language/phrase.ts';
import { command } from '../call.ts';
import { readFacts, readLines, readWhole, repliesToMessage } from '../read/lines.ts';

const LOG_WORDS = [
  '报',
  '登记',
  '上报',
  '问题',
  '报问题',
  '登记问题',
  '上报问题',
  '新增问题',
  '记一下',
] as const;

export const LOGGING = [
  command('log', {
    words: [...LOG_WORDS],
    usage: '报 <事项> [单位] [时限] [@经办人]',
    summary: '登记问题；写几行就是几个问题',
    example: ['报 磷石膏仓库堆放不下 生态环境局 3个工作日', '报 用电负荷不足 供电公司 下周三 @张三'],
    where: 'anywhere',
    glued: true,
    read: (input) => {
      if (isBlank(input.rest)) return null;
      // 问题, 登记 open many sentences; only a space or mark after them makes a command.
      if (!input.separated && input.word === '问题') return null;
      if (readFacts(input)) return null;
      const lines = readLines(input);
      return Array.isArray(lines) ? { name: 'log', lines } : lines;
    },
  }),
  command('log-quoted', {
    words: [...LOG_WORDS],
    usage: '（回复一条消息） 报 [单位] [时限]',
    summary: '把被回复的消息登记为问题',
    example: ['报'],
    where: 'anywhere',
    read: (input) => {
      if (!repliesToMessage(input)) return null;
      if (isBlank(input.rest)) return { name: 'log-quoted' };
      const facts = readFacts(input);
      return facts ? { name: 'log-quoted', facts } : null;
    },
  }),
  command('log-form', {
    words: [...LOG_WORDS],
    usage: '报',
    summary: '打开登记表单',
    example: ['报'],
    where: 'anywhere',
    read: ({ rest, word }) => (isBlank(rest) && word !== '问题' ? { name: 'log-form' } : null),
  }),
  command('on-the-spot', {
    words: ['当场', '当场解决', '现场解决', '当场办结'],
    usage: '当场 <已当场解决的事>',
    summary: '登记并一步销号',
    example: ['当场 协调供电公司恢复了临时用电'],
    where: 'anywhere',
    read: (input) => {
      if (!input.separated && input.word !== '当场解决') return null;
      const line = readWhole(input);
      return 'title' in line ? { name: 'on-the-spot', line } : line;
    },
  }),
];
