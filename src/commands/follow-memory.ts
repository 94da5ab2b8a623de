/** What was answered last to a person in a chat, for the words that go on from it; 15 minutes long. */

import { noneText } from '../cards/words-follow-up.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { dropDraft, readDraft, replaceDraft } from '../db/draft.ts';
import { listIssues } from '../db/issue-list.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Fact, Reading } from '../domain/reading.ts';
import type { Day, Instant } from '../domain/time.ts';
import { type NoneBefore, QUESTION_DRAFT, UNHEARD_DRAFT, type UnheardDraft } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import { linkAspects } from '../language/lexicon/link-aspects.ts';
import { runFrom } from '../language/named-before.ts';
import { emptyScan } from '../language/scan.ts';
import { scanOfReading } from '../language/scan-of-reading.ts';
import { scanOf, type Topic, topicOf } from '../language/topic.ts';
import { narrow } from '../views/issue-list.ts';
import type { Call, CallOf } from './call.ts';
import { type CommandContext, projectHere, readContextOf } from './context.ts';
import { idOf, keptOf, remember, SOON } from './left.ts';
import { askOf } from './question.ts';
import { viewerOf } from './reply.ts';
import { spokenOf } from './spoken.ts';

const REMEMBERED = 15 * 60_000;

export interface Remembered extends LastAnswer {
  at: Instant;
  /** It was asked and not answered: nothing goes on from it, and what leaves it out says so. */
  unanswered?: true;
}

export async function lastOf(context: CommandContext): Promise<Remembered | undefined> {
  const kept = await keptOf(context);
  if (!kept || kept.at < context.now - REMEMBERED) return undefined;
  // What the version before wrote of a ranking cannot be told from a list.
  if ('groups' in kept.last && kept.last.ranking === undefined) return undefined;
  return { ...kept.last, at: kept.at };
}

/** No list of problems was shown: a ranking, projects, several figures, a rate or days. */
export function hasNoRows({ ranking, projects, parts, topic }: Remembered): boolean {
  return [ranking, projects, parts, topic.rate, topic.duration].some((one) => one !== undefined);
}

/** The question before was about one unit, project, person or place, and was asked just now. */
export function isRecent(context: CommandContext, last: Remembered): boolean {
  const { topic } = last;
  const { unitIds = [], projectIds = [], areaIds = [], personOpenIds = [], someone } = topic;
  const names = unitIds.length + projectIds.length + areaIds.length + personOpenIds.length;
  return names + (someone === undefined ? 0 : 1) > 0 && isSoon(context, last);
}

/** One problem's card was shown, and no list before it is kept. */
export function isOnlyCard({ issueId, filter }: Remembered): boolean {
  return issueId !== undefined && filter.ids?.length === 1 && filter.ids[0] === issueId;
}

/** Asked just now, about whomever. */
export function isSoon({ now }: CommandContext, { at }: Remembered): boolean {
  return at >= now - SOON;
}

/** The one problem that was shown, for 为什么红了 and 谁负责. @param fact what of it was asked */
export async function rememberIssue(context: CommandContext, issueId: number, fact?: Fact): Promise<void> {
  const topic = topicOf(emptyScan(readContextOf(context)));
  await remember(context, { topic, filter: { ids: [issueId] }, page: 1, issueId, fact });
}

/** Several that were named one by one: what is said next is of those. @param topic of the question that found them */
export async function rememberIssues(
  context: CommandContext,
  ids: number[],
  topic: Topic = topicOf(emptyScan(readContextOf(context))),
): Promise<void> {
  const { top: _, ...asked } = topic;
  await remember(context, { topic: asked, filter: { ids }, page: 1 });
}

/**
 * The project whose card was shown: what is asked next without a name is of it.
 * @param shown what of it: its links, the one of them, its weather
 */
export async function rememberProject(
  context: CommandContext,
  projectId: number,
  shown: Pick<LastAnswer, 'ofLinks' | 'link' | 'ofWeather' | 'asks'> = {},
): Promise<void> {
  const blank = emptyScan(readContextOf(context));
  const topic = topicOf({ ...blank, projectIds: [projectId] });
  const filter: IssueFilter = { projectIds: [projectId], statuses: [...OPEN_STATUSES] };
  await remember(context, { topic, filter, page: 1, ...shown });
}

/** The links or the weather of one project: what is said next without a name is of it. */
export async function rememberShown(context: CommandContext, call: Call): Promise<void> {
  const shown = call.name === 'weather' ? (call.projectId ?? projectHere(context)) : undefined;
  if (shown !== undefined) return rememberProject(context, shown, { ofWeather: true });
  if (call.name !== 'link-map' && call.name !== 'link-state') return;
  const [only, second] = call.projectIds;
  if (only === undefined || second !== undefined) return;
  const asks = call.asks ?? linkAspects(context.said ?? '', call.name === 'link-map');
  const link = call.name === 'link-state' ? { link: call.words } : {};
  await rememberProject(context, only, { ofLinks: true, asks, ...link });
}

/** What goes on from a question that was not understood goes on from nothing. */
export function forgetQuestion(context: CommandContext): Promise<void> {
  return dropDraft(context.tx, idOf(context));
}

/** Understood, and not to be told (批示 not kept, 不归您看): what leans on it is none either. @param none what was told instead */
export async function leaveNone(context: CommandContext, none?: NoneBefore): Promise<void> {
  const { tx, actor, now, said } = context;
  if (said === undefined) return forgetQuestion(context);
  const id = idOf(context);
  const spoken = spokenOf(context, await readDraft(tx, id));
  const payload = { times: 0, said, refused: true, spoken, ...(none && { none }) };
  await replaceDraft(tx, { id, personId: actor.person.id, kind: UNHEARD_DRAFT, payload }, now);
}

/** The same of an answer; what only tells something is kept as nothing to go on from. */
export function leaveUnanswered(context: CommandContext, answer: Answer, one = false): Promise<void> {
  const told =
    answer.kind === 'suggest' || (answer.kind === 'text' && one)
      ? { text: answer.text, commands: answer.kind === 'suggest' ? [...answer.commands] : [] }
      : answer.kind === 'refusal'
        ? { text: refusalText(answer.refusal), commands: [] }
        : undefined;
  return leaveNone(context, told && { ...told, text: noneText(told.text), ...(one && { one }) });
}

/** What was told just now in the place of an answer. */
export async function noneBefore(context: CommandContext): Promise<NoneBefore | undefined> {
  return (await unheardOf(context))?.none;
}

async function unheardOf(context: CommandContext): Promise<UnheardDraft | undefined> {
  const last = await readDraft(context.tx, idOf(context));
  if (last?.kind !== UNHEARD_DRAFT.kind || last.createdAt < context.now - SOON) return undefined;
  const read = readPayload(UNHEARD_DRAFT, last.payload);
  return read.ok ? read.payload : undefined;
}

/**
 * Goes on from the question before the one that was not understood, where that named nothing; what leans on neither
 * leaves the row as it was. undefined: there is none, or it is none of its follow-ups.
 */
export async function fromBefore<A>(
  context: CommandContext,
  follow: () => Promise<A | undefined>,
): Promise<A | undefined> {
  const { tx, actor, now } = context;
  const id = idOf(context);
  const row = await readDraft(tx, id);
  if (row?.kind !== UNHEARD_DRAFT.kind || row.createdAt < now - SOON) return undefined;
  const read = readPayload(UNHEARD_DRAFT, row.payload);
  const before = read.ok ? read.payload.before : undefined;
  if (!read.ok || !before || before.at < now - REMEMBERED) return undefined;
  const personId = actor.person.id;
  await replaceDraft(tx, { id, personId, kind: QUESTION_DRAFT, payload: before.last }, row.createdAt);
  const answer = await follow();
  if (answer === undefined)
    await replaceDraft(tx, { id, personId, kind: UNHEARD_DRAFT, payload: read.payload }, row.createdAt);
  return answer;
}

/** What was said just now and was not answered. */
export async function unansweredOf(
  context: CommandContext,
): Promise<{ said: string; refused: boolean } | undefined> {
  const { said, refused = false } = (await unheardOf(context)) ?? {};
  return said === undefined ? undefined : { said, refused };
}

/** Keeps what was answered to a question for the next one; what has no filter leaves nothing to go on from. */
export async function rememberAnswer(
  context: CommandContext,
  { topic: said, measure, by, filter: asked }: CallOf<'ask'>,
  answer: Answer,
): Promise<Answer> {
  // 有几件是超期才办完的: what is said next is of those, though there be none.
  const late = answer.kind === 'figures' && said.among === 'late' ? answer.reading.part : undefined;
  const { among: _, ...rest } = said;
  const topic: Topic = late ? { ...rest, states: LATE.map((state) => ({ state, heard: '' })) } : said;
  const filter = late
    ? late
    : answer.kind === 'list' || answer.kind === 'groups'
      ? answer.filter
      : answer.kind === 'figures'
        ? answer.reading.filter
        : answer.kind === 'project'
          ? { projectIds: [answer.projectId], statuses: [...OPEN_STATUSES] }
          : answer.kind === 'several'
            ? answer.parts.at(-1)?.filter
            : answer.kind === 'projects'
              ? answer.asked?.filter
              : undefined;
  const last = filter && (await lastOf(context));
  const listed = answer.kind === 'list' && by === undefined;
  // 拖得最久的三件: what is said next is of those.
  const top = listed && !answer.filter.ids && topic.top ? topic.top.count : 1;
  const ids = top > 1 && filter ? await idsOfPage(context, filter, { page: 1, pageSize: top }) : [];
  const rows = ids && ids.length > 1 ? { ids, ...(filter?.sort && { sort: filter.sort }) } : undefined;
  // 那邦普的, in a group of 邦普 that shows nothing of 楚能: the same of it.
  if (answer.kind === 'text' && isHidden(context, asked))
    await remember(context, { topic, filter: asked, page: 1 });
  else if (filter)
    await remember(context, {
      ...(last && runFrom(last, { topic, filter })),
      topic: answer.kind === 'projects' ? withoutProjects(topic) : topic,
      filter: rows ?? filter,
      page: 1,
      ...(answer.kind === 'several' && { parts: answer.parts }),
      ...(answer.kind === 'figures' &&
        isOfTimes(context, topic, answer.reading) && { parts: [answer.reading] }),
      ...(answer.kind === 'projects' && {
        ...{ projects: true as const, asked: answer.asked },
        ...aboutBefore(last),
      }),
      ...rankingShown(context, answer),
      ...issueShown(answer),
      ...(listed && !rows && isOfFirst(context, measure, answer.filter)),
    });
  else if (answer.kind === 'suggest' || answer.kind === 'text' || answer.kind === 'refusal')
    await leaveUnanswered(context, answer, asked.search !== undefined);
  else await forgetQuestion(context);
  return answer;
}

/** Numbers of the problems on a page of what a filter finds; undefined: none of it may be seen here. */
export async function idsOfPage(
  context: CommandContext,
  filter: IssueFilter,
  page: { page: number; pageSize: number },
): Promise<number[] | undefined> {
  const narrowed = narrow(filter, viewerOf(context));
  if (!narrowed) return undefined;
  const { issues } = await listIssues(context.tx, { ...narrowed.query, ...page });
  return issues.map(({ id }) => id);
}

/** Nothing of it may be seen here; what goes on from it is asked anew. */
function isHidden(context: CommandContext, asked: IssueFilter): boolean {
  return context.chat?.kind === 'project' && narrow(asked, viewerOf(context)) === undefined;
}

const LATE = [{ kind: 'closed' }, { kind: 'mark', mark: 'late' }] as const;

/** The one project that was spoken of. */
function aboutBefore(last: Remembered | undefined): Pick<LastAnswer, 'about'> {
  const [only = last?.about, second] = last?.topic.projectIds ?? [];
  return only !== undefined && second === undefined ? { about: only } : {};
}

/** Times side by side or in a row, which its words alone do not say again: what goes on from it takes it whole. */
function isOfTimes(context: CommandContext, topic: Topic, { series, compared, measure }: Reading): boolean {
  if (series || !compared) return series !== undefined;
  const again = askOf(scanOf(topic), readContextOf(context));
  return again.unread !== undefined || again.measure !== measure || again.compared === undefined;
}

/** 12号谁在管: what is asked next is of that one. */
function issueShown(answer: Answer): Pick<LastAnswer, 'issueId' | 'fact'> {
  if (answer.kind !== 'list') return {};
  const [only, second] = answer.filter.ids ?? [];
  return only !== undefined && second === undefined ? { issueId: only, fact: answer.fact } : {};
}

/** 楚能最近登记的是哪件, 最急的是哪个 */
const ONE_SAID =
  /哪一?[件个条桩]|[那这]一?[件个条桩](?!月|季|周|星期|礼拜)|最\p{Script=Han}{1,3}的(?:呢|是|那?一[件个条桩]|[\s\p{P}]*$)/u;

/** The first of the list is what was asked for. */
function isOfFirst(
  { said = '' }: CommandContext,
  measure: CallOf<'ask'>['measure'],
  { sort }: IssueFilter,
): Pick<LastAnswer, 'first'> {
  return measure === 'slowest' || (sort !== undefined && ONE_SAID.test(said)) ? { first: true } : {};
}

/** Of numbers, a rate, days or steps. */
function rankingShown({ said = '' }: CommandContext, answer: Answer): Pick<LastAnswer, 'ranking'> {
  if (answer.kind === 'figures') {
    const { measure, by, compared, duration = 'average' } = answer.reading;
    const measured = measure === 'rate' || measure === 'duration' || measure === 'steps';
    // 最快的一件: a problem.
    const ofOne = /最.{1,3}的?那?一[件个条桩]/u.test(said);
    return measured && by && !compared && !ofOne && duration === 'average' ? { ranking: answer.reading } : {};
  }
  if (answer.kind !== 'groups' || answer.having) return {};
  const { by, filter, most, standing } = answer;
  const ordered = { ...(most && { most }), ...(standing !== undefined && { standing }) };
  return { ranking: { measure: 'count', by, filter, ...ordered } };
}

/** 刘敏管的项目: whose problems may be asked for next; those of projects picked by a day or the weather, not. */
export function namesTheirs({ asked }: Remembered): boolean {
  const { projects = {}, filter = {} } = asked ?? {};
  const { links, order: _, ...picked } = projects;
  const all = Object.keys(picked).length === 0 && links?.is === undefined && !(links?.said && links.rows?.is);
  return asked === undefined || (all && Object.keys(filter).length > 0);
}

/** Whose they are, without what asked for the projects themselves. */
function withoutProjects({ tags, by: _, weather: _w, reached: _r, ...topic }: Topic): Topic {
  const kept = ['me', 'our-unit', 'here', 'enterprise'];
  return { ...topic, nodes: [], tags: tags.filter(([tag]) => kept.includes(tag)) };
}

/** A chip was tapped: the next words go on from it, or from nothing where words could not have said it. */
export async function rememberReading(
  context: CommandContext,
  reading: Reading,
  page: number,
  long = false,
): Promise<void> {
  if (reading.series || reading.compared) return dropDraft(context.tx, idOf(context));
  const scan = scanOfReading(reading);
  const { filter, unread } = askOf(scan, readContextOf(context));
  if (unread || !sameFilter(filter, reading.filter)) return dropDraft(context.tx, idOf(context));
  await remember(context, { topic: topicOf(scan), filter: reading.filter, page, ...(long && { long }) });
}

/** 清单 住建局, 导出 住建局: what is said next goes on from it as from a question. */
export async function rememberCommand(context: CommandContext, call: Call): Promise<void> {
  if ('word' in call && 'until' in call) return rememberReport(context, call);
  if (call.name !== 'list' && call.name !== 'ledger-export') return;
  const person = call.personHeard !== undefined || call.personOpenId !== undefined;
  if (person || (call.name === 'ledger-export' && call.layouts)) return forgetQuestion(context);
  const measure = call.name === 'list' ? 'list' : 'file';
  await rememberReading(context, { measure, filter: call.filter }, 1, call.name === 'list');
}

/** 里面登记几件, after a report: of its days, and of its project. */
async function rememberReport(
  context: CommandContext,
  { from, until, projectId }: { from: Day; until: Day; projectId: number | null },
): Promise<void> {
  const topic = topicOf(emptyScan(readContextOf(context)));
  const name = (projectId !== null && context.directory.project(projectId)?.name) || '';
  const days = from === until ? from : `${from}至${until}`;
  await remember(context, { topic, filter: {}, page: 1, report: `${name}${days}` });
}

/** Whether two filters say the same. */
export function sameFilter(a: IssueFilter, b: IssueFilter): boolean {
  const told = (filter: IssueFilter) => JSON.stringify(Object.entries(filter).toSorted());
  return told(a) === told(b);
}
