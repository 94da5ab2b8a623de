/** What a list is called, read off the filter that is run: nothing is counted that is not said, and the other way round. */
import type { IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import { type Day, datePartsOf, daysBetween, formatDay } from '../domain/time.ts';
import { today } from '../text/moments.ts';
import { personName, shortProjectName, shortUnitName } from '../text/names.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { COLOR_NAMES, ITEM_KIND_NAMES, STATUS_NAMES, TITLE_WORDS } from './words.ts';

/** What narrows a list beside its filter. */
export interface TitlePlace {
  /** In a project's group: its projects, for no others are shown there. */
  here?: readonly number[];
  /** In an office group below the top: its area. */
  areaId?: number;
  /** Whether the reader may see everything the filter can find. */
  whole: boolean;
  readerId: number;
}

type Say = (filter: IssueFilter, ctx: ViewContext, place: TitlePlace) => string;

/** In the order of the title; '' for what is said with another field. A field without an entry does not compile. */
const SAY: Record<keyof IssueFilter, Say> = {
  ids: ({ ids = [] }) => (ids.length > 0 ? TITLE_WORDS.numbers(ids) : ''),
  kinds: ({ kinds = [] }) => kinds.map((kind) => ITEM_KIND_NAMES[kind]).join('、'),
  areaIds: ({ areaIds = [] }, ctx) => listed(areaIds.map((id) => ctx.directory.area(id)?.name ?? '')),
  projectIds: ({ projectIds }, ctx, { here }) => {
    const all = here?.every((id) => projectIds?.includes(id)) ?? projectIds === undefined;
    return all ? '' : listed((projectIds ?? []).map((id) => shortProjectName(ctx, id)));
  },
  unitIds: ({ unitIds = [], unitRole }, ctx) => {
    const names = listed(distinct(unitIds, ctx));
    return names && unitRole ? `${names}${TITLE_WORDS.roles[unitRole]}` : names;
  },
  unitRole: () => '',
  jointUnitIds: ({ jointUnitIds = [] }, ctx) =>
    jointUnitIds.length > 0 ? TITLE_WORDS.joint(listed(distinct(jointUnitIds, ctx))) : '',
  unitsLeast: ({ unitsLeast }) => (unitsLeast === undefined ? '' : TITLE_WORDS.unitsLeast(unitsLeast)),
  park: ({ park }) => (park === undefined ? '' : TITLE_WORDS.park(park)),
  industry: ({ industry }) => (industry === undefined ? '' : TITLE_WORDS.industry(industry)),
  categoryIds: ({ categoryIds = [] }, ctx) => {
    const names = categoryIds.map((id) => ctx.directory.category(id)?.name ?? '');
    return names.length > 0 ? TITLE_WORDS.category(listed(names)) : '';
  },
  exceptUnitIds: ({ exceptUnitIds = [] }, ctx) => except(distinct(exceptUnitIds, ctx)),
  exceptProjectIds: ({ exceptProjectIds = [] }, ctx) =>
    except(exceptProjectIds.map((id) => shortProjectName(ctx, id))),
  exceptCategoryIds: ({ exceptCategoryIds = [] }, ctx) =>
    except(exceptCategoryIds.map((id) => TITLE_WORDS.category(ctx.directory.category(id)?.name ?? ''))),
  exceptSearch: ({ exceptSearch = [] }) =>
    exceptSearch.length > 0 ? TITLE_WORDS.exceptWords(exceptSearch) : '',
  exceptMarks: ({ exceptMarks = [] }) => except(exceptMarks.map((mark) => TITLE_WORDS.marks[mark])),
  leaderId: ({ leaderId }, ctx, place) => whose(leaderId, TITLE_WORDS.leads, ctx, place),
  secretaryId: ({ secretaryId }, ctx, place) => whose(secretaryId, TITLE_WORDS.keeps, ctx, place),
  personId: ({ personId }, ctx, place) => whose(personId, TITLE_WORDS.assigned, ctx, place),
  reporterId: ({ reporterId }, ctx, place) => whose(reporterId, TITLE_WORDS.logged, ctx, place),
  source: ({ source }) => (source ? TITLE_WORDS.sources[source] : ''),
  loggedFrom: (f, ctx) =>
    since(f.loggedFrom === undefined ? f.loggedTo : undefined, TITLE_WORDS.logged, ctx) ||
    span(f.loggedFrom, f.loggedTo, TITLE_WORDS.logged, ctx),
  loggedTo: () => '',
  closedFrom: (f, ctx) => span(f.closedFrom, f.closedTo, TITLE_WORDS.closed, ctx),
  closedTo: () => '',
  asOf: ({ asOf, overdue, statuses }, ctx) =>
    asOf === undefined
      ? ''
      : TITLE_WORDS.asOf(
          plainDay(asOf, ctx),
          overdue ? TITLE_WORDS.overdue : statusesText(statuses ?? OPEN_STATUSES),
        ),
  dueFrom: (f, ctx) =>
    longLate(f) ? lateSince(f.dueTo, ctx) : span(f.dueFrom, f.dueTo, TITLE_WORDS.due, ctx),
  dueTo: () => '',
  longTerm: ({ longTerm }) => (longTerm ? TITLE_WORDS.longTerm : ''),
  asleep: ({ asleep }) => (asleep ? TITLE_WORDS.asleep : ''),
  search: ({ search }) => (search === undefined ? '' : TITLE_WORDS.search(search.slice(0, 30))),
  routedTo: ({ routedTo }, ctx) => waited('signing', routedTo, ctx),
  doneTo: ({ doneTo }, ctx) => waited('verifying', doneTo, ctx),
  toldUp: ({ toldUp }) => (toldUp ? TITLE_WORDS.toldUp[toldUp] : ''),
  step: (filter, ctx, place) => {
    const { step, stepFrom, stepTo, stepTimes = 1, stepUnitIds = [] } = filter;
    if (step === undefined) return '';
    const doer = doerName(filter, ctx, place);
    const dated =
      (stepFrom ?? stepTo) !== undefined || stepTimes > 1 || stepUnitIds.length > 0 || doer !== '';
    // 退回过 is what the problem itself knows.
    if (step === 'bounced' && !dated) return TITLE_WORDS.recorded(TITLE_WORDS.steps[step]);
    const units = listed(distinct(stepUnitIds, ctx));
    const given = step === 'routed' && units !== '';
    const name = given ? TITLE_WORDS.givenTo(units) : TITLE_WORDS.steps[step];
    const times = given && stepTimes < 2 ? name : TITLE_WORDS.times(name, stepTimes);
    const what = step === 'routed' && doer === '' ? TITLE_WORDS.given(times) : times;
    const took = (stepFrom ?? stepTo) === undefined ? what : span(stepFrom, stepTo, what, ctx);
    if (doer !== '') return doer + took;
    return units !== '' && !given ? TITLE_WORDS.by(units) + took : took;
  },
  stepFrom: () => '',
  stepTo: () => '',
  stepTimes: () => '',
  stepUnitIds: () => '',
  stepById: () => '',
  stepByLeaders: () => '',
  passedLeast: ({ passedLeast }) => (passedLeast === undefined ? '' : TITLE_WORDS.passed(passedLeast)),
  after: ({ after }) => (after ? TITLE_WORDS.after(TITLE_WORDS.steps[after.step], after.taken) : ''),
  struck: ({ struck }, ctx) =>
    struck
      ? span(struck.from, struck.to, struck.back ? TITLE_WORDS.struckAndBack : TITLE_WORDS.struck, ctx) ||
        (struck.back ? TITLE_WORDS.struckAndBack : TITLE_WORDS.struck)
      : '',
  without: ({ without }, ctx) =>
    without
      ? TITLE_WORDS.without(
          TITLE_WORDS.steps[without.step],
          (without.from ?? without.to) === undefined ? '' : spanText(without.from, without.to, today(ctx)),
        )
      : '',
  turned: ({ turned }, ctx) => {
    if (!turned) return '';
    const { color, ahead, from, to } = turned;
    const span = (from ?? to) === undefined ? '' : spanText(from, to, today(ctx));
    return span + (ahead ? TITLE_WORDS.turnsTo : TITLE_WORDS.turnedTo)[color];
  },
  outcome: ({ outcome }) => (outcome ? TITLE_WORDS.outcomes[outcome] : ''),
  similarTo: ({ similarTo }) => (similarTo === undefined ? '' : TITLE_WORDS.similar(similarTo)),
  colors: ({ colors }) => (colors ?? []).map((color) => COLOR_NAMES[color]).join('、'),
  pausedTo: ({ pausedTo }, ctx) => since(pausedTo, TITLE_WORDS.paused, ctx),
  quietTo: ({ quietTo }, ctx) => since(quietTo, TITLE_WORDS.quiet, ctx),
  overdue: (f) =>
    f.overdue && f.asOf === undefined && f.sort !== 'overdue' && !longLate(f) ? TITLE_WORDS.overdue : '',
  statuses: ({ statuses, closedFrom, closedTo, routedTo, doneTo, asOf }) =>
    statuses === undefined || (closedFrom ?? closedTo ?? routedTo ?? doneTo ?? asOf) !== undefined
      ? ''
      : statusesText(statuses),
  onAgenda: ({ onAgenda }) => (onAgenda ? TITLE_WORDS.agenda : ''),
  extension: ({ extension }) => (extension ? TITLE_WORDS.extension[extension] : ''),
  mark: ({ mark }) => (mark ? TITLE_WORDS.marks[mark] : ''),
  sort: ({ sort }) => (sort ? TITLE_WORDS.sort[sort] : ''),
};

/** Fields that tell which of all problems are meant, whoever's they are; without any of them all are. */
const KINDS: readonly (keyof IssueFilter)[] = [
  'loggedFrom',
  'loggedTo',
  'closedFrom',
  'closedTo',
  'asOf',
  'search',
  'similarTo',
  'step',
  'ids',
  'struck',
  'turned',
  'extension',
  'colors',
  'overdue',
  'statuses',
  'mark',
  'passedLeast',
];

/** Between the parts of a title. */
export const BETWEEN = ' · ';

/** 本群 · 住建局 · 本周到期 · 未销号. Plain text. */
export function filterTitle(filter: IssueFilter, place: TitlePlace, ctx: ViewContext): string {
  return titleParts(filter, place, ctx).join(BETWEEN);
}

/** What the title is made of, in its order; none is empty. */
export function titleParts(filter: IssueFilter, place: TitlePlace, ctx: ViewContext): string[] {
  const area = place.areaId === undefined ? undefined : ctx.directory.area(place.areaId);
  const parts = [
    place.here ? TITLE_WORDS.here : (area?.name ?? ''),
    place.whole ? '' : TITLE_WORDS.seen,
    ...Object.values(SAY).map((say) => say(filter, ctx, place)),
  ];
  if (KINDS.every((field) => filter[field] === undefined)) parts.push(TITLE_WORDS.all);
  return parts.filter((part) => part !== '');
}

/** Whose they are; all others say what they are. */
const WHOSE: readonly (keyof IssueFilter)[] = [
  'areaIds',
  'projectIds',
  'unitIds',
  'unitRole',
  'jointUnitIds',
  'personId',
  'reporterId',
  'exceptUnitIds',
  'exceptProjectIds',
  'leaderId',
  'secretaryId',
  'park',
  'industry',
];

/** The same as a sentence wants it. `now`: about this moment rather than about days. */
export function filterWords(
  filter: IssueFilter,
  place: TitlePlace,
  ctx: ViewContext,
): { who: string; what: string; now: boolean } {
  const { sort: _, ...said } = filter;
  const some = (wanted: boolean) =>
    Object.fromEntries(
      Object.entries(said).filter(([key]) => WHOSE.includes(key as keyof IssueFilter) === wanted),
    );
  const whole: TitlePlace = { whole: true, readerId: place.readerId };
  const whose = titleParts(some(true), { ...place, whole: true }, ctx);
  const timed = ['loggedFrom', 'closedFrom', 'dueFrom', 'stepFrom', 'asOf', 'turned', 'struck'] as const;
  return {
    who: whose.slice(0, -1).join(''),
    what: titleParts(some(false), whole, ctx).join(''),
    now: timed.every((field) => filter[field] === undefined) && filter.statuses?.includes('closed') !== true,
  };
}

const MOST_NAMES = 4;

function except(names: readonly string[]): string {
  return names.length > 0 ? TITLE_WORDS.except(listed(names)) : '';
}

/** 待签收满 3 天（11月15日及以前转办）. */
function waited(what: 'signing' | 'verifying', until: Day | undefined, ctx: ViewContext): string {
  if (until === undefined) return '';
  const { waiting, waitedSince, since: say } = TITLE_WORDS;
  const days = daysBetween(until, today(ctx));
  return say(waiting[what], days, '天', `${untilText(until, ctx)}${waitedSince[what]}`);
}

function listed(names: readonly string[]): string {
  const left = names.length - MOST_NAMES;
  return left > 0
    ? `${names.slice(0, MOST_NAMES).join('、')}${TITLE_WORDS.andMore(names.length)}`
    : names.join('、');
}

/** Units of several areas that bear one name are told apart by their area. */
function distinct(unitIds: readonly number[], ctx: ViewContext): string[] {
  const names = unitIds.map((id) => shortUnitName(ctx, id));
  return names.map((name, i) => {
    if (names.filter((other) => other === name).length === 1) return name;
    const areaId = ctx.directory.unit(unitIds[i] ?? -1)?.areaId;
    return `${(areaId !== undefined && ctx.directory.area(areaId)?.name) || ''}${name}`;
  });
}

/** Who took the step; '' where nobody is named. */
export function doerName(
  { stepById, stepByLeaders }: Pick<IssueFilter, 'stepById' | 'stepByLeaders'>,
  ctx: ViewContext,
  place: TitlePlace,
): string {
  return stepByLeaders ? TITLE_WORDS.byLeaders : whose(stepById, '', ctx, place);
}

function whose(id: number | undefined, did: string, ctx: ViewContext, { readerId }: TitlePlace): string {
  if (id === undefined) return '';
  return `${id === readerId ? TITLE_WORDS.me : personName(ctx, id)}${did}`;
}

function span(from: string | undefined, until: string | undefined, what: string, ctx: ViewContext): string {
  return from === undefined && until === undefined ? '' : `${spanText(from, until, today(ctx))}${what}`;
}

/** Overdue since a day or before (逾期超过3天的). */
function longLate({ overdue, dueFrom, dueTo }: IssueFilter): boolean {
  return overdue === true && dueFrom === undefined && dueTo !== undefined;
}

function lateSince(dueTo: Day | undefined, ctx: ViewContext): string {
  if (dueTo === undefined) return '';
  const days = ctx.directory.calendar.workingDaysBetween(dueTo, today(ctx));
  const { overdue, due, since: say } = TITLE_WORDS;
  return say(overdue, days, '个工作日', `${untilText(dueTo, ctx)}${due}`);
}

function since(until: Day | undefined, what: string, ctx: ViewContext): string {
  return until === undefined
    ? ''
    : TITLE_WORDS.since(what, daysBetween(until, today(ctx)), '天', untilText(until, ctx));
}

function untilText(until: Day, ctx: ViewContext): string {
  return `${plainDay(until, ctx)}及以前`;
}

function plainDay(day: Day, ctx: ViewContext): string {
  const { year } = datePartsOf(today(ctx));
  return formatDay(day, { year, weekday: false });
}

/** Nearly all that is open is told by what is left out. */
const MOST_LEFT_OUT = 2;
/** Statuses of what is over. */
const ENDED = 2;

function statusesText(statuses: readonly Status[]): string {
  const left = OPEN_STATUSES.filter((status) => !statuses.includes(status));
  const ended = statuses.length + left.length - OPEN_STATUSES.length;
  if (left.length > 0 && left.length <= MOST_LEFT_OUT && (ended === 0 || ended === ENDED)) {
    const names = listed(left.map((status) => STATUS_NAMES[status]));
    return ended === 0 ? TITLE_WORDS.openBut(names) : TITLE_WORDS.except(names);
  }
  const open = OPEN_STATUSES.every((status) => statuses.includes(status));
  const others = statuses.filter((status) => !open || !OPEN_STATUSES.includes(status));
  return [...(open ? [TITLE_WORDS.open] : []), ...others.map((status) => STATUS_NAMES[status])].join('、');
}
