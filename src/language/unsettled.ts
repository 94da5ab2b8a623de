/** What a sentence says that no figure can keep to: 刚签收的 without a day, 住建局转来的, 红着 on a past day. Asked back. */
import type { Day } from '../domain/time.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import type { Piece } from './pieces.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';

const WORDS: readonly RegExp[] = [
  // 老大难有几件: how old is old is not said; they are told in their order.
  /(?:老大难|陈年(?:老|旧)账|老账|旧账|陈账|积案|陈案|历史遗留|老问题|遗留多年|老欠账)(?:问题)?(?=.{0,60}(?:几|多少|好多))|(?<=(?:几|多少|好多).{0,2})(?:老大难|老账|旧账|陈账|积案|老问题|历史遗留)/,
  // 请领导批示的, 报书记批示的, 提请议定的: they still wait.
  /(?:请|报|呈|送|等着?|待)(?:给)?(?:(?:主要|分管|[县市区])?领导|书记|[县市区]长|上级|[县市省区]里|会上|会议|专班)?(?:批示|议定)/,
  // 新的红灯: since when is not said; 新增红灯 is another.
  /新的?(?:几[个盏])?[红黄][灯牌色]/,
  // 处理慢的有哪些: how slow is slow is not said, and the slowest is one.
  /(?<![最更得])慢的?(?:(?:都|一共|总共)?有)?(?:几[个件条项]|多少|哪些|哪几)(?!单位|部门|局|家)/,
  // 哪些单位都签收了: of which all are; those of which some are, are others.
  /(?:哪[些几]?个?|有)(?:项目|单位|局|部门|家|企业)的?(?:问题|事)?(?:全|全部|都|全都)(?:已经?)?(?:签收|办[完结好]|销号|解决|处理|完成|核验|转办)/,
  // 红黄都有的单位, 有红灯也有黄灯的: which have both.
  /(?:[红黄蓝绿灯]|逾期|超期|挂账)的?都有(?:的|$)|有[红黄逾超挂][^,，]{0,4}[又也还]有[红黄逾超挂]/,
  // 进度落后的项目有几个: an order is no choice.
  /^(?!.*(?:[最更比排谁]|哪(?:一)?[个家])).*(?:进度|进展|推进)得?(?:较|比较|太)?(?:快|慢|顺利|顺|靠前|靠后|落后|滞后|领先)的?(?:项目|企业)/,
  // 当天办结的, 5天内办结的占比: how long each took, and no day that is over.
  /(?<![号日天年月\d那])当[天日](?=就?(?:能|给)?(?:办[完结好理]|签收?|解决|销号|完成|处理|转办?|派))/,
  /(?<![近过去后])[一二两三四五六七八九十\d]{1,3}个?(?:工作日|天|周)之?以?内(?=.{0,6}占)/,
  /(?:卡|堵|拖|耽误|耽搁)(?:住|着)?[得的]?最[久长].{0,3}(?:环节|手续)|(?:环节|手续)(?:上|里)?(?:卡|堵|拖|耽误|耽搁)(?:住|着)?[得的]?最[久长]/,
  // 红灯最多的项目里哪个单位的最多: the first alone would have to be told first.
  /最[多少高低久长慢快]的?(?:那个|那家|几个)?(?:项目|单位|企业|部门)(?:里面?|当中|之?中)(?=.{0,12}最)/,
];
/** A link that is late is not a problem that is; of one project its links answer. */
const LATE_LINKS = /(?:环节|(?<!\p{Script=Han})手续)(?:上|里)?(?:已经|已|都|还)?(?:逾期|超期|滞后|延误)/u;
/** Just now, with no day that says since when. */
const JUST_NOW = /^(?:新近?|刚刚?|才刚?)(?!增|[逾超]期)/;
const FROM_THERE = /^(?!新.*来).*来|到我们|到咱们|[转派推交][出走掉]/;

const meansOf = (piece: Piece | undefined): readonly QueryWord[] =>
  piece?.kind === 'word' ? piece.meanings : [];
const isStep = (piece: Piece | undefined) => meansOf(piece).some(({ tag }) => tag === 'step');
const isTurn = (piece: Piece) =>
  meansOf(piece).some((one) => one.tag === 'state' && one.state.kind === 'turned');

const SENT_BACK_TO_ME = /退回?给(?:我|咱)/;
const HANDED_TO_ME = /(?:退回?|办|派|转|交|分|推)给(?:我|咱)/;

/** 红灯最多的单位还有几件没签收: what is asked of the one that is first, which are no more words for who that is. */
function saidOfTheFirst(pieces: readonly Piece[]): string[] {
  const has = (at: number, ...tags: readonly QueryWord['tag'][]) =>
    meansOf(pieces[at]).some(({ tag }) => tags.includes(tag));
  const first = pieces.findIndex(
    (_, at) =>
      has(at, 'most', 'least') &&
      (has(at, 'by') ||
        has(at + 1, 'by', 'projects') ||
        (has(at + 1, 'of') && has(at + 2, 'by', 'projects'))),
  );
  const named = pieces.slice(0, first).some((_, at) => has(at, 'state', 'step', 'basis', 'noun'));
  // 最多的那个项目红的几件: of those that were told before.
  if (first < 0 || !named || /^[哪谁]/.test(pieces[first]?.text ?? '')) return [];
  const asked = pieces
    .slice(first + 1)
    .filter((_, i) => has(first + 1 + i, 'state', 'step', 'basis', 'rate'));
  return asked.map(({ text }) => text);
}

/** The words, as written, for which no figure would be right; none: it may be counted. @param folded simplified */
export function unsettledIn(scan: Scan, pieces: readonly Piece[], folded: string, today: Day): string[] {
  const { periods, ages, basis, step, states, heard, kinds } = scan;
  const undated = periods.length + ages.length === 0 && !scan.point;
  const lights = states.filter(isLight);
  const events = pieces.filter((piece) => isStep(piece) || isTurn(piece)).map(({ text }) => text);
  const ahead = periods.length > 0 && periods.every(({ from }) => from > today);
  const kind = heard.get('kind') ?? '';
  return [
    ...saidOfTheFirst(pieces),
    ...WORDS.flatMap((word) => word.exec(folded)?.[0] ?? []),
    // 退给我们的, 宋丽转给我的: to whom is not kept.
    ...((scan.doer ? HANDED_TO_ME : SENT_BACK_TO_ME).exec(folded)?.slice(0, 1) ?? []),
    ...(scan.projectIds.length === 1 ? [] : (LATE_LINKS.exec(folded)?.slice(0, 1) ?? [])),
    ...(undated ? events.filter((text) => JUST_NOW.test(text)) : []),
    // 住建局转来的, 转出去的: they came from there; 住建局这周新转来几件 to it.
    ...(step === 'routed' && scan.unitIds.length > 0 && FROM_THERE.test(heard.get('step') ?? '')
      ? [heard.get('step') ?? '']
      : []),
    // 昨天红着的: how it stood then.
    ...(undated
      ? []
      : pieces.filter((piece) => isTurn(piece) && /[红黄]着/.test(piece.text)).map(({ text }) => text)),
    // 催了三天没报进展的: counted from the urging; of what was signed for it is known.
    ...pieces.flatMap(({ text }, i) =>
      step !== 'signed' && isStep(pieces[i - 1]) && pieces[i]?.kind === 'age' ? [text] : [],
    ),
    // 本月书记批示的: when it was said, or falls due.
    ...(kinds.length > 0 &&
    periods.length > 0 &&
    /(?:批示|议定)(?:过|了|下来)?的?$/.test(kind) &&
    dayless(scan)
      ? [kind]
      : []),
    // 明天逾期的, 下周红的: nothing is so yet.
    ...(ahead && basis === undefined && dayless(scan) ? lights.map((one) => heard.get(one) ?? '') : []),
    // 黄灯昨天几个今天几个: how it was lit on a day is not kept.
    ...(basis === undefined &&
    dayless(scan) &&
    (periods.length > 1 || periods.some(({ from, until }) => until < today && from === until))
      ? states.filter(({ kind }) => kind === 'color').map((one) => heard.get(one) ?? '')
      : []),
    // 上周红的这周还红的: two days of one light.
    ...(periods.length > 1 && basis === undefined && lights.length > 1 && /还是?[红黄]/.test(folded)
      ? lights.map((one) => heard.get(one) ?? '')
      : []),
  ].filter((text) => text !== '');
}

/** Nothing says of what the days are. */
function dayless({ basis, step, states, tags }: Scan): boolean {
  return (
    basis === undefined &&
    !tags.has('node') &&
    step === undefined &&
    !states.some((s) => ['closed', 'turned', 'mark'].includes(s.kind))
  );
}
