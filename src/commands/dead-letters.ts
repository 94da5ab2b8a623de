/** 失败消息: what was given up, listed for the administrator, sent again or let go. */
import { ignoredText, isUncertain, NO_SUCH_LETTER, resentText } from '../cards/words-dead-letters.ts';
import { latestDraft, saveDraft } from '../db/draft.ts';
import { dropDead, listDead, type OutboxRow, readDead, reviveDead } from '../db/outbox.ts';
import type { Answer } from '../domain/answer.ts';
import { LETTERS_DOUBT, LETTERS_DRAFT, type LettersDraft } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';

const SHOWN = 20;
/** A list older than this is no longer what somebody means by 重发 2. */
const LIST_GOOD_MS = 24 * 3_600_000;

export async function runDeadLetters(
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

/** 确认 on the list sends what certainly did not arrive; on the question, all of it. */
export async function confirmLetters(context: CommandContext, draft: LettersDraft): Promise<string> {
  const rows = await readDead(context.tx, draft.ids);
  const meant = draft.doubtful ? rows : rows.filter((row) => !isUncertain(row.lastError));
  for (const row of meant)
    context.deps.log.info('dead-letter.resent', { id: row.id, kind: row.kind, by: context.actor.person.id });
  return resentText(await reviveDead(context.tx, idsOf(meant), context.now));
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
