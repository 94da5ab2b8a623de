/**
 * Reads a text word by word with the vocabulary of lists and questions. A word that means nothing where it stands is
 * left over like an unknown one: what is counted is never more or less than what was said.
 */

import { todayOf } from '../domain/directory.ts';
import type { ReadContext } from './definition.ts';
import { isDoneBy } from './doer.ts';
import { NONE } from './lexicon/amounts.ts';
import { withoutFraming } from './lexicon/framing.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { toldIn } from './lexicon/telling.ts';
import { simplify } from './lexicon/traditional.ts';
import { nearestByArea } from './names.ts';
import { withoutOtherDays } from './other-days.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { plainProjects } from './project-words.ts';
import { sendsBack, takeAmount, takePraise } from './scan-amounts.ts';
import { comesAgain, comesTwice, isOfEvent, otherTimes, overwrites, saysOtherwise } from './scan-clashes.ts';
import { fits, joinsStates, wordsOf } from './scan-fits.ts';
import {
  apartOf,
  askedOfThen,
  endsExcept,
  fallsYet,
  flowsUntil,
  isJoined,
  isLeftOut,
  isSaidFirst,
  isShareOfAll,
  joinsNext,
  leaveOutWords,
  leavesMore,
  ofNone,
  saysWithout,
  settleWhat,
  withoutNow,
} from './scan-turns.ts';
import type { Scan } from './scanned.ts';
import { withLedBy, withSeveralNamed } from './several-named.ts';
import { withoutSelf } from './speaker.ts';
import { withTopics, withWholeTopics } from './topics.ts';
import { asUnits } from './unit-beside.ts';
import { unsettledIn } from './unsettled.ts';
import { withAsked } from './with-asked.ts';

const PARTICLE = /(?:了|吗|呢|啊|呀|吧|嘛|\s|\p{P})+$/u;

/**
 * Costs the length of the text times the longest list of names with one first character.
 * @param people a word nobody knows that begins like a person's name may be one (赵磊这周办结了几件); the handler knows
 */
export function scanQuery(phrase: Phrase, context: ReadContext, { people = false } = {}): Scan {
  const whole = simplify(phrase.folded);
  const folded = plainProjects(withoutFraming(withoutSelf(whole, context)), context);
  const read = (text: string) => scanText(text, whole, phrase, context, people);
  return people ? withAsked(folded, read) : read(folded);
}

/** What reading no words finds. */
export function emptyScan(context: ReadContext): Scan {
  return scanQuery(readPhrase(''), context);
}

function scanText(
  folded: string,
  whole: string,
  phrase: Phrase,
  context: ReadContext,
  people: boolean,
): Scan {
  // 缺工人 is a way to say 用工, and no word of the text.
  const isName = (piece: Piece | undefined) =>
    piece?.kind === 'category' &&
    piece.ids.some((id) => {
      const said = piece.text.replace(/类$/, '');
      const kind = context.directory.category(id);
      return kind?.name === said || kind?.keywords.includes(said) === false;
    });
  const found = asUnits(
    withLedBy(withSeveralNamed(piecesOf(folded, phrase, context), context), context),
    context,
  );
  const today = todayOf(context);
  const { rest: pieces, other } = withoutOtherDays(
    withoutNow(withWholeTopics(withTopics(found, people, isName)), today),
  );
  const none = NONE.test(folded);
  const tags = new Map<QueryWord['tag'], number>();
  const heard = new Map<StateWord | Period | QueryWord['tag'] | 'person', string>();
  const [, second] = phrase.mentions;
  if (second) heard.set('person', second.name);
  const scan: Scan = {
    unitIds: [],
    projectIds: [],
    areaIds: [],
    personOpenIds: phrase.mentions.map((m) => m.openId),
    states: [],
    kinds: [],
    periods: [],
    ages: [],
    nodes: [],
    categoryIds: [],
    texts: [],
    tags,
    heard,
    outside: [],
    clashes: [],
    left: [],
    endsOf: folded.replace(PARTICLE, '').endsWith('的'),
    ...(other && { otherDays: other }),
  };
  const add = (to: number[], ids: readonly number[]) => to.push(...ids.filter((id) => !to.includes(id)));
  const asked = toldIn(whole, folded);
  if (asked !== undefined) {
    tags.set('tell', 1);
    heard.set('tell', asked);
  }
  const words = wordsOf(pieces);
  /** Names go there while they are said behind 除了. */
  let out: NonNullable<Scan['except']> | undefined;
  const kindsOut: { id: number; text: string }[] = [];
  const outs = () => (scan.except ??= { unitIds: [], projectIds: [], categoryIds: [], states: [] });
  for (const [i, piece] of pieces.entries()) {
    if (out && endsExcept(pieces, i, out)) out = undefined;
    if (!out && joinsNext(piece) && joinsStates(pieces, i)) scan.either = true;
    switch (piece.kind) {
      case 'unit': {
        const to = out ?? (isLeftOut(pieces, i) ? outs() : scan);
        add(to.unitIds, unitsOf(piece.ids, pieces[i - 1], context));
        break;
      }
      case 'project': {
        const to = out ?? (isLeftOut(pieces, i) ? outs() : undefined);
        if (to) add(to.projectIds, piece.ids);
        else addProjects(scan, piece, context);
        break;
      }
      case 'amount':
        takeAmount(scan, piece, words);
        break;
      case 'area':
        if (isPartOfUnit(piece, pieces[i + 1], context)) break;
        add(scan.areaIds, piece.ids);
        if (context.chat.projectIds.length > 0) scan.outside.push(piece.text);
        break;
      case 'period':
        scan.periods.push(piece.period);
        heard.set(piece.period, piece.text);
        break;
      case 'point':
        if (scan.point) scan.clashes.push(piece.text);
        else scan.point = { day: piece.day, heard: piece.text };
        break;
      case 'age':
        scan.ages.push({ age: piece.age, heard: piece.text });
        break;
      case 'category':
        if (out || isLeftOut(pieces, i)) {
          add((out ?? outs()).categoryIds, piece.ids);
          kindsOut.push(...piece.ids.map((id) => ({ id, text: piece.text })));
        } else add(scan.categoryIds, piece.ids);
        break;
      case 'trait':
        if (overwrites(scan, piece.trait)) scan.clashes.push(piece.text);
        else Object.assign(scan, piece.trait);
        break;
      case 'text': {
        // 用地的事: the kind of matter that is called so, not the word.
        const kind = context.directory.data.categories.find(({ name }) => name === piece.text);
        if (kind) add(scan.categoryIds, [kind.id]);
        else scan.texts.push(piece.text);
        break;
      }
      case 'someone':
        // 唐志强要看的: who wants it, not whose it is.
        if (/^(?:[要想]|准备)/.test(pieces[i + 1]?.text ?? '') || isForThem(pieces, i))
          scan.left.push(piece.text);
        else if (scan.someone === undefined) scan.someone = piece.text;
        else if (isJoined(pieces, i)) scan.others = [...(scan.others ?? []), piece.text];
        else scan.left.push(piece.text);
        break;
      case 'doubt':
        scan.doubt ??= { heard: piece.text, names: piece.names };
        break;
      case 'unknown':
        scan.left.push(piece.text);
        break;
      case 'word': {
        const said = piece.meanings.find((one) => fits(one, i, pieces, words));
        const then = said?.tag === 'how' || said?.tag === 'state' ? askedOfThen(pieces, i, today) : undefined;
        if (then) tags.set('count', 1);
        const shared = said?.tag === 'rate' && said.rate === 'share' && !said.late;
        // 今年按时办结了几件，占多少: the rate tells it.
        const meaning: QueryWord | undefined =
          then ?? (shared && scan.rate === 'on-time' && tags.has('count') ? { tag: 'portion' } : said);
        // 住建局牵头环保局配合: each in a part of its own.
        const leads = meaning?.tag === 'filler' && /^(?:牵头|主办)$/.test(piece.text);
        if (leads && words.some(({ tag }) => tag === 'helping')) scan.left.push(piece.text);
        if (!meaning) scan.left.push(piece.text);
        else if (out && meaning.tag === 'state') {
          out.states.push(meaning.state);
          // 除了待核验和挂账的
          if (!leavesMore(pieces, i)) out = undefined;
        } else if (meaning.tag === 'state' && isLeftOut(pieces, i)) outs().states.push(meaning.state);
        else {
          if (meaning.tag === 'rate' && isShareOfAll(meaning, pieces, i)) scan.ofAll ??= true;
          if (meaning.tag === 'rate' && meaning.whether) scan.ofAll = apartOf(pieces[i + 1]) ?? true;
          if (
            saysOtherwise(scan, meaning) ||
            comesAgain(scan, meaning, pieces, i) ||
            comesTwice(scan, meaning, pieces, i)
          )
            scan.clashes.push(piece.text);
          // 上周办完的企业提的: the time is of the first, and when it was told is not said.
          const other = meaning.tag === 'basis' && meaning.basis === 'logged' && isOfEvent(pieces, i);
          if (isDoneBy(meaning, pieces, i)) scan.doer = true;
          if (sendsBack(meaning, pieces, i)) scan.sentBack = true;
          take(scan, tags, other ? { tag: 'filler' } : meaning);
          if (meaning.tag === 'basis' && meaning.basis === 'due' && fallsYet(pieces, i, today))
            scan.states.push({ kind: 'in-time' });
          if (meaning.tag === 'basis' && !other && isSaidFirst(pieces, i)) scan.toldFirst = true;
          if (meaning.tag === 'except') out = outs();
        }
        if (meaning?.tag === 'tell') heard.set('tell', `${heard.get('tell') ?? ''}${piece.text}`);
        else if (meaning && !(meaning.tag === 'count' && /剩/.test(heard.get('count') ?? '')))
          // 还剩几件，列出来: that they are left stays said.
          heard.set(meaning.tag === 'state' ? meaning.state : meaning.tag, piece.text);
        if (meaning?.tag === 'everywhere' && context.chat.projectIds.length > 0)
          scan.outside.push(piece.text);
        break;
      }
    }
  }
  scan.clashes.push(...otherTimes(pieces));
  scan.left.push(...unsettledIn(scan, pieces, folded, today));
  // 我的项目里哪件拖得最久; 新能源的项目有哪些逾期的问题: the problems are asked for, and not which project.
  const item =
    scan.longest && /^的?项目[里上中]?$/.test(heard.get('by') ?? '') && /[一哪][件条桩]/u.test(folded);
  const items =
    scan.by?.by === 'project' && /(?:项目|企业)都?有哪些\p{Script=Han}{0,8}(?:问题|事)/u.test(folded);
  if (item || items) {
    delete scan.by;
    tags.delete('by');
    tags.set(item ? 'of-projects' : 'which', 1);
  }
  // 光头: those that have something open, and nothing struck off.
  if (tags.has('nothing-done')) {
    scan.by ??= { tag: 'by', by: 'unit', asks: true };
    scan.having = { ...scan.having, none: true };
  }
  // 楚能和邦普哪家问题多: one of these two.
  const whichFirm = /^(?:哪一?家|谁家)$/.test(heard.get('by') ?? '') && scan.unitIds.length === 0;
  if (scan.by?.by === 'unit' && whichFirm && scan.projectIds.length > 1)
    scan.by = { ...scan.by, by: 'project' };
  // 每个单位各类几件: figures stand apart by one at a time.
  if (scan.alsoBy) scan.left.push(heard.get('by') ?? '');
  // 平均每个单位几件, 六个项目各有几件: each of them is counted.
  const each = tags.has('each') && (tags.has('projects') || /项目/.test(heard.get('everywhere') ?? ''));
  if ((scan.told === 'average' || each) && !scan.by) {
    const by = each || /项目/.test(heard.get('told') ?? '') ? 'project' : 'unit';
    scan.by = { tag: 'by', by, asks: true };
  }
  leaveOutWords(scan, kindsOut);
  for (const tag of ['except', 'except-end'] as const)
    if (tags.has(tag) && !scan.except) scan.left.push(heard.get(tag) ?? '');
  // 没逾期的哪个最少: the fewest of those, not those without any.
  const without = saysWithout(pieces, words) && !tags.has('least');
  return settleWhat(
    flowsUntil(
      (none && !tags.has('why')) || tags.has('nothing-done') || without ? ofNone(scan, folded) : scan,
    ),
    today,
  );
}

/** 给高远汇报用: whom it is told, and not whose it is. */
function isForThem(pieces: readonly Piece[], at: number): boolean {
  const behind = `${pieces[at + 1]?.text ?? ''}${pieces[at + 2]?.text ?? ''}`;
  return (
    /(?:给|跟|向|替)$/.test(pieces[at - 1]?.text ?? '') &&
    /^(?:同志|书记|局长)?(?:汇报|报告|看|交差|过目|说)/.test(behind)
  );
}

function take(scan: Scan, tags: Map<QueryWord['tag'], number>, meaning: QueryWord): void {
  const tag = meaning.tag === 'not' ? 'ask' : meaning.tag;
  tags.set(tag, (tags.get(tag) ?? 0) + 1);
  if (meaning.tag === 'state') scan.states.push(meaning.state);
  if ((meaning.tag === 'most' || meaning.tag === 'least') && meaning.late)
    scan.states.push({ kind: 'overdue' });
  if (meaning.tag === 'kind' && !scan.kinds.includes(meaning.kind)) scan.kinds.push(meaning.kind);
  if (meaning.tag === 'basis') scan.basis = meaning.basis;
  if (meaning.tag === 'helping' && meaning.too) scan.helpingToo = true;
  if (meaning.tag === 'by') takeBy(scan, meaning);
  takeRank(scan, tags, meaning);
  if (meaning.tag === 'longest') scan.longest = meaning.by;
  if (meaning.tag === 'rate' && meaning.best) takePraise(scan, tags, meaning.best);
  else if (meaning.tag === 'rate') {
    scan.rate = meaning.rate;
    delete scan.byDefault;
    if (meaning.late) scan.states.push({ kind: 'overdue' });
    if (meaning.whole) scan.ofAll ??= true;
  }
  if (meaning.tag === 'duration' && (scan.duration === undefined || meaning.of !== 'average'))
    scan.duration = meaning.of;
  if (meaning.tag === 'against') scan.against = meaning.against;
  if (meaning.tag === 'node' && !scan.nodes.includes(meaning.node)) scan.nodes.push(meaning.node);
  if (meaning.tag === 'node' && meaning.reached !== undefined) scan.reached = meaning.reached;
  if (meaning.tag === 'node' || meaning.tag === 'node-fate') {
    const { tag: _, ...said } = meaning;
    scan.nodesSaid = [...(scan.nodesSaid ?? []), { ...said, periods: scan.periods.length }];
  }
  if (meaning.tag === 'project-by') scan.projectBy = meaning.by;
  if (meaning.tag === 'project-order') scan.projectOrder = meaning.order;
  if (meaning.tag === 'post') scan.post = meaning.post;
  if (meaning.tag === 'weather') scan.weather = [...new Set([...(scan.weather ?? []), ...meaning.weather])];
  if (meaning.tag === 'step') {
    if (scan.step !== undefined && scan.step !== meaning.step) scan.second = meaning.step;
    else scan.step = meaning.step;
  }
  if (meaning.tag === 'told') scan.told = meaning.told;
  if (meaning.tag === 'monthly') scan.monthly = meaning.by;
  if (meaning.tag === 'duration' && meaning.taken) scan.taken = meaning.taken;
  if (meaning.tag === 'trend' && meaning.grows) scan.grows = true;
  if (meaning.tag === 'than') scan.than = scan.periods.length;
}

function takeBy(scan: Scan, meaning: QueryWord & { tag: 'by' }): void {
  if (scan.by && scan.by.by !== meaning.by) scan.alsoBy = meaning;
  else scan.by = meaning;
}

/** 前三名, 排第几, 按到期先后排, 光头. */
function takeRank(scan: Scan, tags: Map<QueryWord['tag'], number>, meaning: QueryWord): void {
  const by = meaning.tag === 'top' || meaning.tag === 'told' ? meaning.by : undefined;
  if (by) {
    takeBy(scan, { tag: 'by', by, asks: true });
    tags.set('by', (tags.get('by') ?? 0) + 1);
  }
  if (meaning.tag === 'top' && meaning.count !== undefined) {
    const bottom = meaning.bottom === true;
    const other = scan.top !== undefined && scan.top.bottom !== bottom;
    if (scan.top && scan.top.count !== meaning.count) scan.clashes.push(String(meaning.count));
    // 前三名和后三名: both ends.
    for (const tag of other ? (['highest', 'lowest', 'most', 'least'] as const) : []) tags.set(tag, 1);
    scan.top = { count: meaning.count, bottom };
  }
  if (meaning.tag === 'standing') {
    scan.standing = true;
    if (meaning.top !== undefined) scan.top = { count: meaning.top, bottom: false };
  }
  if (meaning.tag === 'sorted') scan.sorted = meaning.sort;
  if (meaning.tag === 'more' && meaning.less) scan.less = true;
  // 最先办完的: what is ordered so is done.
  const struck = meaning.tag === 'sorted' && meaning.sort === 'struck';
  if (struck) scan.fact ??= 'age';
  if (struck || meaning.tag === 'nothing-done') scan.states.push({ kind: 'closed' });
}

function addProjects(scan: Scan, piece: Piece & { kind: 'project' }, context: ReadContext): void {
  const { directory, chat, actor } = context;
  const own = piece.ids.filter((id) => chat.projectIds.includes(id));
  if (chat.projectIds.length > 0 && own.length < piece.ids.length) scan.outside.push(piece.text);
  const home = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const near = nearestByArea(piece.ids, (id) => directory.project(id)?.areaId, home, directory);
  for (const id of own.length > 0 ? own : near) if (!scan.projectIds.includes(id)) scan.projectIds.push(id);
}

/** 远安县 of 远安县自然资源局: it tells which unit is meant and narrows nothing else. */
function isPartOfUnit(
  area: Piece & { kind: 'area' },
  next: Piece | undefined,
  context: ReadContext,
): boolean {
  return next?.kind === 'unit' && insideOf(next.ids, area, context).length > 0;
}

function insideOf(ids: readonly number[], area: Piece & { kind: 'area' }, { directory }: ReadContext) {
  return ids.filter((id) => {
    const own = directory.unit(id)?.areaId;
    return own !== undefined && area.ids.some((upper) => directory.reaches(upper, own));
  });
}

/** Of units with one name those of the area named right before (远安县自然资源局), else the nearest. */
function unitsOf(ids: readonly number[], before: Piece | undefined, context: ReadContext) {
  const { directory, actor } = context;
  const areaOf = (id: number) => directory.unit(id)?.areaId;
  const inside = before?.kind === 'area' ? insideOf(ids, before, context) : [];
  if (inside.length > 0) return inside;
  return nearestByArea(ids, areaOf, directory.unit(actor.person.unitId ?? -1)?.areaId, directory);
}
