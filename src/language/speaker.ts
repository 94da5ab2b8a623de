/** Who the speaker says they are (我是住建的老吴，我们局…), and whose problems are theirs (我的, 我手上). */
import type { IssueFilter } from '../domain/issue-filter.ts';
import { filterOfPost, filterOfProjects } from '../domain/post-held.ts';
import type { ReadContext } from './definition.ts';
import { fold } from './phrase.ts';
import type { Scan } from './scanned.ts';

const SELF = /(?<=^|[\s,。;!?])我是([^\s,。;!?我]{2,12})(?=[\s,。;!?]|$)/u;

/**
 * The text with such words blanked, of the same length, where they tell what is known of the speaker; somebody else's
 * name or unit is left to be told as not understood.
 */
export function withoutSelf(folded: string, { actor, directory }: ReadContext): string {
  const match = SELF.exec(folded);
  const said = match?.[1];
  if (!match || said === undefined) return folded;
  const unit = actor.person.unitId === null ? undefined : directory.unit(actor.person.unitId);
  const units = unit ? [unit.name, ...unit.shortNames].map(fold) : [];
  const named = [...units, ...units.map((one) => one.replace(/局$/u, ''))];
  const known = [...named.filter((one) => one.length >= 2), fold(actor.person.name)];
  if (!known.some((one) => one !== '' && said.includes(one))) return folded;
  const end = match.index + match[0].length;
  return folded.slice(0, match.index) + ' '.repeat(match[0].length) + folded.slice(end);
}

/** 新增, 新来: nobody is said to have logged them. */
export function comesAnew({ heard }: Scan): boolean {
  return /新|增|[来冒]了?$/.test(heard.get('basis') ?? '');
}

/** 我的: what I logged, or signed for; of the post I hold. What waits for a signature waits for my units. */
export function speakerOf(scan: Scan, context: ReadContext, logged: boolean): IssueFilter {
  const { actor, directory } = context;
  const { id } = actor.person;
  if (logged && !comesAnew(scan)) return { reporterId: id };
  if (scan.states.some((s) => s.kind === 'status' && s.status === 'unsigned')) {
    const own = actor.person.unitId === null ? [] : [actor.person.unitId];
    const unitIds = [...new Set([...own, ...actor.signsFor])];
    if (unitIds.length > 0) return { unitIds };
  }
  // 我签收的: what one did oneself.
  if (scan.step !== undefined && scan.step !== 'told-up') return { personId: id };
  return filterOfPost(id, directory) ?? { personId: id };
}

/** Whether 我的 are those of projects, whatever unit has them, or none. */
export function ofProjectsOf({ step }: Scan, { actor, directory }: ReadContext): boolean {
  return step === undefined && filterOfProjects(actor.person.id, directory) !== undefined;
}
