/** Putting a fact right (改单位/改时限/改项目), adding a file, showing in another group (同步). */
import { allows, mayNot, reachesArea, rolesOn } from '../access.ts';
import { underRules } from '../adopt-rules.ts';
import { type Decision, type Refused, refuse } from '../decision.ts';
import type { Issue, IssueCommand } from '../issue.ts';
import { changedRules } from '../rules.ts';
import { titleOf, withoutLastWord } from '../title.ts';
import {
  alreadyDone,
  annotate,
  change,
  type DecideContext,
  nextGeneration,
  requireText,
  type Told,
  tellResponsible,
  wrongStatus,
} from './change.ts';
import { routed, unitServes } from './routing.ts';

type Of<V> = Extract<IssueCommand, { verb: V }>;

/** One fact put right: what changes, old and new value for the history, who hears. */
type Correction = { ok: true; patch: Partial<Issue>; from: unknown; to: unknown; told?: Told } | Refused;

/** By reporter and secretary until it is signed, by the office until it is closed. */
export function decideCorrect(issue: Issue, command: Of<'correct'>, context: DecideContext): Decision {
  if (issue.status === 'closed' || issue.status === 'void') return wrongStatus(issue);
  const early = issue.status === 'unrouted' || issue.status === 'unsigned';
  if (!early && !rolesOn(context.actor, issue, context.directory).has('office')) return mayNot(['office']);
  const { unitId, projectId, deadline, text, misspelt } = command;
  let next = issue;
  const from: Record<string, unknown> = {};
  const to: Record<string, unknown> = {};
  const told: Told[] = [];
  // The project first: it decides which units serve the issue.
  const steps: [string, ((at: Issue) => Correction) | null][] = [
    ['projectId', projectId === undefined ? null : (at) => correctProject(at, projectId, context)],
    ['text', text === undefined ? null : (at) => correctText(at, text)],
    ['deadline', deadline === undefined ? null : (at) => correctDeadline(at, deadline, context)],
    ['unitId', unitId === undefined ? null : (at) => correctUnit(at, unitId, context)],
    ['title', misspelt === undefined ? null : (at) => correctTitle(at, misspelt)],
  ];
  for (const [field, step] of steps) {
    const correction = step?.(next);
    if (!correction) continue;
    if (!correction.ok) return correction;
    if (correction.from === correction.to) continue;
    next = { ...next, ...correction.patch };
    from[field] = correction.from;
    to[field] = correction.to;
    if (correction.told) told.push(correction.told);
  }
  if (Object.keys(to).length === 0) return alreadyDone(null);
  if (next.rules !== issue.rules) to.rules = changedRules(issue.rules, next.rules);
  return change(
    issue,
    { ...next, changedAt: context.now },
    [{ verb: 'correct', detail: { from, to, ...(command.note?.trim() && { note: command.note.trim() }) } }],
    told,
    context,
  );
}

function correctProject(issue: Issue, projectId: number | null, context: DecideContext): Correction {
  const { actor, directory } = context;
  const kept = { ok: true, from: issue.projectId, to: projectId } as const;
  if (projectId === issue.projectId) return { ...kept, patch: {} };
  // A link, a promise or a task is its project's.
  if (issue.kind !== 'problem') return refuse('of-a-link');
  if (projectId === null) {
    // Without a project an enterprise contact would lose sight of it.
    return actor.person.home
      ? { ...kept, patch: { projectId, ...rulesOfProject(issue, projectId, context) } }
      : mayNot(['secretary', 'office']);
  }
  const project = directory.project(projectId);
  if (!project) return refuse('no-project');
  if (project.archived) return refuse('project-archived', { name: project.name });
  const allowed = allows(actor, 'log', null, directory, { projectId });
  if (allowed !== true) return allowed;
  const own = issue.reporterId === actor.person.id || actor.secretaryOf.includes(projectId);
  if (!own && !reachesArea(actor, ['office', 'leader', 'principal'], project.areaId, directory)) {
    return mayNot(['secretary', 'office']);
  }
  const rules = rulesOfProject(issue, projectId, context);
  return { ...kept, patch: { projectId, areaId: project.areaId, ...rules } };
}

/** A wrong project was a mistake from the start, so the issue is measured by the right one's rules, if they differ. */
function rulesOfProject(issue: Issue, projectId: number | null, context: DecideContext): Partial<Issue> {
  const { directory } = context;
  const rules = directory.rulesFor(projectId);
  const differ = changedRules(directory.rulesFor(issue.projectId), rules).length > 0;
  return differ ? underRules(issue, rules, context) : {};
}

function correctText(issue: Issue, text: string): Correction {
  const read = requireText(text, 'text-needed');
  if (!read.ok) return read;
  return { ok: true, patch: { text: read.text, title: titleOf(read.text) }, from: issue.text, to: read.text };
}

/** A unit that was misspelt stood in the title; the text is kept as it was written. */
function correctTitle({ title }: Issue, misspelt: string): Correction {
  const to = withoutLastWord(title, misspelt);
  return { ok: true, patch: { title: to }, from: title, to };
}

function correctDeadline(
  issue: Issue,
  deadline: NonNullable<Of<'correct'>['deadline']>,
  { now }: DecideContext,
): Correction {
  if (issue.status === 'verifying') return wrongStatus(issue);
  if (issue.pending) return refuse('request-pending');
  if (deadline.at <= now) return refuse('deadline-past');
  const same = deadline.at === issue.deadline.at;
  return {
    ok: true,
    patch: { deadline, appeal: null, ladder: nextGeneration(issue.ladder, now) },
    from: issue.deadline.day,
    to: same ? issue.deadline.day : deadline.hour ? `${deadline.day} ${deadline.hour}` : deadline.day,
  };
}

function correctUnit(issue: Issue, unitId: number, context: DecideContext): Correction {
  const { actor, directory } = context;
  if (unitId === issue.unitId) return { ok: true, patch: {}, from: unitId, to: unitId };
  if (issue.status === 'paused' || issue.status === 'verifying') return wrongStatus(issue);
  if (issue.pending) return refuse('request-pending');
  const unit = directory.unit(unitId);
  if (!unit || !unitServes(unitId, issue, directory))
    return refuse('unit-unknown', { heard: unit?.name ?? '' });
  const roles = rolesOn(actor, issue, directory);
  if (issue.frozen && !roles.has('office') && !roles.has('leader')) {
    return refuse('frozen-office-only', { count: issue.bounces.length });
  }
  const patch = routed(issue, { unitId, assigneeId: null }, context);
  const told = tellResponsible({ ...issue, ...patch }, 'to-sign', directory);
  return { ok: true, patch, from: issue.unitId, to: unitId, told };
}

/** A picture or file sent in reply to the card; never required. */
export function decideAttach(issue: Issue, command: Of<'attach'>, context: DecideContext): Decision {
  if (issue.status === 'void') return wrongStatus(issue);
  return annotate(issue, {}, { verb: 'attach', detail: { ...command.attachment } }, [], context);
}

/** 同步到 a further group: one record, one more live card. Whether the group may see it is asked by the shell. */
export function decideShowIn(issue: Issue, command: Of<'show-in'>, context: DecideContext): Decision {
  const { chatId } = command;
  const decided = annotate(issue, {}, { verb: 'show-in', detail: { chatId } }, [], context);
  return { ...decided, effects: [{ kind: 'show-in', chatId }] };
}
