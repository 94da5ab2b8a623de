/**
 * Whose projects a text means, put in the words the vocabulary has: 这六个项目, 我手上两个项目, 刘敏管的那四个, 搞锂电的企业. Of the
 * same length, blanks behind. A number that is not theirs stays as it is said, to be told as not understood.
 */
import { seesProject } from '../domain/access.ts';
import { NUMERAL, readNumeral } from '../domain/numerals.ts';
import type { ReadContext } from './definition.ts';
import { SURNAMES } from './lexicon/surnames.ts';
import { fold } from './phrase.ts';

const THING = '(?:重点)?(?:项目|企业|公司|工厂|厂子|厂|专班)(?![房区长门家])';
const INSIDE = '(?:里头|里面|里边|当中|中间|上面|上头|上|中|里)?';
const COUNT = `(${NUMERAL}|几|好几|些)`;
const ALL = new RegExp(
  `(?:(?:咱们|我们|咱|全区|区里|手上|手里|一共|总共|所有|全部)?(?:的)?(?:这|那)?)(?<![第前后\\d${'一二三四五六七八九十'}])(${NUMERAL})(?:个|家)${THING}${INSIDE}`,
  'gu',
);
const HELD =
  '(?:管着?|跟着?|带着?|包着?|盯着?|分管|负责|包保|包联|联系|服务|牵头|挂点|手里|手上|手头|手底下|名下|那边|那里|那儿|这边|身上|当秘书)';
const MINE = new RegExp(
  `我(?:自己|个人)?${HELD}{0,2}(?:的)?(?:这|那)?(?:(?:${COUNT}(?:个|家))${THING}|${THING})${INSIDE}(?:的(?=$|[\\s吗呢]))?`,
  'gu',
);
const GIVEN = `([${SURNAMES}卫施褚冯华吕孔何戚][\\u4e00-\\u9fff]{1,2}?)`;
const THEIRS = new RegExp(
  `(?<![\\u4e00-\\u9fff])${GIVEN}(?:同志|局长|主任|秘书)?${HELD}{0,2}(?:的)?(?:这|那)?(?:${COUNT}(?:个|家))${THING}${INSIDE}`,
  'gu',
);
const padded = (said: string, word: string) => word.padEnd(said.length, ' ');
const fitsIn = (said: string, word: string) => word.length <= said.length;

export function plainProjects(folded: string, context: ReadContext): string {
  if (!/项目|企业|公司|厂|专班|条线|这块|领域/.test(folded)) return folded;
  const { actor, directory, chat } = context;
  const live = directory.liveProjects;
  const grouped = chat.projectIds.length > 0;
  const seen = live.filter((one) =>
    grouped ? chat.projectIds.includes(one.id) : seesProject(actor, one, directory),
  );
  const own = new Set([...actor.secretaryOf, ...actor.leaderOf, ...actor.contactOf]);
  const mine = live.filter(({ id }) => own.has(id)).length;
  const named = live.some(({ name, shortNames }) =>
    [name, ...shortNames].some((one) => one.length > 1 && folded.includes(fold(one))),
  );
  const count = (said: string | undefined) => (said === undefined ? undefined : readNumeral(said));
  let text = folded.replace(MINE, (said, number?: string) => {
    const many = count(number);
    if (mine === 0 || (many !== undefined && many !== mine) || !fitsIn(said, '我的项目')) return said;
    return padded(said, '我的项目');
  });
  text = text.replace(THEIRS, (said, name: string) => {
    const word = `${name}管的项目`;
    return fitsIn(said, word) ? padded(said, word) : said;
  });
  text = branches(text, context);
  if (named) return text;
  return text.replace(ALL, (said, number: string) =>
    count(number) === seen.length && seen.length > 1 && fitsIn(said, '所有项目')
      ? padded(said, '所有项目')
      : said,
  );
}

/** 搞锂电的企业, 新能源的那几个厂: the branch, as 锂电产业. */
function branches(text: string, { directory }: ReadContext): string {
  const names = [...new Set(directory.liveProjects.flatMap(({ industries }) => industries))].map(fold);
  if (names.length === 0) return text;
  const any = names.toSorted((a, b) => b.length - a.length).map((one) => one.replace(/[^\p{L}\p{N}]/gu, '.'));
  const pattern = new RegExp(
    `(?:搞|做|干|从事|属于|弄)?(${any.join('|')})(?:类|口|方面|板块|领域|产业|行业|产业链|这块|这一块|那块)?(?:的)?(?:这|那)?(?:${COUNT}(?:个|家))?(?:的)?(项目|企业|公司|工厂|厂子|厂)(?![房区长门家])${INSIDE}`,
    'gu',
  );
  return text.replace(pattern, (said, branch: string, number: string | undefined, thing: string) => {
    // 化工的几个项目哪个最多: each of them is asked for.
    if (thing === '项目' && (number === undefined || number === '几')) return said;
    const word = thing === '项目' ? `${branch}的项目` : `${branch}产业`;
    return fitsIn(said, word) ? padded(said, word) : said;
  });
}
