/** Who the speaker says they are (我是住建的老吴，我们局…), and whose problems are theirs (我的, 我手上). */
import type { IssueFilter } from '../domain/issue-filter.ts';
import { filterOfPost, filterOfProjects } from '../domain/post-held.ts';
import type { ReadContext } from './definition.ts';
import { AT_MINE, withSelfWords } from './lexicon/self-words.ts';
import { fold } from './phrase.ts';
import type { Scan } from './scanned.ts';

const SELF = /(?<=^|[\s,。;!?])我是([^\s,。;!?我]{2,12})(?=[\s,。;!?]|$)/u;

/**
 * The text with such words blanked, of the same length, where they tell what is known of the speaker; somebody else's
 * name or unit is left to be told as not understood.
 */
export function withoutSelf(whole: string, context: ReadContext): string {
  const { actor, directory } = context;
  // 报到我唐志强这里的: the name says it again.
  const own = `我${fold(actor.person.name)}`;
  const spoken = own.length > 2 ? whole.replace(own, '我'.padStart(own.length)) : whole;
  const folded = withSelfWords(withOwnName(spoken, context), context);
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

const KIND_OF_UNIT = /(?:公司|大队|支队|中心|委员会|局|委|办)$/u;

/** 我们供电, said by one of 供电公司: the unit, and no kind of matter. The text keeps its length. */
function withOwnName(folded: string, { actor, directory }: ReadContext): string {
  const unit = actor.person.unitId === null ? undefined : directory.unit(actor.person.unitId);
  const stems = unit ? [unit.name, ...unit.shortNames].map((one) => fold(one).replace(KIND_OF_UNIT, '')) : [];
  return stems
    .filter((stem) => stem.length >= 2)
    .reduce((said, stem) => {
      const ours = new RegExp(
        `(?:我们|咱们|俺们)${escaped(stem)}(?!类|方面|问题|事项|\\p{Script=Han}?[局委办]|公司|大队|支队|中心)`,
        'gu',
      );
      return said.replace(ours, `我局${' '.repeat(stem.length)}`);
    }, folded);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** 新增, 新来: nobody is said to have logged them. */
export function comesAnew({ heard, tags }: Scan): boolean {
  // 报了几条新问题: somebody did it.
  return (tags.get('basis') ?? 0) < 2 && /新(?!登|提|报|录|立)|增|[来冒]了?$/.test(heard.get('basis') ?? '');
}

/** 我这儿新登了几条, of who has projects: of those. */
export function isOfMyPlace({ heard }: Scan, { actor, directory }: ReadContext): boolean {
  return AT_MINE.test(heard.get('me') ?? '') && filterOfProjects(actor.person.id, directory) !== undefined;
}

/** 我的: what I logged, or signed for; of the post I hold. What waits for a signature waits for my units. */
export function speakerOf(scan: Scan, context: ReadContext, logged: boolean): IssueFilter {
  const { actor, directory } = context;
  const { id } = actor.person;
  const ofProjects = scan.tags.has('of-projects') || scan.tags.has('projects');
  if (logged && !ofProjects && !comesAnew(scan) && !isOfMyPlace(scan, context)) return { reporterId: id };
  if (waitsForUnits(scan)) {
    const own = actor.person.unitId === null ? [] : [actor.person.unitId];
    const unitIds = [...new Set([...own, ...actor.signsFor])];
    if (unitIds.length > 0) return { unitIds };
  }
  // 我催过的: what one did oneself.
  if (scan.doer) return { stepById: id };
  return filterOfPost(id, directory) ?? { personId: id };
}

/** What came, waits for a signature or to be verified, is with no person of the unit. */
function waitsForUnits({ states, step, doer }: Scan): boolean {
  return (
    (step === 'routed' && !doer) ||
    states.some((s) => s.kind === 'status' && (s.status === 'unsigned' || s.status === 'verifying'))
  );
}

/** Whether 我的 are those of projects, whatever unit has them, or none. */
export function ofProjectsOf({ step }: Scan, { actor, directory }: ReadContext): boolean {
  return step === undefined && filterOfProjects(actor.person.id, directory) !== undefined;
}

/** Those the speaker leads, keeps or speaks for. */
export function ownProjects({ actor, directory }: ReadContext): number[] {
  const own = new Set([...actor.secretaryOf, ...actor.leaderOf, ...actor.contactOf]);
  return directory.liveProjects.filter(({ id }) => own.has(id)).map(({ id }) => id);
}
