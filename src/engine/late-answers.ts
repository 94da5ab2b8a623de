/** Answers that come minutes late: what was asked again is left out, and words to one chat become one message. */
import { lateAnswersText } from '../cards/words-queue.ts';
import { answeredLater, letGo, putTogether } from '../db/late-answer.ts';
import type { OutboxRow } from '../db/outbox.ts';
import { findPeople } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../domain/answer.ts';
import type { Instant } from '../domain/time.ts';
import { readPayload } from '../kinds/kind.ts';
import { ANSWER, type AnswerPayload } from '../kinds/messages.ts';
import { describeError } from '../log.ts';
import { renderMessage } from './draw-row.ts';
import type { MessageKind } from './message.ts';

/** Somebody who has waited this long has gone on to something else, or has asked again. */
export const LATE_MS = 5 * 60_000;
/** One message stays readable, and below what the platform takes. */
const MOST_CHARS = 4000;

/** Drawn from what is true when they are sent: the same asked again says the same. Never what tells of one deed. */
const SHOWS_THE_PRESENT: ReadonlySet<Answer['kind']> = new Set<Answer['kind']>([
  'list',
  'groups',
  'mine',
  'history',
  'explain',
  'help',
  'project',
  'projects',
  'units',
  'categories',
  'people',
  'roles',
  'settings',
  'rules',
  'holidays',
  'areas',
  'health',
  'greeting',
]);

interface LateAnswer {
  row: OutboxRow;
  payload: AnswerPayload;
}

/**
 * What is left to send of one target's queue. A row that may have been sent before is left as it is: the platform
 * would take its uuid for the message it knows.
 */
export async function gatherLateAnswers(deps: Deps, queue: OutboxRow[]): Promise<OutboxRow[]> {
  const now = deps.clock();
  const late = queue.flatMap((row) => readLate(row, now));
  if (late.length === 0) return queue;
  const left = await orElse(deps, () => leaveOut(deps, queue, late, now), queue);
  return bundle(deps, left, late, now);
}

/** As they are is good enough. */
async function orElse<T>(deps: Deps, work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    deps.log.warn('late.failed', describeError(error));
    return otherwise;
  }
}

function readLate(row: OutboxRow, now: Instant): LateAnswer[] {
  if (row.kind !== ANSWER.kind || now - (row.wantedAt ?? row.createdAt) < LATE_MS) return [];
  if (row.attempts > 1 || row.rendition !== null) return [];
  const read = readPayload(ANSWER, row.payload);
  return read.ok ? [{ row, payload: read.payload }] : [];
}

async function leaveOut(
  deps: Deps,
  queue: OutboxRow[],
  late: LateAnswer[],
  now: Instant,
): Promise<OutboxRow[]> {
  const shown = late.filter(({ payload }) => SHOWS_THE_PRESENT.has(payload.answer.kind));
  if (shown.length === 0) return queue;
  const over = await deps.db.transaction(async (tx) => {
    const ids = await answeredLater(
      tx,
      shown.map(({ row }) => row.id),
      now,
    );
    const rows = queue.filter(({ id }) => ids.includes(id));
    await letGo(tx, rows, 'asked-again', now);
    return new Set(ids);
  });
  for (const _ of over) deps.metrics.sent(ANSWER.kind, 'dropped');
  return queue.filter(({ id }) => !over.has(id));
}

/** Words that stand one after the other in the queue; a card between them keeps its place. */
async function bundle(
  deps: Deps,
  queue: OutboxRow[],
  late: LateAnswer[],
  now: Instant,
): Promise<OutboxRow[]> {
  const left: OutboxRow[] = [];
  let words: { late: LateAnswer; text: string }[] = [];
  const close = async () => {
    const taken = words;
    words = [];
    const apart = taken.map(({ late }) => late.row);
    left.push(
      ...(taken.length < 2 ? apart : await orElse(deps, () => tellTogether(deps, taken, now), apart)),
    );
  };
  for (const row of queue) {
    const one = late.find((each) => each.row === row);
    const text = one && (await orElse(deps, () => wordsOf(deps, one, now), undefined));
    const chars = words.reduce((sum, { text }) => sum + text.length, text?.length ?? 0);
    if (text === undefined || chars > MOST_CHARS) await close();
    if (one && text !== undefined) words.push({ late: one, text });
    else left.push(row);
  }
  await close();
  return left;
}

/** What an answer says when it is nothing but words. */
async function wordsOf(deps: Deps, { row, payload }: LateAnswer, now: Instant): Promise<string | undefined> {
  const kind = deps.features.messages.get(ANSWER.kind) as MessageKind<AnswerPayload>;
  const drawn = await renderMessage(deps, kind, { ...row, payload }, now);
  return drawn.kind === 'message' && drawn.card === undefined && !drawn.file ? drawn.text : undefined;
}

async function tellTogether(
  deps: Deps,
  words: { late: LateAnswer; text: string }[],
  now: Instant,
): Promise<OutboxRow[]> {
  const [first, ...others] = words.map(({ late }) => late);
  if (!first) return [];
  const { row, payload } = first;
  const told = await deps.db.transaction(async (tx) => {
    const people = await findPeople(
      tx,
      words.map(({ late }) => late.payload.personId),
    );
    const { settings } = await deps.directory.get(tx);
    const lines = words.map(({ late, text }) => ({
      name: people.find(({ id }) => id === late.payload.personId)?.name ?? '',
      at: late.row.wantedAt ?? late.row.createdAt,
      text,
    }));
    const { replyTo: _, ...place } = payload;
    const inGroup = row.target.startsWith('chat:');
    const text = lateAnswersText(lines, { now, timeZone: settings.timeZone, inGroup });
    const repliesTo = words.flatMap(({ late }) => late.payload.replyTo ?? late.payload.repliesTo ?? []);
    const together = { ...place, answer: { kind: 'text', text } satisfies Answer, repliesTo };
    const rest = others.map((one) => one.row);
    await putTogether(tx, [row, ...rest], together, now);
    return together;
  });
  for (const _ of others) deps.metrics.sent(ANSWER.kind, 'dropped');
  return [{ ...row, payload: told }];
}
