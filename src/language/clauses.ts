/** Cuts a question that asks for several figures into what asks for each. */

const QUANTITY =
  /(?<!百分之)(?:(?<!第)几|多少)(?:个|件|条|项|起|宗|桩|单|盏|笔)?(?![月天日号点久时家成次回高大年钱]|[个几]?(?:单位|项目|部门|工作日|乡镇|园区))|[办按满销化解完逾超及][结期意号决成时]率(?:是|有|各)?(?:多少|几成|百分之几|百分之多少)?|[按准及]时的?(?:办结|完成|办完)?的?占?(?:几成|多少(?!件|个)|百分之几)|占比(?:是|有)?(?:多少)?|(?:总数|(?<=[结增到号期件题记灯])数)(?=$|[、,，])|最[快慢长短](?:的)?(?:一件|一个|那件|那个)?(?:用了|花了|要|是)?(?:几天|多少天|多久)|平均[^,，。;；\s]{0,8}?(?:几天|多少天|多久|好多天|几个工作日|多长时间)/g;
/** 有没有超期的 asks for a figure, too, but nothing is cut in the middle of it. */
const HAVING =
  /^(?:其中|里[头面]|这里[头面])?(?:还|又)?有没有(?!进展|消息|动静|结果|眉目|下文|人|.*[了完后]$)/;
const MARKS = /[,，。;；、?？!！\s]+|(?<=\p{Script=Han})(?=又(?!是)|另外|还有(?=[^没不吗呢么多几]))/u;
const GOES_ON = /呢(?:[到至截]至?(?:现在|目前|今天|今日|眼下)(?:为止)?|目前|至今)?[\p{P}\s]*$/u;
/** 上周呢，办结几个: what the question behind it is about. */
const TOPIC = /^(?:那|那么)?(?!.*(?:怎|啥|什么|谁|哪|吗|没|率)).{2,6}呢$/u;

/** 批了几次, 退回次数: numbers of steps. */
const TIMES = /(?:几|多少|好多|几多)(?:次|回|道|遍)|次数|回数/;

/** 企业给咱们打的分怎么样: the rate of those content. */
const OPINION = /(?:评价|打分|评分|满意度?|分数?)(?:怎么样|咋样|怎样|如何|高不高|好不好)$/u;

function asks(text: string, times: boolean): boolean {
  if ((times && TIMES.test(text)) || /多不多$/.test(text)) return true;
  return text.search(QUANTITY) >= 0 || OPINION.test(text) || HAVING.test(text) || GOES_ON.test(text);
}

/** Fewer than two: one thing is asked. @param text as written @param times numbers of steps are asked for, too */
export function cutClauses(text: string, times = false): string[] {
  const clauses: string[] = [];
  let waiting = '';
  const parts = text
    .normalize('NFKC')
    .split(MARKS)
    .filter((part) => part !== '');
  for (const [i, part] of parts.entries()) {
    waiting += (waiting === '' ? '' : ' ') + part;
    const behind = parts[i + 1];
    if (i === 0 && TOPIC.test(part) && behind && !GOES_ON.test(behind) && part.search(QUANTITY) < 0) continue;
    if (!asks(part, times)) continue;
    clauses.push(waiting);
    waiting = '';
  }
  // 红的有几个，高新区的: belongs to what stands before it.
  if (waiting !== '' && clauses.length > 0) clauses.push(`${clauses.pop()} ${waiting}`);
  return clauses.flatMap(atQuantities);
}

/** 报一下, behind all of them. */
const TOLD = /(?:给我|跟我|都)?(?:报|说|讲|列|看|念|数|查)(?:一?下子?|一遍|看|出来)(?:给我)?[听看]?/;

const VERB_BEFORE =
  /(?:登记|新增|上报|反映|接|收|来|进来|办|办结|解决|销|销号|完成|清|处理|转办|签收)[了过]?$/u;

/** 红灯几个黄灯几个; 几个红的几个黄的. */
function atQuantities(clause: string): string[] {
  const found = [...clause.matchAll(QUANTITY)];
  if (found.length < 2) return [clause];
  const last = found.at(-1);
  const behind = clause.slice((last?.index ?? 0) + (last?.[0].length ?? 0));
  // 登记了多少办了多少还有多少没办: each number stands behind what it is of.
  const behindVerb = VERB_BEFORE.test(clause.slice(0, found[0]?.index ?? 0));
  const leads =
    !behindVerb && behind.replace(TOLD, '').replace(/问题|事项|[的了呢吗吧啊呀事件\s]/g, '') !== '';
  const cuts = leads
    ? found.slice(1).map(({ index }) => index)
    : found.slice(0, -1).map((one) => one.index + one[0].length);
  return [0, ...cuts]
    .map((from, i) => clause.slice(from, cuts[i] ?? clause.length))
    .filter((one) => one.trim() !== '');
}
