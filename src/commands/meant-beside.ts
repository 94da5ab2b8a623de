/**
 * What a figure leaves out or what else its words may have meant, told beside it: those struck off where nothing said open,
 * yes or no where all were asked of, what a unit may no longer see, the other of two plain readings.
 */
import { groupName, rankedGroups } from '../cards/issue-groups.ts';
import { TITLE_WORDS } from '../cards/words.ts';
import { otherwiseText } from '../cards/words-follow-up.ts';
import * as words from '../cards/words-meant.ts';
import type { Answer } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { ALL_OF_THEM } from '../language/lexicon/whether.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { drawnFigure } from '../views/figures.ts';
import { groupsFound, narrow } from '../views/issue-list.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { countFound, titleFound } from './count-found.ts';
import type { Answers } from './in-parts.ts';
import { readingsOf } from './not-carried.ts';
import { viewIn } from './ranked-places.ts';
import { viewerOf } from './reply.ts';
import { secondReading } from './second-reading.ts';
import { saying } from './without-asides.ts';

/** What was made void counts nowhere. */
const LIVE: Status[] = [...OPEN_STATUSES, 'closed'];

/** Said of the whole zone; by who is of one unit, of unit against unit as well. */
const OF_ZONE = /全区|全县|全市|全高新区|整个高新区/u;
const OF_UNITS = /(?:所有|全部|各个?|哪个|哪些|每个)(?:单位|局|部门)|哪几?家/u;

/** The answer with what it may mean as well, and what of the whole the asker does not see. */
export async function withOthersMeant(
  context: CommandContext,
  said: { text: string; match: Match },
  answers: Answers,
): Promise<Answers> {
  const told = await withOtherReadings(context, said, answers);
  const [answer, ...rest] = told;
  const ofUnits = context.actor.person.unitId !== null && OF_UNITS.test(said.text);
  if (!answer || rest.length > 0 || !(ofUnits || OF_ZONE.test(said.text))) return told;
  if (answer.kind !== 'list' && answer.kind !== 'groups' && answer.kind !== 'figures') return told;
  if (answer.kind === 'groups' && answer.standing !== undefined) return told;
  const [reading] = readingsOf(answer);
  const part = reading && (await isPartSeen(context, reading.filter));
  return part ? [saying(answer, [words.NOT_THE_WHOLE]) ?? answer] : told;
}

/** The asker sees some of them, as the title says. */
async function isPartSeen(context: CommandContext, filter: IssueFilter): Promise<boolean> {
  return (await titleFound(context, filter))?.startsWith(TITLE_WORDS.seen) === true;
}

async function withOtherReadings(
  context: CommandContext,
  { text, match }: { text: string; match: Match },
  answers: Answers,
): Promise<Answers> {
  const [answer, ...rest] = answers;
  if (!answer) return answers;
  if (rest.length > 0 || !(answer.kind === 'list' || answer.kind === 'groups' || answer.kind === 'figures'))
    return answers;
  const all = answer.kind === 'list' ? await whetherAll(context, text, answer) : undefined;
  if (all) return [saying(answer, [all]) ?? answer];
  if (answer.kind === 'groups' && answer.standing !== undefined)
    return (await isPartSeen(context, answer.filter))
      ? [saying(answer, [words.PLACE_AS_SEEN]) ?? answer]
      : answers;
  const { statuses } = readingsOf(answer)[0]?.filter ?? {};
  const open = String(statuses) === String(OPEN_STATUSES);
  const asked = isWholeQuestion(match) && match.call.topic.states.every(({ state }) => state.kind === 'mark');
  const other = open && asked && !SAYS_OPEN.test(text) ? await withClosed(context, answer) : undefined;
  if (other && answer.kind === 'figures') return [saying(answer, [other]) ?? answer];
  const told =
    other ??
    (answer.kind === 'list'
      ? ((await secondReading(context, { text, match }, answer)) ?? (await besideList(context, answer)))
      : undefined);
  return told === undefined || answer.kind === 'figures' || answer.aside
    ? answers
    : [{ ...answer, aside: told }];
}

/** 手上, 欠, 压着: what is still to be done. */
const SAYS_OPEN = /没|未|还|剩|在办|手[上里头]|欠|现在|目前|眼下|积|压|卡|拖|难|急|紧|堆着|悬|缠/u;

async function withClosed(context: CommandContext, answer: Answer): Promise<string | undefined> {
  if (answer.kind === 'list') {
    if (answer.filter.mark !== 'bounced') return undefined;
    const [own, all] = [answer.filter, { ...answer.filter, statuses: LIVE }];
    const [open, found] = [await countFound(context, own), await countFound(context, all)];
    return found !== undefined && found !== open ? words.withClosedCountText(found) : undefined;
  }
  if (answer.kind === 'figures') {
    const { reading } = answer;
    if (reading.rate !== 'share' || reading.by) return undefined;
    const narrowed = narrow({ ...reading.filter, statuses: LIVE }, viewerOf(context));
    const drawn =
      narrowed &&
      (await drawnFigure(context.tx, { ...reading, filter: narrowed.filter }, narrowed, viewIn(context)));
    return drawn?.lines[0] && words.withClosedShareText(drawn.lines[0]);
  }
  if (answer.kind !== 'groups' || answer.standing !== undefined || answer.having || answer.told)
    return undefined;
  const { by, most, filter } = answer;
  if ((most !== 'count' && most !== 'least') || Object.keys(filter).some((key) => !PLACED.includes(key)))
    return undefined;
  const viewer = viewerOf(context);
  const firsts = async (statuses: readonly Status[]) => {
    const narrowed = narrow({ ...filter, statuses: [...statuses] }, viewer);
    const found = narrowed ? await groupsFound(context.tx, narrowed, by, viewer, most) : [];
    const [first, ...others] = rankedGroups(found, most).filter(({ id }) => id !== null);
    if (!first) return undefined;
    const level = others.filter(({ counts }) => counts.total === first.counts.total);
    const names = [first, ...level].map(({ id }) => groupName(by, id, viewIn(context)));
    return { names, count: first.counts.total };
  };
  const [now, all] = [await firsts(OPEN_STATUSES), await firsts(LIVE)];
  if (!all || String(now?.names) === String(all.names)) return undefined;
  return words.withClosedFirstText(all.names, all.count, most === 'least');
}

const PLACED: readonly string[] = [
  'statuses',
  'projectIds',
  'areaIds',
  'secretaryId',
  'leaderId',
  'park',
  'industry',
];

/** 今天要处理的 of which none falls due today; 我们退回过的, of which some are another unit's now. */
async function besideList(
  context: CommandContext,
  { filter }: Answer & { kind: 'list' },
): Promise<string | undefined> {
  const { dueFrom, dueTo, ...undated } = filter;
  const { unitId } = context.actor.person;
  if (filter.step === 'bounced' && unitId !== null && filter.stepUnitIds?.includes(unitId))
    return words.GONE_ELSEWHERE;
  const today = todayOf(context);
  if (dueFrom !== today || dueTo !== today || (await countFound(context, filter)) !== 0) return undefined;
  const { overdue: _, sort: __, ...open } = { ...undated, statuses: undated.statuses ?? [...OPEN_STATUSES] };
  const [title, count] = [await titleFound(context, open), await countFound(context, open)];
  return title !== undefined && count ? otherwiseText(title, count) : undefined;
}

/** 是不是都绿的, 全是我们的吗: of all that would be found without what was asked of them. */
async function whetherAll(
  context: CommandContext,
  text: string,
  { filter }: Answer & { kind: 'list' },
): Promise<string | undefined> {
  const [, said] = ALL_OF_THEM.exec(readPhrase(text).folded) ?? [];
  if (said === undefined || filter.ids) return undefined;
  const scan = scanHeard(readPhrase(said), readContextOf(context));
  const ours = scan.tags.has('our-unit') || /^(?:我们|咱们|本局|本单位)/.test(said);
  const { colors, search, unitIds, categoryIds, projectIds, ...rest } = filter;
  const kept: IssueFilter = {
    ...rest,
    ...(colors && !scan.states.some(({ kind }) => kind === 'color') && { colors }),
    ...(search !== undefined && !said.includes(search) && { search }),
    ...(unitIds && scan.unitIds.length === 0 && !ours && { unitIds }),
    ...(categoryIds && scan.categoryIds.length === 0 && { categoryIds }),
    ...(projectIds && scan.projectIds.length === 0 && { projectIds }),
    statuses: filter.statuses ?? [...OPEN_STATUSES],
  };
  if (Object.keys(kept).length === Object.keys({ ...filter, statuses: [] }).length) return undefined;
  const [some, all] = [await countFound(context, filter), await countFound(context, kept)];
  return some === undefined || all === undefined ? undefined : words.whetherAllText(some, all) || undefined;
}
