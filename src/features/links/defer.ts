/** 容缺: the link goes on without a paper, which somebody promises to bring by a day; the promise is an item. */

import { applyNew } from '../../commands/apply.ts';
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { sourceOf } from '../../commands/issue.ts';
import { personOfMention } from '../../commands/person.ts';
import { listDeferrals } from '../../db/link.ts';
import type { Answer } from '../../domain/answer.ts';
import { createItem } from '../../domain/create-item.ts';
import { readDeadline } from '../../domain/deadline.ts';
import type { Deadline } from '../../domain/issue.ts';
import type { Person } from '../../domain/model.ts';
import { findLinks } from '../../domain/plan/find-link.ts';
import { isTicked } from '../../domain/plan/link-state.ts';
import type { Material, ProjectLink } from '../../domain/plan/model.ts';
import { findUnits } from '../../language/names.ts';
import { readPhrase, without } from '../../language/phrase.ts';
import { deadlineText } from '../../text/deadline.ts';
import { type HeldLink, holdLink } from './act.ts';
import { type ChosenLink, good, warn } from './choose.ts';
import { splitLink } from './materials.ts';
import { mayOffice } from './rights.ts';
import type { Board } from './store.ts';
import { DEFER_WORDS, linkNo, linkTitle, PROGRESS } from './words.ts';

/** What is promised, by whom and until when. */
export interface Pledge {
  material: Material;
  deadline: Deadline;
  unitId: number | null;
  person: Person | null;
  /** The office's, for a paper that cannot be deferred; undefined: none was given. */
  force?: string;
}

const FORCE = /\s*(?:综合办特批|特批|理由)[:：\s]*(.*)$/s;

export async function runDefer(context: CommandContext, call: CallOf<'link-defer'>): Promise<Answer> {
  const forced = FORCE.exec(call.text);
  const text = forced ? call.text.slice(0, forced.index) : call.text;
  const split = await splitLink(context, { ...call, text }, '容缺');
  if ('answer' in split) return split.answer;
  const { chosen, rest } = split;
  const { now, directory } = context;
  const read = readDeadline(rest, { now, ...directory.clock });
  if (read.kind === 'unclear') return warn(DEFER_WORDS.badDay(read.phrase));
  const words = read.kind === 'found' ? `${rest.slice(0, read.span[0])} ${rest.slice(read.span[1])}` : rest;
  const material = findMaterial(chosen, words, directory);
  if ('answer' in material) return material.answer;
  if (read.kind === 'none') return warn(DEFER_WORDS.noDay);
  const { at, day, hour, phrase, rule } = read;
  const [openId] = call.openIds;
  return pledge(context, chosen, {
    material,
    deadline: { at, day, phrase, rule, ...(hour !== undefined && { hour }) },
    unitId: call.unitIds[0] ?? null,
    person: openId === undefined ? null : await personOfMention(context, openId),
    ...(forced && { force: (forced[1] ?? '').trim() }),
  });
}

/** By its number, a part of its name, or the link it comes from; what was said may name a unit beside it. */
function findMaterial(
  { link, board }: ChosenLink,
  said: string,
  directory: CommandContext['directory'],
): Material | { answer: Answer } {
  const { materials } = link.definition;
  const phrase = readPhrase(said);
  const spoken = [
    phrase.text,
    without(
      phrase,
      findUnits(phrase, directory).map(({ span }) => span),
    ).text,
  ].map((words) => words.replace(/[\s,，。、;；@]+|(?:由|请|到|于|前)(?=\s|$)/g, ''));
  for (const words of spoken.filter((one) => one !== '')) {
    const numbered = /^第?(\d{1,2})项?$/.exec(words);
    const found = numbered
      ? materials.slice(Number(numbered[1]) - 1, Number(numbered[1]))
      : materials.filter(({ name }) => name === words);
    const near =
      found.length > 0 ? found : materials.filter(({ name }) => name.replace(/\s+/g, '').includes(words));
    if (near.length === 1 && near[0]) return near[0];
    const [made, ...others] = near.length > 0 ? [] : madeBy(words, materials, board);
    if (made && others.length === 0) return made;
    if (near.length > 1)
      return { answer: listed(DEFER_WORDS.several(linkTitle(link.definition)), near, materials) };
  }
  return { answer: listed(DEFER_WORDS.noMaterial(linkTitle(link.definition)), materials, materials) };
}

const DOCUMENT = /(?:的?(?:批复|批文|批准书|证书|审批|审查意见|意见书?|文件))+$/;

/** Called by the link it comes from: 生态环境影响报告表批复 for 环评批复. */
function madeBy(words: string, materials: readonly Material[], { links }: Board): Material[] {
  const from = findLinks(
    words.replace(DOCUMENT, ''),
    links.map(({ definition }) => definition),
  );
  return materials.filter(({ name, producedBy }) =>
    from.some(
      (one) =>
        one.code === producedBy ||
        [one.name, ...one.synonyms].some((called) => called.length > 1 && name.includes(called)),
    ),
  );
}

function listed(lead: string, shown: readonly Material[], all: readonly Material[]): Answer {
  const lines = shown.map(
    (material) =>
      `${all.indexOf(material) + 1}. ${material.name}${material.deferrable ? '' : '（不能容缺）'}`,
  );
  return warn([lead, ...lines].join('\n'));
}

export async function pledge(context: CommandContext, chosen: ChosenLink, said: Pledge): Promise<Answer> {
  const held = await holdLink(context, chosen, { check: (one) => refusePledge(context, chosen, one, said) });
  return 'answer' in held ? held.answer : keepPledge(context, held, said);
}

async function refusePledge(
  context: CommandContext,
  { project }: ChosenLink,
  { link, byCode }: Pick<HeldLink, 'link' | 'byCode'>,
  said: Pledge,
): Promise<Answer | undefined> {
  const { material } = said;
  const title = linkTitle(link.definition);
  if (link.unconcerned) return warn(PROGRESS.unconcernedNow(title));
  if (isTicked(link, material, byCode) !== null) return warn(DEFER_WORDS.there(material.name));
  const standing = (await listDeferrals(context.tx, [link.id])).find(
    (item) => item.text === material.name && item.status !== 'closed',
  );
  if (standing) return warn(DEFER_WORDS.standing(material.name, standing.id));
  if (!material.deferrable) {
    const may = mayOffice(context.actor, project, context.directory);
    if (may !== true || !said.force) return warn(DEFER_WORDS.notDeferrable(material.name));
  }
  return responsibleOf(link, said) === null ? warn(DEFER_WORDS.who) : undefined;
}

/** The unit of the person, the unit named, else that of the link. */
function responsibleOf(link: ProjectLink, { person, unitId }: Pledge): number | null {
  return (person?.home ? person.unitId : null) ?? unitId ?? link.unitId;
}

async function keepPledge(context: CommandContext, held: HeldLink, said: Pledge): Promise<Answer> {
  const { actor, directory, now } = context;
  const { link, project } = held;
  const { material, person, deadline } = said;
  // People of other tenants sign for nothing: the unit sees to it that they bring it.
  const named = person?.home ? person : null;
  const unitId = responsibleOf(link, said);
  if (unitId === null) return warn(DEFER_WORDS.who);
  const made = createItem(
    {
      kind: 'deferral',
      linkId: link.id,
      title: DEFER_WORDS.title(material.name, linkNo(link.definition)),
      text: material.name,
      projectId: project.id,
      unitId,
      assigneeId: named?.id ?? null,
      reporterId: actor.person.id,
      deadline,
      now,
    },
    actor.person.id,
    directory,
  );
  const place = { chatId: context.chatId, isGroup: context.chatType === 'group' };
  const item = await applyNew(sourceOf(context), made, place);
  const unit = directory.unit(unitId)?.name ?? '';
  const who = person ? (person.home ? person.name : DEFER_WORDS.outsider(person.name, unit)) : unit;
  const day = deadlineText(deadline, { year: Number(deadline.day.slice(0, 4)) });
  const force = said.force && !material.deferrable ? DEFER_WORDS.forced(said.force) : '';
  return good([...held.lead, `${DEFER_WORDS.made(material.name, item.id, day, who)}${force}`].join('\n'));
}
