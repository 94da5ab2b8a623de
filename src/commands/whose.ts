/** Whose problems are meant by somebody's name in a question: signed for by them, of their unit, of their projects. */
import { asHeadText } from '../cards/words-reading.ts';
import { findPeople } from '../db/person.ts';
import type { IssueFilter } from '../domain/answer.ts';
import type { Person } from '../domain/model.ts';
import { shortUnitName } from '../text/names.ts';
import type { PersonAs } from './call.ts';
import type { CommandContext } from './context.ts';
import { resolvePerson } from './person.ts';

const TITLED =
  /^(\p{Script=Han})(书记|副?市长|副?县长|副?区长|常委|副?局长|主任|所长|大队长|队长|部长|行长|总|秘书|科长|组长)$/u;

/** As {@link resolvePerson}; beside it 周局长, where only one who holds such a post bears the family name. */
export async function personMeant(
  context: CommandContext,
  heard: { openId: string | null; name: string | null },
): Promise<Person | 'unknown' | 'ambiguous' | undefined> {
  const found = await resolvePerson(context, heard);
  const titled = found === 'unknown' ? TITLED.exec(heard.name ?? '') : null;
  if (!titled) return found;
  const [, family = '', title = ''] = titled;
  // Who holds these posts is not kept; the head of the unit, of the same family name, is somebody else.
  if (/^(?:副局长|总|科长)$/.test(title)) return 'unknown';
  const people = await findPeople(context.tx, holders(title, context));
  const named = people.filter(({ name }) => name.startsWith(family));
  return named.length > 1 ? 'ambiguous' : (named[0] ?? 'unknown');
}

/** Who is called so by their post. */
function holders(title: string, { directory }: CommandContext): number[] {
  const { units, projects, grants } = directory.data;
  const leaders = [
    ...grants.flatMap(({ personId, role }) => (role === 'leader' || role === 'principal' ? [personId] : [])),
    ...projects.map(({ leaderId }) => leaderId),
  ];
  const heads = units.map(({ headId }) => headId);
  const ids = /书记|市长|县长|区长|常委/.test(title)
    ? leaders
    : title === '秘书'
      ? projects.map(({ secretaryId }) => secretaryId)
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

/** The filter of somebody's; undefined: they are no such person (高远 leads no project, nothing is told up to them). */
export function filterOfPerson(
  context: CommandContext,
  person: Person,
  as: PersonAs | undefined,
): Whose | undefined {
  const { directory, now } = context;
  const { units, projects, grants } = directory.data;
  const head = units.find(({ headId }) => headId === person.id);
  const leads = projects.some(({ leaderId }) => leaderId === person.id);
  const keeps = projects.some(({ secretaryId }) => secretaryId === person.id);
  if (as === 'reporter') return { filter: { reporterId: person.id } };
  if (as === 'told') {
    const role = grants.find((one) => one.personId === person.id && one.role !== 'office')?.role;
    const principals = new Set(grants.filter((one) => one.role === 'principal').map((one) => one.personId));
    if (role === 'principal') return principals.size === 1 ? { filter: { toldUp: 'principal' } } : undefined;
    // To which leader is not kept: it is told to the one of the project.
    return leads ? { filter: { toldUp: 'leader', leaderId: person.id } } : undefined;
  }
  const ofProjects = leads
    ? { filter: { leaderId: person.id } }
    : keeps
      ? { filter: { secretaryId: person.id } }
      : undefined;
  if (as === 'project') return ofProjects;
  const unitId = head?.id ?? (as === 'unit' ? person.unitId : null);
  if (unitId !== null) {
    const unit = shortUnitName({ directory, now, people: new Map(), demo: false }, unitId);
    return { filter: { unitIds: [unitId] }, lead: asHeadText(person.name, unit, head !== undefined) };
  }
  if (as === 'unit') return undefined;
  return ofProjects ?? { filter: { personId: person.id } };
}
