/** What somebody settles for themselves: 静默, 快报; 交接 stands in a file of its own. */

import {
  momentText,
  mutedText,
  muteProblemText,
  muteStateText,
  rhythmNotYoursText,
  rhythmText,
  unmutedText,
} from '../cards/words-personal.ts';
import { moveHeld } from '../db/deferred.ts';
import { enqueue } from '../db/outbox.ts';
import { updatePerson } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { mayChooseRhythm } from '../domain/digest-recipients.ts';
import { digestComes, muteProblem } from '../domain/mute.ts';
import { nextMorning, noticeAt } from '../domain/sendable.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { ANSWER } from '../kinds/messages.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { cancelHandover, makeHandover, showHandovers } from './handover.ts';

type PersonalCall = Extract<Call, { name: 'mute-me' | 'digest-rhythm' | 'handover' | 'handover-cancel' }>;

/** null: answered privately, because the whole group would read along. */
export async function runPersonal(context: CommandContext, call: PersonalCall): Promise<Answer | null> {
  switch (call.name) {
    case 'mute-me':
      return answerPrivately(context, await muteMe(context, call.until));
    case 'digest-rhythm':
      return answerPrivately(context, await chooseRhythm(context, call));
    case 'handover':
      return call.asked === null
        ? answerPrivately(context, await showHandovers(context))
        : makeHandover(context, call.asked);
    case 'handover-cancel':
      return cancelHandover(context, call);
  }
}

/** People of other tenants have no private chat with us; they read it where they asked. */
async function answerPrivately(context: CommandContext, answer: Answer): Promise<Answer | null> {
  const { person } = context.actor;
  if (context.chatType === 'p2p' || !person.home) return answer;
  const { deps, tx, now } = context;
  await enqueue(
    tx,
    [
      ANSWER.row({
        id: deps.newId(),
        target: `person:${person.openId}`,
        payload: { answer, openId: person.openId, personId: person.id },
        dueAt: now,
      }),
    ],
    now,
  );
  return null;
}

async function muteMe(context: CommandContext, until: Instant | 'off' | 'state'): Promise<Answer> {
  const { now, actor, directory } = context;
  const { mutedUntil } = actor.person;
  const running = mutedUntil !== null && mutedUntil > now ? mutedUntil : null;
  const at = (instant: Instant) => momentText(instant, now, directory.settings.timeZone);
  if (until === 'state') {
    return { kind: 'text', text: muteStateText(running === null ? null : at(running)) };
  }
  if (until === 'off') {
    await setMutedUntil(context, null);
    return { kind: 'text', tone: 'success', text: unmutedText(running !== null) };
  }
  const problem = muteProblem(until, now);
  if (problem) return { kind: 'text', tone: 'warning', text: muteProblemText(problem) };
  await setMutedUntil(context, until);
  return { kind: 'text', tone: 'success', text: mutedText(at(until), nextDigest(context, until)) };
}

/** What becomes of the next 晨报. */
function nextDigest({ now, directory }: CommandContext, until: Instant): 'waits' | 'left-out' | 'untouched' {
  const morning = nextMorning(now, directory.clock);
  if (morning >= until) return 'untouched';
  return digestComes(until, dayOf(morning, directory.settings.timeZone), directory.clock)
    ? 'waits'
    : 'left-out';
}

/** What has been held back so far waits for the new end, or comes now. */
async function setMutedUntil(context: CommandContext, until: Instant | null): Promise<void> {
  const { tx, now, actor, directory } = context;
  const { id, openId } = actor.person;
  await updatePerson(tx, id, { mutedUntil: until });
  const at = noticeAt(now, { auto: true, mutedUntil: until, recipient: openId }, directory.clock);
  await moveHeld(tx, `person:${openId}`, at);
}

async function chooseRhythm(
  context: CommandContext,
  call: PersonalCall & { name: 'digest-rhythm' },
): Promise<Answer> {
  const { tx, actor } = context;
  const { person } = actor;
  if (!mayChooseRhythm(actor)) return { kind: 'text', tone: 'warning', text: rhythmNotYoursText() };
  if (call.rhythm === null) return { kind: 'text', text: rhythmText(person.digest, false) };
  await updatePerson(tx, person.id, { digest: call.rhythm });
  return { kind: 'text', tone: 'success', text: rhythmText(call.rhythm, true) };
}
