/** What was asked of a link or of all of them, told in a sentence or two before the card that has the rest. */
import { viewLight } from '../../cards/light.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LinkAspect } from '../../domain/link-aspects.ts';
import { daysUsed, durationText } from '../../domain/plan/link-rules.ts';
import { isDone, isTicked } from '../../domain/plan/link-state.ts';
import type { LinkState, ProjectLink } from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { dayText, today } from '../../text/moments.ts';
import { personName, shortUnitName, unitName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import { type Board, plannedStep, stateIn } from './store.ts';
import type { LinkView, MapView } from './view.ts';
import { LINK_STATES } from './words.ts';
import { LEAD } from './words-lead.ts';

const safe = (text: string, length = 60) => escapeMarkdown(clip(oneLine(text), length));
const nameOf = ({ definition }: ProjectLink) => `${definition.no} ${safe(definition.name, 24)}`;

/** Working days since the last planned day of a link that is not done; 0: none. */
function lateNow(board: Board, link: ProjectLink, ctx: ViewContext): number {
  const finish = plannedStep(board, link)?.finish;
  if (finish === undefined || isDone(link) || link.reportedOn !== null || finish >= today(ctx)) return 0;
  return ctx.directory.calendar.workingDaysBetween(finish, today(ctx));
}

/** Of one link. @returns lines, ready for markdown */
export function linkLead(view: LinkView, asks: readonly LinkAspect[]): string[] {
  const beside = asks.includes('of-after') ? afterOf(view) : asks.includes('of-before') ? beforeOf(view) : [];
  const { holds } = view;
  const told = (one: LinkView) => asks.flatMap((ask) => OF_LINK[ask]?.(one) ?? []);
  const of = (link: ProjectLink, blocks: readonly Issue[]) =>
    LEAD.ofLink(nameOf(link), told({ ...view, link, expected: undefined, bearing: [], blocks }).join(''));
  const lines =
    holds && beside.length > 0
      ? beside.map((link) => of(link, holds.get(link.definition.code) ?? []))
      : told(view);
  return [...new Set(lines)].filter((line) => line !== '');
}

const OF_LINK: Partial<Record<LinkAspect, (view: LinkView) => string[]>> = {
  state: (view) => [stateLine(view), ...plannedLine(view), ...heldLines(view)],
  day: (view) => dayLines(view),
  planned: (view) => dayLines(view, true),
  unit: (view) => [unitLine(view.link, view.ctx), ...heldLines(view)],
  stuck: (view) => [
    ...heldLines(view, true),
    ...(isDone(view.link) ? [] : beforeLeft(view)),
    stateLine(view),
  ],
  late: lateLines,
  long: (view) => [longLine(view)],
  materials: (view) => [materialsLine(view)],
  before: beforeLines,
  after: (view) => {
    const after = afterOf(view);
    return [after.length === 0 ? LEAD.noAfter : LEAD.after(after.map((one) => withState(view.board, one)))];
  },
  fee: ({ link }) => [LEAD.fee(safe(link.definition.fee, 80))],
  task: ({ link }) => [LEAD.task(safe(link.definition.task.replace(/。$/, ''), 120))],
};

function stateLine(view: LinkView): string {
  const { board, link, ctx } = view;
  if (!board.taken) return board.project ? LEAD.untaken : '';
  const state = stateIn(board, link);
  const say = (day: Day | null) => (day === null ? '' : dayText(day, ctx));
  switch (state) {
    case 'done':
      return LEAD.done(say(link.finishedOn));
    case 'verifying':
      return LEAD.verifying(say(link.reportedOn));
    case 'working':
      return LEAD.working(say(link.startedOn), link.item ? dueText(link.item, ctx) : '');
    case 'ready':
      return LEAD.ready;
    case 'unconcerned':
      return LEAD.unconcerned(safe(link.unconcerned?.reason ?? ''));
    case 'waiting':
      return LEAD.waiting;
  }
}

function dueText(item: Issue, ctx: ViewContext): string {
  return LEAD.due(dayText(item.deadline.day, ctx), viewLight(item, ctx).why);
}

function plannedLine({ board, link, ctx }: LinkView): string[] {
  const finish = plannedStep(board, link)?.finish;
  if (finish === undefined || isDone(link) || stateIn(board, link) === 'verifying') return [];
  return [LEAD.plannedOn(dayText(finish, ctx), '')];
}

/** @param planned of one that is done its planned day, or that none is kept, comes first */
function dayLines(view: LinkView, planned = false): string[] {
  const { board, link, ctx, expected } = view;
  if (!board.taken) return [LEAD.noDay, stateLine(view), longLine(view)];
  const finish = plannedStep(board, link)?.finish;
  if (link.unconcerned) return [stateLine(view)];
  if (isDone(link)) {
    const over = link.finishedOn === null ? LEAD.noFinish : LEAD.finishedOn(dayText(link.finishedOn, ctx));
    const was = finish === undefined ? (planned ? LEAD.noPlan : '') : LEAD.plannedWas(dayText(finish, ctx));
    return planned ? [was, over] : [over, was];
  }
  const { calendar } = ctx.directory;
  const away = (to: Day) => (to < today(ctx) ? '' : LEAD.away(calendar.workingDaysBetween(today(ctx), to)));
  const late = lateNow(board, link, ctx);
  const moved = expected !== undefined && expected !== finish;
  const later = moved && finish !== undefined && finish < expected;
  const gap = later ? calendar.workingDaysBetween(finish, expected) : 0;
  return [
    finish === undefined ? LEAD.noPlan : LEAD.plannedOn(dayText(finish, ctx), away(finish)),
    ...(late > 0 ? [LEAD.lateNow(late)] : []),
    ...(moved ? [LEAD.expected(dayText(expected, ctx), gap)] : []),
    stateLine(view),
  ];
}

function unitLine(link: ProjectLink, ctx: ViewContext): string {
  const unit = link.unitId === null ? undefined : ctx.directory.unit(link.unitId);
  if (!unit) return LEAD.noUnit;
  const contactId = link.contactId ?? unit.coordinatorId ?? unit.headId ?? null;
  return LEAD.unit(safe(unit.name), contactId === null ? '' : safe(personName(ctx, contactId)));
}

/** With the problems that say so in their title. @param tellNone that nothing holds it up is told, too */
function heldLines({ board, link, blocks, bearing, ctx }: LinkView, tellNone = false): string[] {
  const texts = (those: readonly Issue[]) => those.map((one) => problemText(one, ctx));
  const none = tellNone && board.taken && !isDone(link) ? LEAD.notHeld : '';
  return [
    blocks.length === 0 || isDone(link) ? none : LEAD.heldBy(texts(blocks)),
    bearing.length === 0 ? '' : LEAD.bearing(texts(bearing)),
  ];
}

function problemText(issue: Issue, ctx: ViewContext): string {
  const { why } = viewLight(issue, ctx);
  const unit = safe(unitName(ctx, issue.unitId));
  return `#${issue.id} ${safe(issue.title, 30)}（${unit}${why === '' ? '' : `，${why}`}）`;
}

function lateLines(view: LinkView): string[] {
  const { board, link, ctx } = view;
  const finish = plannedStep(board, link)?.finish;
  if (!board.taken) return dayLines(view);
  if (link.unconcerned) return [stateLine(view)];
  if (isDone(link)) {
    const { finishedOn } = link;
    const by =
      finish !== undefined && finishedOn !== null && finishedOn > finish
        ? ctx.directory.calendar.workingDaysBetween(finish, finishedOn)
        : 0;
    return [finish === undefined ? LEAD.noPlan : by > 0 ? LEAD.lateBy(by) : LEAD.inTime, ...dayLines(view)];
  }
  const late = lateNow(board, link, ctx);
  const why = link.item ? viewLight(link.item, ctx).why : '';
  const first =
    late > 0
      ? [LEAD.lateNow(late)]
      : finish !== undefined
        ? [finish >= today(ctx) ? LEAD.notYetLate : LEAD.inTime]
        : why.includes('逾期')
          ? [LEAD.overdue(why)]
          : link.item
            ? [LEAD.notOverdue]
            : [];
  return [...first, ...dayLines(view).filter((line) => !first.includes(line))];
}

function longLine({ link, ctx }: LinkView): string {
  const { promised, statutory } = link.definition;
  const used = daysUsed(link, today(ctx), ctx.directory);
  return LEAD.long(
    durationText(promised),
    statutory ? durationText(statutory) : '',
    used ? durationText(used) : '',
  );
}

function materialsLine({ board, link }: LinkView): string {
  const { materials } = link.definition;
  if (materials.length === 0) return LEAD.noMaterials;
  const names = (those: typeof materials) => those.map(({ name }) => safe(name, 30));
  if (!board.taken || isDone(link)) return LEAD.materials(names(materials));
  const left = materials.filter((one) => isTicked(link, one, board.byCode) === null);
  return left.length === 0
    ? LEAD.materialsThere(materials.length)
    : LEAD.materialsLeft(materials.length, names(left));
}

function withState(board: Board, link: ProjectLink): string {
  return board.taken ? `${nameOf(link)}（${LINK_STATES[stateIn(board, link)]}）` : nameOf(link);
}

const afterOf = ({ board, link }: LinkView) =>
  board.links.filter(({ definition: { dependencies } }) =>
    dependencies.some(({ on }) => on === link.definition.code),
  );

const beforeOf = ({ board, link }: LinkView) =>
  link.definition.dependencies.flatMap(({ on }) => board.byCode.get(on) ?? []);

function beforeLeft(view: LinkView): string[] {
  const left = view.board.taken ? beforeOf(view).filter((one) => !isDone(one)) : [];
  return left.length === 0 ? [] : [LEAD.beforeLeft(left.map((one) => withState(view.board, one)))];
}

function beforeLines(view: LinkView): string[] {
  const before = beforeOf(view);
  if (before.length === 0) return [LEAD.noBefore];
  if (!view.board.taken) return [LEAD.before(before.map(nameOf))];
  const left = beforeLeft(view);
  const over = before.filter(isDone).map(nameOf);
  if (left.length > 0) return [...left, over.length === 0 ? '' : LEAD.beforeOver(over)];
  return [LEAD.beforeDone, LEAD.before(before.map(nameOf))];
}

/** Of all links of a project. @returns lines, ready for markdown */
export function mapLead(view: MapView, asks: readonly LinkAspect[]): string[] {
  if (!view.board.taken) return view.board.project && asks.length > 0 ? [LEAD.untakenMap] : [];
  const lines = asks.flatMap((ask) => OF_MAP[ask]?.(view, asks) ?? []);
  return [...new Set(lines)].filter((line) => line !== '');
}

const OF_MAP: Partial<Record<LinkAspect, (view: MapView, asks: readonly LinkAspect[]) => string[]>> = {
  stuck: (view) => [...mapHeld(view), ...mapLate(view, false), nowLine(view)],
  late: (view) => mapLate(view, true),
  now: (view) => [nowLine(view)],
  unit: (view, asks) => [
    ...spokenOf(view, asks).map((link) => LEAD.ofLink(nameOf(link), unitLine(link, view.ctx))),
    ...(asks.length > 1 ? [] : [nowLine(view)]),
  ],
  after: (view) => [nextLine(view)],
  share: (view) => [shareLine(view), nowLine(view)],
  rest: (view) => [restLine(view)],
  'before-start': (view) => [restBefore(view, 'start')],
  'before-production': (view) => [restBefore(view, 'production')],
  day: (view, asks) => {
    const { board, ctx } = view;
    const days = (board.plan?.payload.steps ?? []).map(({ finish }) => finish).toSorted();
    const last = days.at(-1);
    const each = SPOKEN.some((one) => asks.includes(one)) ? spokenOf(view, asks) : [];
    const own = each.flatMap((link) => {
      const finish = plannedStep(board, link)?.finish;
      return finish === undefined
        ? []
        : [LEAD.ofLink(nameOf(link), LEAD.plannedOn(dayText(finish, ctx), ''))];
    });
    return [...own, last === undefined ? LEAD.noPlan : LEAD.lastOn(dayText(last, ctx))];
  },
};

/** What tells some of them, which 谁负责 and 哪天办完 right after are of. */
const SPOKEN: readonly LinkAspect[] = ['stuck', 'late', 'after', 'now'];
const MOST_SPOKEN = 5;

/** The held and the late ones, or those that are next, as was told; else those that are on. */
function spokenOf(view: MapView, asks: readonly LinkAspect[]): ProjectLink[] {
  const { board, holds, ctx } = view;
  const held = (link: ProjectLink) => (holds.get(link.definition.code) ?? []).length > 0;
  const late = (link: ProjectLink) => lateNow(board, link, ctx) > 0;
  const told = asks.includes('after')
    ? inState(view, 'ready')
    : board.links.filter(
        (link) => (asks.includes('stuck') && held(link)) || (/stuck|late/.test(asks.join()) && late(link)),
      );
  const on = inState(view, 'working', 'verifying');
  const found = told.length > 0 ? told : on.length > 0 ? on : inState(view, 'ready');
  return found.slice(0, MOST_SPOKEN);
}

const inState = ({ board }: MapView, ...wanted: LinkState[]) =>
  board.links.filter((link) => wanted.includes(stateIn(board, link)));

function withUnit(link: ProjectLink, ctx: ViewContext): string {
  return link.unitId === null ? nameOf(link) : `${nameOf(link)}（${safe(shortUnitName(ctx, link.unitId))}）`;
}

function mapHeld({ board, holds, ctx }: MapView): string[] {
  const held = board.links.flatMap((link) => {
    const by = holds.get(link.definition.code) ?? [];
    return by.length === 0 ? [] : [`${nameOf(link)}，${by.map((one) => problemText(one, ctx)).join('、')}`];
  });
  return [held.length === 0 ? LEAD.mapNotHeld : LEAD.mapHeld(held)];
}

/** Late by the plan, or over the time the link was given. */
function mapLate({ board, ctx }: MapView, tellNone: boolean): string[] {
  // The latest first: 哪个最慢.
  const byDays = board.links.toSorted((a, b) => lateNow(board, b, ctx) - lateNow(board, a, ctx));
  const late = byDays.flatMap((link) => {
    const days = lateNow(board, link, ctx);
    if (days > 0) return [`${nameOf(link)}（${LEAD.lateDays(days)}）`];
    const why = link.item && !isDone(link) ? viewLight(link.item, ctx).why : '';
    return why.includes('逾期') ? [`${nameOf(link)}（${why}）`] : [];
  });
  if (late.length > 0) return [LEAD.mapLate(late)];
  return tellNone ? [board.plan ? LEAD.mapNotLate : LEAD.mapNotOver] : [];
}

function nowLine(view: MapView): string {
  const on = inState(view, 'working', 'verifying');
  if (on.length > 0) return LEAD.now(on.map((one) => withUnit(one, view.ctx)));
  const ready = inState(view, 'ready');
  return `${LEAD.noneNow}${ready.length === 0 ? '' : LEAD.next(ready.map((one) => withUnit(one, view.ctx)))}`;
}

function nextLine(view: MapView): string {
  const ready = inState(view, 'ready');
  return ready.length === 0 ? nowLine(view) : LEAD.next(ready.map((one) => withUnit(one, view.ctx)));
}

const leftOf = (view: MapView) => inState(view, 'waiting', 'ready', 'working', 'verifying');

function shareLine(view: MapView): string {
  const done = inState(view, 'done').length;
  return LEAD.share(done, done + leftOf(view).length);
}

function restLine(view: MapView): string {
  const left = leftOf(view);
  return left.length === 0 ? LEAD.allDone : LEAD.rest(left.map((one) => withState(view.board, one)));
}

/** What leads to the link that is the node, and that link itself. */
function restBefore(view: MapView, node: 'start' | 'production'): string {
  const { basis, byCode } = view.board;
  const codes = new Set([basis.nodes[node]]);
  for (const code of codes)
    for (const { on } of byCode.get(code)?.definition.dependencies ?? []) codes.add(on);
  const left = leftOf(view).filter(({ definition }) => codes.has(definition.code));
  return LEAD.restBefore(
    LEAD[node],
    left.map((one) => withState(view.board, one)),
  );
}
