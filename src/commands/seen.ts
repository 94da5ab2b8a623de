/** 收到: whoever says it has seen something. A reminder counts as acknowledged; nothing is signed for by it. */
import { seenText } from '../cards/words-talk.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import { listIssues } from '../db/issue-list.ts';
import { readSentPayload } from '../db/outbox.ts';
import { ownUnits } from '../domain/access.ts';
import type { Answer, IssueFilter } from '../domain/answer.ts';
import { decideIssue } from '../verbs/decide.ts';
import { applyChange } from './apply.ts';
import type { CommandContext } from './context.ts';
import { sourceOf } from './issue.ts';
import { firstWordsFor } from './suggest.ts';

/** A digest names at most a screenful; what is beyond stays as it is. */
const OF_A_DIGEST = 100;

/** @param issueId from the words, else of the card replied to */
export async function acknowledgeSeen(context: CommandContext, issueId: number | undefined): Promise<Answer> {
  if (issueId !== undefined) return seenOne(context, issueId);
  const answersOurs =
    context.parentId !== undefined && (await readSentPayload(context.tx, context.parentId)) !== undefined;
  const seen: number[] = [];
  if (answersOurs)
    for (const id of await ownReminded(context)) if ((await mark(context, id)) === true) seen.push(id);
  if (seen.length > 0) return { kind: 'text', tone: 'success', text: seenText(seen) };
  return {
    kind: 'suggest',
    text: seenText([]),
    commands: firstWordsFor(context.actor, context.chatType === 'group'),
  };
}

async function seenOne(context: CommandContext, issueId: number): Promise<Answer> {
  const done = await mark(context, issueId);
  if (done === true) return { kind: 'text', tone: 'success', text: seenText([issueId]) };
  const { code } = done.refusal;
  return code === 'nothing-to-acknowledge' || code === 'already-done'
    ? { kind: 'text', text: seenText([]) }
    : done;
}

/** Stops the ladder of one problem until the acknowledgement lapses; the refusal where there is nothing to stop. */
async function mark(
  context: CommandContext,
  issueId: number,
): Promise<true | (Answer & { kind: 'refusal' })> {
  const { tx, now, actor, directory } = context;
  const issue = await loadIssueForUpdate(tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  const decision = decideIssue(issue, { verb: 'acknowledge' }, { now, actor, directory });
  if (!decision.ok) return { kind: 'refusal', refusal: decision.refusal, issueId };
  await applyChange(sourceOf(context), issue, decision);
  return true;
}

/** What this very person has to work on or to sign: nobody's seeing stops the reminders of others. */
async function ownReminded({ tx, now, actor, directory }: CommandContext): Promise<number[]> {
  const units = ownUnits(actor);
  const filters: IssueFilter[] = [
    { personId: actor.person.id, statuses: ['working'] },
    ...(units.length > 0 ? [{ unitIds: units, statuses: ['unsigned'] } satisfies IssueFilter] : []),
  ];
  const ids = new Set<number>();
  for (const filter of filters) {
    const { issues } = await listIssues(tx, {
      filter,
      scope: { all: true },
      now,
      timeZone: directory.settings.timeZone,
      page: 1,
      pageSize: OF_A_DIGEST,
    });
    for (const { id, assigneeId, status } of issues)
      if (status === 'unsigned' || assigneeId === actor.person.id) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}
