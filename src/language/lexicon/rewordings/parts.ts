/** Parts that patterns of rewordings share: units, whose, how many, when, and how a sentence ends. */
import { ANY_SURNAME } from '../surnames.ts';

const says = String.raw;
/** One of these words, the longest first. */
export const any = (...words: readonly (readonly string[])[]) =>
  `(?:${[...new Set(words.flat())].toSorted((a, b) => b.length - a.length).join('|')})`;

// How many, and how a sentence ends.
export const MANY = '(?:几|多少|好多|几多)';
export const ITEM = '[件个条项起宗桩单]';
export const MANY_OF_THEM = `${MANY}(?:个|件|条|起|宗|桩|项|单)?(?:问题|事项?|事情|单子|件)?`;
export const NUMBER = says`[一二两三四五六七八九十\d]`;
export const PER_CENT = says`(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|\d{1,3})`;
export const ALL = '(?:一共|总共|统共|拢共|合计|累计|总计|共计|前前后后|全部)';
export const SEP = says`[,，、;；。\s]*`;
export const END = says`(?=[呢啊呀嘛吧\s\p{P}]*$)`;
/** As {@link END}, behind 吗 and 的, too. */
export const END_ASKED = says`(?=[呢啊呀吧吗的\s\p{P}]*$)`;
export const YES_NO = '(?:了没有|了没得|了没|没有|没得|没|了吗|吗|了么|么|了冇|冇|了不|不|了吧|吧|了)?';

// Units and people.
export const UNIT_WORD = '(?:单位|局里?|部门|口子)';
export const WHICH_UNIT = '(?:哪一?家(?:单位)?|哪个(?:单位|局|部门)|哪些(?:单位|局|部门)|哪几家|谁)';
export const WHICH_ANY = '(?:谁家?|(?:哪一?[个家]|哪些|哪几家)(?:单位|局|部门)?)';
export const WHICH_ONES = `(?:有|是)?(?:哪[一几]?[些家个]?|几[家个]|多少[家个]?|谁)(?:${UNIT_WORD})?`;
export const EACH_UNIT = '(?:各(?:个)?(?:单位|局|部门|家)|每个(?:单位|局|部门))';
export const KIND_OF_EACH = '(?:单位|部门|委办局|局|项目|企业|类别|类型|类|家)';
export const OF_EACH = '(?:各个?|每一?个?|按)(?:责任|牵头|承办)?(?:单位|部门|委办局|局|家|项目|企业|类|园区)';
export const OURS = '(?:我们|咱们|我|本)(?:这个)?(?:局|单位|公司|大队|这边)?';
/** One's own unit, or one by its whole name. */
export const SIDE = says`(?:${OURS}|(?:(?![哪谁各每别]|[和跟与同比])\p{Script=Han}){2,8}?(?:局|公司|大队|委))`;
/** As {@link SIDE}, or by its short name. */
export const SIDE_IN_SHORT = says`((?:我们|咱们|我局|本局)局?|(?:(?!跟|和|比)\p{Script=Han}){2,8}?(?:局|公司|大队)|资规|住建|水利|交通|财政|人社|应急|消防|供电|环保|环境)`;
/** A unit by its name, the speaker's, or the speaker. */
export const WHO = says`((?:我们|咱们|俺们|咱|我)(?:这个)?(?:局里?|单位|公司|大队)?(?:[这那][边里儿]|这)?|本局|本单位|(?!(?:哪|那|各|每|别|其他|谁|什么|两|几))(?:(?![哪谁])\p{Script=Han}){2,7}?(?:局|公司|大队|资规|住建|环保|应急|水务|水利|交通|财政|人社|审批|消防|发改|供电))`;
/** As {@link WHO}, without one alone, whose list of what waits is another. */
export const UNIT = `(?!我(?![们局单公大]))${WHO}`;
export const SENDER = says`((?:我们|咱们|俺们)(?:局|单位|公司|这边)?|本局|本单位|\p{Script=Han}{1,6}(?:局|公司|大队)|资规|自规|住建|环保|应急|水务|水利|交通|财政|人社|消防|供电)`;
export const OTHERS = '(?:别人|别家|别个|人家|别的(?:单位|局|部门)|其他(?:单位|局|部门)|外单位|兄弟单位)';
export const SOMEBODY = says`[${ANY_SURNAME}]\p{Script=Han}{1,2}`;
export const SOMEONE = '(?:谁|哪一?位|哪个人|哪个同志|什么人)';
export const LEFT_OUT = '(?:除了?|除开|除去|除掉|抛开|刨[开去]|撇开|不算)';
export const SIX =
  '(?:[六几各两三四五]|所有|全部|这些)个?(?:家|项目|企业)(?:项目|企业)?(?:里头|里面|里|当中)?';

// When, what of it, and what is done with it.
export const TODAY = '(?:今天|今日|今儿个?|今早|今晚|这会儿?|眼下)';
export const NODE = '(开工|动工|投产|竣工投产|投运)';
export const LATE = '(?:逾期|超期|超时|过期|拖期|误期|超限)';
export const LATE_ONCE =
  '(?:逾过期|超过期|拖过期|误过期|超过时|逾期过|超期过|超时过|拖期过|误期过|过过期|拖过|超过)';
export const TERM = '(?:办理|完成|办结|规定)?[期时]限';
export const LOGS = '(?:登记|上报|反映|录入|登|报|提|录)';
export const LOGGED =
  '(?:登记|登|接|接手|收|报|提|上报|反映|反馈|录|派|交办)(?:上来|进来|下来|过来|到)?(?:了|过)?(?:的)?';
export const CAME = '(?:新增|新来|新登记|新收|新报|登记|收|进来|来|报上来|报|提|增加)';
export const DONE = '(?:办结|办完|办好|销号|销掉|解决|完成)';
export const WAS_DONE = '(?:办结|办|销号|销|解决|处理|了结|结)(?:掉|完)?';
export const RATE = '(?:办结|销号|解决|完成|按时办结|按时|按期|准时|及时|满意)(?:率|度)';
export const COMPARE =
  '^(?:我|领导)?(?:想|要)?(?:对比|比较)一?下?(?=\\p{Script=Han}{2,12}[和与跟同])(?!.{1,9}[周月年季天度][和与跟同])';
export const NEED = '(?:还)?(?:要|该|得|应该|需要)(?:重点|特别|先)?(?:去|来)?';
export const THIS_DAY = '(?:今天|今日|今儿)';
export const WORK = '(?:办理?|处理|盯|解决|跟进?|落实|抓|弄|搞|做|推进|忙)(?:着|一下)?';
