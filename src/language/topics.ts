/**
 * Words nobody knows which are certainly what is looked for, or somebody: 关于围墙的, 围墙的问题, 围墙那个事, 王建国手上.
 * Everything else unknown stays so.
 */
import { wordsOf } from './edges.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { SURNAMES } from './lexicon/surnames.ts';
import type { Piece } from './pieces.ts';

/** These change what is counted, so they are nothing to look for. */
const CHANGES =
  /[不没非无除超未]|交办|安排|部署|批示|督办|要求|布置|^.?$|[以之]?[外上下内前后]$|\d|重要|重大|紧急|着急|严重|难办|复杂|麻烦|其[他它]|别的|剩|大概|左右|大于|小于|多于|少于|至少|至多|老大难|关键|特别|比较|最|页纸|简报|材料|同样|类似|领导|书记|市长|县长|局长|主任|处长|科长|经理|老板|老总|重点|要紧|要命|危险|捅到|报到|升到|升级|(?:产业|行业|领域|板块|赛道)$|[转派分][下出]去?|会上|开会|等着|急用|要用|说的?$|讲的?$/;
/** What was done with them or how they are, where nothing says that it is a word to look for: 协调过的问题, 突出的问题. */
const NO_TOPIC =
  /[过了着得]$|^.过|^[按准及如][时期]|关[心注]|点名|答应|承诺|协调|研究|讨论|合并|撤[销回]|重复|雷同|议定|商定|突出|普遍|共性|个性|常见|简单|棘手|疑难|典型|敏感|停滞|强烈|头[疼痛]|^[一二三四五六七八九十\d]{1,2}期$|(?:局|委|委员会|公司|集团|镇|乡|县|省|[^小厂矿库景山]区)$/;
/** Says only that the kind of matter after it is meant. */
const TOWARDS = /^(?:要|缺|涉及?|牵涉|有关|属于|是|跟)$/;
/** 他们手里: nobody by name. */
const NOBODY = /^(?:他|她|它|你|我|咱|人家|大家|谁|哪)们?/;
const NAME = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})*$/u;
/** The hundred or so family names most people bear. */
const FAMILY =
  /^(?:欧阳|上官|司马|诸葛|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳史唐费廉岑薛雷贺倪汤罗毕郝安常乐于傅齐康伍余元顾孟黄穆萧尹姚邵汪毛狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆翁荀于甄曲封储段焦侯宁仇武符刘景詹龙叶郁白蒲黎桂牛燕冉温庄晏柴瞿阎连习艾向易廖庹覃望聂晁敖冷辛简饶曾关游肖卞])/u;
/** They begin like a name. */
const NO_NAME =
  /^(?:马上|于是|何[时况]|任何|尤其|平[时常日]|万一|[时常]常|时时|向来|白天|连着|方才|周[报边围末一二三四五六日天期]|高[温速压峰铁校]|安[全置保防]|路[灯口面边]|黄[土沙]|金[额融]|方[案面法]|常[见态规]|时[间效限]|向[上下]|文[件物]|施[工压]|成[本果]|管[网道线理]|水[压质管位]|江[边堤]|景观|温[度控]|连[接通]|明[年天确]|段|全[部体]|简[称报单]|关[于键闭]|车[间库道]|平[台整均]|项目|钱款)/u;
const TITLED =
  /^\p{Script=Han}(?:书记|副?市长|副?县长|副?区长|副?局长|主任|秘书|总|队长|科长|大队长|组长|常委|部长|行长|所长)$/u;
/** 到高远那儿的 */
const TOLD_TO: readonly QueryWord[] = [{ tag: 'told-to' }];
/** Of two or three characters, or one with the post. */
export function isSomebody(text: string): boolean {
  return (/^\p{Script=Han}{2,3}$/u.test(text) && FAMILY.test(text)) || TITLED.test(text);
}
const OF_SOMEBODY = new Set([
  '手上',
  '手里',
  '手头',
  '名下',
  '负责',
  '负责的',
  '那边',
  '这边',
  '手上的',
  '手里的',
  '手头上',
  '手里头',
  '分管',
  '分管的',
  '管的',
  '包保的',
  '那里',
  '那头',
  '他们局',
  '他们局里',
  '他们单位',
  '这个人',
  '同志',
  '分管的项目',
  '管的项目',
]);

const has = (piece: Piece | undefined, ...tags: QueryWord['tag'][]) =>
  piece?.kind === 'word' && piece.meanings.some(({ tag }) => tags.includes(tag));

/** 的, 那个, 这件, 方面 before the noun. */
function isPointer(piece: Piece | undefined): boolean {
  return (
    has(piece, 'of') || (piece?.kind === 'word' && /^(?:[那这](?:个|件|一件)?|[条项]|方面)$/.test(piece.text))
  );
}

/** 变压器那条: one of them. */
function isOneOf(pieces: readonly Piece[], end: number): boolean {
  return /[那这]一?[个件条项]$/.test(textOf(pieces.slice(Math.max(0, end - 3), end)));
}

/** 跟变压器有关的, 与围墙相关的: as 关于. */
function relatedAt(pieces: readonly Piece[], at: number): { text: string; count: number } | undefined {
  const joined = has(pieces[at], 'and');
  if (!joined && isTopic(pieces[at - 1])) return undefined;
  const from = joined ? at + 1 : at;
  const end = endOfTopic(pieces, from);
  const text = textOf(pieces.slice(from, end));
  const behind = pieces[end];
  const says = behind && has(behind, 'about') && /有关|相关|关联|沾边|搭界/.test(behind.text);
  if (!says || text.length < 2 || CHANGES.test(text)) return undefined;
  return { text, count: end + 1 - at };
}

/** Where what follows 关于 ends: at the first word that is known, unless one character beside it is part of it (路灯, 高压线). */
function endOfTopic(pieces: readonly Piece[], from: number): number {
  let at = from;
  const glued = (piece: Piece | undefined) =>
    piece?.kind === 'word' &&
    !has(piece, ...ENDS) &&
    !(has(piece, 'noun') && piece.text.length > 1) &&
    [...textOf(pieces.slice(from, at))].length === 1;
  while (isTopic(pieces[at]) || glued(pieces[at])) at++;
  return at;
}

const isTopic = (piece: Piece | undefined) =>
  piece?.kind === 'unknown' || piece?.kind === 'category' || has(piece, 'link-name');

const ENDS: readonly QueryWord['tag'][] = [
  ...([
    'of',
    'count',
    'tell',
    'ask',
    'not',
    'about',
    'and',
    'how',
    'filler',
    'which',
    'whose',
    'why',
  ] as const),
];

/** @param isName whether a kind of matter is told by its own name, not by a keyword of it */
export function withTopics(
  pieces: readonly Piece[],
  people: boolean,
  isName: (piece: Piece | undefined) => boolean,
): Piece[] {
  const made: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    // 要资金的, 涉及用地的
    if (piece.kind === 'unknown' && TOWARDS.test(piece.text) && pieces[at + 1]?.kind === 'category') continue;
    // 搞电池回收的
    if (
      piece.kind === 'unknown' &&
      /^(?:搞|做|生产|造|干)$/.test(piece.text) &&
      pieces[at + 1]?.kind === 'project'
    )
      continue;
    const related = relatedAt(pieces, at);
    if (related) {
      made.push({ kind: 'text', text: related.text });
      at += related.count - 1;
      continue;
    }
    if (has(piece, 'about')) {
      const end = endOfTopic(pieces, at + 1);
      const kind = end === at + 2 && pieces[at + 1]?.kind === 'category';
      // 关于用地的: the kind of matter; 提到变压器的: the word, not all of the kind that has it for a keyword.
      if (kind && isName(pieces[at + 1])) continue;
      const text = textOf(pieces.slice(at + 1, end));
      if (text.length >= 2 && !CHANGES.test(text) && (kind || end < pieces.length)) {
        made.push(piece, { kind: 'text', text });
        at = end - 1;
        continue;
      }
    }
    const joined = joinedAt(pieces, at);
    if (!joined) {
      made.push(piece);
      continue;
    }
    const next = pieces[at + joined.count];
    const kind = topicKind(joined, pieces, at + joined.count, isName(pieces[at]));
    const whose = kind === 'text' || !people ? undefined : somebodyIn(joined, pieces, at);
    const to =
      people && /^到/.test(joined.text) && /^[那这]/.test(next?.text ?? '') ? joined.text.slice(1) : '';
    if (isSomebody(to) && !NO_NAME.test(to)) {
      made.push({ kind: 'word', text: '到', meanings: TOLD_TO }, { kind: 'someone', text: to });
      at += joined.count - 1;
      continue;
    }
    if (whose) {
      made.push({ kind: 'someone', text: whose });
      at += joined.count - 1;
      continue;
    }
    if (next && kind) made.push({ kind, text: joined.text });
    else if (joined.known === joined.count) made.push(...pieces.slice(at, at + joined.count));
    else made.push({ kind: 'unknown', text: joined.text });
    at += joined.count - 1;
  }
  return made;
}

/** 赵磊这周办结了几件, 高远同志: at the beginning of what is said, or behind a word that is no part of it. */
function somebodyIn({ text, known }: Joined, pieces: readonly Piece[], at: number): string | undefined {
  if (known > 0 || !isSomebody(text) || NO_NAME.test(text)) return undefined;
  const before = pieces[at - 1];
  return before === undefined || ['break', 'word', 'period'].includes(before.kind) ? text : undefined;
}

interface Joined {
  text: string;
  count: number;
  /** How many of them are categories. */
  known: number;
}

/** 征地拆迁 is one word, though 征地 is known. */
function joinedAt(pieces: readonly Piece[], at: number): Joined | undefined {
  let count = 0;
  let known = 0;
  for (; ; count++) {
    const piece = pieces[at + count];
    if (piece?.kind === 'category') known++;
    else if (piece?.kind !== 'unknown') break;
  }
  return count === 0 ? undefined : { text: textOf(pieces.slice(at, at + count)), count, known };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** 吴斌那几件: a surname and what no dictionary joins to it. */
function isLikeName(text: string): boolean {
  const [first = ''] = wordsOf(text);
  return /^\p{Script=Han}{2,3}$/u.test(text) && first.length === 1 && SURNAMES.includes(first);
}

function topicKind(
  joined: Joined,
  pieces: readonly Piece[],
  at: number,
  isName: boolean,
): 'text' | 'someone' | undefined {
  const { text, count, known } = joined;
  const next = pieces[at];
  if (CHANGES.test(text) || NO_TOPIC.test(text) || text.length < 2 || text.length > 12) return undefined;
  if (NOBODY.test(text)) return undefined;
  if (known === 0 && NAME.test(text) && next && OF_SOMEBODY.has(next.text)) return 'someone';
  if (known === 0 && isLikeName(text) && isPointer(next)) return 'someone';
  let end = at;
  while (isPointer(pieces[end])) end++;
  if (end === at) return undefined;
  const noun = pieces[end];
  const one =
    noun?.kind === 'word' &&
    /^(?:事|事儿|事情|问题|事项|诉求|困难|单子|工单|难题|件|案子|堵点|卡点)$/.test(noun.text);
  // A known kind of matter is looked for as a word only where one thing is asked about.
  if (known === count && !isName && isOneOf(pieces, end) && has(noun, 'how', 'when')) return 'text';
  const ofKind = isName || /方面/.test(textOf(pieces.slice(at, end)));
  if (known === count) return one && !ofKind && has(pieces[end + 1], 'how', 'when') ? 'text' : undefined;
  // 围墙的有几个: the word may be a state nobody knows.
  const counted =
    has(noun, 'count') && !/^(?:有|还|共|一共|总|现|目|剩|拢|合|才|只|都)/.test(noun?.text ?? '');
  return one || counted || has(noun, 'how', 'whose') ? 'text' : undefined;
}

/** 食品安全的问题: what is looked for begins with the name of an industry that is not meant. */
export function withWholeTopics(pieces: readonly Piece[]): Piece[] {
  const isPart = (at: number) => {
    const [one, next] = [pieces[at], pieces[at + 1]];
    const bare = one?.kind === 'trait' && 'industry' in one.trait && !/(?:[产行]业|链条?)$/.test(one.text);
    return bare && next?.kind === 'text';
  };
  return pieces.flatMap((piece, at): Piece[] => {
    if (isPart(at)) return [];
    return isPart(at - 1) ? [{ kind: 'text', text: `${pieces[at - 1]?.text}${piece.text}` }] : [piece];
  });
}
