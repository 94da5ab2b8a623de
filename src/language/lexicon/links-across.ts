/** What people ask of the links of several projects: which is stuck where, who is farthest, how far one link is in each. */
import type { LinksAsked } from '../../domain/links-asked.ts';
import { isDenied } from './denied.ts';
import { PLAIN_LINK } from './link-names.ts';
import { LINK_NAME } from './projects.ts';

const NAME = `(?:${PLAIN_LINK}|${LINK_NAME}|第[0-9一二三四五六七八九十]{1,3}个?环节)`;
const AT = '(?:(?:这|那)(?:一)?[个道关])?(?:环节|手续|这一步|那一步)?(?:上面|里头|上|里)?';
const STUCK =
  '(?:还|都|一直|给|被|是)?(?:(?:卡|堵|拖|耽误|耽搁|滞后|落后|延误|逾期|超期)(?:住|着|壳)?)(?:了)?';
const NOT = '(?:都|还|一直|仍|至今|到现在)?(?:没有|没能|没得|没|未)';
const GOT =
  '(?:(?:办|批|拿|领|做|搞|走|过)(?:完|好|下来|出来|齐)|办结|(?:拿|领)(?:到手|到)|取得|完成|通过|(?:办|批|拿|领|过)(?=了))';
const DONE = `(?:已经|已|都|全)?${GOT}(?:了)?`;
const WHERE =
  '(?:哪一?步|(?:哪一?个|哪些|哪几个|什么|啥)(?:环节|手续)|第几个环节|第几[个步环]|哪个阶段|什么程度|啥程度|什么地步|哪里|哪儿|哪)';
const HOW = '(?:怎么样|咋样|如何|怎样|什么情况|啥情况)';
const WALK = '(?:办|走|批|推进|推|做|进行|搞|干)';
const SPREAD = '(?:现在|目前|都|各自|各|分别)?';
const FAR = `${SPREAD}${SPREAD}(?:${WALK}?到(?:了)?${WHERE}(?:了)?|${WALK}?(?:得)?${HOW}(?:了)?|(?:的)?(?:情况|进展|进度)(?:${HOW})?|(?:办|批|拿)(?:完|好|下来|到)?(?:了)?(?:没有|没|吗))`;
const MANY = '(?:大多|多半|大都|主要|一般|普遍|基本|最容易|是不是|都|全)';
const WHICH_LINK = '(?:同一个|哪一个|哪几个|哪个|哪些|什么)(?:环节|手续)(?:上|里)?';
const MOST = '(?:最多|最厉害|最严重|最重|最狠)';
const SPEED = '(快|慢|顺利|顺|靠前|靠后|落后|滞后|领先)(?:一些|一点|些|点|的)?';

interface Pattern {
  said: RegExp;
  links(match: RegExpExecArray): LinksAsked;
  /** It says by itself that all projects are meant. */
  all?: true;
}

const pattern = (said: string, links: LinksAsked | ((match: RegExpExecArray) => LinksAsked)): Pattern => ({
  said: new RegExp(said, 'u'),
  links: typeof links === 'function' ? links : () => links,
});
const named = (said: string, is?: LinksAsked['is']): Pattern =>
  pattern(said, ([, one, other]) => ({ said: one ?? other ?? '', ...(is && { is }) }));

const EACH: LinksAsked = { is: 'stuck', each: true };
/** The first that is found is what is asked. */
const PATTERNS: readonly Pattern[] = [
  // 走完所有环节的, 环节都办完了的
  pattern(
    `(?:已经|都|已)?(?:走|办|做|跑|完成)(?:完|好|了)(?:了)?(?:所有|全部|全套|22个|二十二个)的?(?:环节|手续)(?:的)?|(?:环节|手续)(?:都|全部?|已经|已){1,2}(?:走|办|做|跑|完成)(?:完|好|齐)?(?:了)?的`,
    { is: 'done' },
  ),
  // 各项目分别卡在哪个环节: each project, whatever stands most.
  pattern(
    `(?:(?:分别|各自|各)(?:都|现在|目前)*|(?<=(?:[各每几二两三四五六2-6]个?项目|[各每]家(?:企业)?)(?:现在|目前|都)*))(?:卡|堵|停|差)(?:住|着)?在${WHERE}(?:上)?(?:了)?(?![^,，。]*最)`,
    {},
  ),
  // 哪个环节最耽误时间, 哪道手续办得最慢: by the days they are late.
  {
    ...pattern(
      `哪一?(?:个|道|项)(?:环节|手续)(?:办|走|批|(?:用|花|耗|拖)的?(?:时间|时)?)?(?:得|的)?(?:最|更)(?:耽误|耽搁|拖|费|花|占|慢|长|久|厉害|狠)(?:时间|功夫|工夫|事|工期|进度|后腿|人)?(?:的)?|(?:最|更)(?:耽误|耽搁|拖|费|花|占)(?:时间|功夫|工夫|工期|进度)?的?(?:是)?(?:哪一?(?:个|道|项))?(?:环节|手续)(?:是哪一?个)?`,
      { ...EACH, order: 'near' },
    ),
    all: true,
  },
  // 哪个环节卡的项目最多, 都卡在哪个环节上, 卡得最多的是哪个环节
  ...[
    `${MANY}{0,3}(?:卡|堵|拖|停|压)(?:住|着)?在${WHICH_LINK}(?:[,，、\\s]*(?:卡|堵|拖)(?:住|得|的)?最多的是(?:哪一个|哪个|什么))?`,
    `(?<!没有|没|无|不)${WHICH_LINK}(?:最容易|最|更)?(?:卡|堵|拖|耽误)(?:住|着|壳|得|了|的)*(?:的)?(?:项目)?${MOST}?`,
    `(?:卡|堵|拖)(?:住|着|的|得|了)*(?:项目)?最多的(?:环节|手续)(?:是)?(?:哪一个|哪个|什么)?`,
    `(?:最)?(?:卡|堵)(?:脖子|壳|住|着)?的(?:主要)?(?:是|在)${WHICH_LINK}`,
    `各(?:个)?(?:环节|手续)(?:各|都|分别)?(?:卡|堵|拖)(?:住|了|着)*(?:多少|几)个?项目`,
  ].map((said) => ({ ...pattern(said, EACH), all: true as const })),
  named(`${STUCK}(?:在)?(?:了)?(${NAME})${AT}|(${NAME})${AT}${STUCK}(?:的)?`, 'stuck'),
  named(`(?<!有)${NOT}${GOT}(?:了)?(?:的)?(${NAME})|(${NAME})${AT}${NOT}${GOT}(?:的)?`, 'open'),
  named(`(${NAME})${AT}(?:${FAR})`),
  { ...named(`(${NAME})${AT}(?:各|每)个?项目(?:${FAR})`), all: true },
  named(
    `(${NAME})${AT}(?:已经|已|都)?(?:${GOT}|办|开始|启动|开办)(?:了)?(?:的)?(?:或者?|和|、|以及|还是|及)(?:已经|已|正|还)?(?:在|${GOT})(?:办|做|走|批|进行)?(?:了)?(?:当中|中)?(?:的)?`,
  ),
  named(`${DONE}(?:的)?(${NAME})|(${NAME})${AT}${DONE}(?:的)?`, 'done'),
  // 环节上卡住的有哪些项目, 哪些项目有环节拖了
  pattern(
    `(?:有没有(?:哪个|几个)?|(?<![没无])有(?:哪个|几个)?|(?<!没有|没|无|不)(?:哪个|几个)?(?<!没有|没|无|不))(?:环节|手续)(?:上|里)?${STUCK}(?:的)?`,
    { is: 'stuck' },
  ),
  // 哪个项目手续跑得最快, 兴发跟邦普哪个进度快
  pattern(
    `(?:(?:手续|环节|前期工作|前期|报建|进度|推进|进展)(?:的)?(?:进度|进展)?(?:走|推|跑|办|推进|搞|做|进展|进行)?(?:得|的)?|(?:走|推|跑|推进|进展)(?:得|的))(?:更|最|要|比较)?${SPEED}`,
    ([, speed = '']) => ({ order: /慢|后/.test(speed) ? 'near' : 'far' }),
  ),
  // 手续最全的
  pattern(`(?:手续|证照|前期手续|环节)(?:办|跑|走|做)?(?:得|的)?最(?:全|齐|完整|齐全|多|到位)(?:的)?`, {
    order: 'far',
  }),
  pattern(
    `(?:手续|环节)(?:还)?(?:差|欠|缺|剩)(?:得|的)?最多(?:的)?|(?:还)?(?:差|欠|缺|剩)(?:得|的)?(?:环节|手续)?最多(?:的)?(?:环节|手续)?`,
    { order: 'near' },
  ),
  // 走完了百分之多少的环节
  pattern(
    `(?:走|办|做|完成|跑)(?:完|好|下来)?(?:了)?(?:百分之(?:多少|几十?)|几成|多大比例|多少)的?(?:环节|手续)(?:了)?`,
    { order: 'far' },
  ),
  pattern(
    `环节(?:的)?(?:完成率|完成情况|完成进度|办理情况|进度|进展)(?:情况)?(?:${HOW}|对比|比较|排名|排一下|是?多少)?`,
    { order: 'far' },
  ),
  pattern(`${SPREAD}${SPREAD}${WALK}到(?:了)?${WHERE}(?:了)?`, {}),
  pattern(`${SPREAD}${SPREAD}(?:正在|在)(?:办|走|跑|做)(?:的)?(?:是)?${WHERE}`, {}),
  pattern(`${SPREAD}${SPREAD}到(?:了)?(?:哪一?步|哪一?个环节|第几[个步])(?:环节)?(?:了)?`, {}),
];
const OF_LINKS = /(?:的|这|那)?(?:22|二十二)个?环节(?:里头|里面|当中|中间|中|里|上)?/u;
const ABOUT = /环节|[卡堵停]在|手续|证|批复|备案|验收|方案|审查|许可|评|进度|进展|推|走|跑|前期|报建|到/u;

/** Stuck holds more than late. */
const LATE = /逾期|超期|滞后|落后|延误/;
/** An order is no choice, and how long none of them is stuck is not kept. */
const UNSETTLED: readonly RegExp[] = [
  /^(?!.*(?:[最更比排谁]|哪(?:一)?[个家])).*(?:快|慢|顺利|顺|靠前|靠后|落后|滞后|领先)的?(?:有?(?:几|多少|哪些)|项目|企业)/u,
  /(?:卡|堵)(?:住|着)?[得的]?最[久长]/u,
];

interface LinksAcross {
  links: LinksAsked;
  all: boolean;
  /** The text with spaces in the place of what was read. */
  rest: string;
}

/** What is asked of links; the words that are denied; undefined: nothing is, as far as these words tell. @param folded simplified, without what frames it */
export function linksAcross(folded: string): LinksAcross | string | undefined {
  if (!ABOUT.test(folded) || UNSETTLED.some((one) => one.test(folded))) return undefined;
  for (const { said, links, all = false } of PATTERNS) {
    const match = said.exec(folded);
    if (!match) continue;
    if (isDenied(folded.slice(0, match.index))) return match[0].trim();
    const { is, order } = links(match);
    if (is === 'stuck' && LATE.test(match[0])) return undefined;
    // 进度最慢的, 进度落后的是哪几个: by their plan.
    if (order === 'near' && /进度|推进|进展/u.test(match[0]) && !/环节|手续|前期|报建/u.test(match[0]))
      return undefined;
    const blank = (text: string) => ' '.repeat(text.length);
    return { links: links(match), all, rest: folded.replace(said, blank).replace(OF_LINKS, blank) };
  }
  return undefined;
}
