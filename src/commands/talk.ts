/** What is answered to words addressed to the bot that are no command. Writes nothing but drafts. */
import { questionUnreadText } from '../cards/words-reading.ts';
import { LOG_ASKED, notUnderstoodText, plannedText, talkText, UNREADABLE } from '../cards/words-talk.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import { isComplaint } from '../language/complaint.ts';
import { findUnits } from '../language/names.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { plannedIn } from '../language/planned.ts';
import { smallTalkIn } from '../language/small-talk.ts';
import { backToOne } from './back-to-one.ts';
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { answerDescribed } from './described.ts';
import { describedNowhere } from './described-nowhere.ts';
import { askDoubt } from './doubt.ts';
import { offerForFile } from './feature-file.ts';
import { lastOf, leaveUnanswered } from './follow-memory.ts';
import { previewLines } from './log.ts';
import { partsUnread, questionsNear } from './question.ts';
import { readLine } from './read/log.ts';
import { firstWordsFor, searchHit } from './suggest.ts';

/** @param messageType as on the wire; says what a message without words was */
export async function answerTalk(
  context: CommandContext,
  match: Match & { kind: 'unknown' },
  said: { text: string; mentions: Mention[]; messageType: string },
): Promise<Answer> {
  const { text, mentions, messageType } = said;
  const phrase = trim(readPhrase(text, mentions));
  const first = firstWordsFor(context.actor, context.chatType === 'group');
  const offered = text.trim() === '' ? await offerForFile(context) : undefined;
  if (offered) return offered;
  if (text.trim() === '' && UNREADABLE[messageType])
    return { kind: 'suggest', text: UNREADABLE[messageType], commands: first };
  const talk = phrase.folded.trim() === '' ? 'greeting' : smallTalkIn(phrase.folded);
  if (talk) return { kind: 'suggest', text: talkText(talk), commands: first };
  // 请核实道路破损是否超期: one problem is asked about, and no step is meant.
  const asks = match.doubt?.mood === 'question' && match.doubt.issueId === undefined;
  const meant = asks ? await answerDescribed(context, { text, mentions }, await lastOf(context)) : undefined;
  if (match.doubt) return meant ?? askDoubt(context, match.doubt, { text, mentions });
  const planned = plannedIn(phrase.folded);
  if (planned) {
    const commands = planned.instead.map((one) => one.replace(/（.*$/, ''));
    const answer: Answer = { kind: 'suggest', text: plannedText(planned.word, planned.instead), commands };
    await leaveUnanswered(context, answer);
    return answer;
  }
  if (mayComplain(context, phrase.folded, findUnits(phrase, context.directory).length > 0)) {
    const line = readLine(phrase, readContextOf(context));
    if (line.title !== '') return previewLines(context, [line], LOG_ASKED);
  }
  const described = await answerDescribed(context, { text, mentions }, await lastOf(context));
  const asked = described ?? (await backToOne(context, text));
  if (asked) return asked;
  const hit = await searchHit(context, text);
  const near = [...questionsNear(phrase, readContextOf(context)), ...(match.close ?? [])];
  const commands = [...new Set([...(hit ? [hit] : []), ...near, ...first])].slice(0, hit ? 3 : 2);
  const nowhere = await describedNowhere(context, text, commands);
  if (nowhere) return nowhere;
  // A question that begins in words of ours: what of it was not understood, not the whole of it.
  const parts = near.length > 0 ? partsUnread(phrase, readContextOf(context)) : undefined;
  const told = parts ? questionUnreadText(parts) : notUnderstoodText(text.slice(0, 40));
  return { kind: 'suggest', text: told, commands, unheard: true };
}

/** Anybody may tell what a named unit should do; without one it counts where problems of a project are told. */
function mayComplain(context: CommandContext, folded: string, named: boolean): boolean {
  const { actor, chat } = context;
  if (chat !== undefined && chat.kind === 'unbound') return false;
  if (!isComplaint(folded, named)) return false;
  return named || (chat?.kind === 'project' && (actor.contactOf.length > 0 || actor.secretaryOf.length > 0));
}
