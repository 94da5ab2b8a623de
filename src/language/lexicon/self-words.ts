/** How people call what is theirs (我们局, 咱这边, 我手头上), put in the words the vocabulary has. */
import { filterOfPost, filterOfProjects } from '../../domain/post-held.ts';
import type { ReadContext } from '../definition.ts';

const WE = '(?:我们|咱们|俺们|咱|俺)';
const BODY = '(?:局|单位|公司|大队|支队|中心|队|部门)(?:里头|里面|里)?';
const PLACE =
  '(?:[这那](?:边|里|儿|头|块)|手底下|手头上|手上头|手里头|手里面|手[上里头]|名下|头上|身上|账上|跟前)';
/** 我们这个月, 我这几个: another word begins with 这. */
const THIS = '这(?![边里儿头块个几些次回项件种样周月季年两三四五六七八九十趟块段阵就会份批条礼星])';
const ASIDE =
  '(?!(?:就|也|先|再|还|都|正|现在)*(?:想|看|查|问|听|说|讲|念|要(?![办处签核批解协抓盯弄搞跟落推做忙到交超磨拖花用过清])|需要(?![办处签核批解协抓盯弄搞跟落推做])|准备|打算|汇报|开会|开个|等[下着]|接到|收到|了解|统计|汇总|写|填|着急|急用|忙|得(?!办|处|签)|来|去|刚|觉得|感觉|印象|记得|知道|手机|电脑|网|显示|打不开|有[个份张一](?:会|材料|报|事|急)))';

/** Where what is said of a unit goes on behind 我们. */
const GOES_ON =
  '(?=的?(?:还|现在|目前|一共|总共|到底|是不是|是否|有没有|有|没|未|欠|逾|超|红|黄|蓝|绿|被|手[上里头]|名下|头上|[这那][边里儿]|按时|按期|办|做得|销|解决|满意|不满|核验不|平均|排|挂|退|催|待|临期|快到|延|新增|牵头|协办|配合|主办|处理|签收|拖|卡|垫底|最|占|哪|几|多少|问题|事情|单子|里[头面]|要几|要多|在办|反弹|上报|申请|近|最近|[本这上下]个?(?:月|周|季|星期|礼拜)|今[年天]|昨天|明天|年初|呢|[吗啊吧嘛]|[\\s,，。;；?？!！]|$))';
/** What brings something to somebody, before 我们. */
const BROUGHT =
  '(?<=归|算|[派转退分交推丢甩指办付落]给|[派转分交报给落达]到|(?:给|[派转分交落]到)了|催|催过|催了|找|[压卡堆落摊挂]在|在|是|该|轮到|等着?|要|需要|得|由|盯着?|[说对嫌]|被|除了|[跟和与同比])';
const AFTER_BROUGHT =
  '(?=的?(?:头上|身上|名下|手[上里头]|办|签|处理|负责|管|牵头|配合|协|解决|核|回复|有|还|几|多少|哪|谁|比|差|不满|满意|没|延期|超|逾|了|新|问题|单子|件|一共|总共|都|全|共|现在|[呢吗啊吧嘛\\s,，。?？]|$))';
/** 我们有几个项目: of the 专班; 给我们看看: for whom. */
const NOT_BEHIND =
  '(?!的?(?:还)?有(?:几|多少)个(?:项目|企业|单位)|的?(?:项目|企业|专班|秘书|领导|园区|县|市|区))';

/** 局里还有几件, 大队上月: of one who belongs to one, where no name and no 哪个 stands before. */
const ALONE =
  '(?<=^|[\\s,，周月天年期度看查下道]|现在|目前|周[一二三四五六日]|知道)(?:(?:局|单位|公司|队)里(?![头面边])|大队里?)';

const OUR_PLACE = new RegExp(
  `(?:${WE}|我)(?:这个)?${BODY}(?:的)?${PLACE}|${WE}(?:这个)?${BODY}(?![长委])|${WE}(?:${PLACE}|${THIS})${ASIDE}|${ALONE}`,
  'gu',
);
const OURS = new RegExp(
  `${WE}${GOES_ON}${NOT_BEHIND}|${BROUGHT}${WE}${AFTER_BROUGHT}${NOT_BEHIND}|(?<=[给对])(?:我们|咱们)(?=[打评反])`,
  'gu',
);
/** 我们 wherever else it stands: the unit, unless more than it is meant or it only begins what is told. */
const ANYWHERE = new RegExp(
  `(?:我们|咱们|俺们)${ASIDE}${NOT_BEHIND}(?!(?:一共|总共|现在|手上)*(?:有)?(?:几|多少)个(?:项目|企业))(?!的?(?:全|高新|开发|这个?专班|领导|班子|工业|园|一把手|主要领导|分管|这些|大家|都(?:想|知道|觉得)|老|老家))`,
  'gu',
);
/** 发给我们, 跟我们说: to whom it is told. */
const TOLD_TO = /(?:发|传|报|说|讲|拿|送|列|念|读|摆|整理)给?$|(?:帮|替|向)$/u;
const MY_PLACE = new RegExp(
  `(?<!到)(?:我|俺)(?:自己|个人)?(?:${PLACE}|${THIS})(?:的(?=手|名))?${ASIDE}(?!(?:有|管|跟|包|带|负责|联系)?的?(?:[这那]?[几一二两三四五六七八九十]+[个家])?(?:项目|企业|厂))`,
  'gu',
);
/** As it is written. */
export const AT_MINE = /[我俺](?:自己|个人)?(?:[这那](?:边|里|儿|头)|手[上里头]|手底下|手头上|名下)/u;
/** 我项目上, 我这边两个项目: what is in all of them. */
const MY_PROJECTS = new RegExp(
  `(?<![让叫请给对跟])(?:我|俺)(?:自己)?(?:的|${PLACE})?(?:的?(?:[这那]?[几两二三四五六]个)项目(?:上|里[面头]?|这边|那边)?|的?(?:管|跟|服务|负责|包|盯)?的?项目(?:上|里[面头]?|(?=的)))(?=的?(?:有|还|几|多少|现在|目前|快|逾|超|红|没|呢|吗|[\\s\\p{P}]|$))`,
  'gu',
);
const WE_AT = new RegExp(`${WE}(?:${PLACE}|${THIS})${ASIDE}`, 'gu');
const WE_NEXT = new RegExp(`^((?:那么?|那么|[\\s,，])*)${WE}(?=的?呢)`, 'u');

/** 咱, which has no room for 我局; no text has it once folded. */
const OUR_SIGN = '\uE001';

/** Where a text names the speaker's own unit. @returns where each begins and ends */
export function ownUnitsIn(folded: string): [number, number][] {
  return [...folded.matchAll(/(?:我们|咱们)(?:局|单位|公司)(?!长)|[我本]局(?!长)|\uE001/g)].map(
    ({ index, 0: said }) => [index, index + said.length],
  );
}

/** 咱办公室; what it hands on or approves is read by the word itself. */
const OFFICE =
  /(?:我们|咱们|咱)(?:综合|专班)?(?:办公室|综合办)(?:手[上里头]|名下|这边|这里)?(?!.{0,8}(?:转|派|分下|批|压))/gu;
const padded = (said: string, word: string) => word.padEnd(said.length, ' ');

/**
 * The text with such words as 我局 or 我, of the same length: 我们 is the unit of one who speaks for one; in private, of
 * those who have projects 我们这边 are theirs. A bare 我们 of theirs is the 专班 and stays.
 */
export function withSelfWords(folded: string, { actor, chat, directory }: ReadContext): string {
  const { person, grants, contactOf } = actor;
  if (!/[我咱俺]|[局位司队]里|大队/u.test(folded)) return folded;
  if (chat.kind === 'group' && (person.unitId === null || contactOf.length > 0)) return folded;
  const mine = (text: string) =>
    text
      .replace(MY_PROJECTS, (said) => padded(said, '我名下'))
      .replace(MY_PLACE, (said) => padded(said, said.length > 2 ? '我名下' : '我'));
  if (person.unitId !== null && grants.length === 0) {
    const heads = filterOfPost(person.id, directory)?.unitIds !== undefined;
    const ours = folded.replace(OUR_PLACE, (said) => padded(said, '我局'));
    const told = ours.replace(OURS, (said, ...rest) => {
      const at = Number(rest.find((one) => typeof one === 'number'));
      return TOLD_TO.test(ours.slice(0, at)) ? said : said.length < 2 ? OUR_SIGN : '我局';
    });
    const anywhere = told.replace(ANYWHERE, (said, at: number) =>
      TOLD_TO.test(told.slice(0, at)) ? said : '我局',
    );
    // What is with the head of a unit is the unit's.
    return heads ? anywhere.replace(MY_PLACE, (said) => padded(said, '我局')) : mine(anywhere);
  }
  if (person.unitId !== null) return folded;
  // Of one who holds no projects it is all of it, and what is with an office is with nobody.
  if (filterOfProjects(person.id, directory) === undefined)
    return folded
      .replace(OFFICE, (said) => padded(said, '我名下'))
      .replace(WE_AT, (said) => padded(said, '我们'));
  const asked = folded.replace(WE_NEXT, (said, before: string) => padded(said, `${before}我`));
  return mine(asked.replace(WE_AT, (said) => padded(said, said.length > 3 ? '我名下' : '我')));
}
