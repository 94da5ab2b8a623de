import { anewChip } from '../cards/chips.ts';
import { oneText } from '../cards/words-facts.ts';
import { noSuchRowText } from '../cards/words-figures.ts';
import type { Answer } from '../domain/answer.ts';
import type { Fact } from '../domain/reading.ts';
import { asksOneFact, factAsked } from '../language/lexicon/asked.ts';
import {
  hangsInTheAir,
  OF_EACH,
  OF_THE_ONE,
  type Step,
  WHY_THE_ONE,
} from '../language/lexicon/follow-ups.ts';
import { FIRM, isOnlyGlue, namedOneIn, type OneAsked, oneAskedIn } from '../language/lexicon/one-asked.ts';
import { HANDS_ON, TELLS_SOMEBODY, withoutOrder } from '../language/lexicon/orders.ts';
import { rowSaid, rowsSaidIn } from '../language/lexicon/rows-said.ts';
import { amongIn } from '../language/lexicon/whether.ts';
import { isQuestioning } from '../language/mood.ts';
import { askedOfRun } from '../language/named-before.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { pointsAtOne, THAT_PROJECT } from '../language/pointing.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { stateAlone } from '../language/state-alone.ts';
import { goOn } from '../language/topic.ts';
import { asksHistory } from './about-issue.ts';
import { askedOfTheirs } from './asked-of-theirs.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { namedProblem } from './described.ts';
import { tellFirstOf } from './described-several.ts';
import { execute } from './dispatch.ts';
import { courseOf, factsTold, linksHeld, ofItsProject, sinceOf } from './facts-told.ts';
import {
  fromBefore,
  hasNoRows,
  idsOfPage,
  isOnlyCard,
  isSoon,
  lastOf,
  type Remembered,
} from './follow-memory.ts';
import { toldOfEach } from './follow-plain.ts';
import { extremeOf, heldUpBy, ofTheOthers, ofTheRows, onlyRow, rowOf, rowsOf } from './follow-rows.ts';
import { headsOf } from './follow-turn.ts';
import { whetherOf } from './follow-whether.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { askOf } from './question.ts';
import { visibleIssue, whyHidden } from './visible-issue.ts';
import { saying } from './without-asides.ts';

/** Asked of one thing without naming it: 为啥拖这么久, 几号到期. */
export function isOfOne({ folded }: Phrase, scan: Scan): boolean {
  if (OTHER_ONES.test(folded)) return false;
  const ranks = (['most', 'longest', 'more', 'highest', 'lowest', 'count'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  const why = WHY_THE_ONE.test(folded);
  // 催过的 are those that were; 是哪个项目的 asks of the one.
  const those = scan.endsOf && !/(?:项目|企业|负责|管|办|提|报|登记|同意|批准?)的[\s\p{P}]*$/u.test(folded);
  // 怎么搞这么久还没完: that it is open is why it is asked.
  const open = !why && scan.states.some(({ kind }) => kind === 'open' || kind === 'all');
  const pointed = pointsAtOne(folded, scan);
  const one = OF_THE_ONE.test(folded) || why || hangsInTheAir(folded);
  // 那个谁的那个事: somebody's else.
  if (asksOneFact(folded)) return true;
  if (pointed !== undefined && !one) return !/谁的|[他她]/.test(pointed);
  const narrows = those || open;
  const others = (ranks && !asksHistory(folded)) || narrows || scan.periods.length > 0;
  return one && !namesAny(scan) && (hangsInTheAir(folded) || !others);
}

/** 为啥拖这么久, 为什么还没办: what was done and when tells it, not how the days are counted. */
const WHY_DELAYED = /[拖慢久卡搁耽]|没|未|不动/;
const OF_LIGHT = /[红黄蓝绿灯超逾]|到期|过期/;

function kindOfWhy(folded: string): 'history' | 'explain' | undefined {
  if (OF_LIGHT.test(folded)) return 'explain';
  return WHY_DELAYED.test(folded) ? 'history' : undefined;
}

/** Its card, its history or why its light is what it is. */
export function execOfOne({ folded }: Phrase, step: Step | undefined, issueId: number): Answer {
  const why = step === 'why' || WHY_THE_ONE.test(folded);
  const fact = why ? undefined : factAsked(folded);
  if (fact) return { kind: 'list', filter: { ids: [issueId] }, page: 1, asked: true, fact };
  const kind = asksHistory(folded) ? 'history' : why ? (kindOfWhy(folded) ?? 'explain') : 'issue';
  return { kind, issueId };
}

/** Says whose or where itself. */
export function namesAny({
  unitIds,
  projectIds,
  areaIds,
  personOpenIds,
  someone,
  categoryIds,
  texts,
}: Scan): boolean {
  const ids = [unitIds, projectIds, areaIds, personOpenIds, categoryIds, texts];
  return someone !== undefined || ids.some((list) => list.length > 0);
}

/** Which problem is spoken of: the one shown, the row that was asked for, the one a list has. */
export async function problemMeant(context: CommandContext, last: Remembered): Promise<number | undefined> {
  const told = last.issueId ?? (await extremeOf(context, last));
  return told ?? (last.first ? rowOf(context, last, 0) : onlyRow(context, last));
}

/**
 * What is said right after one problem was spoken of and names nothing else (谁签的, 第二件超了几天了, 路灯那个到哪一步了), before
 * it is an order or a question of all. undefined: nothing of the kind.
 */
export async function ofTheProblemMeant(
  context: CommandContext,
  { match, text }: { match: Match; text: string },
): Promise<Answer | null | undefined> {
  if (context.cardIssueId !== undefined || context.parentId !== undefined) return undefined;
  const among = match.kind === 'call' && match.call.name === 'show' && amongIn(text) !== undefined;
  if (match.kind === 'call' && !among && !MAY_GO_ON.includes(match.call.name)) return undefined;
  if (text.length > 2 * LONGEST) return undefined;
  const phrase = trim(readPhrase(text));
  if (phrase.folded.length > LONGEST) return undefined;
  const said = { phrase, match };
  const last = await lastOf(context);
  if (last && askedOfRun(last, phrase.folded)) return undefined;
  const replaces = last && !isOnlyCard(last) && stateAlone(text, readContextOf(context)) !== undefined;
  if (replaces) return undefined;
  if (last) return ofWhatWasShown(context, said, last);
  return fromBefore(context, async () => {
    const before = await lastOf(context);
    return before && ofWhatWasShown(context, said, before);
  });
}

async function ofWhatWasShown(
  context: CommandContext,
  { phrase, match }: { phrase: Phrase; match: Match },
  last: Remembered,
): Promise<Answer | null | undefined> {
  const soon = isSoon(context, last);
  const whether = soon ? await whetherOf(context, last, phrase.folded) : undefined;
  if (whether) return whether;
  if (!last.projects && !last.parts && !last.ranking) {
    const rows = rowsSaidIn(phrase.folded);
    const several = rows && (await ofTheRows(context, last, rows));
    if (several) return several;
    const first = soon ? await tellFirstOf(context, last.filter.ids ?? [], phrase.folded) : undefined;
    if (first) return first;
    const row = rowSaid(phrase.folded);
    if (row) return ofTheRow(context, last, { ...row, phrase });
    const others = soon ? await ofTheOthers(context, last, phrase.folded) : undefined;
    if (others) return others;
    const worst = soon ? await ofTheWorst(context, last, phrase) : undefined;
    if (worst !== undefined) return worst;
  }
  if (!soon) return undefined;
  const asked = oneAskedIn(phrase.folded);
  const held = asked?.one === 'fact' && OF_HOLDER.includes(asked.fact) && (await heldUpBy(context, last));
  const meant = held ? { ...last, issueId: held } : last;
  return (await ofTheShown(context, { phrase, match }, meant)) ?? ofTheNamed(context, phrase, last);
}

/** 谁负责, 卡了几天了, after 卡在哪. */
const OF_HOLDER: readonly Fact[] = ['who', 'waiting', 'age', 'overdue', 'deadline', 'progress'];
const LONGEST = 30;
/** Whatever else a message says is that command. */
const MAY_GO_ON: readonly string[] = ['ask', 'countdown', 'weather', 'link-state', 'link-map', 'projects'];

/** 第二件超了几天, 说说最后那件: the row, and what is asked of it. */
async function ofTheRow(
  context: CommandContext,
  last: Remembered,
  { nth, rest, phrase }: { nth: number; rest: string; phrase: Phrase },
): Promise<Answer | null | undefined> {
  const rows = await rowsOf(context, last);
  if (rows?.length === 0 && last.issueId === undefined && !orders(phrase)) return noneOf(last);
  const asked = isOnlyGlue(rest) ? ({ one: 'card' } as const) : oneAskedIn(rest);
  if (!asked || !rows) return undefined;
  const issueId = rows.at(nth);
  if (issueId === undefined) return { kind: 'text', tone: 'warning', text: noSuchRowText(rows.length) };
  const hidden = last.rows ? await whyHidden(context, issueId) : undefined;
  if (hidden) return hidden;
  return askedOfOne(context, { asked, issueId, phrase }, last);
}

const WORST =
  /^(?:那么?|里面|其中|[,，\s])*((?:拖|超期|逾期|超|挂|放|搁|晾|压|等)?得?(?:时间)?最(?:久|长|厉害)|最(?:老|早|先|急|紧急|早登记|严重))的?(?:那一?|一)[个件条](?:问题|事情?)?(?!叫)(.+)$/u;

/** 拖得最久的那件卡在什么地方: the first of them in that order, and what is asked of it. */
async function ofTheWorst(
  context: CommandContext,
  last: Remembered,
  phrase: Phrase,
): Promise<Answer | null | undefined> {
  const [, order, rest = ''] = WORST.exec(phrase.folded) ?? [];
  const asked = order === undefined ? undefined : oneAskedIn(rest);
  const counts = last.ranking?.measure === 'count';
  if (order === undefined || !asked || (hasNoRows(last) && !counts)) return undefined;
  const read = readContextOf(context);
  const said = order === '最严重' ? '拖得最久' : order.replace('最先', '最早').replace(/^等得?/, '');
  const now = scanHeard(readPhrase(`${said}的是哪件`), read);
  const call = askOf(goOn(last.topic, now, { within: true }), read);
  if (call.unread || last.filter.ids) return undefined;
  const [issueId] = (await idsOfPage(context, call.filter, { page: 1, pageSize: 1 })) ?? [];
  // 等得最久的那件几天了: how long it has waited.
  const waits = asked.one === 'fact' && asked.fact === 'age' && call.fact;
  const of: OneAsked = waits ? { one: 'fact', fact: waits } : asked;
  return issueId === undefined ? noneOf(last) : askedOfOne(context, { asked: of, issueId, phrase }, last);
}

/** 没有路灯那个呢: what was asked of the one before. */
const sameAsked = ({ fact }: Remembered): OneAsked => (fact ? { one: 'fact', fact } : { one: 'card' });

const ofKind = (last: Remembered, categoryIds: number[]): Remembered => ({
  ...last,
  topic: { ...last.topic, categoryIds },
  filter: { ...last.filter, categoryIds },
});

/** 施工许可证那个到哪一步了: one of those spoken of, else of all that may be seen. */
async function ofTheNamed(
  context: CommandContext,
  phrase: Phrase,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const { name, rest } = namedOneIn(phrase.folded) ?? {};
  if (name === undefined || rest === undefined) return undefined;
  const asked = isOnlyGlue(rest) ? sameAsked(last) : oneAskedIn(rest);
  if (!asked) return undefined;
  // 水利那个, 楚能那个: whose it is.
  const { unitIds, projectIds, categoryIds, left } = scanHeard(readPhrase(name), readContextOf(context));
  if (unitIds.length + projectIds.length > 0 && left.length === 0) return undefined;
  const found = await namedProblem(context, name, last);
  // 里面用水那个, after a list: the one of its kind there, before another that bears the word.
  const kind = left.length === 0 && categoryIds.length > 0 && !hasNoRows(last) && !last.filter.categoryIds;
  const rows = kind && found ? await rowsOf(context, last) : undefined;
  // 林地手续那件呢, after one of the same kind: the other one that bears the words.
  const among = rows && found && (rows.length === 1 || rows.includes(found.issue.id));
  const issueId = kind && !among ? await onlyRow(context, ofKind(last, categoryIds)) : undefined;
  if (issueId !== undefined) return askedOfOne(context, { asked, issueId, phrase }, last);
  return (
    found && askedOfOne(context, { asked, issueId: found.issue.id, phrase, with: { lead: found.lead } }, last)
  );
}

/**
 * 经办是谁, 走了几步了, 换七号: of the one problem that was shown, whatever the words could mean alone. undefined: none
 * was, or it is not asked about.
 */
export async function ofTheShown(
  context: CommandContext,
  { phrase, match }: { phrase: Phrase; match: Match },
  last: Remembered,
): Promise<Answer | null | undefined> {
  const { folded } = phrase;
  const open = last.issueId === undefined && !last.first && isSoon(context, last);
  const rows = open && !hasNoRows(last);
  const of = (fact: Fact) => ({ kind: 'list', filter: last.filter, page: 1, asked: true, fact }) as const;
  // 剩下的谁在办, after what was struck off: not of those.
  const others = OTHER_ONES.test(folded) && last.filter.statuses?.every((status) => status === 'closed');
  const told = open && !others ? toldOfEach(last, folded) : undefined;
  if (told && !(await onlyRow(context, last)) && !(await isEmpty(context, last))) return of(told);
  // 谁负责, 分别超了几天, after 拖得最久的三件: of each of them.
  const top = rows && last.filter.ids && last.topic.top;
  const each = OF_EACH.test(folded) && last.issueId === undefined;
  const fact = each && top ? factAsked(folded.replace(OF_EACH, '')) : undefined;
  if (each) return fact && of(fact);
  // 让施展今天报个进展, 转给他们局长看一下: an order, though 进展 and 局长 alone ask.
  if (orders(phrase) && !isQuestioning(folded)) return undefined;
  if (isWholeQuestion(match) && !isSoon(context, last)) return undefined;
  const asked = oneAskedIn(phrase.folded) ?? (await askedOfTheirs(context, phrase, last));
  if (!asked) return undefined;
  // 这个项目谁在跟: of the project.
  if (THAT_PROJECT.test(phrase.folded) && asked.one === 'fact') return undefined;
  if (OTHER_ONES.test(folded) || (last.issueId === undefined && ANOTHER_SET.test(folded))) return undefined;
  if (isWholeQuestion(match) && match.call.topic.states.length > 0 && ALL_SUCH.test(folded)) return undefined;
  const issueId = await problemMeant(context, last);
  if (issueId === undefined && asked.one === 'fact' && top) return of(asked.fact);
  if (issueId === undefined)
    return asked.one === 'fact' && (await isEmpty(context, last)) ? noneOf(last) : undefined;
  const alone = isWholeQuestion(match) && { others: [anewChip(phrase.text)] };
  return askedOfOne(context, { asked, issueId, phrase, ...(alone && { with: alone }) }, last);
}

const orders = ({ folded, text }: Phrase): boolean =>
  TELLS_SOMEBODY.test(folded) || HANDS_ON.test(folded) || withoutOrder(text) !== undefined;

/** 没解决的都是谁在办, 剩下的谁在办: not the one that is solved. */
const OTHER_ONES =
  /^那?(?:还)?(?:没有?|未)\p{Script=Han}{1,4}的(?!原因|理由|问题是)|^那?(?:剩下?|余下|其余)的?/u;

/** 停表的都在等什么, 红的分别是谁在办: of all that are so. */
const ALL_SUCH = /^(?:那么?)?(?![这那它他])\p{Script=Han}{1,6}的(?:都|各|分别|哪[些几])/u;

/** 不满意的呢, after some of which there are none or one: others. */
const ANOTHER_SET =
  /^(?:那么?)?[^谁哪什啥几多怎为\s\p{P}]{2,6}的(?:呢|也(?:给我)?(?:看|说|报|列|查)(?:一?下|看)?)[\s\p{P}]*$/u;

interface AskedOfOne {
  asked: OneAsked;
  issueId: number;
  phrase: Phrase;
  /** Beside the answer: how it was found, and 不接着上一问. */
  with?: { lead?: string; others?: { label: string; command: string }[] };
}

/** One thing of one problem; what it has is told first. */
export async function askedOfOne(
  context: CommandContext,
  { asked, issueId, phrase, with: beside = {} }: AskedOfOne,
  last: Remembered,
): Promise<Answer | null | undefined> {
  if (asked.one === 'number') return numbered(context, asked.said);
  const issue = await visibleIssue(context, issueId);
  if (!issue) return undefined;
  // 联系人是谁, after whose it is: who has it.
  if (asked.one === 'contact' && (last.fact ?? last.topic.fact) === 'who' && !FIRM.test(phrase.folded))
    return askedOfOne(context, { asked: { one: 'fact', fact: 'who' }, issueId, phrase, with: beside }, last);
  if (asked.one === 'contact' || asked.one === 'secretary') {
    const answer = await ofItsProject(context, asked.one, issue, last);
    // 对接人是谁: the firm's or the unit's.
    const both = answer && asked.one === 'contact' && !FIRM.test(phrase.folded);
    return both ? (saying(answer, [await factsTold(context, issue, ['who'])]) ?? answer) : answer;
  }
  await remember(context, { ...last, issueId, fact: asked.one === 'fact' ? asked.fact : undefined });
  const told = (fact: Fact): Answer => ({
    kind: 'list',
    filter: { ids: [issueId] },
    page: 1,
    asked: true,
    fact,
    ...beside,
  });
  switch (asked.one) {
    case 'head':
      return headsOf(context, { ids: [issueId] });
    case 'history':
      return courseOf(context, issue);
    case 'explain':
      return { kind: asked.one, issueId };
    case 'why':
      // No light tells why it was made void or stands still.
      if (issue.status === 'void' || issue.status === 'paused') return told('why');
      switch (kindOfWhy(phrase.folded)) {
        case 'history':
          return { kind: 'history', issueId, lead: await factsTold(context, issue, ['why']) };
        case 'explain':
          return { kind: 'explain', issueId };
        default:
          if (last.fact === 'light' || last.fact === 'turning') return { kind: 'explain', issueId };
          // 两次都是什么原因, of what was sent back.
          return told(last.fact && OF_STEPS.includes(last.fact) ? last.fact : 'why');
      }
    case 'since':
      return { kind: 'issue', issueId, lead: await factsTold(context, issue, sinceOf(issue, last.fact)) };
    case 'links':
      return { kind: 'issue', issueId, lead: oneText(issueId, await linksHeld(context, issue)) };
    case 'facts':
      return { kind: 'issue', issueId, lead: await factsTold(context, issue, asked.facts) };
    case 'fact':
      if (asked.fact === 'extension' && last.fact === 'paused' && !/延/.test(phrase.folded))
        return told('paused');
      // 谁作废的, 什么时候作废的
      if (asked.fact === 'closed' && issue.status === 'void') return told('why');
      return told(asked.fact === 'waiting' && issue.status === 'paused' ? 'paused' : asked.fact);
    default:
      return { kind: 'issue', issueId, ...(beside.lead !== undefined && { lead: beside.lead }) };
  }
}

/** Steps that have reasons of their own. */
const OF_STEPS: readonly Fact[] = ['bounced', 'extension', 'paused', 'reopened', 'rating'];

/** The same again: nothing was found, of which nothing can be told. */
const noneOf = ({ filter }: Remembered): Answer => ({ kind: 'list', filter, page: 1, asked: true });

async function isEmpty(context: CommandContext, last: Remembered): Promise<boolean> {
  if (hasNoRows(last) || last.ofLinks || last.ofWeather) return false;
  return isSoon(context, last) && (await rowsOf(context, { ...last, page: 1 }))?.length === 0;
}

/** 21号, in the place of the one shown; undefined: it is no number. @param said with or without # */
export async function numbered(context: CommandContext, said: string): Promise<Answer | null | undefined> {
  const text = `${said.replace(/^#?\s?/, '')}号呢`;
  const read = matchSaid(context, text);
  return read.kind === 'call' && read.call.name === 'show' ? execute(context, read.call) : undefined;
}
