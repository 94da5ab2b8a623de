/**
 * What was said, or spoken of before, and is no part of what an answer counts: asked again with it, or told. One place for
 * every path, whatever found the answer: its filter is what is looked at.
 */
import { NONE_HERE } from '../cards/words-figures.ts';
import {
  goingOnText,
  LAST_PART,
  notCarriedText,
  notOnlyText,
  notUsedText,
  onlyOfText,
  TIME,
  thoseText,
} from '../cards/words-follow-up.ts';
import { loadIssue } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import type { GroupBy, IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { isAged, isDated, notShown, showsState } from '../language/accounted.ts';
import { inEnds } from '../language/lexicon/after-tables.ts';
import { correctionIn } from '../language/lexicon/correcting.ts';
import { LEADING, REST_SAID } from '../language/lexicon/follow-ups.ts';
import { ofTheseTwo } from '../language/lexicon/onwards-said.ts';
import { pointedIn } from '../language/lexicon/ranking-said.ts';
import { asksOfThem } from '../language/lexicon/sums.ts';
import { askedOfRun } from '../language/named-before.ts';
import { cutStart, readPhrase, trim } from '../language/phrase.ts';
import { reworded } from '../language/reworded.ts';
import { isLight } from '../language/scan-fits.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import type { Topic } from '../language/topic.ts';
import { isStanding, isTold } from '../language/topic-states.ts';
import { namesSaid } from '../text/names.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isBareName, isWhose } from './follow-bearing.ts';
import { isSoon, type Remembered, sameFilter } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { type Answers, isShown } from './in-parts.ts';
import { matchSaid } from './match-said.ts';
import { isOfItsOwn } from './of-its-own.ts';
import { readingIn } from './reading-in.ts';
import { tellsWhatHappened } from './what-moved.ts';
import { saying } from './without-asides.ts';

interface Said {
  text: string;
  match: Match;
}

/** The answers with what they leave out, told by the first that has a figure. @param last as it was before they were found */
export async function withNothingLost(
  context: CommandContext,
  last: Remembered | undefined,
  said: Said,
  answers: Answers,
): Promise<Answers> {
  if (answers.some((one) => one === null || !isShown(one))) return answers;
  // 清单 兴发 is a command, which goes on from nothing.
  if (said.match.kind === 'call' && said.match.call.name !== 'ask') return answers;
  // Each that was named before keeps what was asked of it.
  const them = last && asksOfThem(said.text);
  if (last && them && (them.sums || askedOfRun(last, said.text))) return answers;
  const readings = answers.flatMap(readingsOf);
  const before = last && isSoon(context, last) ? last : undefined;
  // 倒数第一呢 has a place among those that were ranked.
  const place = (before?.ranking ?? before?.ranked) && pointedIn(said.text.trim());
  const gone = correctionIn(said.text)?.gone ?? '';
  const used =
    place?.rest ?? ofTheseTwo(said.text)?.rest ?? inEnds(said.text.replace(gone, '').replace('红黑榜', '榜'));
  // 这里面没有红色的: used, and told.
  const none = answers.some((one) => one?.kind === 'list' && one.lead?.startsWith(NONE_HERE));
  const unusedOf = (text: string) => notUsed(context, { ...said, text }, answers, readings);
  const unused = none ? [] : await unusedOf(used);
  // 明天会红的: used, in the words that it stands for.
  const plain = unused.length > 0 ? reworded(readPhrase(used)).text : used;
  if (plain !== used && (await unusedOf(plain)).length === 0) unused.length = 0;
  const left =
    before && !isOfItsOwn(context, before, said) ? notCarried(context, before, said, readings) : [];
  const again = left.length > 0 && before ? askedWith(context, before, said, { left, readings }) : undefined;
  if (again && before && !isAnew(said, readings)) {
    const asked = await askOnwards(context, again);
    const from = before.unanswered && asked && saying(asked, [goingOnText(left.join(''))]);
    return [from ?? asked];
  }
  const told = [
    ...ofLess(context, before, said, readings),
    ...(unused.length > 0 ? [notUsedText(unused)] : []),
    ...(left.length > 0 ? [notCarriedText(left)] : []),
  ];
  const i = Math.max(
    answers.findIndex((one) => readingsOf(one).length > 0),
    0,
  );
  const one = answers[i];
  const telling = one && told.length > 0 ? saying(one, told) : undefined;
  if (!telling) return answers;
  const command = `${left.join('')}${said.text.trim()}`;
  const takes = telling.kind === 'list' || telling.kind === 'groups' || telling.kind === 'figures';
  const others = again && takes && [{ label: onlyOfText(left.join('')), command }, ...(telling.others ?? [])];
  return answers.with(i, others ? { ...telling, others } : telling);
}

/** More than the card that is replied to, less than the figures of before. */
function ofLess(
  context: CommandContext,
  before: Remembered | undefined,
  { match, text }: Said,
  readings: readonly Reading[],
): string[] {
  const [first, second] = readings;
  const quoted = context.cardIssueId;
  if (quoted !== undefined && first && !readings.some((one) => one.filter.ids)) return [notOnlyText(quoted)];
  const parts = before?.parts ?? [];
  if (parts.length < 2 || !first || second || first.compared || isAlone(match, readings)) return [];
  const { states, basis, step, rate, duration } = scanOfText(context, text);
  const own = states.length > 0 || REST_SAID.test(text) || [basis, step, rate, duration].some(Boolean);
  return own || parts.some(({ compared }) => compared) ? [] : [LAST_PART];
}

/** What an answer counts, where its figure says of what it is. */
export function readingsOf(answer: Answer | null): Reading[] {
  if (answer?.kind === 'figures') return [answer.reading];
  if (answer?.kind === 'several') return answer.parts;
  if (answer?.kind === 'list') return [{ ...answer, measure: 'list' }];
  return answer?.kind === 'groups' ? [{ ...answer, measure: 'count' }] : [];
}

function scanOfText(context: CommandContext, text: string): Scan {
  return scanHeard(trim(cutStart(readPhrase(text), LEADING)), readContextOf(context));
}

/** Words of the message that narrow nothing; of one problem, projects that are not its own. */
async function notUsed(
  context: CommandContext,
  { text }: Said,
  answers: Answers,
  readings: readonly Reading[],
): Promise<string[]> {
  const heard = scanOfText(context, text);
  // What stands now is of today, and a series has its days.
  const spans = readings.some(({ series }) => series);
  const then = spans ? [] : heard.periods.filter((one) => !/^今[天日儿]/.test(heard.heard.get(one) ?? ''));
  const scan = { ...heard, periods: then };
  const ids = answers.map((one) => (one?.kind === 'issue' ? [one.issueId] : readingsOf(one)[0]?.filter.ids));
  const [only, second] = ids.flatMap((one) => one ?? []);
  if (
    readings.some(({ measure }) => NO_LIST.includes(measure)) ||
    answers.some((one) => one?.kind === 'projects')
  )
    return [];
  // 报办结的材料没人收: papers are no problems, but for a file.
  const papers = readings.some(({ measure }) => measure === 'file')
    ? null
    : /材料|资料/.exec(heard.heard.get('noun') ?? '');
  if (ids.every((one) => one === undefined))
    return [...notShown(scan, readings, readContextOf(context)), ...(papers ?? [])];
  const issue = only === undefined || second !== undefined ? undefined : await loadIssue(context.tx, only);
  if (!issue) return [];
  return namesSaid(context, {
    projectIds: scan.projectIds.filter((id) => id !== issue.projectId),
  });
}

/** 全区, 其他单位: of whomever. */
const OF_ALL = /全区|全县|全市|整个|其[他它余]|别的|不限|不分|不管/;
/** 全部问题平均几天: of every kind, too. */
const OF_ANY_KIND = /(?:全部|所有)的?(?:问题|事)/;
const IN_ANY_STATE = /全部|所有|一共|总共|合计|剩|其余/;
const OF_NOW = /现在|目前|眼下|当前|如今/;
const UNITS = ['unitIds', 'jointUnitIds', 'stepUnitIds', 'exceptUnitIds', 'personId', 'stepById'] as const;
const PEOPLE = ['leaderId', 'secretaryId', 'personId', 'reporterId', 'stepById', 'source'] as const;
const PLACES = ['projectIds', 'exceptProjectIds', 'areaIds', 'park', 'industry', ...PEOPLE] as const;
const PLACED_BY: readonly GroupBy[] = ['project', 'area', 'park', 'industry', 'secretary', 'leader'];
const NO_LIST: readonly Reading['measure'][] = ['who', 'forecast', 'projects'];

/** Of what was spoken of, the words that neither show in what is told now nor are replaced by their like. */
function notCarried(
  context: CommandContext,
  { topic: told, filter, unanswered, parts }: Remembered,
  { text, match }: Said,
  readings: readonly Reading[],
): string[] {
  // What has moved this week: what is asked next is of those, and not of that week.
  const topic = tellsWhatHappened(parts) ? { ...told, periods: [] } : told;
  const [first] = readings;
  if (!first || readings.some((one) => one.filter.ids ?? one.projects ?? one.projectId)) return [];
  const scan = scanOfText(context, text);
  const has = (keys: readonly (keyof IssueFilter)[], by: readonly GroupBy[] = []) =>
    readings.some(
      (one) => keys.some((key) => one.filter[key] !== undefined) || by.includes(one.by ?? 'status'),
    );
  const alone = isAlone(match, readings);
  const all = OF_ALL.test(text) || scan.tags.has('everywhere') || scan.tags.has('mine');
  const { unitIds, categoryIds, areaIds, park, industry, texts } = topic;
  const projectIds = topic.projectIds.filter((id) => !context.chat?.projectIds.includes(id));
  const named = [
    ...(has(UNITS, ['unit']) ? [] : namesSaid(context, { unitIds })),
    ...(has(PLACES, PLACED_BY) ? [] : namesSaid(context, { projectIds, areaIds, park, industry })),
    ...(has(['categoryIds', 'exceptCategoryIds'], ['category']) || OF_ANY_KIND.test(text)
      ? []
      : namesSaid(context, { categoryIds })),
    ...(has(['search']) ? [] : texts),
    ...(has([...PEOPLE, 'unitIds', 'projectIds']) || PEOPLE.every((key) => filter[key] === undefined)
      ? []
      : [topic.someone ?? heardIn(topic, 'me')]),
  ];
  // Plainly a new one: its own subject, and what of it.
  const ofWhat = scan.states.length > 0 || scan.step !== undefined || (scan.basis && !isTold(scan));
  if (alone && isWhose(scan) && (ofWhat || /问题|事项/.test(text)) && !isSameEvent(topic, scan)) return [];
  // 兴发有几个, after what was asked of another and not answered: the same is meant.
  const another = unanswered && isBareName(scan) && topic.states.length + topic.periods.length === 0;
  const names = all || (alone && isWhose(scan) && !another) ? [] : named;
  // 有几件逾期, after 其余的: of all again.
  const rows = (filter.ids?.length ?? 0) > 1 && !all && !(alone && isWhose(scan));
  if (rows && !has(['ids'])) names.push(thoseText(filter.ids?.length ?? 0));
  const what = NO_LIST.includes(first.measure) ? [] : whatOf(topic, scan, { text, readings });
  return [...names, ...what].flatMap((one) => (one === undefined || one === '' ? [] : [one]));
}

/** 住建局办了几件, after what was struck off this week: what happened is asked of its days. */
function isSameEvent({ states: was, basis, step, rate }: Topic, { states, ...now }: Scan): boolean {
  const closed = (one: { kind: string }) => one.kind === 'closed';
  const struck = rate === 'closed' || rate === 'on-time' || was.some(({ state }) => closed(state));
  const both = states.some(closed) && struck;
  return (
    both || (now.basis !== undefined && now.basis === basis) || (now.step !== undefined && now.step === step)
  );
}

/** When, in which state and by which measure, as it was said. */
function whatOf(
  topic: Topic,
  { states, except, periods, ages, point, rate, duration, step, basis, by }: Scan,
  { text, readings }: { text: string; readings: readonly Reading[] },
): (string | undefined)[] {
  const stands = states.some((state) => isStanding(state) && state.kind !== 'closed');
  const over = topic.rate ?? topic.duration ?? topic.states.find(({ state }) => state.kind === 'closed');
  const timed = periods.length + ages.length > 0 || point || OF_NOW.test(text);
  const dated = timed || readings.some((one) => isDated(one) || isAged(one)) || (stands && over);
  // Month by month: from when to when and of what its title says.
  if (readings.some((one) => one.series)) return [];
  const { point: day, ages: lasted } = topic;
  const own = states.length + (except?.states.length ?? 0) > 0 || step || basis;
  const measured = own || rate || duration;
  const kept = own || IN_ANY_STATE.test(text);
  const lost = topic.states.filter(
    ({ state }) => (!measured || isLight(state)) && !readings.some((one) => showsState(state, one)),
  );
  const figure = topic.rate ?? topic.duration;
  const apart = figure && by && !measured && readings.every((one) => !one.rate && !one.duration);
  return [
    ...(dated ? [] : [...topic.periods, ...lasted, ...(day ? [day] : [])].map(({ heard }) => heard || TIME)),
    ...(kept ? [] : lost.map(({ heard }) => heard)),
    ...(apart ? [heardIn(topic, topic.rate ? 'rate' : 'duration')] : []),
  ];
}

/** Answered as it stands alone. */
function isAlone(match: Match, [first]: readonly Reading[]): boolean {
  return first !== undefined && isWholeQuestion(match) && sameFilter(match.call.filter, first.filter);
}

/** 今天新增了几个问题, 一共逾期几个: a question of its own, that could not have gone on. */
function isAnew({ text, match }: Said, readings: readonly Reading[]): boolean {
  return (
    isAlone(match, readings) && !/^那/.test(text) && /问题|事项|谁(?!家)|全部|所有|[一总]共|合计/.test(text)
  );
}

function heardIn(topic: Topic, tag: Topic['tags'][number][0]): string | undefined {
  return topic.tags.find(([one]) => one === tag)?.[2];
}

/** The same with what was left out said ahead of it, where that changes nothing else. */
function askedWith(
  context: CommandContext,
  last: Remembered,
  said: Said,
  { left, readings }: { left: readonly string[]; readings: readonly Reading[] },
): CallOf<'ask'> | undefined {
  const [was, second] = readings;
  const match = matchSaid(context, `${left.join('')}${said.text.trim()}`);
  if (!was || second || !isWholeQuestion(match) || match.call.parts) return undefined;
  const { call } = match;
  const now = [{ ...readingIn(call), filter: call.filter }];
  // 反弹最多的, of now, came back in those days; who sent it back is no unit that has it.
  const { step } = call.filter;
  const again = (step !== 'bounced' || was.by !== 'unit') && step !== undefined && step === last.filter.step;
  const same = Object.entries(was.filter).every(
    ([key, value]) =>
      key === 'statuses' ||
      (again && (key === 'mark' || key === 'extension')) ||
      JSON.stringify(call.filter[key as keyof IssueFilter]) === JSON.stringify(value),
  );
  // 超过三天, said of those that wait, is another age of the red ones.
  const due = ({ dueFrom, dueTo }: IssueFilter) => `${dueFrom} ${dueTo}`;
  if (due(call.filter) !== due(last.filter)) return undefined;
  // 办结率呢, after two units: of each of them.
  const each = left.length > 1 && was.by === undefined && call.by === 'unit';
  return same && (each || was.by === call.by) && notCarried(context, last, said, now).length === 0
    ? call
    : undefined;
}
