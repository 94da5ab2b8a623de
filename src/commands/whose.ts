/** Whose problems are meant by somebody's name in a question: signed for by them, of their unit, of their projects. */
import { asContactText } from '../cards/words-asides.ts';
import { notSoManyText, waitsToSignText } from '../cards/words-people.ts';
import {
  asHeadText,
  asOfficeText,
  asPrincipalText,
  notTheirsText,
  officeHoldsNoneText,
} from '../cards/words-reading.ts';
import { findPeople } from '../db/person.ts';
import { seesProject } from '../domain/access.ts';
import type { IssueFilter } from '../domain/answer.ts';
import type { Step } from '../domain/issue-filter.ts';
import type { Person } from '../domain/model.ts';
import { filterOfPost, filterOfProjects, isOnlyPrincipal } from '../domain/post-held.ts';
import { distance } from '../language/nearest.ts';
import { fold } from '../language/phrase.ts';
import { projectsSaid } from '../language/project-words.ts';
import { soundsLike } from '../language/sounds.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import type { Call, Match, PersonAs } from './call.ts';
import type { CommandContext } from './context.ts';
import { countFound } from './count-found.ts';
import { resolvePerson } from './person.ts';
import { projectsOfContact } from './reported-by.ts';

const TITLED =
  /^([老小]?\p{Script=Han}|\p{Script=Han}{2,3}?)(书记|副?市长|副?县长|副?区长|副?镇长|常委|副?局长|主任|所长|大队长|队长|部长|行长|总经理|经理|总|秘书|科长|组长)$/u;

/**
 * As {@link resolvePerson}; beside it 周局长 and 老唐, where only one who holds a post bears the family name, and 吴斌局长.
 */
export async function personMeant(
  context: CommandContext,
  heard: { openId: string | null; name: string | null },
): Promise<Person | 'unknown' | 'ambiguous' | undefined> {
  const found = await resolvePerson(context, heard);
  if (found !== 'unknown' || !heard.name) return found;
  const { name, title } = partsOf(heard.name);
  if (name.length > 1 && title !== '' && !/^[老小]/.test(name))
    return resolvePerson(context, { openId: null, name });
  // Who holds these posts is not kept; the head of the unit, of the same family name, is somebody else.
  if (/^(?:副局长|总|科长)$/.test(title)) return 'unknown';
  const family = /^[老小]/.test(name) ? name.slice(1) : name;
  if (family.length !== 1) return 'unknown';
  const named = (await findPeople(context.tx, holders(title, context))).filter((one) =>
    one.name.startsWith(family),
  );
  return named.length > 1 ? 'ambiguous' : (named[0] ?? 'unknown');
}

function partsOf(heard: string): { name: string; title: string } {
  const titled = TITLED.exec(heard);
  return { name: titled?.[1] ?? heard, title: titled?.[2] ?? '' };
}

/**
 * Who may have been meant by a name nobody bears: of one family name, or one character aside. Only to officials, and
 * only of their own areas: a name is not for everybody. @returns their names
 */
export async function peopleNear(context: CommandContext, heard: string): Promise<string[]> {
  if (!context.actor.person.home) return [];
  const { name, title } = partsOf(heard);
  const plain = name.replace(/^[老小]/, '');
  const all = await findPeople(context.tx, holders('', context));
  const near = all.filter((one) =>
    plain.length === 1
      ? one.name.startsWith(plain)
      : soundsLike(one.name, plain) || distance(one.name, plain) === 1,
  );
  const post = new Set(title === '' ? [] : holders(title, context));
  const first = near
    .filter((one) => one.home && sharesArea(context, one.id))
    .toSorted((a, b) => Number(post.has(b.id)) - Number(post.has(a.id)));
  return [...new Set(first.map((one) => one.name))].slice(0, MOST_NEAR);
}

const MOST_NEAR = 3;

/** One of their posts lies where the asker has something to do, or above or below it. */
export function sharesArea({ actor, directory }: CommandContext, personId: number): boolean {
  const { units, projects, grants } = directory.data;
  const areasOf = (id: number, unitId: number | null) => [
    ...grants.flatMap((one) => (one.personId === id ? [one.areaId] : [])),
    ...units.flatMap((one) =>
      one.headId === id || one.coordinatorId === id || one.id === unitId ? [one.areaId] : [],
    ),
    ...projects.flatMap((one) => (one.leaderId === id || one.secretaryId === id ? [one.areaId] : [])),
  ];
  const seen = directory.liveProjects.filter((one) => seesProject(actor, one, directory));
  const mine = [...areasOf(actor.person.id, actor.person.unitId), ...seen.map(({ areaId }) => areaId)];
  return areasOf(personId, null).some((theirs) =>
    mine.some((own) => directory.reaches(own, theirs) || directory.reaches(theirs, own)),
  );
}

/** Who is called so by their post; without a title all who hold one. */
function holders(title: string, { directory }: CommandContext): number[] {
  const { units, projects, grants } = directory.data;
  const leaders = [
    ...grants.flatMap(({ personId, role }) => (role === 'leader' || role === 'principal' ? [personId] : [])),
    ...projects.map(({ leaderId }) => leaderId),
  ];
  const heads = units.map(({ headId }) => headId);
  const secretaries = projects.map(({ secretaryId }) => secretaryId);
  const all = [...heads, ...leaders, ...secretaries, ...units.map(({ coordinatorId }) => coordinatorId)];
  const ids =
    title === ''
      ? all
      : /书记|市长|县长|区长|镇长|常委/.test(title)
        ? leaders
        : title === '秘书'
          ? secretaries
          : title === '主任' || title === '组长'
            ? [...heads, ...leaders]
            : heads;
  return [...new Set(ids.filter((id) => id !== null))];
}

export interface Whose {
  filter: IssueFilter;
  /** What the name was taken for, where the title cannot say it. */
  lead?: string;
}

const TOLD_TO_PRINCIPAL: IssueFilter = { toldUp: 'principal' };

/**
 * The filter of somebody's; undefined: they are no such person (高远 leads no project, nothing is told up to them).
 * @param filter what else is asked for
 */
export function filterOfPerson(
  context: CommandContext,
  person: Person,
  as: PersonAs | undefined,
  { ofProblems = true, filter = {} }: { ofProblems?: boolean; filter?: IssueFilter } = {},
): Whose | undefined {
  const { directory } = context;
  const { units, grants } = directory.data;
  const { step, statuses, extension } = filter;
  const head = units.find(({ headId }) => headId === person.id);
  if (as === 'doer' && step === 'bounced' && head)
    return {
      filter: { stepUnitIds: [head.id] },
      lead: asHeadText(person.name, shortUnitName({ directory }, head.id), true),
    };
  if (as === 'doer' && step && mayHaveDone(context, person, step)) return { filter: { stepById: person.id } };
  const atOffice = statuses?.every((one) => one === 'unrouted') || extension === 'asked';
  if (atOffice && isOffice(context, person)) return { filter: {}, lead: asOfficeText(person.name) };
  if (as === 'reporter') return { filter: { reporterId: person.id } };
  const ofProjects = filterOfProjects(person.id, directory);
  if (as === 'told') {
    if (grants.some(({ personId, role }) => personId === person.id && role === 'principal'))
      return isOnlyPrincipal(person.id, directory.data) ? { filter: { toldUp: 'principal' } } : undefined;
    // To which leader is not kept: it is told to the one of the project.
    return ofProjects?.leaderId === undefined ? undefined : { filter: { toldUp: 'leader', ...ofProjects } };
  }
  const principal = { filter: TOLD_TO_PRINCIPAL, lead: asPrincipalText(person.name) };
  // 高远书记盯的那几件: of one who has no projects.
  if (as === 'project') {
    if (ofProjects) return { filter: ofProjects };
    return ofProblems && isOnlyPrincipal(person.id, directory.data) ? principal : undefined;
  }
  const firm = head || ofProjects ? undefined : ofTheirFirm(context, person);
  if (firm) return firm;
  // 李航手上没签收的: what waits for the liaison officer to sign is the unit's.
  const signs = String(filter?.statuses) === 'unsigned' && coordinates(context, person).length > 0;
  const unitId = head?.id ?? (as === 'unit' || signs ? person.unitId : null);
  if (unitId !== null) {
    const unit = shortUnitName({ directory }, unitId);
    return { filter: { unitIds: [unitId] }, lead: asHeadText(person.name, unit, head !== undefined) };
  }
  if (as === 'unit') return undefined;
  const held = filterOfPost(person.id, directory);
  if (held?.toldUp) return principal;
  if (held) return { filter: held };
  return isOffice(context, person) ? undefined : { filter: { personId: person.id } };
}

/** Why nothing is counted of somebody who holds no such problems. */
export function notTheirs(context: CommandContext, person: Person): string {
  const office = isOffice(context, person) && filterOfPost(person.id, context.directory) === undefined;
  return office ? officeHoldsNoneText(person.name) : notTheirsText(person.name);
}

/** Of the office, which signs for nothing: what waits to be handed on, or for an approval, waits for it. */
function isOffice({ directory }: CommandContext, { id, unitId }: Person): boolean {
  const { grants, projects } = directory.data;
  return (
    unitId === null &&
    grants.some(({ personId, role }) => personId === id && role === 'office') &&
    projects.every(({ secretaryId }) => secretaryId !== id)
  );
}

/** What units do to what is theirs; the others are done by those who drive them. */
const OF_UNITS: readonly Step[] = [
  ...(['signed', 'bounced', 'progress', 'reported-done', 'asked-extension', 'appealed'] as const),
];

/** 李航催过的 are those he was urged for; what a head's people did is the unit's, and the office does nothing of theirs. */
function mayHaveDone(context: CommandContext, person: Person, step: Step): boolean {
  const head = context.directory.data.units.some(({ headId }) => headId === person.id);
  if (step === 'handled') return !head;
  return OF_UNITS.includes(step) ? !head && !isOffice(context, person) : person.unitId === null;
}

/** 陶然他们公司还有几件: a contact signs for nothing, so the firm's are meant. */
function ofTheirFirm(context: CommandContext, { id, name }: Person): Whose | undefined {
  const { directory } = context;
  const [project, second] = projectsOfContact(context, id);
  if (!project || second) return undefined;
  const called = shortProjectName({ directory }, project.id);
  return { filter: { projectIds: [project.id] }, lead: asContactText(name, called) };
}

/** 供电的冯刚: 供电公司 by the word beside its head, and no kind of matter. */
export function withoutTheirWord(
  { directory }: CommandContext,
  call: Call,
  filter: IssueFilter,
): IssueFilter {
  const [categoryId, second] = filter.categoryIds ?? [];
  if (call.name !== 'ask' || call.personHeard === undefined || second !== undefined) return filter;
  const unit = directory.unit(filter.unitIds?.[0] ?? -1);
  const word = categoryId === undefined ? undefined : directory.category(categoryId)?.name;
  const said = call.said ?? '';
  const beside = [`${word}${call.personHeard}`, `${word}的${call.personHeard}`].some((one) =>
    said.includes(one),
  );
  if (word === undefined || !beside || !unit?.name.startsWith(word)) return filter;
  const { categoryIds: _, ...rest } = filter;
  return rest;
}

/** 刘敏管的那三个项目, who has four. */
export function notSoMany(
  { directory }: CommandContext,
  said: string | undefined,
  name: string,
  { secretaryId, leaderId }: IssueFilter,
): string | undefined {
  const many = said === undefined ? undefined : projectsSaid(fold(said), name);
  if (many === undefined || (secretaryId === undefined && leaderId === undefined)) return undefined;
  const own = directory.liveProjects.filter((one) =>
    secretaryId === undefined ? one.leaderId === leaderId : one.secretaryId === secretaryId,
  );
  return own.length === many ? undefined : notSoManyText(name, own.length, many);
}

/** Units whose liaison officer this is. */
const coordinates = ({ directory }: CommandContext, { id }: Person): number[] =>
  directory.data.units.flatMap((one) => (one.coordinatorId === id ? [one.id] : []));

/** 李航手上几件: what waits for the liaison officer to sign is nobody's yet, and said beside it. */
export async function waitsToSign(
  context: CommandContext,
  person: Person,
  { personId, ...filter }: IssueFilter,
): Promise<string | undefined> {
  const unitIds = coordinates(context, person);
  const waits = filter.statuses?.includes('unsigned') && !filter.statuses.includes('closed');
  if (personId === undefined || !waits || unitIds.length === 0) return undefined;
  const total = await countFound(context, { ...filter, unitIds, statuses: ['unsigned'] });
  return total ? waitsToSignText(person.name, total) : undefined;
}

/** 郑局那边办结了几件: understood, of one whom nobody is called so. */
export async function namesNobody(context: CommandContext, match: Match): Promise<boolean> {
  if (match.kind !== 'call' || match.call.name !== 'ask' || match.call.personHeard === undefined)
    return false;
  return (await personMeant(context, { openId: null, name: match.call.personHeard })) === 'unknown';
}
