/** Rows of the command table: writing problems down. */
import type { ReadInput } from '../../language/definition.ts';
import { isBlank } from '../../language/phrase.ts';
import type { LogLine } from '../../language/said.ts';
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

/** 一个问题, 一件事, 可以吗: 报 with nothing to log in it. */
const NOTHING =
  /^(?:一下|一条|一个|一件|一桩|几个|几件|几条|两个|个|件|条|些|新|的|企业|项目|有|小|问题|事情|事项|事|情况|线索|吧|啊|呀|呢|吗|了|哈|谢谢|可以|能|行|好|请|给你|给您|你|您|\s|\p{P})*$/u;

function saysNothing({ rest }: ReadInput): boolean {
  return isBlank(rest) || (rest.folded.length <= 16 && NOTHING.test(rest.folded));
}

/** Written together or said in passing, with neither unit nor time: it may be no problem at all. */
function isUnsure({ word, separated }: ReadInput, lines: readonly LogLine[]): boolean {
  const [line] = lines;
  if (lines.length !== 1 || !line) return false;
  const facts = line.unitId !== null || line.assigneeOpenId !== null || line.deadline.ok;
  return !facts && (word === '记一下' || !separated);
}

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
      if (saysNothing(input)) return null;
      const lines = readLines(input);
      if (!Array.isArray(lines)) return lines;
      return { name: 'log', lines, ...(isUnsure(input, lines) && { unsure: true }) };
    },
  }),
  command('log-quoted', {
    words: [...LOG_WORDS],
    usage: '（回复一条消息） 报 [单位] [时限]',
    summary: '把被回复的消息登记为问题（须开通读消息权限）',
    example: ['报'],
    where: 'anywhere',
    read: (input) => {
      if (!repliesToMessage(input)) return null;
      if (saysNothing(input)) return { name: 'log-quoted' };
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
    read: (input) => (saysNothing(input) && input.word !== '问题' ? { name: 'log-form' } : null),
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
