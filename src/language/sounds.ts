/** Names as a voice input or a pinyin keyboard writes them: 住件局 for 住建局. Said aloud in the answer, never in silence. */
import type { ReadContext } from './definition.ts';
import { SOUNDS_ALIKE } from './lexicon/homophones.ts';
import { simplify } from './lexicon/traditional.ts';
import { namesSeen, type SeenName } from './names-seen.ts';
import { cut, fold, type Phrase, readPhrase } from './phrase.ts';
import { scanQuery } from './scan.ts';
import type { Scan } from './scanned.ts';

/** Words of ours that a voice input writes wrongly: 消号, 挂器. */
const SLIPS =
  '销号 签收 挂账 挂起 逾期 超期 核验 转办 办结 延期 红灯 黄灯 蓝灯 到期 新增 待核验 待签收 待转办 未销号 停表 反弹 一期 二期 三期'
    .split(' ')
    .map((name) => ({ name, of: `word ${name}` }));

/** A stretch of the text that sounds like a name. `real`: it is a word of its own (重新), so only to be asked about. */
export interface Sounded {
  heard: string;
  names: string[];
  span: [number, number];
  real: boolean;
}

let syllables: Map<string, number> | undefined;

function syllableOf(character: string): number | undefined {
  syllables ??= new Map(
    SOUNDS_ALIKE.flatMap((line) => line.split(' ')).flatMap((group, i) => [...group].map((one) => [one, i])),
  );
  return syllables.get(character);
}

/** Of either syllable one character: where people do not tell them apart, the whole syllables are alike. */
const NOT_TOLD_APART =
  '班邦 单当 甘刚 汉航 看康 兰狼 满忙 南囊 盘旁 然让 三桑 谈唐 参仓 战张 产场 善上 赞脏 安昂 本崩 陈城 分风 根更 很横 门蒙 人仍 身生 真正 宾兵 今京 林零 民明 您宁 贫平 勤清 新兴 音英 建江 连两 前强 先向 烟央 关光 欢黄 款狂 专装 川窗'.split(
    ' ',
  );

let nearly: Map<number, Set<number>> | undefined;

/** 班普 for 邦普: the vowel ends in the nose either way. */
function nearlySounds(one: number, other: number): boolean {
  if (!nearly) {
    nearly = new Map();
    for (const pair of NOT_TOLD_APART) {
      const [a, b] = [...pair].map(syllableOf);
      if (a === undefined || b === undefined) continue;
      nearly.set(a, (nearly.get(a) ?? new Set()).add(b));
      nearly.set(b, (nearly.get(b) ?? new Set()).add(a));
    }
  }
  return nearly.get(one)?.has(other) === true;
}

/** Same length, each character the same or read alike. @param near 班 and 邦 are alike, too */
export function soundsLike(a: string, b: string, near = false): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const [one, other] = [a.charAt(i), b.charAt(i)];
    if (one === other) continue;
    const syllable = syllableOf(one);
    const its = syllableOf(other);
    if (syllable === undefined || its === undefined) return false;
    if (syllable !== its && !(near && nearlySounds(syllable, its))) return false;
  }
  return true;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsIn = (text: string) =>
  [...words.segment(text)].flatMap(({ segment }) => (segment.length > 1 ? [segment] : []));

/** 到路 of 说到路灯的: words begin before it and end behind it. */
function cutsWords(text: string, at: number, end: number): boolean {
  const cut = (spot: number) =>
    [...words.segment(text)].some(({ segment, index }) => index < spot && spot < index + segment.length);
  return cut(at) || cut(end);
}

/** Words of this field no dictionary has. */
const OURS: ReadonlySet<string> = new Set(['专班', '晴雨', '容缺', '联办']);

/** Whether what was heard holds a word the name has not: 税务局 is no slip of 水务局. */
function isReal(heard: string, name: string): boolean {
  return OURS.has(heard) || wordsIn(heard).some((word) => !name.includes(word));
}

/** Offices there are everywhere, of which a unit is no slip. */
const OTHER_OFFICES: ReadonlySet<string> = new Set('税务局 人事局 商务局 审计局 司法局 统计局'.split(' '));

/** Of a project's name what nobody else's begins with, too: 邦普电池 of 邦普电池回收. */
const SHORTEST_PART = 4;

/**
 * Whether hardly anything else can be meant by it, though it holds a word of its own: one character aside (美丽信 for
 * 美利信, 水力局), or half of a long name.
 */
function isNearly(heard: string, name: string, of: string): boolean {
  let others = 0;
  for (let i = 0; i < name.length; i++) if (heard[i] !== name[i]) others++;
  const long = name.length >= SHORTEST_PART;
  return others === 1
    ? long || (name.length > 2 && /^(?:project|unit)/.test(of) && !OTHER_OFFICES.has(heard))
    : long && others * 2 <= name.length;
}

/** The names themselves, what those of projects begin with, and kinds of matters. */
function candidates(context: ReadContext): SeenName[] {
  const whole = namesSeen(context);
  const parts = whole.flatMap(({ name, of }) =>
    of.startsWith('project')
      ? Array.from({ length: Math.max(0, name.length - SHORTEST_PART) }, (_, i) => ({
          name: name.slice(0, SHORTEST_PART + i),
          of,
        }))
      : [],
  );
  const kinds = context.directory.data.categories.flatMap(({ id, name, keywords }) =>
    [name, ...keywords].map((one) => ({ name: one, of: `category ${id}` })),
  );
  return [...whole, ...parts, ...kinds, ...SLIPS];
}

/**
 * Stretches that sound like a name the speaker may see, each over something that is not understood.
 * @param left what is not understood, as written @param names those that are tried, and whether 班 sounds like 邦
 */
function soundedIn(
  phrase: Phrase,
  left: readonly string[],
  { names, near = false }: { names: readonly SeenName[]; near?: boolean },
): Sounded[] {
  const { text } = phrase;
  const folded = simplify(phrase.folded);
  const open = spotsOf(folded, left);
  if (open.length === 0) return [];
  const found: (Sounded & { of: Set<string> })[] = [];
  for (const { name, of } of names) {
    const wanted = fold(name);
    if (wanted.length < 2) continue;
    for (let at = 0; at + wanted.length <= folded.length; at++) {
      const end = at + wanted.length;
      const heard = folded.slice(at, end);
      if (
        heard === wanted ||
        !open.some((spot) => at <= spot && spot < end) ||
        !soundsLike(heard, wanted, near) ||
        (of.startsWith('category') && cutsWords(folded, at, end))
      )
        continue;
      const same = found.find(({ span }) => span[0] === at && span[1] === end);
      if (same) {
        if (!same.of.has(of)) same.names.push(name);
        same.of.add(of);
        same.real ||= isReal(heard, wanted) && !isNearly(heard, wanted, of);
      } else {
        const one = { heard: text.slice(at, end), names: [name], span: [at, end] as [number, number] };
        const real = isReal(heard, wanted) && !isNearly(heard, wanted, of);
        found.push({ ...one, real, of: new Set([of]) });
      }
    }
  }
  // The longest of those that overlap.
  const longest = found.toSorted((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]));
  const kept: Sounded[] = [];
  for (const { of: _, ...one } of longest)
    if (kept.every(({ span }) => span[1] <= one.span[0] || one.span[1] <= span[0])) kept.push(one);
  return kept;
}

/** Every character of what was left over. */
function spotsOf(folded: string, left: readonly string[]): number[] {
  return left.flatMap((word) => {
    const at = folded.indexOf(simplify(fold(word)));
    return at < 0 ? [] : Array.from({ length: word.length }, (_, i) => at + i);
  });
}

/** 到路 of 提到路灯的: half of a word that is looked for. */
function cutsInto(said: string, [from, until]: [number, number], phrase: Phrase): boolean {
  const at = simplify(phrase.folded).indexOf(simplify(fold(said)));
  const end = at + said.length;
  const apart = at < 0 || until <= at || end <= from;
  return !apart && !(at <= from && until <= end) && !(from <= at && end <= until);
}

/** A letter is not read by its sound: each of its characters would be tried against every name. */
const LONGEST = 200;
/** Of what is longer the end is not read, and so not understood: each word is weighed against every other. */
const LETTER = 1000;

/**
 * Reads a question; a name that is only misheard is taken as meant, and the scan says so (`sounded`). Two names that
 * sound alike are asked about.
 */
export function scanHeard(phrase: Phrase, context: ReadContext): Scan {
  if (phrase.folded.length > LETTER) {
    const begun = scanHeard(cut(phrase, 0, LETTER), context);
    return { ...begun, left: [...begun.left, phrase.folded.slice(LETTER)] };
  }
  const scan = scanQuery(phrase, context, { people: true });
  const open = [...scan.left, ...scan.texts, ...(isGuessed(scan, context) ? [scan.someone ?? ''] : [])];
  if (open.length === 0 || phrase.folded.length > LONGEST) return scan;
  const all = soundedIn(phrase, open, { names: candidates(context) }).filter(
    ({ span }) => !scan.texts.some((text) => cutsInto(text, span, phrase)),
  );
  const sounded = all.filter(({ real }) => !real);
  // 美丽信 is no word to look for in the text where 美利信 is a project.
  const looked = all.find(({ real, heard }) => real && scan.texts.some((text) => text.includes(heard)));
  if (looked) return { ...scan, texts: [], doubt: { heard: looked.heard, names: looked.names } };
  const several = sounded.find(({ names }) => names.length > 1);
  if (several) {
    const left = scan.left.filter((word) => !several.heard.includes(word));
    return { ...scan, left, doubt: { heard: several.heard, names: several.names } };
  }
  // 帮浦 is a word, too: asked about; 税务局 is another office.
  const shorts = context.directory.liveProjects.flatMap(({ shortNames }) => shortNames);
  const asked = all.find(
    ({ heard, names: [name = ''] }) => shorts.includes(name) && scan.left.some((one) => heard.includes(one)),
  );
  if (asked && sounded.length === 0 && !scan.doubt) {
    const left = scan.left.filter((word) => !asked.heard.includes(word));
    return { ...scan, left, doubt: { heard: asked.heard, names: asked.names } };
  }
  if (sounded.length === 0) return withWordsLeftOut(phrase, scan, context);
  const right = putRight(phrase, sounded);
  const again = scanQuery(right, context, { people: true });
  const names = sounded.map(({ heard, names: [name = ''] }) => ({ heard, name }));
  return { ...again, sounded: { names, right: right.text } };
}

/**
 * The text with names of projects and units put in the place of what is no word and sounds like just one of them, and
 * which those are: a whole message is read by it (每利信联合验收什么时候能办).
 */
export function namesPutRight(
  phrase: Phrase,
  context: ReadContext,
): { text: string; names: { heard: string; name: string }[] } | undefined {
  if (phrase.folded.length > LONGEST) return undefined;
  const { left, texts, someone } = scanQuery(phrase, context, { people: true });
  const open = [...left, ...texts, ...(someone === undefined ? [] : [someone])];
  const names = namesSeen(context);
  const exact = soundedIn(phrase, open, { names });
  const found = exact.length > 0 ? exact : soundedIn(phrase, open, { names, near: true });
  if (found.length === 0 || found.some((one) => one.real || one.names.length > 1)) return undefined;
  const said = found.map(({ heard, names: [name = ''] }) => ({ heard, name }));
  return { text: putRight(phrase, found).text, names: said };
}

const LEAVES_OUT =
  /(?:除[了开去掉]?|不算|抛开|刨[去开]|撇开)([^\s,，。;；?？的]{2,10}?)(?:[这那]一?[个件]|的(?:事|问题))?(?:以外|之外|外)?[,，\s]*(?=还|有|都|其他|别的)/u;

/**
 * 光伏除了并网还有几个: the problems that bear what no name is are left out by the word, which the title says; a name behind
 * it (除了并网光伏还有几个) is none of it.
 */
function withWordsLeftOut(phrase: Phrase, scan: Scan, context: ReadContext): Scan {
  const found = LEAVES_OUT.exec(phrase.folded);
  const said = found?.[1] ?? '';
  if (!found || said === '' || NO_WORD.test(said)) return scan;
  const whole = found[0];
  const from = phrase.folded.indexOf(said, found.index);
  const lengths = Array.from({ length: said.length - 1 }, (_, i) => i + 2);
  const reads = lengths.map((length) => {
    const until = length === said.length ? found.index + whole.length : from + length;
    const rest = `${phrase.folded.slice(0, found.index)} ${phrase.folded.slice(until)}`;
    return { length, read: scanQuery(readPhrase(rest), context, { people: true }) };
  });
  const fit = reads.filter(({ read }) => !read.except && read.left.length === 0);
  const kept = fit.filter(({ read }) => namesIn(read) >= namesIn(scan));
  const one = kept.find(({ read }) => namesIn(read) > namesIn(scan)) ?? kept.at(-1);
  const texts = said
    .slice(0, one?.length)
    .split(/[和跟与、]|以及/u)
    .filter((word) => word.length > 1);
  if (!one || texts.length === 0) return scan;
  one.read.except = { unitIds: [], projectIds: [], categoryIds: [], states: [], texts };
  return { ...one.read, heard: new Map([...one.read.heard, ['except', whole] as const]) };
}

const namesIn = ({ unitIds, projectIds, areaIds, categoryIds }: Scan): number =>
  unitIds.length + projectIds.length + areaIds.length + categoryIds.length;

/** One that is pointed at, or somebody. */
const NO_WORD = /^(?:[这那它他她我你]|上面|刚才|前面|以上)|[天周月年号季]/u;

/** 孙倩手上: of somebody there is no character is misheard. */
function isGuessed({ someone }: Scan, { people = [] }: ReadContext): boolean {
  return someone !== undefined && !people.includes(someone);
}

/** The text with the names put right; of the same length, so that spans hold. */
function putRight(phrase: Phrase, sounded: readonly Sounded[]): Phrase {
  let { text, folded } = phrase;
  for (const { names, span } of sounded) {
    const [name = ''] = names;
    text = text.slice(0, span[0]) + name + text.slice(span[1]);
    folded = folded.slice(0, span[0]) + fold(name) + folded.slice(span[1]);
  }
  return { ...phrase, text, folded };
}
