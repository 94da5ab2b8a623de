/** Administration from chat: units, people, roles, categories, areas, settings, holidays. */
import {
  areaNameTakenText,
  areaUnknownText,
  categoryChangedText,
  LAST_ADMINISTRATOR,
  madeText,
  parentAreaUnknownText,
  renamedUnitText,
  roleText,
  setText,
  settingProblemText,
  settingSavedText,
  unitNameTakenText,
} from '../cards/words-admin.ts';
import { insertArea } from '../db/area.ts';
import { saveCategory } from '../db/category.ts';
import { enqueue } from '../db/outbox.ts';
import { updatePerson } from '../db/person.ts';
import { grantRole, revokeRole } from '../db/role.ts';
import { saveSetting } from '../db/setting.ts';
import { insertUnit, updateUnit } from '../db/unit.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import type { Person, Unit } from '../domain/model.ts';
import { readSetting } from '../domain/settings.ts';
import { CHECK_OUTSIDE } from '../kinds/jobs.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { setHolidays } from './holiday.ts';
import { homeOnly, resolvePeople } from './person.ts';
import { areaOf, atNeeded, createProject, splitNames } from './project.ts';
import { setProject } from './project-set.ts';
import { answerRow } from './reply.ts';
import { refuseRules } from './rules.ts';

export async function runAdministration(context: CommandContext, call: Call): Promise<Answer | null> {
  switch (call.name) {
    case 'project-create':
      return createProject(context, { name: call.projectName, enterprise: call.enterprise });
    case 'project-set':
      return setProject(context, call);
    case 'units':
    case 'categories':
    case 'areas':
      return { kind: call.name };
  }
  const may = allows(context.actor, 'admin', null, context.directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  switch (call.name) {
    case 'unit-create':
      return createUnit(context, call);
    case 'unit-set':
      return setUnit(context, call);
    case 'category-set':
      return setCategory(context, call);
    case 'people':
      return { kind: 'people', words: call.words };
    case 'roles':
    case 'settings':
    case 'holidays':
      return { kind: call.name };
    case 'health':
      return checkHealth(context);
    case 'role-set':
      return setRole(context, call);
    case 'setting-set':
      return setSetting(context, call);
    case 'holiday-set':
      return setHolidays(context, call);
    case 'area-create':
      return createArea(context, call);
    default:
      throw new Error(`no handler for ${call.name}`);
  }
}

async function createUnit(context: CommandContext, call: Call & { name: 'unit-create' }): Promise<Answer> {
  const areaId = areaOf(context);
  const unit = await insertUnit(context.tx, { areaId, name: call.unitName, shortNames: call.shortNames });
  if (!unit) return warn(unitNameTakenText(call.unitName));
  return good(madeText('unit', unit.name));
}

async function setUnit(context: CommandContext, call: Call & { name: 'unit-set' }): Promise<Answer> {
  const { tx, directory } = context;
  const unit = call.unitId === null ? undefined : directory.unit(call.unitId);
  if (!unit) return { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.heard } } };
  const done = (value: string) => good(setText(unit.name, call.field, value));
  switch (call.field) {
    case 'head':
    case 'coordinator': {
      const found = await resolvePeople(context, { openIds: call.openIds, text: call.value });
      if (!found.ok) return found.answer;
      const [person] = found.people;
      if (!person) return atNeeded();
      if (!person.home) return homeOnly();
      await updateUnit(
        tx,
        unit.id,
        call.field === 'head' ? { headId: person.id } : { coordinatorId: person.id },
      );
      if (person.unitId === null) await updatePerson(tx, person.id, { unitId: unit.id });
      return done(person.name);
    }
    case 'member': {
      const found = await resolvePeople(context, { openIds: call.openIds, text: call.value });
      if (!found.ok) return found.answer;
      if (found.people.length === 0) return atNeeded();
      if (found.people.some((person) => !person.home)) return homeOnly();
      for (const person of found.people) await updatePerson(tx, person.id, { unitId: unit.id });
      return done(found.people.map((person) => person.name).join('、'));
    }
    case 'short-name': {
      const names = splitNames(call.value);
      await updateUnit(tx, unit.id, { shortNames: [...new Set([...unit.shortNames, ...names])] });
      return done(names.join('、'));
    }
    case 'name':
      return renameUnit(context, unit, call.value);
    case 'category':
      for (const name of splitNames(call.value)) {
        const known = directory.data.categories.find((one) => one.name === name);
        await saveCategory(tx, {
          name,
          keywords: known?.keywords ?? [name],
          unitId: unit.id,
          limitDays: known?.limitDays ?? directory.settings.limitDays,
        });
      }
      return done(call.value);
  }
}

/** The name of before goes on being understood: after a reform people say it for years. */
async function renameUnit({ tx }: CommandContext, unit: Unit, name: string): Promise<Answer> {
  const former = [...(unit.formerNames ?? []), unit.name].filter((one) => one !== name);
  const patch = {
    name,
    shortNames: unit.shortNames.filter((one) => one !== name),
    formerNames: [...new Set(former)],
  };
  if (!(await updateUnit(tx, unit.id, patch))) return warn(unitNameTakenText(name));
  return good(renamedUnitText(unit.name, name));
}

async function setCategory(context: CommandContext, call: Call & { name: 'category-set' }): Promise<Answer> {
  const { tx, directory } = context;
  if (call.unitId === null && call.unitHeard) {
    return { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.unitHeard } } };
  }
  const known = directory.data.categories.find((one) => one.name === call.categoryName);
  await saveCategory(tx, {
    name: call.categoryName,
    keywords: [...new Set([...(known?.keywords ?? [call.categoryName]), ...call.keywords])],
    unitId: call.unitId ?? known?.unitId ?? null,
    limitDays: call.limitDays ?? known?.limitDays ?? directory.settings.limitDays,
  });
  return good(known ? categoryChangedText(call.categoryName) : madeText('category', call.categoryName));
}

async function setRole(context: CommandContext, call: Call & { name: 'role-set' }): Promise<Answer> {
  const { tx, directory } = context;
  const area = call.areaHeard
    ? directory.data.areas.find((one) => one.name === call.areaHeard)
    : directory.area(directory.topAreaId);
  if (!area) return warn(areaUnknownText(call.areaHeard));
  const found = await resolvePeople(context, { openIds: call.openIds, text: call.names.join('、') });
  if (!found.ok) return found.answer;
  const { people } = found;
  if (people.length === 0) return atNeeded();
  if (people.some((person) => !person.home)) return homeOnly();
  for (const person of people) {
    if (!call.grant && call.role === 'administrator' && (await lastAdministrator(context, person))) {
      return warn(LAST_ADMINISTRATOR);
    }
    const grant = { personId: person.id, role: call.role, areaId: area.id };
    await (call.grant ? grantRole(tx, grant) : revokeRole(tx, grant));
  }
  const names = people.map((person) => person.name).join('、');
  return good(roleText(call.grant, { role: call.role, names, area: area.name }));
}

async function lastAdministrator(context: CommandContext, person: Person): Promise<boolean> {
  const holders = context.directory.data.grants.filter((grant) => grant.role === 'administrator');
  return holders.length === 1 && holders[0]?.personId === person.id;
}

async function setSetting(context: CommandContext, call: Call & { name: 'setting-set' }): Promise<Answer> {
  const read = readSetting(call.key, call.value);
  if (!read.ok) return warn(settingProblemText(read.problem));
  const wrong = refuseRule(read, context.directory);
  if (wrong) return warn(wrong);
  await saveSetting(context.tx, read.key, read.value);
  return good(settingSavedText(call.key, call.value));
}

/** One number of the rules may make no sense beside the others. */
function refuseRule(read: { key: string; value: unknown }, directory: Directory): string | undefined {
  const [group, field] = read.key.split('.');
  if (group !== 'rules' || field === undefined) return undefined;
  const rules = { ...directory.settings.rules, [field]: read.value };
  return refuseRules({ projectId: null, rules }, directory);
}

async function createArea(context: CommandContext, call: Call & { name: 'area-create' }): Promise<Answer> {
  const { tx, directory } = context;
  const parent = call.parentHeard
    ? directory.data.areas.find((one) => one.name === call.parentHeard)
    : directory.area(directory.topAreaId);
  if (!parent) return warn(parentAreaUnknownText(call.parentHeard));
  if (directory.data.areas.some((one) => one.name === call.areaName))
    return warn(areaNameTakenText(call.areaName));
  await insertArea(tx, { name: call.areaName, parentId: parent.id });
  return good(madeText('area', call.areaName));
}

/** The platform is asked first, after this transaction; the card follows. */
async function checkHealth(context: CommandContext): Promise<null> {
  const { tx, deps, now, actor, chatId, messageId, via } = context;
  const to = via === 'message' ? { chatId, replyTo: messageId } : { openId: actor.person.openId };
  const then = answerRow(context, { kind: 'health' }, to);
  const payload = { then };
  await enqueue(tx, [CHECK_OUTSIDE.row({ id: deps.newId(), target: then.target, payload, dueAt: now })], now);
  return null;
}

function good(text: string): Answer {
  return { kind: 'text', tone: 'success', text };
}

function warn(text: string): Answer {
  return { kind: 'text', tone: 'warning', text };
}
