/** What somebody said of a link, as a change of the template; or why it is none. */

import type { CommandContext } from '../../commands/context.ts';
import { personOfMention } from '../../commands/person.ts';
import { findPeopleByName } from '../../db/person.ts';
import type { LinkDefinition, LinkTemplate } from '../../domain/plan/model.ts';
import { fold } from '../../language/phrase.ts';
import type { SaidField } from './read.ts';
import type { LinkChange } from './rules.ts';
import { readDuration } from './rules-duration.ts';
import { readPredecessors } from './rules-predecessors.ts';
import { LINK, titleOf } from './words.ts';

interface Said {
  field: SaidField;
  value: string;
  openIds: readonly string[];
}

const NAME_CHARS = 40;
const TEXT_CHARS = 500;

/** @returns a string: what is to be said instead */
export async function readChange(
  context: CommandContext,
  { field, value, openIds }: Said,
  { link, template }: { link: LinkDefinition; template: LinkTemplate },
): Promise<LinkChange | string> {
  if (value.length > TEXT_CHARS) return LINK.tooLong(TEXT_CHARS);
  switch (field) {
    case 'promised': {
      const duration = readDuration(value);
      return typeof duration === 'string' ? durationProblem(duration, value) : { field, duration };
    }
    case 'statutory':
      return readStatutory(value, link);
    case 'contact':
      return readContact(context, value, openIds);
    case 'unit':
      return readUnit(context, value);
    case 'name':
      return readName(value, link, template);
    case 'material-added':
      return readMaterial(value, link);
    case 'material-removed':
      return removedMaterial(value, link);
    case 'dependencies': {
      const read = readPredecessors(value, link, template.links);
      return read.ok ? { field, dependencies: read.dependencies } : LINK.predecessor(read.heard);
    }
    case 'fee':
      return { field, text: value };
    case 'place':
      return { field, text: isNone(value) ? null : value };
    case 'unconcerned':
    case 'concerned':
      return { field: 'concerned', concerned: field === 'concerned', question: LINK.question };
    case 'confirmed':
      return { field };
  }
}

const isNone = (text: string) => /^(?:无|没有|取消|自动|默认)$/.test(text.trim());

function durationProblem(problem: 'unread' | 'zero', heard: string): string {
  return problem === 'zero' ? LINK.zero : LINK.duration(heard.slice(0, 20));
}

/** 20个工作日 《行政许可法》第四十二条; without a law the one of before stands. */
function readStatutory(value: string, { statutory }: LinkDefinition): LinkChange | string {
  if (isNone(value)) return { field: 'statutory', statutory: null };
  const [, heard = '', law = ''] =
    /^(\S+?(?:日|天|办|办结)(?:\s*(?=\s)|$)|\d+\s*个?\s*(?:工作日|工作天|日|天))\s*(.*)$/s.exec(value) ?? [];
  const duration = readDuration(heard || value);
  if (typeof duration === 'string') return durationProblem(duration, heard || value);
  const by = law.replace(/^[\s,，。;；:：]*(?:依据|根据)?[:：\s]*/, '').trim() || statutory?.law || '';
  return by === ''
    ? LINK.lawNeeded
    : {
        field: 'statutory',
        statutory: { ...duration, law: by, ...(statutory?.minimum && { minimum: true }) },
      };
}

async function readContact(
  context: CommandContext,
  value: string,
  openIds: readonly string[],
): Promise<LinkChange | string> {
  const [openId, ...others] = openIds;
  if (others.length > 0) return LINK.onePerson;
  if (openId !== undefined) {
    const person = await personOfMention(context, openId);
    return person.home ? { field: 'contact', personId: person.id } : LINK.homeOnly;
  }
  if (isNone(value)) return { field: 'contact', personId: null };
  const name = value.replace(/^@/, '').trim();
  const found = (await findPeopleByName(context.tx, name)).filter(({ home }) => home);
  const [person] = found;
  if (!person || found.length > 1) return LINK.person(name.slice(0, 20), found.length);
  return { field: 'contact', personId: person.id };
}

/** By exactly one of its names: what an authority is called is no guess. */
function readUnit({ directory }: CommandContext, value: string): LinkChange | string {
  if (isNone(value)) return { field: 'unit', unitId: null };
  const heard = fold(value).replace(/\s/g, '');
  const found = directory.data.units.filter(
    (unit) => !unit.closed && [unit.name, ...unit.shortNames].some((name) => fold(name) === heard),
  );
  const [unit] = found;
  if (!unit) return LINK.unit(value.slice(0, 20));
  return found.length > 1 ? LINK.units(value.slice(0, 20)) : { field: 'unit', unitId: unit.id };
}

function readName(value: string, link: LinkDefinition, { links }: LinkTemplate): LinkChange | string {
  if (value.length < 2 || value.length > NAME_CHARS) return LINK.named(NAME_CHARS);
  const bearer = links.find((one) => one.code !== link.code && one.name === value);
  return bearer ? LINK.nameTaken(titleOf(bearer)) : { field: 'name', name: value };
}

function readMaterial(value: string, { materials }: LinkDefinition): LinkChange | string {
  const deferrable = /[（(，,\s]*可以?容缺[）)]?\s*$/.exec(value);
  const name = value.slice(0, deferrable?.index ?? value.length).trim();
  if (name.length < 2) return LINK.materialNeeded;
  if (materials.some((one) => one.name === name)) return LINK.materialThere(name);
  return { field: 'material-added', material: { name, deferrable: deferrable !== null, producedBy: null } };
}

/** By its name, or its number on the card. */
function removedMaterial(value: string, { materials }: LinkDefinition): LinkChange | string {
  const numbered = /^(?:第)?(\d{1,2})(?:项)?$/.exec(value)?.[1];
  const found =
    numbered === undefined ? materials.find(({ name }) => name === value) : materials[Number(numbered) - 1];
  if (found) return { field: 'material-removed', name: found.name };
  const names = materials.map(({ name }, at) => `${at + 1} ${name}`).join('；');
  return LINK.materialUnknown(value.slice(0, 30), names);
}
