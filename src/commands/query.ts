/** 清单, 搜 and plain questions. What may be shown is decided when it is drawn, here only what was asked for. */

import { ONE_AT_A_TIME } from '../cards/words-figures.ts';
import { leftOutText, onlyHereText } from '../cards/words-group.ts';
import { linkTakenText, noSuchLinkText, whichLinkText } from '../cards/words-links-asked.ts';
import { pastStateText } from '../cards/words-over-time.ts';
import {
  didYouMeanText,
  NO_AREAS,
  noStartText,
  questionUnreadText,
  whichNamedText,
  whoseStartText,
} from '../cards/words-reading.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { isOfNamed } from '../domain/links-asked.ts';
import type { Person } from '../domain/model.ts';
import type { Measure, Reading } from '../domain/reading.ts';
import { nodesFirst } from '../language/lexicon/node-frames.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { findAreas, findProjects } from '../language/names.ts';
import { isBlank, readPhrase, without } from '../language/phrase.ts';
import { shortProjectName } from '../text/names.ts';
import { linksNamed } from '../views/links-across.ts';
import { projectsSeen } from '../views/projects-seen.ts';
import type { Call, CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { describedNowhere } from './described-nowhere.ts';
import { fewListed, kindSoFar, whetherDone } from './few-listed.ts';
import { kindsNotKept } from './kinds-not-kept.ts';
import { lateBeside } from './late-beside.ts';
import { leadsOf, namesHere } from './leads-of.ts';
import { linksBeside } from './links-beside.ts';
import { checkPlace } from './log.ts';
import { openBeside, openInstead } from './oldest-instead.ts';
import { askWhichUnit } from './own-unit.ts';
import { readingIn } from './reading-in.ts';
import { loggedNothing, projectsOfContact } from './reported-by.ts';
import { wordsNowhere } from './text-nowhere.ts';
import { unitOverview } from './unit-overview.ts';
import {
  filterOfPerson,
  notSoMany,
  notTheirs,
  peopleNear,
  personMeant,
  waitsToSign,
  withoutTheirWord,
} from './whose.ts';

/** 清单 and 搜. */
export async function listIssuesFor(
  context: CommandContext,
  call: Call & { name: 'list' | 'search' },
): Promise<Answer> {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  return call.name === 'list' ? filtered(context, call) : search(context, call.words);
}

/** Plain words (红色的有几个): figures first, then the list. A question about one project shows the project. */
export async function answerQuestion(context: CommandContext, call: Call & { name: 'ask' }): Promise<Answer> {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  // Whether another project has begun is nothing to be told here.
  if (call.untold && isElsewhere(context, call.topic.projectIds)) return onlyHere(context);
  const unkept =
    call.unread && (await kindsNotKept(context, { ...call, filter: { kinds: call.topic.kinds } }));
  if (unkept) return unkept;
  if (call.unread) {
    const commands = call.nearest ?? [];
    const numbers = commands.length > 1 && commands.every((one) => /^#\d+$/.test(one));
    const whose = askWhichUnit(context, call.unread);
    if (whose) return whose;
    const nowhere = call.untold ? undefined : await describedNowhere(context, context.said ?? '', commands);
    if (nowhere) return nowhere;
    const text = numbers
      ? ONE_AT_A_TIME
      : call.untold
        ? untoldText(context, call, call.unread)
        : questionUnreadText(call.unread);
    return commands.length > 0
      ? { kind: 'suggest', text, commands }
      : { kind: 'text', tone: 'warning', text };
  }
  if (call.doubt) {
    const text = whichNamedText(call.doubt.heard, call.doubt.names);
    if (call.nearest && call.nearest.length > 0) return { kind: 'suggest', text, commands: call.nearest };
    return { kind: 'text', tone: 'warning', text };
  }
  if (call.by === 'area' && context.directory.data.areas.length < 2)
    return { kind: 'suggest', text: NO_AREAS, commands: ['各单位没办完的有几个', '各项目没办完的有几个'] };
  const nowhere = await wordsNowhere(context, call);
  if (nowhere) return nowhere;
  const notKept = await kindsNotKept(context, call);
  if (notKept) return notKept;
  if (call.parts) {
    const places = call.parts.flatMap(({ filter }) => (filter.projectIds ? [filter.projectIds] : []));
    if (places.some((ids) => isElsewhere(context, ids))) return onlyHere(context);
    const leads = leadsOf(context, call);
    const lead = leads.length > 0 && { lead: leads.join(' ') };
    return {
      kind: 'several',
      parts: call.parts,
      ...(call.compare && { compare: true }),
      ...(call.sum && { sum: true }),
      ...lead,
    };
  }
  if (call.projectId !== undefined) {
    if (isElsewhere(context, [call.projectId])) return onlyHere(context);
    // The project's card cannot say what was taken for what.
    if (call.sounded && call.measure !== 'forecast' && call.measure !== 'file')
      return { kind: 'suggest', text: didYouMeanText(call.sounded.names), commands: [call.sounded.right] };
    if (call.measure !== 'forecast' && call.measure !== 'file' && !call.post)
      return { kind: 'project', projectId: call.projectId };
  }
  return filtered(context, call);
}

/** Why it cannot be told. */
function untoldText(
  { directory }: CommandContext,
  { untold, topic }: CallOf<'ask'>,
  unread: readonly string[],
): string {
  const heard = unread.join('、');
  if (untold !== 'no-start') return pastStateText(heard);
  const [projectId] = topic.projectIds;
  return projectId === undefined
    ? whoseStartText(heard)
    : noStartText(shortProjectName({ directory }, projectId), heard);
}

/** Measures whose figure is no number of a list. */
const OWN_FIGURES: readonly Measure[] = [
  'rate',
  'duration',
  'trend',
  'who',
  'forecast',
  'steps',
  'part',
  'series',
];

/** 王建国那边企业自己报的, 陶然他们提的: what firms told, and not what he did. */
function asMeant(
  context: CommandContext,
  { personAs, filter }: Call & { name: 'list' | 'ask' },
  one: Person,
) {
  const contact = projectsOfContact(context, one.id).length > 0;
  const firms = contact ? context.said?.includes(`${one.name}他们`) : filter.source === 'enterprise';
  return personAs === 'reporter' && firms ? undefined : personAs;
}

/** What a filter finds, of one person's when somebody was named; in a group it is said what is left out. */
async function filtered(context: CommandContext, call: Call & { name: 'list' | 'ask' }): Promise<Answer> {
  const heard = 'personHeard' in call ? call.personHeard : undefined;
  const person = await personMeant(context, { openId: call.personOpenId ?? null, name: heard ?? null });
  if (typeof person === 'string') {
    // In a question the word need not be a name at all.
    if (call.name === 'ask' && heard) return askWhom(context, call, heard);
    return { kind: 'refusal', refusal: { code: 'person-unknown', params: { name: heard ?? '' } } };
  }
  const as = person && asMeant(context, call, person);
  const whose =
    person &&
    filterOfPerson(context, person, as, {
      ofProblems: !(call.name === 'ask' && call.measure === 'projects'),
      filter: call.filter,
    });
  const isLeader = context.directory.data.grants.some(
    (one) => one.personId === person?.id && one.role !== 'office',
  );
  if (person && !whose && isLeader) return notSomebody(person.name);
  if (person && !whose) return { kind: 'text', tone: 'warning', text: notTheirs(context, person) };
  const reported = call.name === 'ask' && as === 'reporter' && person;
  const nothing = reported && (await loggedNothing(context, reported));
  if (nothing) return nothing;
  const unitIds = whose?.filter.unitIds;
  // 住建局 of somebody who heads another unit: either would leave the other out.
  if (person && unitIds && call.filter.unitIds && String(unitIds) !== String(call.filter.unitIds))
    return notSomebody(person.name);
  const firms = whose?.filter.projectIds;
  if (person && firms && call.filter.projectIds && String(firms) !== String(call.filter.projectIds))
    return notSomebody(person.name);
  const filter = withoutTheirWord(context, call, { ...call.filter, ...whose?.filter });
  if (filter.projectIds && isElsewhere(context, filter.projectIds)) return onlyHere(context);
  const many = call.name === 'ask' && person ? notSoMany(context, call.said, person.name, filter) : undefined;
  const waits = call.name === 'ask' && person ? await waitsToSign(context, person, filter) : undefined;
  const leads = [
    ...leadsOf(context, call),
    ...(call.name === 'ask' ? await openBeside(context, call, filter) : []),
    ...(call.name === 'ask' ? await lateBeside(context, call, filter) : []),
    ...(waits ? [waits] : []),
    ...(whose?.lead ? [whose.lead] : []),
    ...(many ? [many] : []),
  ];
  const sounds = 'sounded' in call ? (call.sounded?.names ?? []) : [];
  const more = 'others' in call ? (call.others ?? []) : [];
  const meant = [...sounds.map(({ heard: said }) => `搜 ${said}`), ...more];
  const others = meant.length > 0 && { others: meant };
  const lead = { ...(leads.length > 0 && { lead: leads.join(' ') }), ...others };
  if (call.name === 'ask' && call.measure === 'projects')
    return projectsOf(context, call, person, filter, lead);
  if (call.name === 'ask' && OWN_FIGURES.includes(call.measure))
    return { kind: 'figures', reading: { ...readingIn(call), filter, ...firstOf(context, call) }, ...lead };
  const plain = call.name === 'ask' && Object.keys(groupsOf(call)).length === 0;
  const few = plain ? await fewListed(context, call.by, filter) : undefined;
  if (few) return { kind: 'list', filter, page: 1, asked: true, fact: few, ...lead };
  const open = call.name === 'ask' ? await openInstead(context, call, filter) : undefined;
  if (call.name === 'ask' && call.by && !open)
    return { kind: 'groups', by: call.by, filter, ...groupsOf(call), ...eachOf(context, call), ...lead };
  if (call.name === 'list') return { kind: 'list', filter, page: 1, ...lead };
  const overview = await unitOverview(context, call, filter);
  if (overview) return overview;
  const soFar = call.by ? undefined : await kindSoFar(context, call.measure, filter);
  const fact = call.fact ?? (call.measure === 'why' ? 'why' : soFar?.fact);
  const ofLinks = await linksBeside(context, filter);
  const done = call.name === 'ask' ? await whetherDone(context, filter) : undefined;
  const told = [
    ...(open ? [open.told] : []),
    ...leads,
    ...[done ?? soFar?.told, ofLinks].flatMap((one) => one ?? []),
  ];
  return {
    kind: 'list',
    filter: open?.filter ?? filter,
    page: 1,
    asked: true,
    ...topOf(call),
    ...(fact && { fact }),
    ...lead,
    ...(told.length > 0 && { lead: told.join(' ') }),
  };
}

/** Of a node: the day, or how many days late, that the words ask for. */
function firstOf(
  { said = '', directory }: CommandContext,
  { measure, projectId = -1 }: Call & { name: 'ask' },
): Pick<Reading, 'first'> {
  const { name = '', shortNames = [] } = directory.project(projectId) ?? {};
  // 能 in 楚能 asks nothing.
  const bare = [name, ...shortNames].reduce((text, one) => text.replace(one, ''), said);
  const first = measure === 'forecast' ? nodesFirst(simplify(bare)) : [];
  return first.length > 0 ? { first } : {};
}

/** Of one person by the filter; of several each apart (王建国和刘敏各管几个项目). */
async function projectsOf(
  context: CommandContext,
  call: Call & { name: 'ask' },
  person: Person | undefined,
  filter: IssueFilter,
  lead: { lead?: string; others?: string[] },
): Promise<Answer> {
  const asked = readingIn(call);
  const heard = call.othersHeard ?? [];
  const { said, also = [] } = asked.projects?.links ?? {};
  if (said !== undefined) return ofLinks(context, { ...asked, filter }, [said, ...also], lead);
  if (heard.length === 0) return { kind: 'projects', asked: { ...asked, filter }, ...lead };
  const people = person ? [person] : [];
  for (const name of heard) {
    const other = await personMeant(context, { openId: null, name });
    if (typeof other === 'string' || !other) return notSomebody(name);
    if (!filterOfPerson(context, other, 'project'))
      return { kind: 'text', tone: 'warning', text: notTheirs(context, other) };
    people.push(other);
  }
  const { leaderId: _l, secretaryId: _s, ...place } = filter;
  const projects = { ...asked.projects, people: people.slice(0, MOST_PEOPLE).map(({ id }) => id) };
  return { kind: 'projects', asked: { ...asked, projects, filter: place }, ...lead };
}

/** 施工许可证办下来的项目有几个: of the links the words name, each by its whole name. */
async function ofLinks(
  context: CommandContext,
  asked: Reading,
  heard: readonly string[],
  lead: { lead?: string; others?: string[] },
): Promise<Answer> {
  const { tx, directory, now, actor, chat } = context;
  const seen = projectsSeen({ directory, now, actor, chat, demo: false });
  const ids = seen.map(({ id }) => id);
  const named: string[] = [];
  for (const said of heard) {
    const [name, ...others] = await linksNamed(tx, ids, said);
    if (name === undefined) return { kind: 'text', tone: 'warning', text: noSuchLinkText(said) };
    // Where nothing is picked by it, each that may be meant is told under its whole name.
    if (others.length > 0 && asked.projects?.links?.rows?.is && isOfNamed(asked.projects.links))
      return {
        kind: 'suggest',
        text: whichLinkText(said),
        commands: [name, ...others].slice(0, MOST_LINKS).map((one) => `各项目${one}办到哪了`),
      };
    named.push(...[name, ...others].filter((one) => !named.includes(one)));
  }
  const [said = '', ...also] = named.slice(0, MOST_LINKS);
  const links = { ...asked.projects?.links, said, ...(also.length > 0 && { also }) };
  const taken = named.map((name, i) => linkTakenText(name, named.length === heard.length ? heard[i] : name));
  const told = [...taken, lead.lead ?? ''].filter((one) => one !== '').join(' ');
  const projects = { ...asked.projects, links };
  return { kind: 'projects', asked: { ...asked, projects }, ...lead, ...(told !== '' && { lead: told }) };
}

const MOST_LINKS = 8;
const MOST_PEOPLE = 4;

/** Nobody is called so, or several are: whoever bears nearly that name, else it may be what is looked for. */
async function askWhom(
  context: CommandContext,
  { said }: Call & { name: 'ask' },
  heard: string,
): Promise<Answer> {
  const near = said?.includes(heard) ? await peopleNear(context, heard) : [];
  if (!said || near.length === 0) return notSomebody(heard);
  const commands = near.map((name) => said.replace(heard, name));
  return { kind: 'suggest', text: didYouMeanText([{ heard, name: '' }]), commands };
}

/** Nobody is called so: it may be what is looked for. */
function notSomebody(heard: string): Answer {
  const commands = [`关于${heard}的问题有几个`, '没办完的有几个'];
  return { kind: 'suggest', text: questionUnreadText([heard]), commands };
}

/** A reading off a button, with the rights of whoever tapped. */
export function answerReading(context: CommandContext, reading: Reading, page = 1): Answer {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  const { filter, projectId, measure, by } = reading;
  const projects = projectId === undefined ? filter.projectIds : [projectId];
  if (projects && isElsewhere(context, projects)) return onlyHere(context);
  if (projectId !== undefined && measure !== 'forecast' && measure !== 'who')
    return { kind: 'project', projectId };
  if (measure === 'projects') return { kind: 'projects', asked: reading, page };
  if (OWN_FIGURES.includes(measure)) return { kind: 'figures', reading };
  if (by) return { kind: 'groups', by, filter, ...groupsOf(reading) };
  return {
    kind: 'list',
    filter,
    page,
    asked: true,
    ...topOf(reading),
    ...(reading.fact && { fact: reading.fact }),
  };
}

const eachOf = ({ said = '' }: CommandContext, { by }: Call & { name: 'ask' }) =>
  by === 'project' && /各|每个|分别/u.test(said) && !/[哪谁]|有[^,，]{1,8}的(?:项目|企业)/u.test(said)
    ? { each: true as const }
    : {};

/** Which groups are told, in which order, and what of them. */
function groupsOf(reading: Omit<Reading, 'filter'>) {
  const { having, told, most, standing } = reading;
  return {
    ...(most && most !== 'high' && most !== 'low' && { most }),
    ...(standing !== undefined && { standing }),
    ...topOf(reading),
    ...(having && { having }),
    ...(told && { told }),
  };
}

function topOf({ top }: Pick<Reading, 'top'>) {
  return top === undefined ? {} : { top };
}

/** Words that only name another project are no words to look for here. */
function search(context: CommandContext, words: string): Answer {
  const wanted = words.slice(0, 100);
  const answer: Answer = { kind: 'list', filter: { search: wanted }, page: 1 };
  if (context.chat?.kind !== 'project') return answer;
  const phrase = readPhrase(wanted);
  const { directory } = readContextOf(context);
  const projects = findProjects(phrase, directory).filter(({ ids }) => isElsewhere(context, ids));
  const areas = findAreas(phrase, directory);
  const outside = [...projects, ...areas].map(({ span }) => span);
  if (outside.length === 0) return answer;
  if (projects.length > 0 && isBlank(without(phrase, outside))) return onlyHere(context);
  const heard = outside.map(([from, until]) => phrase.text.slice(from, until));
  return { ...answer, lead: leftOutText(namesHere(context), heard) };
}

/** None of the projects is this group's. */
function isElsewhere({ chat }: CommandContext, projectIds: readonly number[]): boolean {
  return (
    chat?.kind === 'project' &&
    projectIds.length > 0 &&
    !projectIds.some((id) => chat.projectIds.includes(id))
  );
}

function onlyHere(context: CommandContext): Answer {
  return { kind: 'text', tone: 'warning', text: onlyHereText(namesHere(context)) };
}
