/** Reports asked for in talk (今天的日报有了没), and what stands in one (日报里有没有点到交通). */

/** What beside the report's word only asks for it. */
export const REPORT_WANTED =
  /(?:有了没有?|有没有了?|出来了?没有?|出了?没有?|好了没有?|做好了?没有?|写好了?没有?|生成了?没有?|发(?:出来)?了?没有?|(?:也|还|都|再)?(?:要|来|发|给|搞|弄|整|做|拿|出)(?:给)?(?:我们?|咱们?|过来|来)?(?:一?[份个张下])?(?:给我)?|(?:也|还)要|看一?[看下]|看看|瞧瞧|给我|帮我|帮忙|麻烦|请问|请|需要|想要|一份|^把|(?:还|能不能|能|再)*(?:调|找|翻|拉|拿)(?:得|一下)?(?:出来|给我|过来)|了没)/gu;

const ISSUE =
  /(?:(?<before>[上前]一?[期份]|上次)|(?:最近|最新|当前|最后|[这本])(?:出?的)?一?[期份]|最新(?:出?的)?)的?(?<kind>[日周月])报/gu;
const BEFORE: Readonly<Record<string, string>> = { 日: '昨天', 周: '上周', 月: '上月' };

/** 最近一期周报, 上一期月报: the days it is of; the newest is the one that goes on. */
export function withIssueDays(folded: string): string {
  return folded.replace(ISSUE, (...said) => {
    const { before, kind = '' } = said.at(-1) as { before?: string; kind?: string };
    return `${before === undefined ? '' : (BEFORE[kind] ?? '')}${kind}报`;
  });
}

const SPAN =
  '(?:今天|今早|今日|今晨|早上|昨天|昨日|前天|本周|这周|上周|本月|这个月|上月|上个月|最近|刚才|刚发)';
const INSIDE = new RegExp(
  `^(${SPAN})?(?:早上)?的?(?:那份?)?([日周月])报(?:里头?|里面|上面?|中|里边)(?:都)?(?:有没有|是不是|是否|有)?(?:点到|提到|写到|讲到|说到|点名|带到|点了|提了|写的?|说的?|讲的?|报的?)?(.+)$`,
  'u',
);
const DAYS: Readonly<Record<string, string>> = { 日: '今天', 周: '本周', 月: '本月' };
const TODAY = /^(?:今|早上|刚)/u;
const ENDS = /(?:没有?|吗|么|不)?[呢啊呀\s\p{P}]*$/u;
const CLOCKED = /登记|新增|销|办结|办完|解决|红|黄|逾期|超|到期|签|退|催|转|挂|延/u;
const ASKS = /几|多少|哪|谁|什么|啥|吗/u;

/** 今早日报里有没有点到交通, as what is asked of those days: a name alone with the figures a report tells. */
export function insideReport(folded: string): string | undefined {
  const [, said, of = '', rest = ''] = INSIDE.exec(folded) ?? [];
  if (rest === '') return undefined;
  const span = said === undefined || TODAY.test(said) ? DAYS[of] : said;
  const name = rest.replace(ENDS, '');
  // 周报里住建局有几件: of what came in those days.
  if (ASKS.test(name)) return CLOCKED.test(rest) ? `${span}${rest}` : `${span}登记的${rest}`;
  return `${span}${name}登记几件，销号几件，现在逾期几件`;
}

const WITHIN =
  /^(?:那|这)?(?:里头|里面|里边|上面|上头|当中|其中|报里|报上)(?:都|一共|总共)?(?:有)?(?=.*(?:几|多少))(.+)$/u;

/** 里面登记几件, said after a report; undefined: it is of nothing in it. */
export function withinReport(folded: string): string | undefined {
  return WITHIN.exec(folded)?.[1];
}
