/** What some have of all that is alike (施工类占多少), in words and in percent. */
import type { DrawnFigure as Drawn } from '../cards/figures-answer.ts';
import { filterTitle, filterWords, titleParts } from '../cards/filter-title.ts';
import { groupName } from '../cards/issue-groups.ts';
import { TITLE_WORDS } from '../cards/words.ts';
import * as ranks from '../cards/words-ranks.ts';
import { countByColor, countByGroup } from '../db/issue-list.ts';
import type { Tx } from '../db/open.ts';
import { seesAll } from '../domain/access.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import { GROUP_IDS, type IssueFilter, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { percent } from '../domain/stats.ts';
import type { ViewContext } from '../text/view.ts';
import type { Narrowed } from './issue-list.ts';

/** Names that say whose it is: without them, all there is of the same. */
const WHOSE = [
  'unitIds',
  'unitRole',
  'categoryIds',
  'park',
  'industry',
  'areaIds',
  'projectIds',
  'leaderId',
  'secretaryId',
  'personId',
  'source',
] as const satisfies readonly (keyof IssueFilter)[];

/** Of what was logged, void ones are no part, as in every figure of it. */
const withoutVoid = (filter: IssueFilter): IssueFilter => ({
  ...filter,
  statuses: filter.statuses ?? [...OPEN_STATUSES, 'closed'],
});

/** 施工类占多少, 住建局占全部逾期的几成: of what is alike, whoever's it is, as far as the reader may see it here. */
export async function shareOfAll(
  tx: Tx,
  { query, filter, place }: Narrowed,
  ctx: ViewContext,
  of: NonNullable<Reading['shareOf']> = 'all',
): Promise<Drawn> {
  const by = of === 'color' ? of : RANKED_GROUPS.find((one) => one === of);
  const out: readonly string[] =
    by === undefined
      ? WHOSE.filter((one) => of !== 'place' || one !== 'projectIds')
      : by === 'color'
        ? ['colors']
        : [GROUP_IDS[by], 'unitRole'];
  const left = Object.entries(query.filter).filter(([key]) => !out.includes(key));
  const all: IssueFilter = Object.fromEntries(left);
  if (of === 'color') all.statuses ??= [...OPEN_STATUSES];
  const whole = { ...all, ...(place.here && { projectIds: [...place.here] }) };
  const { total: some } = await countByColor(tx, { ...query, filter: withoutVoid(query.filter) });
  const { total: sum } = await countByColor(tx, { ...query, filter: withoutVoid(whole) });
  const value = percent(some, sum);
  const apart = by ? await countByGroup(tx, { ...query, filter: withoutVoid(whole) }, by) : [];
  const each = apart.map(({ id, counts }) => ranks.partText(groupName(by ?? 'unit', id, ctx), counts.total));
  // In its own group a project is named, for the whole is not of it alone.
  const { here: _h, ...elsewhere } = place;
  const partsOf = (one: IssueFilter) => titleParts(one, { ...elsewhere, whole: true }, ctx);
  const common = partsOf(all);
  const who = partsOf(filter)
    .filter((one) => !common.includes(one))
    .join('');
  const { who: ofWhom, what } = filterWords(whole, place, ctx);
  // Of somebody who sees no more than their own, all is what they see.
  const { scope } = query;
  const seen = scope.all || seesAll(scope, whole, ctx.directory) ? '' : TITLE_WORDS.seen;
  return {
    measured: ranks.SHARE_OF_ALL + (value === null ? '' : ` ${value}%`),
    ...(seen && { title: filterTitle(filter, { ...place, whole: false }, ctx) }),
    lines: [
      (by && sum > 0 ? ranks.allOfThemText(some === sum) : '') +
        ranks.shareOfAllText(`${seen}${ofWhom}${what}`, who, some, sum, value),
      ...(each[1] === undefined ? [] : [`${each.join('，')}。`]),
    ],
    note: ranks.SHARE_OF_ALL_NOTE,
    listed: true,
  };
}
