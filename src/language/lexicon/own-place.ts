/** The place somebody speaks from without naming it: 我们园区, 本县, 园区里. */
import { seesProject } from '../../domain/access.ts';
import type { ReadContext } from '../definition.ts';

const AROUND = '(?:里面|里头|里边|里|内部|内|这边|那边)?';
const OWN = new RegExp(
  `(?:我们|咱们|我|咱|俺们|本)(?:这个|这)?(工业园区|产业园区|园区|开发区|高新区|新区|县|区|市|镇|乡|街道)${AROUND}(?![长委直管属级])`,
  'y',
);
/** Alone it is the speaker's, where no other name stands before it. */
const BARE = new RegExp(`(?:全|整个|这个)?(园区|高新区|开发区)${AROUND}(?![长管委])`, 'y');
const LIKE_PARK = /(?:园区|开发区|高新区|新区|工业园|产业园|科技园)$/;

export type OwnPlace = { length: number } & (
  | { areas: number[] }
  | { park: string }
  /** Several may be meant. */
  | { names: string[] }
);

/** @param alone nothing that could be its name stands right before */
export function ownPlaceAt(
  folded: string,
  at: number,
  alone: boolean,
  context: ReadContext,
): OwnPlace | undefined {
  OWN.lastIndex = at;
  BARE.lastIndex = at;
  // 红灯最少的园区: which of them.
  const bare = alone && folded[at - 1] !== '的';
  const match = OWN.exec(folded) ?? (bare ? BARE.exec(folded) : null);
  const kind = match?.[1];
  if (!match || kind === undefined) return undefined;
  const found = placeOf(kind, context);
  return found && { length: match[0].length, ...found };
}

function placeOf(kind: string, context: ReadContext) {
  const { directory } = context;
  const ends = (id: number) => directory.area(id)?.name.endsWith(kind) ?? false;
  const park = kind.endsWith('园区');
  const like = (id: number) => park && LIKE_PARK.test(directory.area(id)?.name ?? '');
  for (const fits of [ends, like]) {
    const above = ownAreas(context).flatMap((id) => upFrom(id, context).find(fits) ?? []);
    if (above.length > 0) return oneOf([...new Set(above)], context);
    const below = directory.data.areas.map(({ id }) => id).filter((id) => fits(id) && isBelow(id, context));
    if (below.length > 0) return oneOf(below, context);
  }
  const [only, second] = park ? parksSeen(context) : [];
  return only !== undefined && second === undefined ? { park: only } : undefined;
}

function oneOf(ids: number[], { directory }: ReadContext) {
  const names = ids.map((id) => directory.area(id)?.name ?? '');
  return ids.length === 1 ? { areas: ids } : { names };
}

/** Where the speaker's office reaches, their unit lies, the group's projects are. */
function ownAreas({ directory, actor, chat }: ReadContext): number[] {
  const unit = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const here = chat.projectIds.flatMap((id) => directory.project(id)?.areaId ?? []);
  const all = [...here, ...actor.grants.map(({ areaId }) => areaId), ...(unit === undefined ? [] : [unit])];
  return [...new Set(all.filter((id) => id !== null && id !== undefined))];
}

/** The area and those above it, the nearest first. */
function upFrom(id: number, { directory }: ReadContext): number[] {
  const up: number[] = [];
  for (let at: number | null | undefined = id; at != null && up.length < 20; ) {
    up.push(at);
    at = directory.area(at)?.parentId;
  }
  return up;
}

function isBelow(id: number, context: ReadContext): boolean {
  return ownAreas(context).some((own) => context.directory.reaches(own, id));
}

function parksSeen({ directory, actor }: ReadContext): string[] {
  const seen = directory.liveProjects.filter((one) => seesProject(actor, one, directory));
  return [...new Set(seen.flatMap(({ park }) => park ?? []))];
}
