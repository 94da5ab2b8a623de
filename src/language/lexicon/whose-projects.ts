/** Projects by their number, by whose they are, by their branch of industry. */
import { NUMERAL } from '../../domain/numerals.ts';
import { ANY_SURNAME } from './surnames.ts';

const THING = '(?:重点)?(?:项目|企业|公司|工厂|厂子|厂|专班)(?![房区长门家])';
const INSIDE = '(?:里头|里面|里边|当中|中间|上面|上头|上(?![个半]?[月周季年星礼次回])|中|里)?';
const COUNT = `(${NUMERAL}|几|好几|些)`;
/** 这六个项目: the number. */
export const ALL_PROJECTS = new RegExp(
  `(?:(?:咱们|我们|咱|全区|区里|手上|手里|一共|总共|所有|全部)?(?:的)?(?:这|那)?)(?<![第前后\\d一二三四五六七八九十])(${NUMERAL})(?:个|家)${THING}${INSIDE}`,
  'gu',
);
/** 六家里能开工几家, 六家累计报了多少; 前六家, 六家以上 are some of them. */
export const ALL_FIRMS = new RegExp(
  `(?:在|这|全部|一共|总共)?(?<![第前后最每哪那有的多少\\d一二三四五六七八九十])(${NUMERAL})家${INSIDE}(?!多|以|左右|的?(?:单位|局|部门)|[项企公工厂专])`,
  'gu',
);
/** 在十二个单位里: all of them. */
export const ALL_UNITS = new RegExp(
  `(?:在|这|全部)?(?<![第前后最每哪有的多\\d一二三四五六七八九十])(${NUMERAL})[个家](?:责任)?(?:单位|局|部门)(?:${INSIDE.slice(0, -1)}|(?=哪|谁|各|都|分别))`,
  'gu',
);
const HELD =
  '(?:管着?|跟着?|带着?|包着?|盯着?|跑着?|抓着?|张罗|照看着?|照管|操心|经手|对接|跟进|分到|兼管|主抓|[这那]一?摊子?|分管|负责|包保|包联|联系|服务|牵头|挂点|手里|手上|手头|手底下|名下|那边|那里|那儿|这边|身上|当秘书)';
const MINE = `我(?:自己|个人)?${HELD}{0,2}(?:的)?`;
const SOME = `${COUNT}(?:个|家)`;
/** 我手上两个项目, 我跟的这几家, 我们这几个项目: the number, where one is said. */
export const MY_PROJECTS = new RegExp(
  `(?:${MINE}(?:(?:这|那)?(?:${SOME})?${THING}|(?:这|那)${SOME}(?![个家单部局企厂公]))|(?:我们|咱们|咱)(?:手[上里头]|名下)?的?(?:这|那)${SOME}${THING}|我(?:的)?(${NUMERAL})家(?![单部局企厂公项里]))${INSIDE}(?:的(?=$|[\\s吗呢]))?`,
  'gu',
);
const GIVEN = `([${ANY_SURNAME}][\\u4e00-\\u9fff]{1,2}?)`;
/** 刘敏管的那四个项目: the name, the number. */
export const THEIR_PROJECTS = new RegExp(
  `(?:(?<![\\u4e00-\\u9fff])|(?<=知道|了解|看看|看下|一下|说说))${GIVEN}(?:同志|局长|主任|秘书)?${HELD}{0,2}(?:的)?(?:这|那)?(?:${COUNT}(?:个|家))${THING}${INSIDE}`,
  'gu',
);

/** 搞锂电的企业, 新能源的那几个厂: the branch, the number, what it is. @param any patterns of branches */
export function ofBranch(any: readonly string[]): RegExp {
  return new RegExp(
    `(?:搞|做|干|从事|属于|弄|生产|造)?(${any.join('|')})(?:类|口|方面|板块|领域|产业|行业|产业链|这块|这一块|那块)?(?:的)?(?:这|那)?(?:(?:${COUNT})?(?:个|家))?(?:的)?(?:(项目|企业|公司|工厂|厂子|厂)(?![房区长门家])|(?<=家))${INSIDE}`,
    'gu',
  );
}

/** 锂电这条线上, before the projects of it. */
export function alongBranch(any: readonly string[]): RegExp {
  return new RegExp(
    `(?:在)?(${any.join('|')})(?:产业|行业)?(?:(?:这|那)一?(?:条)?(?:产业)?(?:线|链|赛道)|产业链)(?:上头|上面|上|里头|里面|里)?`,
    'gu',
  );
}

const BRANCH_TAIL =
  '(?:产业链?|行业|板块|领域|类|口)?(?:的|这块|这一块|那块|这边|那边)?(?:的)?(?:[这那]?(?:几|[两二三四五六七八九])?[个家])?(?:项目|企业|公司|厂)?(?:的)?(?:[两三四几][块类条样])?';
const JOINT = '[\\s,，、]{0,3}(?:跟|和|与|同|还有|以及|对比|比)?[\\s,，、]{0,3}';

/** 化工项目跟食品项目: two to four branches one behind the other. @param any branches, as one pattern */
export function listedBranches(any: string): RegExp {
  const one = `(?:搞|做|干)?(?:${any})${BRANCH_TAIL}`;
  return new RegExp(`${one}(?:${JOINT}${one}){1,3}`, 'u');
}
