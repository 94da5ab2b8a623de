/** What is said in another order than it is read: each pattern with the same in the words that are read. */

/** What two may share behind their names. */
const TAIL =
  '(?:的|那里|那儿|那边|手上|手里|名下|[办按满销化解完逾超及反][结期意号决成时弹](?:办结|销号)?率|满意度|平均用时|没办完|没办结|没销号|没解决|没办|未办结|未销号|未办|未结|逾期|超期|红灯|黄灯|蓝灯|绿灯|红|黄|问题|办结|销号){1,4}';
const DONE = '(?:办结|办|销号|销|解决|处理|了结|结)(?:掉|完)?';
const CAME = '(?:新增|新来|新登记|新收|新报|登记|收|进来|来|报上来)';
const MANY = '(?:几|多少|好多|几多)';
const LATE = '(?:超时|超期|逾期|拖期|过期|超了期|逾了期)';

export const REWORDED: readonly (readonly [RegExp, string])[] = [
  // 资金类的解决率跟用工类的解决率
  [
    new RegExp(
      `(?<=\\p{Script=Han}{2})(?!的?(?:跟|和|与|同|及|以及|还有|比|、))(${TAIL})([,，\\s]?(?:跟|和|与|同|及|以及|还有|比|、))(.{2,12}?)\\1`,
      'u',
    ),
    '$2$3$1',
  ],
  // 企业评价这块 满意的几个: what it is about is said again.
  [
    /(?:企业|客商)(?:的)?评价(?:这块|这一块|方面|上)?(?:的)?[,，\s]+(?=(?:很|基本|不)?满意.{0,12}(?:几|多少|各))/u,
    '',
  ],
  // 上个月比九月份多办几件
  [new RegExp(`(比.{2,10}?)([多少])${DONE}了?${MANY}([件个条])?`, 'u'), '$1办结$2了几件'],
  [new RegExp(`(比.{2,10}?)([多少])${CAME}了?${MANY}([件个条])?`, 'u'), '$1新增$2了几件'],
  // 11月份解决掉的占新来的几成: both numbers.
  [
    new RegExp(
      `${DONE}了?的(?:占|跟|与|和|比)(?:到|了)?${CAME}了?的(?:的)?(?:几成|多少|百分之几|百分之多少|多大比例|几分之几|比例)`,
      'u',
    ),
    '新增几件，办结几件',
  ],
  // 上月办了几件 里头超时办的几件
  [
    new RegExp(
      `${DONE}了?${MANY}[件个条]?[,，\\s]*(?:其中|里头|里面|当中|这里头|这里面)(?:有)?(?:${LATE})(?:才|以后|之后)?${DONE}?(?:的)?(?:有|是|占)?${MANY}[件个条]?`,
      'u',
    ),
    '有几件是超了期才办完的',
  ],
  [new RegExp(`(${LATE})(?:了)?才(?:办|销|结)的`, 'u'), '超了期才办完的'],
];

/** Beside 基本满意 the bare word is the better of the two. */
export const FAIRLY = /基本满意/u;
export const BARE_CONTENT = /(?<!基本|不太?|没|很|非常|完全|最)满意(?![率度吗不没])/gu;
export const WHOLLY = '很满意';
