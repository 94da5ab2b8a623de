/** Whose and what is counted, as titles say it. Pure. */
import { TITLE_WORDS } from '../../cards/words.ts';
import type { Asked } from '../../domain/statistics/asked.ts';
import { shortProjectName, shortUnitName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import type { Whose } from './rules-scope.ts';
import { STATISTICS } from './words.ts';

const MOST_NAMES = 3;

function listed(names: readonly string[]): string {
  const left = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join('、');
  return left > 0 ? `${shown}${TITLE_WORDS.andMore(names.length)}` : shown;
}

function whoseText({ kind, ids }: Whose, asked: Asked, ctx: ViewContext): string {
  switch (kind) {
    case 'here':
      return STATISTICS.here;
    case 'areas':
      return listed(ids.map((id) => ctx.directory.area(id)?.name ?? ''));
    case 'projects':
      if (asked.projectIds) return '';
      return ids.length > 1
        ? STATISTICS.ownProjects(ids.length)
        : listed(ids.map((id) => shortProjectName(ctx, id)));
    case 'units':
      return asked.unitIds ? '' : listed(ids.map((id) => unitTitle(id, ctx)));
  }
}

/** Units of several areas that bear one name are told apart by their area. */
export function unitTitle(id: number, ctx: ViewContext): string {
  const name = shortUnitName(ctx, id);
  const others = ctx.directory.data.units.filter((unit) => unit.id !== id && !unit.closed);
  if (!others.some((unit) => shortUnitName(ctx, unit.id) === name)) return name;
  const area = ctx.directory.area(ctx.directory.unit(id)?.areaId ?? -1);
  return `${area?.name ?? ''}${name}`;
}

/** 宜都市 · 兴发 · 住建局 · 用地类; days and grouping aside. */
export function partsOf(asked: Asked, whose: Whose, ctx: ViewContext): string[] {
  const { projectIds, unitIds, categoryIds, park, industry } = asked;
  const categories = (categoryIds ?? []).map((id) => ctx.directory.category(id)?.name ?? '');
  return [
    whoseText(whose, asked, ctx),
    listed((projectIds ?? []).map((id) => shortProjectName(ctx, id))),
    listed((unitIds ?? []).map((id) => unitTitle(id, ctx))),
    categories.length > 0 ? TITLE_WORDS.category(listed(categories)) : '',
    park === undefined ? '' : TITLE_WORDS.park(park),
    industry === undefined ? '' : TITLE_WORDS.industry(industry),
  ].filter((part) => part !== '');
}
