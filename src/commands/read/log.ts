/** 报: cuts a line into what, which unit, by when. */
import { deadlineUnreadText } from '../../cards/words-reading.ts';
import { TEXT_LIMIT } from '../../domain/issue.ts';
import { LINK, titleOf } from '../../domain/title.ts';
import type { ReadContext } from '../../language/definition.ts';
import { type FoundDeadline, findDeadline } from '../../language/lexicon/deadline.ts';
import { HELD_LINKS } from '../../language/lexicon/links.ts';
import { findCategory, findUnits, type Named, readNames } from '../../language/names.ts';
import { cut, isBlank, MENTION, type Phrase, without } from '../../language/phrase.ts';
import type { LogLine, ReadDeadline, SaidPerson } from '../../language/said.ts';
import { type Chosen, chooseProject, chooseUnit } from './choose.ts';
import { type Labelled, splitLabels, valuesOf } from './labelled.ts';
import { type Roles, readRoles } from './roles.ts';
import { type Facts, lineTitle, type Span } from './title.ts';

/** Text of a line longer than {@link TEXT_LIMIT}, in characters as people count them. */
export function countTooMany(text: string): number | undefined {
  if (text.length <= TEXT_LIMIT) return undefined;
  const count = [...text].length;
  return count > TEXT_LIMIT ? count : undefined;
}

/** Masks spans so that no part of a name is read as something else. */
function mask(text: string, spans: readonly Span[], filler: string): string {
  const units = text.split('');
  for (const [from, until] of spans) units.fill(filler, from, until);
  return units.join('');
}

/** The line with its links masked: they are words that hold no facts. */
function withoutLinks(line: Phrase): Phrase {
  const links = [...line.text.matchAll(LINK)].map((one): Span => [one.index, one.index + one[0].length]);
  return links.length === 0 ? line : { ...line, folded: mask(line.folded, links, MENTION) };
}

interface Read {
  names: Named[];
  /** The line with its deadline blanked: 住建局3天内 shows the unit standing alone. */
  plain: Phrase;
  deadline: FoundDeadline;
}

function readFacts(said: Phrase, context: ReadContext): Read {
  const line = withoutLinks(said);
  const spans = [...readNames(line, context.directory), ...line.mentions].map(({ span }) => span);
  const links = [...line.text.matchAll(LINK)].map((one): Span => [one.index, one.index + one[0].length]);
  const masked = (filler: string) => mask(mask(line.text, links, MENTION), spans, filler);
  const glued = findDeadline(masked(MENTION), context);
  const deadline = glued.span ? glued : (afterName(findDeadline(masked(' '), context), line, spans) ?? glued);
  const plain = deadline.span ? { ...line, folded: mask(line.folded, [deadline.span], ' ') } : line;
  return { names: readNames(plain, context.directory), plain, deadline };
}

/** 住建局3天: a time right behind a name, with nothing after it, is set off by the name. */
function afterName(found: FoundDeadline, { folded }: Phrase, names: readonly Span[]) {
  const { span } = found;
  if (!span || !names.some(([, until]) => until === span[0])) return undefined;
  return /^(?:$|[\s,。;、!])/.test(folded.slice(span[1], span[1] + 1)) ? found : undefined;
}

/** Facts of one line. `title` is '' when nothing but facts is there. */
export function readLine(line: Phrase, context: ReadContext): LogLine {
  const held = [...line.folded.matchAll(HELD_LINKS)];
  if (held.length === 0) return readWithoutLink(line, context);
  const rest = without(
    line,
    held.map(({ index, 0: said }) => [index, index + said.length]),
  );
  const heard = held.map(([, numbers, names]) => numbers ?? names).join('、');
  return { ...readWithoutLink(rest, context), text: line.text, linkHeard: heard };
}

/** The same where no link can be held up: words about one stay in the title. */
export function readWithoutLink(line: Phrase, context: ReadContext): LogLine {
  const labelled = splitLabels(withoutLinks(line));
  return (labelled && readLabelled(line, labelled, context)) ?? readPlain(line, context);
}

function readPlain(line: Phrase, context: ReadContext): LogLine {
  const { names, plain, deadline } = readFacts(line, context);
  const project = chooseProject(names, context);
  const roles = readRoles(plain, names);
  const unit = chooseUnit(roles ? roles.leads.slice(0, 1) : names, project.id, context);
  const coUnitIds = roles ? helpersOf(roles, project.id, context) : [];
  const facts = {
    names: [...unit.names, ...project.names],
    spans: roles?.spans ?? [],
    deadline: deadline.span,
  };
  return {
    ...peopleOf(line),
    text: line.text,
    title: titleAround(line, plain, facts, deadline.unread),
    unitId: unit.id,
    projectId: project.id,
    categoryId: findCategory(line, context.directory),
    deadline: deadline.read,
    unitCandidates: unit.candidates,
    projectCandidates: project.candidates,
    ...(project.elsewhere.length > 0 && { projectsElsewhere: project.elsewhere }),
    ...(coUnitIds.length > 0 && { coUnitIds }),
  };
}

/** Who helps: those said so, and of several who lead all but the first. */
function helpersOf({ leads, helpers }: Roles, projectId: number | null, context: ReadContext): number[] {
  const ids = [...leads.slice(1), ...helpers].map((name) => chooseUnit([name], projectId, context).id);
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Words of time at the end that were not understood stay in the title, and hold no fact before them in it. */
function titleAround(line: Phrase, plain: Phrase, facts: Facts, unread: Span | undefined): string {
  if (!unread || !isBlank(cut(line, unread[1]))) return lineTitle(line, plain, facts);
  const title = lineTitle(cut(line, 0, unread[0]), cut(plain, 0, unread[0]), facts);
  return title === '' ? lineTitle(line, plain, facts) : titleOf(`${title} ${line.text.slice(...unread)}`);
}

function peopleOf({ mentions }: Phrase): Pick<LogLine, 'assigneeOpenId' | 'others'> {
  const people = new Map<string, SaidPerson>(mentions.map(({ openId, name }) => [openId, { openId, name }]));
  const [first, ...others] = [...people.values()];
  return { assigneeOpenId: first?.openId ?? null, ...(others.length > 0 && { others }) };
}

/** 事项：… 责任单位：…; undefined when the matter stands in none of its places. */
function readLabelled(line: Phrase, labelled: Labelled, context: ReadContext): LogLine | undefined {
  const matter = valuesOf(labelled, 'matter')[0] ?? labelled.head;
  if (isBlank(matter)) return undefined;
  const base = readPlain(matter, context);
  const [projectSaid] = valuesOf(labelled, 'project');
  const project = projectSaid && chooseProject(readNames(projectSaid, context.directory), context);
  const projectId = project?.names.length ? project.id : base.projectId;
  const coUnitIds = valuesOf(labelled, 'co-unit').flatMap((value) =>
    findUnits(value, context.directory).flatMap(({ ids }) => ids.slice(0, 1)),
  );
  return {
    ...base,
    ...unitLabelled(labelled, projectId, base, context),
    ...deadlineLabelled(labelled, base, context),
    ...peopleOf(line),
    text: line.text,
    projectId,
    categoryId: findCategory(line, context.directory),
    ...(project && { projectCandidates: project.candidates }),
    ...(coUnitIds.length > 0 && { coUnitIds: [...new Set(coUnitIds)] }),
  };
}

function unitLabelled(
  labelled: Labelled,
  projectId: number | null,
  base: LogLine,
  context: ReadContext,
): Pick<LogLine, 'unitId' | 'unitCandidates' | 'unitHeard'> {
  const [value] = valuesOf(labelled, 'unit');
  if (!value) return { unitId: base.unitId, unitCandidates: base.unitCandidates };
  const unit: Chosen = chooseUnit(readNames(value, context.directory), projectId, context);
  const heard = unit.id === null && value.mentions.length === 0 ? { unitHeard: value.text } : {};
  return { unitId: unit.id, unitCandidates: unit.candidates, ...heard };
}

/** What stands in the place of the deadline and is none is asked back, for it stands nowhere else. */
function deadlineLabelled(
  labelled: Labelled,
  base: LogLine,
  context: ReadContext,
): Pick<LogLine, 'deadline'> {
  const [value] = valuesOf(labelled, 'deadline');
  if (!value)
    return { deadline: base.deadline.ok ? base.deadline : (besideUnits(labelled, context) ?? base.deadline) };
  const { read } = findDeadline(value.text, context);
  if (read.ok || !read.missing) return { deadline: read };
  return { deadline: { ok: false, missing: false, problem: deadlineUnreadText(value.text) } };
}

/** 牵头：住建局 配合：供电公司 12月20日: a time that has no label of its own. */
function besideUnits(labelled: Labelled, context: ReadContext): ReadDeadline | undefined {
  const values = [...valuesOf(labelled, 'unit'), ...valuesOf(labelled, 'co-unit')];
  return values.map(({ text }) => findDeadline(text, context).read).find(({ ok }) => ok);
}
