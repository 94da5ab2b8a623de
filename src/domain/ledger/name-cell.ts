/** Cells that name units and people: several units, "A/张三", 牵头 and 配合, telephones. Pure. */
import { isNothing } from './fold.ts';

/** What is known of names, when it is: tells 李庄 (a village) from 李庄 (a person). */
export interface KnownNames {
  units: ReadonlySet<string>;
  people: ReadonlySet<string>;
}

export interface NameCell {
  /** In the order written; marked 牵头 first. */
  lead?: string;
  co: string[];
  people: string[];
  /** How many telephone numbers were cut out. */
  phones: number;
  /** An office (局长) stood between unit and person and is in neither. */
  cut?: true;
}

/** Mobile numbers with or without spaces, fixed lines with an area code, seven or eight digits behind a name. */
const PHONE =
  /(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)|\(?0\d{2,3}\)?[- ]?\d{7,8}(?:-\d{1,4})?(?!\d)|(?<![\d.])[2-8]\d{6,7}(?![\d.])/g;
const PHONE_WORD = /(?:联系)?(?:电话|手机|方式|号码|tel)[::]?\s*$/i;

/** The text without telephone numbers, and how many there were. */
export function stripPhones(text: string): { text: string; phones: number } {
  let phones = 0;
  const stripped = text.normalize('NFKC').replace(PHONE, () => {
    phones++;
    return '\u0001';
  });
  if (phones === 0) return { text, phones };
  const clean = stripped
    .split('\u0001')
    .map((part) => part.replace(PHONE_WORD, ''))
    .join(' ')
    .replace(/[((]\s*[))]/g, '')
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/^[\s,、;:/]+|[\s,、;:/]+$/g, '');
  return { text: clean, phones };
}

const UNIT_END =
  /(?:局|委|办|部|厅|处|科|股|室|所|站|队|院|校|学|园|区|县|市|镇|乡|村|组|街道|社区|公司|集团|中心|政府|企业|协会|商会|联社|工会|法院|银行|支行|分行|商行|工行|农行|建行|中行|信用社|支队|大队|管委会|委员会|指挥部|专班|单位|部门|厂|矿|矿业|化工|磷化|物流|建设|建筑|能源|股份|实业|药业|食品|纺织|机械|电子|材料|旅游|地产|置业|房产|工程|设计|监理|咨询|石化|制造|银座|场|店|馆|台|网|社|会|处室|平台|办公室|电信|移动|联通|铁塔|供电|水务|燃气|城投|国投|交投|税务|海关|气象|消防|交警|公安|住建|自然资源|生态环境|发改|财政|人社|水利|林业|农业农村|交通|应急|审计|工信|科技|教育|卫健|文旅|商务|统计|审批|市监|市场监管)$/;
const SURNAME =
  /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|东方|司徒|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻闫佟冼鄢庹鹿莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖涂付覃芦岳苑佟揭仝邸])/;
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|东方|司徒|令狐)/;
const NAME = /^\p{Script=Han}{1,2}(?:·\p{Script=Han}{1,6})?\p{Script=Han}{1,2}$/u;
const TITLE =
  /(?:同志|局长|主任|县长|市长|区长|镇长|书记|部长|科长|处长|经理|董事长|院长|站长|所长|队长|总|工)$/;
const OFFICE =
  '(?:党[组委]书记|党[组委]成员|副?书记|[一二三四]级(?:主任科员|调研员)|副?(?:局长|主任|县长|市长|区长|镇长|乡长|部长|科长|股长|处长|院长|站长|所长|队长|支队长|大队长|总经理|经理|董事长|秘书长|总监)|总工(?:程师)?)';
const OFFICE_BEHIND = new RegExp(`${OFFICE}$`);
const OFFICE_BEFORE = new RegExp(`^(?:${OFFICE}[兼、]?)+\\s*`);

/** Whether a word is the name of a person rather than of a unit. */
function looksLikePerson(word: string, known?: KnownNames): boolean {
  if (known?.people.has(word)) return true;
  if (known?.units.has(word)) return false;
  const bare = word.replace(/\s+/g, '');
  const name = bare.replace(OFFICE_BEHIND, '');
  if (name !== bare && name.length > 1) return looksLikePerson(name, known);
  if (/^\p{Script=Han}{2,4}$/u.test(bare) && TITLE.test(bare) && SURNAME.test(bare) && !UNIT_END.test(bare))
    return true;
  const longest = COMPOUND.test(bare) || bare.includes('·') ? 9 : 3;
  return NAME.test(bare) && bare.length <= longest && SURNAME.test(bare) && !UNIT_END.test(bare);
}

function looksLikeUnit(word: string, known?: KnownNames): boolean {
  return known?.units.has(word) === true || UNIT_END.test(word.replace(/[((][^()()]*[))]$/, ''));
}

const LEAD_MARK = /^(?:主要)?(?:牵头|主办|责任|主责|承办)(?:单位|部门)?[::]/;
const CO_MARK = /^(?:配合|协办|协助|参与|参加|协同|会办|成员)(?:单位|部门)?[::]/;
const MARKED =
  /(?=(?:主要)?(?:牵头|主办|主责|承办|责任|配合|协办|协助|参与|参加|协同|会办|成员)(?:单位|部门)?[::])|(?=(?:具体)?(?:责任人|联系人|负责人|经办人|承办人|联络员)[::])/;
/** 责任单位：住建局 责任人：张三. */
const PERSON_MARK = /(?:具体)?(?:责任人|联系人|负责人|经办人|承办人|联络员)[::]/;
const TAIL = /(?:按(?:照)?职责分工(?:负责)?|等(?:相关|有关)?(?:单位|部门)?|分工负责|共同负责)$/;
const SEPARATOR = /[、，,;；|\\\n\r]+|\s*\/\s*/;
/** 发改局（住建局、燃气公司配合）. */
const HELPED_BY = /\(([^()]+?)等?(?:配合|协办|参与|协助)(?:单位|部门)?\)/g;
const HELPED_IN = /\((?:配合|协办|参与|协助)(?:单位|部门)?:([^()]+)\)/g;
/** 沙坪镇牵头，自然资源局、信访局配合: what a word ends in says what it, and the words before it, do. */
const LEADS = /^由?(.+?)(?:牵头|主办|主责|负责)(?:负责|办理|落实|推进)?$/;
const HELPS =
  /^(.+?)(?:等(?:相关|有关)?(?:单位|部门)?)?(?:配合|协办|参与|协助|参加|协同)(?:办理|落实|推进|做好)?$/;
const ENDS_MARK = /(牵头|主办|主责|配合|协办|参与|协助|协同)[ \t]+/g;
/** 牵头单位住建局，主办住建局: the mark stands before, without its colon. */
const BEGINS_MARK =
  /(?<=^|[,;\n。]\s*)((?:牵头|主办|主责|配合|协办|协助|参与|协同)(?:单位|部门)|主办|协办)(?=\p{Script=Han})/gu;

/** The same with the marks before what they mark; brackets are not looked into. */
function markedByClause(text: string): string {
  if (text.includes(':')) return text;
  const begun = text.replace(BEGINS_MARK, '$1:');
  if (begun !== text) return begun;
  const inner: string[] = [];
  const masked = text
    .replace(/\([^()]*\)/g, (bracket) => `\u0003${inner.push(bracket) - 1}\u0003`)
    .replace(ENDS_MARK, '$1;');
  const words = masked.split(/[,;\n。]+/).flatMap((clause, nth) =>
    clause.split('、').flatMap((said) => {
      const word = said.trim();
      const [lead, help] = [LEADS.exec(word)?.[1], HELPS.exec(word)?.[1]];
      const mark =
        lead === undefined ? (help === undefined ? undefined : ('help' as const)) : ('lead' as const);
      return word === '' ? [] : [{ nth, name: lead ?? help ?? word, mark }];
    }),
  );
  if (!words.some(({ mark }) => mark)) return text;
  const led = words.some(({ mark }) => mark === 'lead');
  const does = words.map(({ nth, mark }, at) => {
    if (mark) return mark;
    const next = words.slice(at + 1).find((word) => word.mark);
    return next && (next.nth === nth || (led && next.mark === 'help')) ? next.mark : undefined;
  });
  const of = (mark: 'lead' | 'help' | undefined) =>
    words.flatMap(({ name }, at) => (does[at] === mark ? [name] : []));
  const [leads, helps, plain] = [of('lead'), of('help'), of(undefined)];
  // 住建局、供电公司配合 names who leads first.
  const first = led ? leads : plain.length > 0 ? plain : helps.length > 1 ? helps.splice(0, 1) : [];
  const others = led ? [...plain, ...helps] : helps;
  return [
    ...(first.length > 0 ? [`${led ? '牵头:' : ''}${first.join('、')}`] : []),
    ...(others.length > 0 ? [`配合:${others.join('、')}`] : []),
  ]
    .join(';')
    .replace(/\u0003(\d+)\u0003/g, (_, at) => inner[Number(at)] ?? '');
}

/**
 * Splits a cell into units and people. The first unit leads, the others co-operate; 牵头: and 配合: say otherwise.
 * @param personInside the header says that a person stands in brackets behind the unit: 责任单位（责任人）
 * @param personFirst the column is of people: a word counts as a unit only when it is known or ends like one
 */
export function readNameCell(
  raw: string,
  known?: KnownNames,
  personFirst = false,
  personInside = false,
): NameCell {
  const { text, phones } = stripPhones(raw);
  const read: NameCell = { co: [], people: [], phones };
  if (isNothing(text)) return read;
  const marked = markedByClause(text.normalize('NFKC'))
    .replace(HELPED_BY, ';配合:$1;')
    .replace(HELPED_IN, ';配合:$1;');
  for (const part of marked.split(MARKED)) {
    const people = PERSON_MARK.exec(part);
    if (people && people.index === 0) {
      for (const word of wordsOf(part.slice(people[0].length), known)) take(read, word, false, known, true);
      continue;
    }
    const co = CO_MARK.test(part);
    for (const word of wordsOf(part.replace(LEAD_MARK, '').replace(CO_MARK, ''), known))
      take(read, word, co, known, personFirst, personInside);
  }
  // One word alone in a column of units is a unit, whatever it looks like: 东方 may be a company.
  const [alone] = read.people;
  const several = read.people.length > 1 || read.lead !== undefined || read.co.length > 0;
  const said = alone !== undefined && (known?.people.has(alone) === true || OFFICE_BEHIND.test(alone));
  if (!personFirst && alone !== undefined && !several && !said) {
    read.people = [];
    read.lead = alone;
  }
  return read;
}

const INNER = '\u0002';

/** 陈国强⏎（市委常委、副市长） is one person: what is listed in brackets behind a name parts nothing. */
function withoutInner(text: string): string {
  return text
    .replace(/\s*\n\s*(?=\()/g, '')
    .replace(/\([^()]*\)/g, (bracket) => bracket.replace(/[、,;]/g, INNER));
}

function wordsOf(text: string, known?: KnownNames): string[] {
  return withoutInner(text)
    .split(SEPARATOR)
    .map((word) => word.replaceAll(INNER, '、'))
    .flatMap((word) => bySpaces(word.trim(), known))
    .map((word) =>
      word
        .replace(TAIL, '')
        .replace(/^[.:-]+|[.:-]+$/g, '')
        .trim(),
    )
    .filter((word) => !isNothing(word));
}

/** A space parts names only when every piece could be one: 自然资源 局 is one unit, 张 三 one person. */
function bySpaces(said: string, known?: KnownNames): string[] {
  // 李 强 is written so to stand as wide as 欧阳建国.
  const word = said.replace(/(?<=^|\s)(\p{Script=Han})\s+(\p{Script=Han})(?=$|\s)/gu, '$1$2');
  const pieces = word.split(/\s+/).filter((piece) => piece !== '');
  if (pieces.length < 2) return [word];
  const whole = pieces.join('');
  const names = pieces.every(
    (piece) =>
      piece.length > 1 &&
      (looksLikeUnit(piece, known) || looksLikePerson(piece, known) || OFFICE_ONLY.test(piece)),
  );
  if (names) return pieces;
  return [pieces.every((piece) => /\p{Script=Han}/u.test(piece)) ? whole : word];
}

function take(
  read: NameCell,
  said: string,
  co: boolean,
  known: KnownNames | undefined,
  personFirst: boolean,
  personInside = false,
) {
  const bracket = /^(.+?)\(([^()]+)\)$/.exec(said);
  const [, outer = said, inner = ''] = bracket ?? [];
  const marked = /^(?:牵头|主办|主责)/.test(inner)
    ? 'lead'
    : /^(?:配合|协办|参与)/.test(inner)
      ? 'co'
      : undefined;
  // 住建局(张三), 张三(住建局), 生态环境局(牵头); any other bracket belongs to the name: 街道办(园区).
  if (bracket && marked === undefined) {
    const person = personInside && /^\p{Script=Han}{2,4}$/u.test(inner) && !looksLikeUnit(inner, known);
    if ((person || looksLikePerson(inner, known)) && !looksLikePerson(outer, known)) {
      takeOne(read, outer, co, known, personFirst);
      read.people.push(inner);
      return;
    }
    const within = inner.replace(OFFICE_BEHIND, '');
    if (looksLikePerson(outer, known) && looksLikeUnit(personFirst ? inner : within, known)) {
      read.people.push(outer);
      if (within !== inner) read.cut = true;
      takeOne(read, within, co, known, false);
      return;
    }
    // 卢静（税）, 米国良（利用科）: where somebody works is no part of the name; an office stays.
    if (personFirst && looksLikePerson(outer, known) && WORKS_AT.test(inner)) {
      read.people.push(outer);
      read.cut = true;
      return;
    }
  }
  const colon = /^(.+?):(.+)$/.exec(said);
  if (colon?.[1] && colon[2] && looksLikePerson(colon[2], known)) {
    takeOne(read, colon[1], co, known, personFirst);
    read.people.push(colon[2]);
    return;
  }
  const glued = marked === undefined ? unitWithPerson(said, known) : undefined;
  if (glued) {
    if (glued.unit !== '') takeOne(read, glued.unit, co, known, false);
    if (glued.person !== '') read.people.push(glued.person);
    if (glued.cut) read.cut = true;
    return;
  }
  const word = marked === undefined ? said : outer;
  if (marked === 'lead' && read.lead !== undefined) {
    read.co.unshift(read.lead);
    read.lead = word;
    return;
  }
  takeOne(read, word, co || marked === 'co', known, personFirst);
}

const WORKS_AT = /^\p{Script=Han}{1,5}(?<![长记委任理员总])$/u;
const OFFICE_ONLY = new RegExp(`^(?:${OFFICE}[兼、]?)+$`);
const GLUED = new RegExp(
  `^(\\p{Script=Han}{1,}?(?:局|委|办|公司|集团|中心|大队|支队|政府|管委会|委员会|办公室|银行|医院|学院|街道|镇|乡|院|所|站))((?:${OFFICE}[兼、]?)*)(\\p{Script=Han}{2,3}?)(${OFFICE}?)$`,
  'u',
);

/** 住建局张三, 住建局-张三, 住建局局长张三, 住建局党组书记, 局长张三: a unit and a person without anything clear between. */
function unitWithPerson(
  word: string,
  known: KnownNames | undefined,
): { unit: string; person: string; cut: boolean } | undefined {
  if (known?.units.has(word) || known?.people.has(word)) return undefined;
  const [, left = '', right = ''] = /^(\p{Script=Han}+)\s*(?:-|—|–)+\s*(\p{Script=Han}+)$/u.exec(word) ?? [];
  if (left !== '' && looksLikeUnit(left, known) && looksLikePerson(right, known))
    return { unit: left, person: right, cut: false };
  if (left !== '' && looksLikePerson(left, known) && looksLikeUnit(right, known))
    return { unit: right, person: left, cut: false };
  const bare = word.replace(/\s+/g, '');
  const named = bare.replace(OFFICE_BEFORE, '');
  if (named !== bare && (named === '' || looksLikePerson(named, known)))
    return { unit: '', person: named, cut: true };
  const unit = bare.replace(OFFICE_BEHIND, '');
  if (unit !== bare && isSurelyUnit(unit, known)) return { unit, person: '', cut: true };
  const [, before = '', office = '', name = '', behind = ''] = GLUED.exec(bare) ?? [];
  if (before === '' || !isSurelyUnit(before, known) || !looksLikePerson(name, known)) return undefined;
  return { unit: before, person: `${name}${behind}`, cut: office !== '' };
}

/** Where the units of the deployment are known, one of them, the area in front or not. */
function isSurelyUnit(word: string, known: KnownNames | undefined): boolean {
  if (word.length < 2) return false;
  if (known) return known.units.has(word) || known.units.has(word.replace(/^[省市县区州镇]/, ''));
  return UNIT_END.test(word) && !looksLikePerson(word, known);
}

function takeOne(
  read: NameCell,
  word: string,
  co: boolean,
  known: KnownNames | undefined,
  personFirst: boolean,
) {
  const person = personFirst
    ? !looksLikeUnit(word, known) || looksLikePerson(word, known)
    : looksLikePerson(word, known);
  if (person) read.people.push(word);
  else if (co || read.lead !== undefined) {
    if (read.lead !== word && !read.co.includes(word)) read.co.push(word);
  } else read.lead = word;
}
