/** The second half of 报 in reply to a message: its text has been read, now it is logged. */

import {
  ALREADY_LOGGED,
  FORWARD_UNREAD,
  MESSAGE_UNREAD,
  MESSAGE_WITHOUT_TEXT,
  NO_READ_SCOPE,
} from '../cards/words-reading.ts';
import { findIssueByMessage } from '../db/card.ts';
import { loadChat } from '../db/chat.ts';
import { loadActor, upsertPerson } from '../db/person.ts';
import { setRequestId } from '../db/request-id.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../domain/answer.ts';
import type { ReadMessage } from '../feishu/messages.ts';
import type { LogSource } from '../kinds/drafts.ts';
import type { QuotedPayload } from '../kinds/jobs.ts';
import type { LogLine } from '../language/said.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { answerLogged, createFromLine, writeIssue } from './log.ts';
import { projectsToAsk } from './log-project.ts';
import { matchCommand } from './match.ts';
import { reply } from './reply.ts';

/**
 * @param payload what logQuoted wrote
 * @param quoted undefined when the message is gone; 'no-scope' when the app may not read messages
 * @param requestId of the push that asked
 */
export async function receiveQuoted(
  deps: Deps,
  payload: QuotedPayload,
  quoted: ReadMessage | 'no-scope' | undefined,
  requestId: string | null,
): Promise<void> {
  const now = deps.clock();
  const message = quoted === 'no-scope' ? undefined : quoted;
  await deps.db.transaction(async (tx) => {
    if (requestId !== null) setRequestId(tx, requestId);
    const actor = await loadActor(tx, { openId: payload.openId });
    if (!actor) return;
    const chatId = payload.chatId;
    const isGroup = payload.chatType === 'group';
    const context: CommandContext = {
      deps,
      tx,
      now,
      directory: await deps.directory.get(tx),
      actor,
      chatId,
      chatType: isGroup ? 'group' : 'p2p',
      chat: isGroup ? await loadChat(tx, chatId) : undefined,
      messageId: payload.replyTo,
      mentions: message?.mentions ?? [],
      attachments: message?.attachments ?? [],
      parentId: payload.messageId,
      cardIssueId: undefined,
      via: 'message',
    };
    const answer = quoted === 'no-scope' ? noScope() : await logQuotedText(context, quoted, payload.facts);
    await reply(context, answer);
  });
}

function noScope(): Answer {
  return {
    kind: 'text',
    tone: 'warning',
    text: NO_READ_SCOPE,
  };
}

const isForward = ({ messageType }: ReadMessage) => messageType === 'merge_forward';

async function logQuotedText(
  context: CommandContext,
  quoted: ReadMessage | undefined,
  facts: LogLine | undefined,
): Promise<Answer | null> {
  const text = quoted?.text.trim() ?? '';
  if (!quoted || text === '') {
    return {
      kind: 'text',
      tone: 'warning',
      text: !quoted ? MESSAGE_UNREAD : isForward(quoted) ? FORWARD_UNREAD : MESSAGE_WITHOUT_TEXT,
    };
  }
  const known = await findIssueByMessage(context.tx, quoted.messageId);
  if (known !== undefined) return { kind: 'issue', issueId: known, lead: ALREADY_LOGGED };
  // One message is one problem here, whatever its line breaks.
  const match = matchCommand(
    {
      text: `报 ${text.replace(/\s*\n\s*/g, ' ')}`,
      mentions: [],
      inReplyTo: undefined,
      context: readContextOf(context),
    },
    context.deps.features.table,
  );
  if (match.kind === 'misuse') return { kind: 'misuse', ...match.misuse };
  if (match.kind !== 'call' || match.call.name !== 'log') return { kind: 'form', form: 'log' };
  const read = match.call.lines[0];
  if (!read) return { kind: 'form', form: 'log' };
  const line = facts ? withFacts(read, facts) : read;
  if (quoted.senderOpenId) await knowAuthor(context, quoted.senderOpenId);
  const source: LogSource = {
    chatId: context.chatId,
    isGroup: context.chatType === 'group',
    replyTo: context.messageId,
    sourceMessageId: quoted.messageId,
    sourceOpenId: quoted.senderOpenId ?? null,
    onTheSpot: false,
    ...(quoted.attachments.length > 0 && { files: quoted.attachments }),
  };
  if (!line.deadline.ok && !line.deadline.missing) return createFromLine(context, line, source);
  if (projectsToAsk(context, [line]).length > 0) return createFromLine(context, line, source);
  const logged = await writeIssue(context, line, source);
  if ('answer' in logged) return logged.answer;
  return answerLogged(context, logged, line, source);
}

/** The author may never have spoken to the bot; the group's member list names them later. */
async function knowAuthor(context: CommandContext, openId: string): Promise<void> {
  const author = await loadActor(context.tx, { openId });
  if (!author) await upsertPerson(context.tx, { openId, tenantKey: '', home: false }, context.now);
}

/** What was said beside 报 wins over what stands in the quoted text. */
function withFacts(line: LogLine, facts: LogLine): LogLine {
  return {
    ...line,
    unitId: facts.unitId ?? line.unitId,
    unitCandidates: facts.unitId === null ? line.unitCandidates : facts.unitCandidates,
    projectId: facts.projectId ?? line.projectId,
    assigneeOpenId: facts.assigneeOpenId ?? line.assigneeOpenId,
    categoryId: line.categoryId ?? facts.categoryId,
    linkHeard: facts.linkHeard ?? line.linkHeard,
    deadline: !facts.deadline.ok && facts.deadline.missing ? line.deadline : facts.deadline,
  };
}
