/** Who stands first by a rate or by days. */
import { groupName } from '../cards/issue-groups.ts';
import { TITLE_WORDS } from '../cards/words.ts';
import { firstsText } from '../cards/words-ranks.ts';
import type { GroupKey } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { ViewContext } from '../text/view.ts';

interface Measured {
  id: GroupKey | null;
  value: number | null;
}

/** A sentence that names them; none where nobody was asked for. @param known in their order */
export function firstsOf(
  known: readonly Measured[],
  { by, most, measure }: Reading,
  ctx: ViewContext,
): string[] {
  const [first, second] = known;
  if (!by || (most !== 'high' && most !== 'low') || first?.value == null) return [];
  const level = known.filter(({ value }) => value === first.value);
  const names = level.map(({ id }) => (id === null ? '' : groupName(by, id, ctx)));
  const all = level.length === known.length ? TITLE_WORDS.groups[by](known.length) : undefined;
  return [firstsText(names, { most, value: first.value, days: measure === 'duration', all }, !second)];
}
