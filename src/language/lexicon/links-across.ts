/** What people ask of the links of several projects: which is stuck where, who is farthest, how far one link is in each. */
import type { LinksAsked } from '../../domain/links-asked.ts';
import { isDenied } from './denied.ts';

const STUCK =
  '(?:还|都|一直|给|被|是)?(?:(?:卡|堵|拖|耽误|耽搁|滞后|落后|延误|逾期|超期)(?:住|着|壳)?)(?:了)?';
const WHERE =
  '(?:哪一?步|(?:哪一?个|哪些|哪几个|什么|啥)(?:环节|手续)|第几个环节|第几[个步环]|哪个阶段|什么程度|啥程度|什么地步|哪里|哪儿|哪)';
const HOW = '(?:怎么样|咋样|如何|怎样|什么情况|啥情况)';
const WALK = '(?:办|走|批|推进|推|做|进行|搞|干)';
const SPREAD = '(?:现在|目前|都|各自|各|分别)?';
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
