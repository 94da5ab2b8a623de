/** Numbers of steps, and how many of what was found are also something else. */
import type { DrawnFigure as Drawn } from '../cards/figures-answer.ts';
import { BETWEEN, doerName, type TitlePlace, titleParts } from '../cards/filter-title.ts';
import { groupName } from '../cards/issue-groups.ts';
import { TITLE_WORDS } from '../cards/words.ts';
import * as words from '../cards/words-events.ts';
import { conditionOf, countOfList, type IssueQuery } from '../db/issue-list.ts';
import { countSteps, type StepCounts } from '../db/issue-steps.ts';
import type { Tx } from '../db/open.ts';
import { type IssueFilter, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { percent } from '../domain/stats.ts';
import { today } from '../text/moments.ts';
import { shortUnitName } from '../text/names.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { upperAreas } from './group-rows.ts';
import type { Narrowed } from './issue-list.ts';

/** The filter without its step: whose they are, and what they are. */
function withoutStep({
  step: _s,
  stepFrom: _f,
  stepTo: _t,
  stepTimes: _n,
  stepUnitIds: _u,
  stepById: _b,
  after: _a,
  sort: _o,
  ...rest
}: IssueFilter): IssueFilter {
  return rest;
}

/** How often a step was taken, each group's apart. */
export async function steps(tx: Tx, reading: Reading, narrowed: Narrowed, ctx: ViewContext): Promise<Drawn> {
  const { most } = reading;
  const by = RANKED_GROUPS.find((one) => one === reading.by);
  const { filter, query, place } = narrowed;
  const { step, stepFrom, stepTo, stepUnitIds = [] } = filter;
  const doer = doerName(filter, ctx, place);
  if (step === undefined) throw new Error('a number of steps without the step');
  const { where } = await conditionOf(tx, { ...query, filter: withoutStep(query.filter) });
  const asked = { filter: { ...query.filter, step }, timeZone: query.timeZone };
  const [all = { id: null, times: 0, issues: 0 }] = await countSteps(tx, asked, where);
  const rowOf = by === 'area' ? upperAreas(filter, place, ctx.directory) : (id: number | null) => id;
  const groups = by ? inOrder(joined(await countSteps(tx, asked, where, by), rowOf)) : [];
  const span = stepFrom === undefined && stepTo === undefined ? '' : spanText(stepFrom, stepTo, today(ctx));
  const listed = stepUnitIds.map((id) => shortUnitName(ctx, id)).join('、');
  const given = step === 'routed' && listed !== '';
  const name = given ? TITLE_WORDS.givenTo(listed) : TITLE_WORDS.steps[step];
  const units = given ? '' : listed;
  const named = groups.filter(({ id }) => id !== null);
  const [first] = named;
  const leaders = named.filter(({ times }) => times === first?.times);
  return {
    title: bareTitle(withoutStep(filter), place, ctx),
    measured: words.stepTitle(doer || (units && TITLE_WORDS.by(units)), span, name, all.times),
    lines: [
      words.stepText(doer + span, name, all.times, all.issues),
      ...(by && most && first
        ? [
            words.mostTimesText(
              leaders.map(({ id }) => groupName(by, id, ctx)),
              first.times,
            ),
          ]
        : []),
    ],
    ...(by && {
      groups: {
        by,
        rows: groups.map(({ id, times, issues }) => ({
          id,
          value: times,
          text: words.stepRowText(times, issues),
        })),
      },
    }),
    note: words.stepNote(step, by),
    listed: all.times > 0,
  };
}

/** What narrows them; that all are meant is said by the number of steps. */
function bareTitle(filter: IssueFilter, place: TitlePlace, ctx: ViewContext): string {
  const parts = titleParts(filter, place, ctx);
  return parts.filter((part) => part !== TITLE_WORDS.all).join(BETWEEN);
}

function joined(rows: readonly StepCounts[], rowOf: (id: number | null) => number | null): StepCounts[] {
  const groups = Map.groupBy(rows, ({ id }) => rowOf(id));
  return [...groups].map(([id, some]) => ({
    id,
    times: some.reduce((sum, { times }) => sum + times, 0),
    issues: some.reduce((sum, { issues }) => sum + issues, 0),
  }));
}

function inOrder(rows: readonly StepCounts[]): StepCounts[] {
  return rows.toSorted((a, b) => {
    if ((a.id === null) !== (b.id === null)) return a.id === null ? 1 : -1;
    return b.times - a.times || (a.id ?? 0) - (b.id ?? 0);
  });
}

/** How many there are, and how many of them are the part as well. */
export async function part(tx: Tx, reading: Reading, narrowed: Narrowed, ctx: ViewContext): Promise<Drawn> {
  const { filter, query, place } = narrowed;
  const own = reading.part;
  if (!own) throw new Error('a part without its filter');
  // Whose they are stays as it was narrowed to the place and the reader.
  const only = (narrowedTo: IssueFilter): IssueFilter => ({ ...narrowedTo, ...changed(reading.filter, own) });
  const count = async (narrowedTo: IssueFilter) =>
    (await countOfList(tx, { ...query, filter: narrowedTo } satisfies IssueQuery)).total;
  const all = await count(query.filter);
  const some = await count(only(query.filter));
  const partFilter = only(filter);
  const whole = titleParts(filter, place, ctx);
  const name = titleParts(partFilter, place, ctx)
    .filter((one) => !whole.includes(one))
    .join('');
  const { outcome, mark } = partFilter;
  const counted = async () => {
    const { outcome: _, ...rest } = only(query.filter);
    const both = (['in-time', 'late'] as const).map((one) => count({ ...rest, outcome: one }));
    const [inTime = 0, late = 0] = await Promise.all(both);
    return inTime + late;
  };
  const rated = async () => {
    const { mark: _, ...rest } = only(query.filter);
    return some + (await count({ ...rest, mark: mark === 'satisfied' ? 'unsatisfied' : 'satisfied' }));
  };
  const ofRated = (mark === 'satisfied' || mark === 'unsatisfied') && reading.filter.mark === undefined;
  return {
    measured: '',
    lines: [
      words.partText(whole.join(''), all, name, some, percent(some, all)),
      ...(outcome ? [words.countedText(await counted())] : []),
      ...(ofRated ? [words.ratedText(await rated())] : []),
    ],
    ...(outcome && { note: words.COUNTED_NOTE }),
    listed: all > 0,
    ...(some > 0 && { part: { name, filter: partFilter } }),
  };
}

/** The fields of the part that the whole has not, or has otherwise. */
function changed(whole: IssueFilter, own: IssueFilter): IssueFilter {
  return Object.fromEntries(
    Object.entries(own).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(whole[key as keyof IssueFilter]),
    ),
  );
}
