/** 项目 兴发 园区 石盖塘: one fact of a project by words; every change is a row of its history. */

import { FIELD_NAMES, goneText, leadUnitStaysText, notInText, setText } from '../cards/words-admin.ts';
import {
  factUnreadText,
  PROJECT_DAY_UNREAD,
  projectNameTakenText,
  SHORT_NAME_NEEDED,
} from '../cards/words-project.ts';
import { findPeople } from '../db/person.ts';
import { setProjectContact, setProjectUnit, updateProject } from '../db/project.ts';
import type { Answer } from '../domain/answer.ts';
import type { Person, Project } from '../domain/model.ts';
import { PRODUCTION_NODE, START_NODE } from '../domain/plan/nodes.ts';
import { amountText, bucketOf, isNone, landOf, levelOf, moneyOf } from '../domain/project-facts.ts';
import { nodeDayOfWords } from '../language/day-words.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { homeOnly, resolvePeople } from './person.ts';
import { atNeeded, splitNames } from './project.ts';
import { recordChange, refuseChange } from './project-change.ts';
import { setNode } from './project-nodes.ts';
import { whichProject } from './which-project.ts';

type ProjectSet = Call & { name: 'project-set' };
type Field = ProjectSet['field'];
/** The columns to change and what the history says; or what to answer instead. */
type Change = { patch: Parameters<typeof updateProject>[2]; from: string | null; to: string | null } | Answer;

export async function setProject(context: CommandContext, call: ProjectSet): Promise<Answer> {
  const label = FIELD_NAMES[call.field];
  const found = whichProject(
    context,
    call,
    (name) => `项目 ${name} ${label} ${call.removes ? '去掉 ' : ''}${call.value}`,
    {
      sets: true,
    },
  );
  if ('answer' in found) return found.answer;
  const { project } = found;
  const refused = refuseChange(context, project);
  if (refused) return refused;
  switch (call.field) {
    case 'secretary':
    case 'leader':
      return setPost(context, project, call);
    case 'contact':
      return call.removes ? removeContacts(context, project, call) : addContacts(context, project, call);
    case 'lead-unit':
    case 'member':
      return call.removes ? removeUnits(context, project, call) : setUnits(context, project, call);
    case 'start-on':
    case 'production-on': {
      const day = nodeDayOfWords(call.value, context);
      if (day === undefined) return { kind: 'misuse', word: '项目', problem: PROJECT_DAY_UNREAD };
      const name = call.field === 'start-on' ? START_NODE : PRODUCTION_NODE;
      return setNode(context, project, { name, plannedOn: day });
    }
    default: {
      const change = changeOf(project, call.field, call.value);
      if ('kind' in change) return change;
      const { patch, from, to } = change;
      if (!(await updateProject(context.tx, project.id, patch)))
        return { kind: 'text', tone: 'warning', text: projectNameTakenText(call.value) };
      await recordChange(context, project, label, { from, to });
      return done(project, call.field, to ?? '无');
    }
  }
}

function done(project: Project, field: Field, value: string): Answer {
  return { kind: 'text', tone: 'success', text: setText(project.name, field, value) };
}

function unread(field: Field, value: string): Answer {
  return { kind: 'misuse', word: '项目', problem: factUnreadText(field, value) };
}

type Plain = Exclude<
  Field,
  'secretary' | 'leader' | 'contact' | 'lead-unit' | 'member' | 'start-on' | 'production-on'
>;

function changeOf(project: Project, field: Plain, value: string): Change {
  const gone = isNone(value);
  switch (field) {
    case 'short-name': {
      const names = splitNames(value);
      if (names.length === 0) return { kind: 'misuse', word: '项目', problem: SHORT_NAME_NEEDED };
      const shortNames = [...new Set([...project.shortNames, ...names])];
      return {
        patch: { shortNames },
        from: project.shortNames.join('、') || null,
        to: shortNames.join('、'),
      };
    }
    case 'enterprise':
      return { patch: { enterprise: value }, from: project.enterprise, to: value };
    case 'name':
      return { patch: { name: value }, from: project.name, to: value };
    case 'green-channel': {
      const greenChannel = !/^(关|否|取消|off|no)/i.test(value);
      const say = (on: boolean) => (on ? '开' : '关');
      return { patch: { greenChannel }, from: say(project.greenChannel), to: say(greenChannel) };
    }
    case 'park': {
      const park = gone ? null : value;
      return { patch: { park }, from: project.park, to: park };
    }
    case 'note': {
      const note = gone ? null : value;
      return { patch: { note }, from: project.note ?? null, to: note };
    }
    case 'industries': {
      const industries = gone ? [] : [...new Set(splitNames(value))];
      const text = (list: readonly string[]) => list.join('、') || null;
      return { patch: { industries }, from: text(project.industries), to: text(industries) };
    }
    case 'bucket':
    case 'level':
    case 'land': {
      const read = { bucket: bucketOf, level: levelOf, land: landOf }[field](value);
      if (!gone && read === undefined) return unread(field, value);
      return { patch: { [field]: read ?? null }, from: project[field], to: read ?? null };
    }
    case 'invest-total': {
      const amount = gone ? null : moneyOf(value);
      if (amount === undefined) return unread(field, value);
      const text = (of: number | null) => (of === null ? null : `${amountText(of)} 万元`);
      return { patch: { investTotal: amount }, from: text(project.investTotal), to: text(amount) };
    }
  }
}

async function setPost(context: CommandContext, project: Project, call: ProjectSet): Promise<Answer> {
  const { tx } = context;
  const found = await resolvePeople(context, { openIds: call.openIds, text: call.value });
  if (!found.ok) return found.answer;
  const [who] = found.people;
  if (!who) return atNeeded();
  if (!who.home) return homeOnly();
  const before = call.field === 'leader' ? project.leaderId : project.secretaryId;
  await updateProject(
    tx,
    project.id,
    call.field === 'leader' ? { leaderId: who.id } : { secretaryId: who.id },
  );
  const [gone] = before === null ? [] : await findPeople(tx, [before]);
  await recordChange(context, project, FIELD_NAMES[call.field], { from: gone?.name ?? null, to: who.name });
  return done(project, call.field, who.name);
}

async function addContacts(context: CommandContext, project: Project, call: ProjectSet): Promise<Answer> {
  const { tx } = context;
  const found = await resolvePeople(context, { openIds: call.openIds, text: call.value });
  if (!found.ok) return found.answer;
  const fresh = found.people.filter(({ id }) => !project.contactIds.includes(id));
  for (const who of fresh) await setProjectContact(tx, project.id, who.id, true);
  const names = (people: readonly Person[]) => people.map((who) => who.name).join('、');
  if (fresh.length > 0)
    await recordChange(context, project, FIELD_NAMES.contact, { from: null, to: names(fresh) });
  return found.people.length > 0 ? done(project, call.field, names(found.people)) : atNeeded();
}

async function removeContacts(context: CommandContext, project: Project, call: ProjectSet): Promise<Answer> {
  const { tx } = context;
  // By the names it has, too: somebody who has left is in no group to be mentioned in.
  const own = await findPeople(tx, project.contactIds);
  const named = own.filter(({ name }) => splitNames(call.value).includes(name));
  const found =
    named.length > 0 ? undefined : await resolvePeople(context, { openIds: call.openIds, text: call.value });
  if (found && !found.ok) return found.answer;
  const gone = (found?.people ?? named).filter(({ id }) => project.contactIds.includes(id));
  if (gone.length === 0)
    return { kind: 'text', tone: 'warning', text: notInText(project.name, call.field, call.value) };
  for (const who of gone) await setProjectContact(tx, project.id, who.id, false);
  const names = gone.map((who) => who.name).join('、');
  await recordChange(context, project, FIELD_NAMES.contact, { from: names, to: null });
  return { kind: 'text', tone: 'success', text: goneText(project.name, call.field, names) };
}

async function removeUnits(context: CommandContext, project: Project, call: ProjectSet): Promise<Answer> {
  const { tx, directory } = context;
  const named = (call.unitIds ?? []).flatMap((id) => directory.unit(id) ?? []);
  if (named.length === 0)
    return { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.value } } };
  const gone = named.filter(({ id }) => project.memberUnitIds.includes(id));
  const names = (units: readonly { name: string }[]) => units.map((unit) => unit.name).join('、');
  if (gone.length === 0)
    return { kind: 'text', tone: 'warning', text: notInText(project.name, call.field, names(named)) };
  if (gone.some(({ id }) => id === project.leadUnitId))
    return { kind: 'text', tone: 'warning', text: leadUnitStaysText(names(gone)) };
  for (const unit of gone) await setProjectUnit(tx, project.id, unit.id, false);
  await recordChange(context, project, FIELD_NAMES.member, { from: names(gone), to: null });
  return { kind: 'text', tone: 'success', text: goneText(project.name, call.field, names(gone)) };
}

async function setUnits(context: CommandContext, project: Project, call: ProjectSet): Promise<Answer> {
  const { tx, directory } = context;
  const units = (call.unitIds ?? []).flatMap((id) => directory.unit(id) ?? []);
  const [first] = units;
  if (!first) return { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.value } } };
  const text = units.map((unit) => unit.name).join('、');
  const lead = call.field === 'lead-unit';
  if (lead) await updateProject(tx, project.id, { leadUnitId: first.id });
  for (const unit of units) await setProjectUnit(tx, project.id, unit.id, true);
  const before = lead && project.leadUnitId !== null ? directory.unit(project.leadUnitId)?.name : undefined;
  if (lead || units.some(({ id }) => !project.memberUnitIds.includes(id)))
    await recordChange(context, project, FIELD_NAMES[call.field], { from: before ?? null, to: text });
  return done(project, call.field, text);
}
