/** 供电呢, after 住建局: the unit, though 供电 alone is a kind of matter. */
import type { Directory } from '../domain/directory.ts';
import { GROUP_IDS, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Phrase } from './phrase.ts';
import type { Scan } from './scanned.ts';
import type { Topic } from './topic.ts';

const OF_KIND = /类|问题|方面|口子|的事/;

/** What was said, with units in the place of kinds called like them where units were spoken of before. */
export function likeBefore(
  said: Scan,
  before: Topic | undefined,
  { folded }: Pick<Phrase, 'folded'>,
  { data }: Directory,
): Scan {
  // 施工的最多？都是什么问题, after figures of each kind: that one's.
  const apart = RANKED_GROUPS.find((one) => one === before?.by?.by);
  const one = !said.by && apart !== undefined && said[GROUP_IDS[apart]].length === 1;
  const tags = new Map([...said.tags].filter(([tag]) => tag !== 'most'));
  const scan = one ? { ...said, tags } : said;
  if (!before || OF_KIND.test(folded) || scan.categoryIds.length === 0 || scan.unitIds.length > 0)
    return scan;
  const { unitIds, categoryIds, by } = before;
  const ofUnits = unitIds.length > 0 || by?.by === 'unit';
  if (!ofUnits || categoryIds.length > 0) return scan;
  const named = scan.categoryIds.map((id) => {
    const name = data.categories.find((one) => one.id === id)?.name;
    const found = data.units.filter(
      (unit) => name !== undefined && !unit.closed && unit.name.startsWith(name),
    );
    return found.length === 1 ? found[0]?.id : undefined;
  });
  const units = named.flatMap((id) => id ?? []);
  return units.length === named.length ? { ...scan, categoryIds: [], unitIds: units } : scan;
}
