/** 项目: showing one, making one, saying who belongs to it. */
import { AT_NEEDED, madeText, setText } from '../cards/words-admin.ts';
import { PROJECT_NOT_HERE } from '../cards/words-group.ts';
import {
  nodeAgreedText,
  PROJECT_DAY_UNREAD,
  projectNameTakenText,
  SHORT_NAME_NEEDED,
} from '../cards/words-project.ts';
import { agreedPlan } from '../db/plan.ts';
import { insertProject, setProjectContact, setProjectUnit, updateProject } from '../db/project.ts';
import { allows, reachesArea } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { readDeadline } from '../domain/deadline.ts';
import type { Project } from '../domain/model.ts';
import type { Day } from '../domain/time.ts';
import { bindTo } from './bind.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { homeOnly, resolvePeople } from './person.ts';

export function showProject(context: CommandContext, call: Call & { name: 'project' }): Answer {
  const { chat } = context;
  const id = call.projectId ?? (call.heard ? null : (chat?.defaultProjectId ?? null));
  if (id === null) {
    return call.heard
      ? { kind: 'refusal', refusal: { code: 'no-project', params: { name: call.heard } } }
      : { kind: 'projects' };
  }
  // What a project's group shows is read by all its members.
  if (chat?.kind === 'project' && !chat.projectIds.includes(id)) {
    return { kind: 'text', tone: 'warning', text: PROJECT_NOT_HERE };
  }
  return { kind: 'project', projectId: id };
}

/** Makes a project; said in an unbound group it is bound to it at once. */
export async function createProject(
  context: CommandContext,
  wanted: { name: string; enterprise: string | null },
): Promise<Answer> {
  const { actor, directory, tx, now, chat } = context;
  const areaId = areaOf(context);
  const may = allows(actor, 'settings', null, directory, { areaId });
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const project = await insertProject(tx, { areaId, name: wanted.name, enterprise: wanted.enterprise }, now);
  if (!project) return { kind: 'text', tone: 'warning', text: projectNameTakenText(wanted.name) };
  if (chat?.kind !== 'unbound')
    return { kind: 'text', tone: 'success', text: madeText('project', project.name) };
  const fresh = { ...context, directory: await context.deps.directory.get(tx) };
  return bindTo(fresh, project.id);
}

/** Area in which somebody makes things: that of the own office grant, else the whole deployment. */
export function areaOf(context: CommandContext): number {
  const own = context.actor.grants.find((grant) => grant.role !== 'leader');
  return context.chat?.areaId ?? own?.areaId ?? context.directory.topAreaId;
}

type ProjectSet = Call & { name: 'project-set' };

export async function setProject(context: CommandContext, call: ProjectSet): Promise<Answer> {
  const { actor, directory, tx } = context;
  const project = call.projectId === null ? undefined : directory.project(call.projectId);
  if (!project) return { kind: 'refusal', refusal: { code: 'no-project', params: { name: call.heard } } };
  const may = allows(actor, 'settings', null, directory, { projectId: project.id });
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const done = (value: string): Answer => ({
    kind: 'text',
    tone: 'success',
    text: setText(project.name, call.field, value),
  });

  switch (call.field) {
    case 'secretary':
    case 'leader': {
      const found = await resolvePeople(context, { openIds: call.openIds, text: call.value });
      if (!found.ok) return found.answer;
      const [who] = found.people;
      if (!who) return atNeeded();
      if (!who.home) return homeOnly();
      await updateProject(
        tx,
        project.id,
        call.field === 'leader' ? { leaderId: who.id } : { secretaryId: who.id },
      );
      return done(who.name);
    }
    case 'contact': {
      const found = await resolvePeople(context, { openIds: call.openIds, text: call.value });
      if (!found.ok) return found.answer;
      for (const who of found.people) await setProjectContact(tx, project.id, who.id, true);
      return found.people.length > 0 ? done(found.people.map((who) => who.name).join('、')) : atNeeded();
    }
    case 'lead-unit':
    case 'member': {
      const units = (call.unitIds ?? []).flatMap((id) => directory.unit(id) ?? []);
      const [first] = units;
      if (!first) return { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.value } } };
      if (call.field === 'lead-unit') await updateProject(tx, project.id, { leadUnitId: first.id });
      for (const unit of units) await setProjectUnit(tx, project.id, unit.id, true);
      return done(units.map((unit) => unit.name).join('、'));
    }
    case 'start-on':
    case 'production-on': {
      const day = readDay(context, call.value);
      if (day === undefined) return { kind: 'misuse', word: '项目', problem: PROJECT_DAY_UNREAD };
      const held = await heldByPlan(context, project);
      if (held) return held;
      await updateProject(
        tx,
        project.id,
        call.field === 'start-on' ? { startOn: day } : { productionOn: day },
      );
      return done(day);
    }
    case 'short-name': {
      const names = splitNames(call.value);
      if (names.length === 0) return { kind: 'misuse', word: '项目', problem: SHORT_NAME_NEEDED };
      await updateProject(tx, project.id, { shortNames: [...new Set([...project.shortNames, ...names])] });
      return done(names.join('、'));
    }
    case 'enterprise':
      await updateProject(tx, project.id, { enterprise: call.value });
      return done(call.value);
    case 'name':
      await updateProject(tx, project.id, { name: call.value });
      return done(call.value);
    case 'green-channel': {
      const on = !/^(关|否|取消|off|no)/i.test(call.value);
      await updateProject(tx, project.id, { greenChannel: on });
      return done(on ? '开' : '关');
    }
  }
}

/** Nodes of an agreed plan change with both sides, or by the leader in charge. */
async function heldByPlan(
  { tx, actor, directory }: CommandContext,
  project: Project,
): Promise<Answer | undefined> {
  const plan = await agreedPlan(tx, project.id);
  const { home } = actor.person;
  const leads = actor.leaderOf.includes(project.id);
  const may = leads || reachesArea(actor, ['leader', 'principal'], project.areaId, directory);
  if (!plan || (home && may)) return undefined;
  return { kind: 'text', tone: 'warning', text: nodeAgreedText(plan.version) };
}

export function splitNames(text: string): string[] {
  return text
    .split(/[\s,，、;；]+/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** A node of a project may lie in the past, so a full date is taken as it is. */
function readDay(context: CommandContext, text: string): Day | undefined {
  const iso = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text.trim());
  if (iso) {
    const [, year, month = '', date = ''] = iso;
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day
      ? undefined
      : day;
  }
  const { calendar, settings } = context.directory;
  const read = readDeadline(text, {
    now: context.now,
    calendar,
    timeZone: settings.timeZone,
    hours: settings.hours,
  });
  return read.kind === 'found' ? read.day : undefined;
}

export function atNeeded(): Answer {
  return { kind: 'text', tone: 'warning', text: AT_NEEDED };
}
