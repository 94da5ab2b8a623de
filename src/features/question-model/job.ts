/** Asks the model after the commit, and answers once: a proposal, or what would have been answered without a model. */

import { presentIn } from '../../commands/identify.ts';
import { loadChat } from '../../db/chat.ts';
import { enqueue } from '../../db/outbox.ts';
import { loadActor } from '../../db/person.ts';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Chat } from '../../domain/model.ts';
import { dayOf } from '../../domain/time.ts';
import { defineJob } from '../../engine/job.ts';
import { ASK_MODEL } from '../../kinds/jobs.ts';
import { ANSWER } from '../../kinds/messages.ts';
import { namesSeen } from '../../language/names-seen.ts';
import { type Known, namesToSend, readingIn } from './rules.ts';
import { instructions, JOB_NAME } from './words.ts';

/** Units of the areas somebody's office reaches, and projects they may see; in a project's group only its own. */
function knownTo(actor: Actor, chat: Chat | undefined, directory: Directory): Known[] {
  const chatOf = { kind: chat ? ('group' as const) : ('p2p' as const), defaultProjectId: null };
  const context = { directory, now: 0, actor, chat: { ...chatOf, projectIds: chat?.projectIds ?? [] } };
  const unitArea = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const areas = [...actor.grants.map(({ areaId }) => areaId), ...(unitArea === undefined ? [] : [unitArea])];
  return namesSeen(context).flatMap(({ name, of }): Known[] => {
    const [kind, id] = of.split(' ');
    if (kind === 'project') return [{ name, projectId: Number(id) }];
    const areaId = directory.unit(Number(id))?.areaId;
    const near = areaId !== undefined && areas.some((one) => directory.reaches(one, areaId));
    return near ? [{ name, unitId: Number(id) }] : [];
  });
}

async function propose(
  deps: Deps,
  about: { text: string; chatId: string; personId: number },
): Promise<Answer | undefined> {
  const { llm } = deps;
  if (!llm?.ready()) return undefined;
  const loaded = await deps.db.read(async (tx) => ({
    actor: await loadActor(tx, { id: about.personId }),
    chat: await loadChat(tx, about.chatId),
    directory: await deps.directory.get(tx),
  }));
  if (!loaded.actor) return undefined;
  const { chat, directory } = loaded;
  const known = namesToSend(about.text, knownTo(presentIn(chat, loaded.actor), chat, directory));
  const today = dayOf(deps.clock(), directory.settings.timeZone);
  const said = await llm.complete(instructions(known, today), about.text);
  const reading = said === undefined ? undefined : readingIn(said, known);
  return reading && { kind: 'model-proposal', reading };
}

export const ASK_MODEL_JOB = defineJob(ASK_MODEL, {
  name: JOB_NAME,
  run: async (deps, { id, payload }) => {
    const { text, chatId, replyTo, personId, target, otherwise } = payload;
    const answer = (await propose(deps, { text, chatId, personId })) ?? (otherwise as Answer);
    const now = deps.clock();
    const row = ANSWER.row({
      id: deps.newId(),
      target,
      payload: { answer, chatId, replyTo, personId },
      // A job that runs twice answers once.
      dedupeKey: `model:${id}`,
      dueAt: now,
    });
    await deps.db.transaction((tx) => enqueue(tx, [row], now));
  },
});
