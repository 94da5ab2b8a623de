/** How a unit, a project or all there is stands as a whole: 自规局的账报一下, 楚能是个什么局面, 全区办得怎么样一句话, 我们哪项最差. */

/** Told one below the other, of one side. */
export const OVERVIEW_MEASURES = [
  ...['一共登记了几件', '办结的有几件', '没办完的有几件', '逾期的有几件', '挂账的有几件'],
  ...['办结率是多少', '按时率是多少'],
] as const;
/** Of two sides that are compared as wholes. */
export const WHOLE_MEASURES = ['没办完的有几件', '逾期的有几件', '办结的有几件'] as const;

/** Which does better: of nothing in particular, where no measure stands beside it. */
export const OVERALL =
  /(?:更|最|比较|要|比)?(?:顺当|顺利|顺畅|顺溜|顺手|顺|悬乎|悬|(?:难搞|难啃|难缠|难推|难办)|难(?![题点事])|好(?![多几]|像|意)|差(?![多几]|距|不)|强|弱|糟糕|糟|稳当|稳|吃力|省心|(?:让人|叫人|令人)?(?:操心|担心|省心|头疼|放心|着急)|靠谱|麻烦(?![事的])|出色|不行)(?:一?[些点])?(?:的|了)?/gu;
/** What stands beside it and says no more. */
export const OF_WHOLES =
  /(?:项目|企业|单位|工作|任务|日子|情况|形势|局面|表现|成绩|总体|整体|综合)(?:上|来看|来说)?|[这那]边|[这那]头|[办干做搞走推进]+得/gu;

const LEAD = '(?:那么?|先|再|来|你|请|麻烦|把|给我|跟我|帮我|就|关于|说说|讲讲|报一下|说一下|[\\s,，])*';
const SO =
  '(?:的|那边|这边|那块|这块|那头|现在|目前|眼下|到底|究竟|整个|总体上?|整体上?|问题|是|个|[\\s,，])*';
const TOLD =
  '(?:给我|跟我)?(?:报|说|讲|念|摆|拿|算|过|交|捋|拉|亮)(?:一?[下哈遍]|一[报说讲念算]|[报说讲念算]|出?来)?(?:给我|我)?(?:听听|看看|听一?下|看一?下)?';
const HOW = '(?:怎么样|咋样|么样|怎样|如何|啥样|什么样|好不好|行不行)';
const ASKED = '(?:是)?(?:个|一个)?(?:什么|啥|么子|哪样)(?:样)?(?:的)?';
const STATE = '(?:局面|形势|光景|盘子|全貌|家底|底数|面貌|处境|行情)';
/** 挂账, 欠账, 销账 and what is old are states. */
const BOOK = '(?<![挂欠销旧烂坏记台])(?:总账|账本|账目|账面|账)(?!期|号)';
const BRIEFLY = '(?:就?(?:用|拿)?一句话(?:说|讲|概括|总结|回答|告诉我|说清楚|讲清楚|说完)*)';
const END = '(?:了|的|呢|啊|吗|吧|呀|[\\s,，])*';

const FRAMES = [
  `${BOOK}(?:${TOLD}|${HOW})`,
  `(?:总|整个)?${STATE}(?:${ASKED}|${HOW}|${TOLD})?`,
  `${ASKED}(?:${STATE}|状况|境况|情形)`,
  `(?:总的|总体|整体|大致|全面)(?:情况|状况)(?:${HOW}|${TOLD})?`,
  `(?:事|事情|情况)(?:我|给我)?(?:听听|听一?下|摸个底|了解了解|了解一?下)`,
  `[办干做搞](?:得|的)${HOW}(?:了)?`,
  `哪一?(?:项|方面|块|个方面|个指标|样)(?:最|比较|更)?(?:差|弱|不行|拖后腿|薄弱|拉胯|好|强)`,
  `(?:短板|弱项|强项|薄弱环节|软肋)(?:是|在)?(?:什么|哪里?|哪儿|啥|哪一?[项块个])(?:方面)?`,
];
const SAID = new RegExp(
  `^${LEAD}(?:${BRIEFLY}[\\s,，]*)?(.{0,12}?)${SO}(?:${FRAMES.join('|')})${END}(?:${BRIEFLY})?${END}$`,
  'u',
);
/** It names all there is. */
const ALL = /全区|整个|全部|大盘|盘子|全盘|面上|总账|总的|总体|整体/u;

/** No verdict is kept of which is worst. */
const VERDICT = /哪一?(?:项|方面|块|个方面|个指标|样)|短板|弱项|强项|薄弱|软肋/u;

/** Whose overview is asked for, as said; '': of all there is; undefined: none is. @param folded simplified, the whole message */
export function overviewSaid(folded: string): { whose: string; verdict: boolean } | undefined {
  const said = folded.replace(/[?？!！。.~…]+$/u, '').trim();
  if (said.length > 30) return undefined;
  const whose = SAID.exec(said)?.[1]?.replace(/^全区$|^整个(?:高新)?区?$|^大盘$/u, '');
  if (whose === undefined || (whose === '' && !ALL.test(said))) return undefined;
  return { whose: whose.trim(), verdict: VERDICT.test(said) };
}
