/** Rows of the command table: writing problems down. */
import type { ReadInput } from '../../language/definition.ts';
import { isAsking, isQuestioning } from '../../language/mood.ts';
import { cut, isBlank } from '../../language/phrase.ts';
import type { LogLine } from '../../language/said.ts';
import { command } from '../call.ts';
import { isNoName } from '../read/labels.ts';
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

/** 报得最早的是哪个, 登记上来多久了, 新增问题这个月比上个月多几个: of what was reported, written together. */
const REPORTED =
  /^(?:得(?!不到)|的|是|方面|一共|要(?:几|多)|办结(?!率)|最(?!近)|谁|哪|几[次件天]|多久|没|为[什啥何]|原因|理由|[上回出下起过][来去]|[之以]?[前后]|时候?|成了?|[好掉完](?=了|没)|到|给|[和跟]没|什么|啥|怎|不及时|[早晚快慢多少]|[这本上今去]一?个?(?:[天月周年季]|星期|礼拜)[^,，]{0,4}比)/u;

/** 报一下路灯那件的办理进展: of one that is known. */
const TOLD_ONCE = /^(?:一下|下(?!水)|给我|送)/;
const STANDS =
  /(?<=.{3})(?:办理|处理|处置|整改|推进|最新|目前|当前)的?(?:情况|进展|进度|状态|状况)[\s\p{P}]*$/u;

/** 多少天都没人来: it tells. */
const NOBODY = /(?:多少|几|好多).{1,2}[都也]?没/u;

/** 上报 领导的有几件: how many there are, and no problem. */
const COUNTS = /(?:几[件个条项]|多少|占比|比例)[\s\p{P}]*$/u;

/** 报 进度, 报 一下数据: other things are reported (报) as well, and these are no problems. */
const NO_PROBLEM =
  /^(?:一下|一个|下|个|最新|今天|昨天|本周|上周|本月|的|各单位|项目|工作|\s)*(?:进度|进展|进展情况|数|数字|数据|名单|材料|报表|表格|情况|总结|计划|方案|台账|清单|明细|原因|理由|排名|排行|趋势|数量|总数|[及按]时率|率|日报|周报|月报|测试|test)[\s\p{P}]*$/u;

function asksOfReported({ word, separated, rest }: ReadInput): boolean {
  const { folded } = rest;
  // A number is set off by itself.
  if (/^第[一二三四五\d]个的?(?:又?是)?[谁哪]/u.test(folded)) return true;
  // 登记原因, 上报进展情况: its noun form, of which something is asked.
  if (word !== '报' && (COUNTS.test(folded) || (!separated && NO_PROBLEM.test(folded)))) return true;
  if (TOLD_ONCE.test(folded) && !NOBODY.test(folded) && (isQuestioning(folded) || STANDS.test(folded)))
    return true;
  const asks = isQuestioning(folded) || /[几多没谁哪][^\s\p{P}]{0,3}[\s\p{P}]*$/u.test(folded);
  return !separated && REPORTED.test(folded) && asks;
}

function saysNothing({ rest }: ReadInput): boolean {
  return isBlank(rest) || (rest.folded.length <= 16 && NOTHING.test(rest.folded));
}

/** 报个问题：3号楼漏水 */
const OPENING =
  /^(?:[一这]?[个件条桩]|几[个件条]|些|有[个件]?)?(?:新的?|企业的?)?(?:问题|情况|事情|事儿|事)\s*[:,]\s*(?=\S)/;

function withoutOpening(input: ReadInput): ReadInput {
  const length = OPENING.exec(input.rest.folded)?.[0].length ?? 0;
  return length === 0 ? input : { ...input, rest: cut(input.rest, length), separated: true };
}

/** 报 请问怎么登记 asks for help; a problem may well be put as a question. */
const ASKS_HOW =
  /^(?:请问|想问|问一下|怎[么样]|如何)?(?:一下)?(?:怎[么样]|如何)(?:报|登记|上报|填|写|用|操作)/;

/** Written together, said in passing or asked how, with neither unit nor time: it may be no problem at all. */
function isUnsure({ word, separated, rest }: ReadInput, lines: readonly LogLine[]): boolean {
  const [line] = lines;
  if (lines.length !== 1 || !line) return false;
  const facts = line.unitId !== null || line.assigneeOpenId !== null || line.deadline.ok;
  if (word !== '报' && isAsking(rest.folded)) return true;
  if (facts) return false;
  return (
    word === '记一下' || !separated || ASKS_HOW.test(rest.folded) || NO_PROBLEM.test(rest.folded.slice(0, 40))
  );
}

export const LOGGING = [
  command('log', {
    words: [...LOG_WORDS],
    usage: '报 <事项> [单位] [时限] [@经办人]',
    summary: '登记问题；写几行就是几个问题',
    example: ['报 磷石膏仓库堆放不下 生态环境局 3个工作日', '报 用电负荷不足 供电公司 下周三 @张三'],
    where: 'anywhere',
    glued: true,
    read: (said) => {
      if (isBlank(said.rest) || asksOfReported(said)) return null;
      const input = withoutOpening(said);
      // 问题, 登记 open many sentences; only a space or mark after them makes a command.
      if (input.word === '问题' && (!input.separated || NO_PROBLEM.test(input.rest.folded))) return null;
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
    read: (input) =>
      saysNothing(input) && input.word !== '问题' && !asksOfReported(input) ? { name: 'log-form' } : null,
  }),
  command('on-the-spot', {
    words: ['当场', '当场解决', '现场解决', '当场办结'],
    usage: '当场 <已当场解决的事>',
    summary: '登记并一步销号',
    example: ['当场 协调供电公司恢复了临时用电'],
    where: 'anywhere',
    read: (input) => {
      if (!input.separated && (input.word !== '当场解决' || isNoName(input.rest))) return null;
      const line = readWhole(input);
      return 'title' in line ? { name: 'on-the-spot', line } : line;
    },
  }),
];
