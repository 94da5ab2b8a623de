/** What is made or shown by a word of its own, asked for with the word anywhere: 把这周的周报发我, 高新区的月报给我看看. */
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { REPORT_WANTED, withIssueDays } from '../language/lexicon/report-asked.ts';
import { cut, join, type Phrase, readPhrase } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';

/** 我这个月报了几个: a month, and no report. */
const MADE =
  /(?:日报|周报|月报|专报)(?!了|过|上[来去]|几|多少|好多|到|送|办结|的(?:有|是|都|还|几|问题|事|那))|红黑榜|倒计时|挂图|晴雨表|导航图|调度包|看板/;
const LONGEST = 40;

/** 导个台账, 帮我导个台帐出来: all of it, as 导出 alone. */
export const LEDGER =
  /^(?:帮我|给我|请|麻烦|你|帮忙|再|\s)*(?:导出|导|拉|出|发|弄|做)(?:一?个|一?份|一下|一?张)?(?:给我)?(?:全部|所有|完整)?的?(?:问题)?(?:台账|台帐|总台账|问题清单表)(?:出来|给我|过来|发我|发给我|看看|一下|吧|[\s\p{P}])*$/u;

/** 弄一页本周进展的材料: what the week's report tells. */
const OF_WEEK =
  /^(?:帮我|给我|请|麻烦|你|帮忙|再|先|\s)*(?:弄|做|搞|整|写|准备|出|来|拉|整理|汇总)(?:一?[页份个张篇]|一下)?(?:纸)?(?:的)?(本周|这周|这个?星期|这个?礼拜|上周|上个?星期|上个?礼拜)(?:的)?(?:工作|办理|推进|整体|总体)?(?:进展|情况|进度|动态)(?:情况)?(?:的)?(?:汇报)?(?:材料|小结|汇报|总结|简报|通报|一页纸|稿子?)(?:$|[\s,，。])/u;

/** The same, word first; undefined when a word beside it is not understood, or says what the word has no use for. */
export function wordFirst(said: Phrase, context: ReadContext): Phrase | undefined {
  const dated = withIssueDays(said.text);
  const phrase = dated === said.text ? said : readPhrase(dated);
  // 导个台账: as what is asked, which tells of what is struck off, too.
  if (LEDGER.test(phrase.folded)) return undefined;
  const week = OF_WEEK.exec(phrase.folded)?.[1];
  if (week !== undefined) return readPhrase(week.startsWith('上') ? '周报 上周' : '周报');
  const word = MADE.exec(phrase.folded)?.[0];
  if (word === undefined || phrase.folded.length > LONGEST || said.mentions.length > 0) return undefined;
  const at = phrase.folded.indexOf(word);
  const beside = join(cut(phrase, 0, at), cut(phrase, at + word.length));
  const wanted = beside.folded.replace(REPORT_WANTED, ' ');
  const scan = scanQuery(word.endsWith('报') ? readPhrase(wanted) : beside, context);
  if (scan.left.length > 0 || scan.doubt || !saysOnly(scan, 'periods', 'projectIds', 'areaIds'))
    return undefined;
  const names = [
    ...scan.periods.map((one) => scan.heard.get(one) ?? ''),
    ...scan.projectIds.map((id) => context.directory.project(id)?.name ?? ''),
    ...scan.areaIds.map((id) => context.directory.area(id)?.name ?? ''),
  ];
  return readPhrase([word, ...names].join(' '));
}
