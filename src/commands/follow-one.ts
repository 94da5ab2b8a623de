/** What is asked of the one problem that was shown: 谁签收的, 为啥拖这么久, 第一件为什么没办. */
import { noSuchRowText } from '../cards/words-figures.ts';
import type { Answer } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { asksOneFact, factAsked } from '../language/lexicon/asked.ts';
import {
  hangsInTheAir,
  NTH_HEAD,
  nthIn,
  OF_EACH,
  OF_THE_ONE,
  type Step,
  WHY_THE_ONE,
} from '../language/lexicon/follow-ups.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { cutStart, type Phrase } from '../language/phrase.ts';
import { pointsAtOne } from '../language/pointing.ts';
import type { Scan } from '../language/scanned.ts';
import { asksHistory } from './about-issue.ts';
import { isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { execute } from './dispatch.ts';
import { isSoon, type Remembered, remember } from './follow-memory.ts';
import { idsOfPage, rowOf, rowsOf } from './follow-rows.ts';
import { askOnwards, headsOf } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';
import { visibleIssue } from './visible-issue.ts';

/** Asked of one thing without naming it: 为啥拖这么久, 几号到期. */
export function isOfOne({ folded }: Phrase, scan: Scan): boolean {
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

/** 第一件为什么没办, 第二个谁在办: which row; undefined: nothing that is asked of one. */
export function nthAsked(folded: string): number | undefined {
  const head = NTH_HEAD.exec(folded)?.[0];
  if (head === undefined) return undefined;
  const rest = folded.slice(head.length);
  const one = OF_THE_ONE.test(rest) || WHY_THE_ONE.test(rest) || hangsInTheAir(rest) || asksOneFact(rest);
  // 第一件是怎么回事: 是 is of what is asked.
  return one ? nthIn(head.replace(/(?:它|的|到底|是|现在)$/u, '')) : undefined;
}

/** 为啥拖这么久, 为什么还没办: what was done and when tells it, not how the days are counted. */
const WHY_DELAYED = /[拖慢久卡搁耽]|没|未|不动/;
const OF_LIGHT = /[红黄蓝绿灯超逾]|到期|过期/;

function kindOfWhy(folded: string): 'history' | 'explain' {
  return WHY_DELAYED.test(folded) && !OF_LIGHT.test(folded) ? 'history' : 'explain';
}

/** Its card, its history or why its light is what it is. */
export function execOfOne({ folded }: Phrase, step: Step | undefined, issueId: number): Answer {
  const why = step === 'why' || WHY_THE_ONE.test(folded);
  const fact = why ? undefined : factAsked(folded);
  if (fact) return { kind: 'list', filter: { ids: [issueId] }, page: 1, asked: true, fact };
  const kind = asksHistory(folded) ? 'history' : why ? kindOfWhy(folded) : 'issue';
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

/**
 * 经办是谁, 走了几步了, 换七号: of the one problem that was shown, whatever the words could mean alone. undefined: none
 * was, or it is not asked about.
 */
export async function ofTheShown(
  context: CommandContext,
  { phrase, match }: { phrase: Phrase; match: Match },
  last: Remembered,
): Promise<Answer | null | undefined> {
  const asked =
    OF_EACH.test(phrase.folded) && last.issueId === undefined ? undefined : oneAskedIn(phrase.folded);
  const row = () => (last.first ? rowOf(context, last, 0) : onlyRow(context, last));
  const issueId = last.issueId ?? (asked && (await row()));
  if (!asked || issueId === undefined) return undefined;
  if (isWholeQuestion(match) && !isSoon(context, last)) return undefined;
  if (asked.one === 'number') return numbered(context, asked.said);
  const issue = await visibleIssue(context, issueId);
  if (!issue) return undefined;
  if (asked.one === 'contact' || asked.one === 'others' || asked.one === 'secretary')
    return ofItsProject(context, asked.one, issue);
  await remember(context, { ...last, issueId });
  if (asked.one === 'head') return headsOf(context, { ids: [issueId] });
  switch (asked.one) {
    case 'history':
      return { kind: 'history', issueId };
    case 'why':
      // No light tells why it was made void or stands still.
      if (issue.status === 'void' || issue.status === 'paused')
        return { kind: 'list', filter: { ids: [issueId] }, page: 1, asked: true, fact: 'why' };
      return { kind: kindOfWhy(phrase.folded), issueId };
    case 'fact':
      // 在等什么, of what does not stand still: whose turn it is.
      if (asked.fact === 'paused' && issue.status !== 'paused' && /等/.test(phrase.folded))
        return { kind: 'issue', issueId };
      return { kind: 'list', filter: { ids: [issueId] }, page: 1, asked: true, fact: asked.fact };
    default:
      return { kind: 'issue', issueId };
  }
}

/** 分别超了几天, after 拖得最久的三件: of those three. */
export async function ofEachOfTop(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | undefined> {
  const { topic, groups, parts, projects, filter } = last;
  const fact = OF_EACH.test(folded) ? factAsked(folded.replace(OF_EACH, '')) : undefined;
  if (!fact || !topic.top || groups || parts || projects) return undefined;
  const ids = await idsOfPage(context, filter, { page: 1, pageSize: topic.top.count });
  return ids && { kind: 'list', filter: { ids }, page: 1, asked: true, fact };
}

/** The one a list of one has. */
export async function onlyRow(context: CommandContext, last: Remembered): Promise<number | undefined> {
  const { projects, parts, groups, topic } = last;
  if (projects || parts || groups || topic.rate || topic.duration) return undefined;
  // A project's card asks for no problem.
  if (topic.states.length + topic.texts.length === 0 && topic.step === undefined && !topic.basis)
    return undefined;
  const rows = isSoon(context, last) ? await rowsOf(context, { ...last, page: 1 }) : undefined;
  return rows?.length === 1 ? rows[0] : undefined;
}

async function numbered(context: CommandContext, said: string): Promise<Answer | null | undefined> {
  const text = `${said.replace(/^#?\s?/, '')}号呢`;
  const read = matchSaid(context, text);
  return read.kind === 'call' && read.call.name === 'show' ? execute(context, read.call) : undefined;
}

/** Whom to turn to in the enterprise, and what else it has that is open. */
async function ofItsProject(
  context: CommandContext,
  asked: 'contact' | 'others' | 'secretary',
  { projectId }: Issue,
): Promise<Answer | null | undefined> {
  const name = projectId === null ? undefined : context.directory.project(projectId)?.name;
  if (name === undefined) return undefined;
  const rest = { contact: '企业联系人是谁', others: '没办完的有哪些', secretary: '的秘书是谁' }[asked];
  const text = `${name}${rest}`;
  const read = matchSaid(context, text);
  return isWholeQuestion(read) ? askOnwards(context, read.call) : undefined;
}

/** 第二个是哪件: the row of the list that was shown. */
export async function nthOf(
  context: CommandContext,
  last: Remembered,
  nth: number,
  phrase: Phrase,
): Promise<Answer | undefined> {
  const rows = await rowsOf(context, last);
  if (!rows) return undefined;
  const issueId = rows.at(nth);
  if (issueId === undefined) return { kind: 'text', tone: 'warning', text: noSuchRowText(rows.length) };
  await remember(context, { ...last, issueId });
  // 第一件为什么没办
  return execOfOne(cutStart(phrase, NTH_HEAD), undefined, issueId);
}
