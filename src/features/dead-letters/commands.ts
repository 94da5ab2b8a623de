/** 失败消息: what was given up, listed for the administrator, sent again or let go. */

import type { Call } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { latestDraft, saveDraft } from '../../db/draft.ts';
import { dropDead, listDead, type OutboxRow, readDead, reviveDead } from '../../db/outbox.ts';
import type { Answer } from '../../domain/answer.ts';
import { readPayload } from '../../kinds/kind.ts';
import { LETTERS_DOUBT, LETTERS_DRAFT, type LettersDraft } from './draft.ts';
import { readDeadLetters } from './read.ts';
import { ignoredText, isUncertain, NO_SUCH_LETTER, resentText } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** `numbers`: as on the list seen last; none: all. */
    'dead-letters': { act: 'list' | 'resend' | 'ignore'; numbers: number[] };
  }
}

const SHOWN = 20;
/** A list older than this is no longer what somebody means by 重发 2. */
const LIST_GOOD_MS = 24 * 3_600_000;

async function runDeadLetters(
  context: CommandContext,
  call: Call & { name: 'dead-letters' },
): Promise<Answer> {
  const { tx, now } = context;
  if (call.act === 'list') return listLetters(context);
  if (call.act === 'ignore' && call.numbers.length === 0) {
    return good(ignoredText(await dropDead(tx, 'all', now)));
  }
  const meant = await lettersMeant(context, call.numbers);
  if (meant === undefined) return { kind: 'text', tone: 'warning', text: NO_SUCH_LETTER };
  if (call.act === 'ignore') return good(ignoredText(await dropDead(tx, idsOf(meant), now)));
  const doubtful = meant.filter((row) => isUncertain(row.lastError));
  // Named one by one they are meant, but not before it was said what may happen.
  if (doubtful.length > 0 && (call.numbers.length > 0 || doubtful.length === meant.length)) {
    return { kind: 'dead-letters', draftId: await keep(context, { ids: idsOf(meant), doubtful: true }) };
  }
  const certain = meant.filter((row) => !isUncertain(row.lastError));
  return good(resentText(await reviveDead(tx, idsOf(certain), now)));
}

async function listLetters(context: CommandContext): Promise<Answer> {
  const rows = await listDead(context.tx, SHOWN);
  return { kind: 'dead-letters', draftId: await keep(context, { ids: idsOf(rows), doubtful: false }) };
}

/** By the numbers of the list they saw last; without numbers, everything that is dead now. */
async function lettersMeant(
  context: CommandContext,
  numbers: readonly number[],
): Promise<OutboxRow[] | undefined> {
  const { tx, actor, now } = context;
  if (numbers.length === 0) return listDead(tx, 1000);
  const seen = await latestDraft(tx, {
    personId: actor.person.id,
    kind: LETTERS_DRAFT,
    since: now - LIST_GOOD_MS,
  });
  const read = seen && readPayload(LETTERS_DRAFT, seen.payload);
  const ids = read?.ok ? read.payload.ids : [];
  const wanted = numbers.map((number) => ids[number - 1]);
  return wanted.some((id) => id === undefined) ? undefined : readDead(tx, wanted as string[]);
}

async function keep(context: CommandContext, payload: LettersDraft): Promise<string> {
  const id = context.deps.newId();
  const draft = {
    id,
    personId: context.actor.person.id,
    kind: payload.doubtful ? LETTERS_DOUBT : LETTERS_DRAFT,
  };
  await saveDraft(context.tx, { ...draft, payload }, context.now);
  return id;
}

const idsOf = (rows: readonly OutboxRow[]) => rows.map((row) => row.id);

function good(text: string): Answer {
  return { kind: 'text', tone: 'success', text };
}

export const COMMANDS = [
  featureCommand('dead-letters', {
    group: '管理',
    words: ['失败消息', '死信', '失败的消息', '没发出去的消息'],
    usage: '失败消息 [重发|忽略] [序号]',
    summary: '没发成的消息：看、再发、忽略',
    example: ['失败消息', '失败消息 重发', '失败消息 重发 2', '失败消息 忽略'],
    where: 'private',
    admin: true,
    read: readDeadLetters,
    run: runDeadLetters,
  }),
];
